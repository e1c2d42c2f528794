# 复盘画面，以及各处共用的结果用语。
debrief-head = 复盘 · { $scenario }
debrief-play-again = 再来一遍
debrief-another-seed = 换一个种子
debrief-list = 情景列表
debrief-leaf-overview = 总评
debrief-leaf-strip = 时间线
debrief-leaf-customers = 顾客
debrief-leaf-notes = 说明
debrief-try-from = 从这里再试

## 总评
debrief-score = 标准得分
debrief-score-capped = 违反了关键标准，又没有补救，最高只计 59 分（不封顶是 { $uncapped } 分）。
debrief-critical-violated = 违反了关键标准，又没有补救。
debrief-critical-missed = 有关键标准没做到，先把它练好。
debrief-sides = 程序 → { $procedural }，个人 ↑ { $personal }
debrief-no-evidence = 依据不足
debrief-between = {" "}与{" "}
debrief-says = { $name }：
debrief-done-well =
    { $count ->
        [0] 做得好的
       *[other] 做得好的 { $count } 件事
    }
debrief-done-well-none = 这一遍还没有完全做到的标准。从下面挑一处，再试一次。
debrief-cost-most =
    { $count ->
        [0] 最可惜的
       *[other] 最可惜的 { $count } 处
    }
debrief-cost-nothing = 没有失分。
debrief-lost-points = 失 { $points } 分
debrief-lost-capping = 失 { $points } 分，成绩因此封顶
debrief-you-did = 你做的：
debrief-standard = 标准：
debrief-why-it-matters = 为什么要紧：
debrief-would-have-worked = 这样会更好：
debrief-house-ruling = 企业裁定：

## 时间线
debrief-beat = 进入一个环节
debrief-nothing-judged = 这一环节没有考到哪条标准。
debrief-not-counted = 这里不计的标准
debrief-felt = 他们的感受

## 顾客
debrief-no-customers = 这一遍没有遇到顾客。
debrief-expected = 期望
debrief-perceived = 感受
debrief-gap = 差距
debrief-expected-of = 期望从哪里来
debrief-perceived-as = 实际感受到的
debrief-hint = 事先能知道的：
debrief-bar-mark = 绿的这一回升了，红的降了，浅的没考到。竖线是这位顾客的总期望。
debrief-bar-value = { $value } · 占 { $weight }%
debrief-hurt-most = 最失分的一刻
debrief-pleased-most = 最得分的一刻
debrief-moved-by = { $place } · { $touched } · 差距 { $by }

## 说明
debrief-practise-next = 下次先练
debrief-practise-none = 这一遍没有失分。换一个种子，看看别的情况。
debrief-lost-first = 最早失分在 { $place }
debrief-rulings = 用到的企业裁定
debrief-rulings-note = 资料没有说，或者说法不一的地方，由企业定下来。
debrief-rulings-none = 这一遍没有用到。
debrief-refused = 认出来并拒绝
debrief-refused-note = 资料里写着、如今不该照做的做法。认出来、不照做，才算做到。
debrief-house-off = 本企业设定不计的标准
debrief-house-off-why = “{ $house }”里，{ $key }：{ $value }
debrief-key-gender = 性别是否决定先后
debrief-key-marital = 婚否是否决定先后
debrief-value-off = 不算
debrief-value-on = 算
debrief-value-social = 只在社交场合算
debrief-value-always = 总是算
debrief-reproduce = 这份成绩怎么来的
debrief-made-under =
    企业设定：{ $profile }（{ $id }）
    种子：{ $seed } · 计时：{ $timers }
    情景：{ $scenario } · 内容校验 { $hash } · 版本 { $version }
debrief-no-claim = 成绩只评你在脚本里的选择，不衡量真诚，也不得拿来给人排名、定薪酬。

## 各处共用的结果用语
service-warm-and-friendly = 热情友好型
part-past = 过往体验
part-word-of-mouth = 口碑
part-needs = 自身需要
