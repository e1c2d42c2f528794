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
