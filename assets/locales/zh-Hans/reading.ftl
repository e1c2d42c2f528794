# 阅读：自动继续、跳过已读、回看、倒回。
settings-auto = 自动继续
settings-auto-note = 读完一句自动往下走；不会替你作答。
settings-auto-off = 关
reading-speed-slow = 慢
reading-speed-normal = 中
reading-speed-fast = 快

play-auto = 自动
play-skip = 跳过已读
play-look-back = 回看
play-next-page = 下文
play-page = { $page }/{ $of }

pause-look-back = 回看

look-back-title = 回看
look-back-close = 回去
look-back-last = 重答上一问
look-back-here = 回到这里
look-back-earlier = 更早的

rewind-title = 回到“{ $beat }”？
rewind-what = 从这里重新来：之后说过、做过的都作废。
rewind-practice = 倒回过的演练算练习：成绩单照样给你看，会注明“练习”，不算初次的成绩。
rewind-stay = 不回去
rewind-go-back = 回到这里
