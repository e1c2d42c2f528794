# 边改边看：文件保存后重新载入，以及问题面板。
live-comma = 、
live-reloaded = 已重新载入 { $files }
live-went-back = 。前面的回答走不到原处了，从“{ $beat }”接着演练。
live-problems = { $count } 个问题
live-marker = { $count } 个文件问题，按 F8 展开
live-fold = 收起
live-last-good = 演练照旧用上一个没有问题的版本。改好并保存后，这里会自己关上。
live-found = 发现：{ $found }
live-expected = 要求：{ $expected }
live-nearest = 是不是想写 { $name }？
live-explain = 解释 { $code }
live-more = 还有 { $count } 个。用 liyi check 查看全部。
