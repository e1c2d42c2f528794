//! What to write in place of what a scenario cannot say.

use crate::say;
use crate::source::Text;

/// How variables are set.
pub(super) fn set() -> Text {
    say!(
        "$x to 3、$x to it + 1、$x += 1（整数、true 和 false）",
        "$x to 3, $x to it + 1, $x += 1 (whole numbers, true and false)"
    )
}

/// How conditions are written.
pub(super) fn test() -> Text {
    say!(
        "$x is 3、$x >= 3、$x、not $x，用 `and` 或 `or` 连起来",
        "$x is 3, $x >= 3, $x, not $x, joined by `and` or by `or`"
    )
}

/// What a passage may hold.
pub(super) fn in_plain() -> Text {
    say!(
        "平常的话、[[链接]]，以及整数的赋值和比较",
        "plain words, [[links]], and whole numbers set and compared"
    )
}

/// What to write in place of a macro.
pub(super) fn instead(name: &str) -> Text {
    match name {
        "link" | "linkgoto" | "goto" | "button" | "click" | "linkreveal" | "linkrepeat"
        | "linkrevealgoto" | "actions" | "choice" | "return" | "back" => {
            say!("一个链接：[[words->passage]]", "a link: [[words->passage]]")
        }
        "live" | "after" | "timed" | "repeat" | "event" => say!(
            "平常的话；计时（Timer）等导入以后写在情景里",
            "plain words; a Timer is written in the scenario afterwards"
        ),
        "unless" => say!("写成 (if: not $x)[…]", "(if: not $x)[…]"),
        "switch" | "case" | "cond" => say!(
            "写成 <<if $x is 1>>…<<elseif $x is 2>>…<</if>>",
            "<<if $x is 1>>…<<elseif $x is 2>>…<</if>>"
        ),
        "either" | "random" | "shuffled" => say!(
            "平常的话；随机等导入以后写成变化",
            "plain words; a variation is written afterwards"
        ),
        _ => in_plain(),
    }
}
