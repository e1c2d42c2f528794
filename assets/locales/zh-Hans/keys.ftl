# 按键和它们的作用。

key-enter = 回车
key-space = 空格
key-numpad = 小键盘 { $key }
keys-between = { "、" }

## 设置里的按键
keys-note = 先点右边的键，再按新键。Tab、回车、空格和 Esc 的作用一直不变。
keys-none = 未设置
keys-change = { $action }：{ $keys }，改键
keys-press = 请按一个键……
keys-press-for = 请为“{ $action }”按一个键
keys-cancel = 不改
keys-clear = 去掉
keys-clear-of = 去掉“{ $action }”的键
keys-cleared = “{ $action }”的键去掉了。
keys-reset = 全部恢复
keys-were-reset = 所有的键都恢复成了原来的样子。
keys-given = { $key } 现在用于“{ $action }”。
keys-conflict = { $key } 现在用于“{ $other }”。改给“{ $action }”吗？
keys-take = 改
keys-leave = 不改
keys-taken = { $key } 现在用于“{ $action }”，“{ $other }”还有别的键。
keys-taken-last = { $key } 现在用于“{ $action }”，“{ $other }”没有键了。
keys-fixed = { $key } 一直用于“{ $other }”，请换一个键。
keys-unknown = 这个键用不了，请换一个。

## 操作
action-confirm = 选定
action-go-on = 继续往下读
action-back = 返回、暂停
action-next-control = 下一项
action-previous-control = 上一项
action-up = 向上
action-down = 向下
action-left = 向左
action-right = 向右
action-page-up = 往上翻一屏
action-page-down = 往下翻一屏
action-top = 到最上面
action-bottom = 到最下面
action-option = 第 { $number } 项
action-history = 对话记录
action-auto-advance = 自动往下读
action-skip = 快进读过的（按住）
action-rewind = 退回上一个节拍
action-settings = 设置
action-larger-text = 放大文字
action-smaller-text = 缩小文字
action-language = 换语言
action-projector = 投影视图
action-full-screen = 全屏
action-problems = 收起、打开文件问题
