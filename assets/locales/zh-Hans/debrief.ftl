# 复盘画面，以及各处共用的结果用语。
debrief-head = 复盘 · { $scenario }
debrief-play-again = 再来一遍
debrief-another-seed = 换一组变化
debrief-list = 情景列表
debrief-leaf-overview = 总评
debrief-leaf-service = 服务类型
debrief-leaf-strip = 时间线
debrief-leaf-customers = 顾客
debrief-leaf-domains = 标准
debrief-leaf-notes = 说明
debrief-try-from = 从这里再试

## 总评
debrief-score = 标准得分
debrief-score-capped = 违反了关键标准，又没有补救，最高只计 59 分（不封顶是 { $uncapped } 分）。
debrief-critical-violated = 违反了关键标准，又没有补救。
debrief-critical-missed = 有关键标准没做到，先把它练好。
debrief-sides = 办事程序 → { $procedural }，待人 ↑ { $personal }
debrief-no-evidence = 依据不足
debrief-between = 与
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
debrief-keep-again = 再存一次
debrief-points = { $score } 分
debrief-then = ；
debrief-comma = ，
debrief-practice = 练习
debrief-progress-first = 这是第一遍
debrief-progress-practice = 练习：中间有重来
debrief-progress-run = 第 { $number } 遍 { $score } 分
debrief-progress-words = 历次得分：{ $runs }
debrief-progress-by = 第 { $number } 遍，比上一遍 { $by }

## 服务类型
debrief-axis-procedural = 办事程序 →
debrief-axis-personal = ↑ 待人
debrief-fields-empty = 四格图：横向是办事程序，纵向是待人。依据不足，还没有点。
debrief-fields-words = 四格图：横向是办事程序，纵向是待人。{ $runs }
debrief-fields-scale = 70 分的线分开四类，70 分以下的刻度比以上的密。虚线之间（65 到 75 分）难分上下，两类都写出来。
debrief-fields-run = 第 { $number } 遍办事程序 { $procedural }、待人 { $personal }，{ $kind }
debrief-no-evidence-why = 这一遍考到的标准太少，办事程序和待人至少有一面看不出来，图上没有这一遍的点。
debrief-advice-quality = 事情办得周全，人也觉得暖。换一组变化，看看两面是不是都稳得住。
debrief-advice-by-the-book = 步骤都到了，人却觉得冷。下一遍先看对方要什么，再照步骤做。
debrief-advice-warm-and-friendly = 人觉得暖，事情却没办周全。把热情留着，下一遍把步骤一条一条做齐。
debrief-advice-indifferent = 步骤和人都没顾上。下一遍先顾一头：找到最可惜的那一处，从那里再试。
debrief-way-number = 这是第 { $number } 遍
debrief-way-first = 再来一遍，图上就会从这个点连出一条线。
debrief-way-moved = 从{ $was }到了{ $is }，得分 { $by }
debrief-way-stayed = 和上一遍是同一类，得分 { $by }
debrief-way-run = 第 { $number } 遍
debrief-way-hidden = 更早的 { $count } 遍没有画出来。
debrief-way-practice = 菱形是练习：从中间再试的，前一段以前做过。
debrief-way-changed = 情景后来改过
debrief-ago-now = 刚才
debrief-ago-minutes = { $count } 分钟前
debrief-ago-hours = { $count } 小时前
debrief-ago-days = { $count } 天前

## 时间线
debrief-beat = 进入一个环节
debrief-nothing-judged = 这一环节没有考到哪条标准。
debrief-not-counted = 这里不计的标准
debrief-felt = 他们的感受
debrief-happened = 经过
debrief-strip-hint = 点一个环节或记号，或者用 ← → 换环节、↑ ↓ 换记号，下面就是它的经过。
debrief-sign-line = 说话
debrief-sign-deed = 你的动作
debrief-sign-ring = 铃声
debrief-sign-time-up = 时间到
debrief-ring = { $line }，第 { $count } 声

## 顾客
debrief-no-customers = 这一遍没有遇到顾客。
debrief-expected = 期望
debrief-perceived = 感受
debrief-gap = 差距
debrief-expected-of = 期望从哪里来
debrief-perceived-as = 实际感受到的
debrief-hint = 事先能知道的：
debrief-bar-mark = ▼ 是这位顾客的总期望。实心是感受到的，斜纹是差的那一段，竖纹是超出的那一段，点纹表示这一遍没考到。
debrief-bar-weight = 占 { $weight }%
debrief-bar-below = { $value }，低于期望 { $gap }
debrief-bar-level = { $value }，与期望持平
debrief-bar-above = { $value }，高于期望 { $gap }
debrief-bar-untested = { $value }，没考到
debrief-hurt-most = 最失分的一刻
debrief-pleased-most = 最得分的一刻
debrief-moved-by = { $place } · { $touched } · 差距 { $by }

## 标准
debrief-domains-none = 这一遍没有考到标准。
debrief-domain-now = 这一遍：{ $verdicts }
debrief-domain-before = 以前完整的 { $runs } 遍做到 { $share }%：{ $verdicts }
debrief-domain-untested = 没考到

## 说明
debrief-practise-next = 下次先练
debrief-practise-none = 这一遍没有失分。换一组变化，看看别的情况。
debrief-lost-first = 这一条最早失分在 { $place }
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
    企业设定：{ $profile }
    变化编号：{ $seed } · 计时：{ $timers }
debrief-record = 记录编号：{ $scenario } · { $hash } · { $profile } · { $version }
debrief-no-claim = 成绩只评你在脚本里的选择，不衡量真诚，也不得拿来给人排名、定薪酬。

## 各处共用的结果用语
service-warm-and-friendly = 热情友好型
part-past = 过往体验
part-word-of-mouth = 口碑
part-needs = 自身需要
