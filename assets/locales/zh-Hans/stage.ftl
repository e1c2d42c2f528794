# 演练时看到的、听到的：声音的字幕、表情、姿势。键名两种语言必须一致。

## 声音
sound-ring = 电话铃响
sound-ring-far = 别处的电话在响
sound-ring-mobile = 手机铃响
sound-pickup = 拿起听筒
sound-hangup = “咔哒”，电话挂断
sound-dial-tone = 听筒里一阵长音
sound-ringback = 听筒里“嘟——嘟——”地响
sound-line-breath = 电话那头的呼吸声
sound-slam = “啪”的一声拍响台面
sound-buzz = 手机震动
sound-door = 门开了
sound-car-door = 车门“砰”地关上
sound-footsteps = 脚步声
sound-cup = 杯子轻轻一响
sound-glass = 玻璃杯“叮”的一声
sound-cutlery = 碗筷叮当
sound-splash = 水洒了
sound-paper = 纸页沙沙响
sound-chatter = 人声嘈杂
sound-keyboard = 键盘声
sound-watch-tick = 手表滴答
sound-room-tone = 屋里很静
sound-heart = 静得听见心跳
sound-murmur-low = 他低声说着什么
sound-murmur-high = 她轻声说着什么
caption-ring = ☎ 第 { $count } 声
caption-ring-of = ☎ { $line } · 第 { $count } 声
caption-met = 轻轻两声：做到了
caption-missed = 低低一声：漏掉了什么

## 表情
mood-neutral = 神色平静
mood-smile = 面带微笑
mood-delighted = 喜出望外
mood-frown = 皱起眉头
mood-angry = 一脸怒气
mood-worried = 神情担忧
mood-surprised = 有些吃惊
mood-embarrassed = 有些尴尬

## 姿势
pose-stand = 站直，双手自然垂下
pose-nod = 点头
pose-bow15 = 欠身十五度
pose-bow30 = 鞠躬三十度
pose-bow45 = 深鞠躬四十五度
pose-offer-hand = 伸出右手
pose-offer-left-hand = 伸出左手
pose-offer-card = 双手递上名片
pose-offer-card-low = 双手递上名片，低到腰间
pose-offer-card-high = 双手把名片举到对方眼前
pose-offer-card-wrong-way = 双手递上名片，字朝着自己
pose-offer-card-one-hand = 单手递出名片
pose-offer-card-left-hand = 左手递出名片
pose-offer-card-stack = 右手递出名片，左手托着其余的
pose-hold-stack = 左手托着一叠名片
pose-hold-cards = 左手托着一两张名片
pose-receive-card = 伸出双手接名片
pose-receive-card-one-hand = 伸出一只手接名片
pose-read-card = 拿起名片细看
pose-read-stack = 把收到的一叠展开来看
pose-phone = 把电话贴在耳边
pose-film = 举着手机拍摄
pose-hold-paper = 手里拿着一张单子
pose-hold-cup = 端着杯子
pose-hold-cup-left = 左手端着杯子
pose-hold-form = 双手递上一张表
pose-hold-tray = 端着托盘
pose-hold-umbrella = 撑着伞
pose-pull-chair = 把椅子拉开
pose-pour-tea = 斟茶
pose-write = 在本子上记
pose-fold-arms = 双臂抱在胸前
pose-slam = 一掌拍在台面上
pose-wipe = 擦了擦手心
pose-show-way = 抬手引路
pose-reach-across = 手越过别人伸过去
pose-check-watch = 低头看手表
pose-sit = 坐着
pose-turn-away = 转过身去
pose-hold-phone-and-card = 左手拿着手机和一张名片
pose-hold-cup-phone-and-card = 两手捧着杯子，指缝里夹着手机和名片
pose-crush-paper = 把一张纸攥在拳头里
pose-sit-with-cards = 坐着，名片搁在膝上
pose-sit-write = 坐着，在本子上写字
pose-give-card = { $hands ->
        [both] 双手
        [right] 只用右手
        [left] 用左手
       *[each] 两手各一张
    }递名片{ $height ->
        [low] ，递得齐腰
        [high] ，举到对方眼前
       *[chest] {""}
    }{ $print ->
        [to-giver] ，文字朝着自己
        [sideways] ，文字横着
       *[to-taker] {""}
    }{ $free ->
        [stack] ，另一只手托着一叠
        [cards] ，另一只手托着一两张
        [stack-under-arm] ，腋下夹着一叠
        [papers] ，另一只手拿着纸
        [cup] ，另一只手端着杯子
        [phone-and-card] ，另一只手拿着手机和名片
       *[nothing] {""}
    }
pose-take-card = { $hands ->
        [right] 伸出右手
        [left] 伸出左手
        [each] 两手各接一张，
       *[both] 伸出双手
    }接名片{ $height ->
        [low] ，手在腰间
        [high] ，手举到眼前
       *[chest] {""}
    }{ $free ->
        [stack] ，另一只手托着一叠
        [cards] ，另一只手托着一两张
        [stack-under-arm] ，腋下夹着一叠
        [papers] ，另一只手拿着纸
        [cup] ，另一只手端着杯子
        [phone-and-card] ，另一只手拿着手机和名片
       *[nothing] {""}
    }
