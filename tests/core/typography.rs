//! How words are set: colours and sizes of type from one file, Chinese with Chinese signs.

use std::fs;

use crate::shipped::repository;
use crate::tidy::{files, fonts, rust_sources};

/// Where colours and sizes of type are made: the tokens, and the font they are given to.
const THEME: [&str; 2] = ["src/game/theme/tokens.rs", "src/game/theme/mod.rs"];

#[test]
fn colours_and_sizes_of_type_are_made_in_the_theme_alone() {
    let made = [
        "with_font_size(",
        "from_font_size(",
        "FontSize::Px(1",
        "FontSize::Vw(",
        "FontSize::Rem(",
        "Color::srgb",
        "Color::hsl",
        "Color::hsv",
        "Color::lab",
        "Color::lch",
        "Color::linear",
        "Color::oklab",
        "Color::oklch",
        "Color::BLACK",
        "Color::WHITE",
        "css::",
    ];
    let mut complaints = Vec::new();
    for (file, text) in rust_sources() {
        // The stage tints drawings and sets no words; tests make colours of their own.
        let other = file.starts_with("src/game/stage/") || file.ends_with("/tests.rs");
        if other || THEME.contains(&file.as_str()) || !file.starts_with("src/game/") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if let Some(made) = made.iter().find(|made| line.contains(**made)) {
                complaints.push(format!("{file}:{}: {made}", number + 1));
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// The Chinese of a file, with the line it stands in.
fn chinese(file: &str, text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if file.ends_with(".ftl") {
            if !line.starts_with('#') {
                let words = line.split_once('=').map_or(line, |(_, words)| words);
                found.push((number + 1, words.to_owned()));
            }
            continue;
        }
        let mut rest = line;
        while let Some((_, after)) = rest.split_once("zh: \"") {
            let mut escaped = false;
            let end = after.find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            let Some(end) = end else { break };
            found.push((number + 1, after[..end].to_owned()));
            rest = &after[end..];
        }
    }
    found
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A narrow sign beside a Chinese character.
fn narrow(words: &str) -> Option<String> {
    let chars: Vec<char> = words.chars().collect();
    let pairs = chars.windows(2).map(|pair| (pair[0], pair[1]));
    pairs
        .into_iter()
        .find(|(a, b)| {
            let before = is_chinese(*a) && ",;:!?()\".".contains(*b);
            let after = ",;:!?(\"".contains(*a) && is_chinese(*b);
            before || after
        })
        .map(|(a, b)| format!("{a}{b}"))
}

#[test]
fn chinese_is_set_with_chinese_signs() {
    let mut texts = files("scenarios", &["ron"]);
    texts.extend(files("assets/standards", &["ron"]));
    texts.extend(files("assets/locales/zh-Hans", &["ftl"]));
    let (mut complaints, mut read) = (Vec::new(), 0);
    for (file, text) in &texts {
        for (line, words) in chinese(file, text) {
            read += 1;
            if let Some(narrow) = narrow(&words) {
                complaints.push(format!("{file}:{line}: {narrow} in {words}"));
            }
        }
    }
    assert!(read > 2_000, "only {read} texts were found");
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_narrow_sign_is_found() {
    assert_eq!(narrow("您好,请坐").as_deref(), Some("好,"));
    assert_eq!(narrow("请坐(先生)").as_deref(), Some("坐("));
    assert_eq!(narrow("您好，请坐（先生）。1:30 到 2.5"), None);
}

/// Fonts for Japan and Taiwan draw 将, 角, 直 and 骨 otherwise; only the cut for the
/// mainland has the Simplified forms at these code points.
#[test]
fn the_fonts_are_the_simplified_chinese_cut() {
    for (font, _) in fonts() {
        let bytes = fs::read(repository(&font)).unwrap();
        // A font's names are in UTF-16, most significant byte first.
        let holds = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
            bytes.windows(wide.len()).any(|part| part == wide)
        };
        assert!(holds("Noto Sans SC"), "{font} is not the Simplified Chinese cut");
        assert!(!holds("Noto Sans JP") && !holds("Noto Sans TC"), "{font} is a mixture");
    }
}
