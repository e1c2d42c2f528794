# 礼仪的界面文字。键名两种语言必须一致。

## 首页
title-tagline = 在情景里练习服务标准，听听顾客的真心话。
title-start = 开始演练
title-continue = 继续：{ $title }
title-settings = 设置
title-quit = 退出
title-keys = Tab 或方向键移动 · Enter 选定 · Esc 返回
title-version = 版本 { $version }

## 设置
settings-title = 设置
settings-language = 语言
settings-text-size = 文字大小
settings-timers = 演练计时
settings-timers-note = 放慢或关掉铃声、沉默等限时；成绩单上会注明。
settings-sound = 声音
settings-sound-off = 静音
settings-sound-percent = { $percent }%
settings-motion = 动画
settings-motion-full = 完整
settings-motion-reduced = 减少
settings-close = 完成
text-size-small = 小
text-size-normal = 标准
text-size-large = 大
text-size-larger = 特大
timers-off = 不计时
