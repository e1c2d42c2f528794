# 礼仪的界面文字。键名两种语言必须一致。

## 首页
title-tagline = 在情景里练习服务标准，听听顾客的真心话。
title-start = 开始演练
title-continue = 继续：{ $title }
title-settings = 设置
title-quit = 退出
title-keys = { $next } 或方向键移动 · { $confirm } 选定 · { $back } 返回
title-version = 版本 { $version }

## 设置
settings-title = 设置
settings-language = 语言
settings-text-size = 文字大小
settings-projector = 观看方式
settings-projector-note = 投影时字更大，后排也看得清。F11 全屏。
settings-projector-off = 屏幕
settings-projector-on = 投影
settings-timers = 演练计时
settings-timers-note = 放慢或关掉铃声、沉默等限时；成绩单上会注明。
settings-sound = 总音量
settings-sound-off = 静音
settings-sound-percent = { $percent }%
settings-ambience = 环境声
settings-speech = 说话声
settings-captions = 声音字幕
settings-captions-note = 把听到的写在屏幕上：铃响第几声、门响、杯子响。
settings-cues = 做到与漏掉的提示音
settings-cues-note = 一步的结果讲完以后，轻轻响一声。复盘里写得更细。
settings-no-ears = 这台机器没有可用的声音设备，听不到声音；该听见的都写成字幕。
settings-on = 开
settings-off = 关
settings-motion = 动画
settings-motion-full = 完整
settings-motion-reduced = 减少
settings-close = 完成
settings-choice = { $setting }：{ $choice }
settings-leaf-reading = 阅读
settings-leaf-play = 演练
settings-leaf-sound = 声音
settings-leaf-screen = 画面
settings-leaf-keys = 按键
text-size-small = 小
text-size-normal = 标准
text-size-large = 大
text-size-larger = 更大
text-size-huge = 特大
text-size-largest = 最大
timers-off = 不计时

## 通用
back = 返回
list-comma = ；

## 情景列表
list-title = 情景
list-empty = 这里还没有情景。把情景文件放进 scenarios 文件夹再打开。
list-minutes = 约 { $minutes } 分钟
list-standards = { $count } 条标准
list-standing = 最高 { $best } · 上次 { $last }
list-problem = { $file } 有问题，暂时不能演练
list-problem-playable = { $file } 有问题，暂时用上一个没有问题的版本
list-finding = { $found }。要求：{ $expected }
list-nearest = （是不是“{ $name }”？）
list-more = 还有 { $count } 处。用 liyi check 查看全部。

## 情景说明
briefing-situation = 情景
briefing-standards = 标准 { $count } 条
briefing-standards-note = 演练按这些标准评分，没有藏着的条目。先看后练都可以。
briefing-goal = 这次要做到
briefing-people = 人物
briefing-house = 企业设定
briefing-seed = 变化编号
briefing-seed-note = 同一个编号，遇到的变化一样。
briefing-seed-down = 变化编号减一
briefing-seed-up = 变化编号加一
briefing-seed-draw = 换一个
briefing-change = 更改
briefing-begin = 开始演练
house-as-written = 原文怎么写就怎么算：性别、婚否都论先后。
house-classroom = 日常教学用：只在社交场合看性别。
house-international = 涉外场合：性别、婚否都不看，座上按商务次序。

## 标准
standard-criterion = 判定：{ $criterion }
standard-source = 出处：{ $clauses }
standard-off = 本企业设定不计
severity-critical = 关键
severity-major = 重要
severity-minor = 一般
treatment-caveat = 今天看要打折扣
treatment-toggle = 看企业设定
treatment-refuse = 认出来并拒绝

## 结论
band-not-yet-safe = 还不能上岗
band-practise-again = 再练练
band-competent = 合格
band-good = 良好
band-exemplary = 优秀
verdict-met = 做到
verdict-recovered = 已补救
verdict-partial = 部分做到
verdict-missed = 没做到
verdict-violated = 违反
verdict-not-applicable = 不适用

## 服务类型
service-quality = 优质服务型
service-by-the-book = 按部就班型
service-indifferent = 漠不关心型

## 服务差距
gap-dissatisfied = 不满意
gap-satisfied = 满意
gap-delighted = 很满意
attribute-reliability = 可靠
attribute-responsiveness = 响应快
attribute-competence = 内行、诚实
attribute-courtesy = 礼貌、体贴
attribute-surroundings = 环境
# Between two short pieces of one line.
dot = {" · "}
