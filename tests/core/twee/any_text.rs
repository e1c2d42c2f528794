//! Any text at all is refused, or makes a skeleton in which the checker finds nothing wrong.

use proptest::prelude::*;

use liyi::author::twee;
use liyi::source::SourceFile;

use super::{checked, import};

/// Pieces of Twee, in any order: more of it goes deep than of random letters.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\n:: A\n",
        "\n:: B [t] {\"position\":\"1,2\"}\n",
        "\n:: C 乙 (c)\n",
        "\n:: D [watch]\n",
        "\n:: E [cast]\n",
        "\n:: F [briefing]\n",
        "\n:: StoryData\n{\"format\":\"SugarCube\"}\n",
        "[[A]]",
        "[[去->B]]",
        "[[C 乙 (c)<-x]]",
        "[[y|A][$x to 1]]",
        "[[",
        "]]",
        "[",
        "]",
        "->",
        "(if: $x is 1)[",
        "(if: $y)[[[B]]]",
        "(else:)[",
        "(set: $x to 2)",
        "(live: 1s)",
        "(",
        "<<if $x gt 1>>",
        "<<else>>",
        "<</if>>",
        "<<set $x += 1>>",
        "<<",
        ">>",
        "<!-- id: a -->",
        "<!-- way -->",
        "<!--",
        "-->",
        "<!-- stage: corridor -->",
        "/*",
        "*/",
        "$x",
        "$",
        "{",
        "}",
        "徐大为：喂？",
        "You: yes?",
        "\n",
        " ",
        "\\",
        "\\::",
        "''b''",
        "//i//",
        "<b>",
        "https://a.b",
        "\"",
        "。",
        "你怎么做？",
        "\u{feff}",
        "\u{200b}",
        "\r\n",
        "…",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A story whose passages are each well formed, linked at random.
fn story() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[[A]]\n",
        "[[去->B (b)]]\n",
        "[[C 丙<-x]]\n",
        "[[y|D]]\n",
        "[[E]]\n",
        "[[完->E]]\n",
        "[[<b></b>->A]]",
        "[[去->B (b)]] <!-- id: go -->\n",
        "[[C 丙]] <!-- id: go\n// n\n徐大为：喂\n-->\n",
        "[[E]] <!-- way -->\n",
        "[[A]] <!-- way\n// when -->\n",
        "(if: $x is 1)[[[E]]]",
        "(if: $x > 3 or $y)[[[D]] (set: $y to 2)](else:)[[[A]]]\n",
        "(if: $z)[x: $z\n]",
        "(if: not $y)[(if: $x < 0)[低。](else:)[Xu: high]](else-if: $y is 3)[$y]\n",
        "(set: $x to 2)",
        "(set: $y += 1, $z to -4)\n",
        "$x 元\n",
        "$q\n",
        "<!-- stage: corridor -->",
        "<!-- a\n* b */ -->\n",
        "徐大为：喂？\n",
        "Xu: yes?\n",
        "你：好。\n",
        "你怎么做？\n",
        "“",
    ]);
    let body = prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat());
    prop::collection::vec(body, 5).prop_map(|bodies| {
        let heads = ["A", "B (b)", "C 丙", "D", "W [watch]"];
        let passages: Vec<String> =
            heads.iter().zip(bodies).map(|(head, body)| format!(":: {head}\n{body}\n")).collect();
        format!("{}:: E\nThe end: $x.\n", passages.concat())
    })
}

fn never_panics(text: &str) {
    let source = SourceFile::new("story.twee", text);
    let _ = twee::read(&source);
    if let Ok(imported) = twee::import(&source, "story") {
        checked("story", &imported.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_twee_are_refused_or_make_a_sound_skeleton(text in soup()) {
        never_panics(&text);
    }

    #[test]
    fn a_well_formed_story_makes_a_sound_skeleton(text in story()) {
        never_panics(&text);
    }

    #[test]
    fn no_text_panics_the_reader(text in "\\PC*") {
        never_panics(&text);
        never_panics(&format!(":: A\n{text}\n[[B]]\n:: B\n{text}"));
        never_panics(&format!(":: {text}\nx"));
        let _ = twee::slug(&text);
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
fn large_files_are_read_at_once() {
    let million = |piece: &str| piece.repeat(400_000 / piece.len());
    let started = std::time::Instant::now();
    for piece in [
        "[[",
        "]]",
        "[[A",
        "<<a",
        "(a:",
        "(if:$x)[",
        "<!--",
        "<!-- -->",
        "$a",
        "<",
        "<b",
        "((((",
        "[[A]]",
        "\n:: ",
        "\n:: A\n",
        "\n:: 甲\n[[乙]]",
        "''",
        "x: y\n",
        "\\",
        "{",
    ] {
        let _ = import(&format!(":: A\n{}", million(piece)));
    }
    let chain: String = (0..20_000).map(|n| format!(":: p{n}\n[[p{}]]\n", n + 1)).collect();
    let imported = import(&format!("{chain}:: p20000\nEnd.\n")).unwrap();
    assert_eq!(imported.counts, (20_000, 1));
    let took = started.elapsed();
    assert!(took.as_secs() < 30, "{took:?}");
}
