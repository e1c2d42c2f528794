# 编写工具的界面文字。
author-new-written = 写好了：{ $file }。它是完整的，现在就能演练。
author-new-steps =
    接下来：
      1. liyi play { $id } --text      先看看它怎么走（去掉 --text 就在窗口里演练）
      2. 用任何文本编辑器打开 { $file }，照着里面的说明改
      3. liyi check { $file }      每改一处查一遍，哪一行有问题会直接说出来
      4. liyi graph { $id } --format svg --out { $id }.svg      看看分支怎么连
      5. liyi run { $id } --policy best      最好的一遍应当得到 100 分
    写法见 scenarios/README.md，每个字段见 scenarios/REFERENCE.md。
author-new-steps-elsewhere =
    接下来：
      1. 用任何文本编辑器打开 { $file }，照着里面的说明改
      2. liyi check { $file }      每改一处查一遍，哪一行有问题会直接说出来
      3. 想演练，就把文件移到 Liyi 的 scenarios 文件夹，再输入 liyi play { $id }
    写法见 scenarios/README.md，每个字段见 scenarios/REFERENCE.md。

## 情景分支图
graph-written = 画好了：{ $file }
graph-subtitle = { $id } · 企业设定 { $profile } · 种子 { $seed } · 最好的一遍得 { $score } 分
graph-legend-best = 最好的一遍，按先后编号
graph-legend-watch = 随时可能跳转
graph-legend-ending = 结局
graph-choice = 选择
graph-timer = 计时
graph-queue = 多线
graph-order = 排序
graph-gesture = 动作
graph-inspect = 查看
graph-pack = 装包
graph-slider = 滑杆
graph-note = 记录
graph-any-time = 随时：{ $when }
graph-always = 总是
graph-never = 从不
graph-else = 否则
graph-not = 非 { $it }
graph-and = {" 且 "}
graph-or = {" 或 "}
graph-bracket = （{ $it }）
graph-before = { $first } 先于 { $then }
graph-within = { $time }内 { $mark }
graph-seconds = { $seconds } 秒
graph-rings = 铃响 { $rings } 声内 { $mark }
graph-time-up = 时间到
graph-grade = 得分 ≥ { $percent }%
graph-hand-mine = 该你先伸手（{ $who }）
graph-hand-theirs = 该{ $who }先伸手
graph-hand-either = 谁先伸手都行（{ $who }）
graph-hand-nobody = 不握手（{ $who }）
graph-ruled = 依 { $rule } 条（{ $who }）
graph-varied = 抽到 { $axis }：{ $drawn }
graph-profile = 企业设定 { $key }：{ $value }
graph-had = { $standard }：{ $verdict }

## 哪条标准在哪里考
coverage-total = 共 { $all } 条标准，已有情景考到 { $tested } 条，还有 { $left } 条没人考。
coverage-domain = 领域
coverage-tested = 已考
coverage-scenario = 情景
coverage-standards = 标准数
coverage-beats = 有考点的节拍
coverage-all-judged = 各情景列出的标准，都有节拍考到。
coverage-only-declared = { $scenario } 列了这些标准，却没有一条规则会评判：{ $standards }
coverage-untested = 还没人考的，最要紧的在前（{ $few }/{ $all }）：
coverage-more = 全部列出：liyi coverage --all；只看一个领域和它的节拍：liyi coverage --domain phone
coverage-nowhere = （还没有情景考它）
coverage-recovered = { $scenario }：可在 { $beats } 补救
