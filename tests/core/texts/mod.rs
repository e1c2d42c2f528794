//! Texts to translators and back: ids that survive, literals that alone change, files that lie.

mod hostile;
mod ids;
mod merging;
mod round;

use std::path::Path;

use liyi::author::texts::{
    Edit, Holds, Line, Merged, Row, Sent, Sheet, apply, lines, merge, read_po, read_workbook,
    write_po, write_workbook,
};
use liyi::source::SourceFile;
use liyi::standard::Lang;

use crate::shipped::repository;

/// The two formats.
#[derive(Clone, Copy, Debug)]
enum Format {
    Xlsx,
    Po,
}

const FORMATS: [Format; 2] = [Format::Xlsx, Format::Po];

/// What is authored: the file's kind, its name and its text.
struct Authored {
    holds: Holds,
    stem: String,
    source: SourceFile,
}

impl Authored {
    fn new(holds: Holds, stem: &str, text: &str) -> Authored {
        Authored { holds, stem: stem.to_owned(), source: SourceFile::new("file.ron", text) }
    }

    fn lines(&self, to: Lang) -> Vec<Line> {
        let from = if to == Lang::En { Lang::Zh } else { Lang::En };
        lines(&self.source, &self.stem, self.holds, from).unwrap()
    }

    /// As it goes out.
    fn sheet(&self, to: Lang) -> Sheet {
        let rows = self.lines(to).iter().map(|line| Row::of(line, to, "file.ron", None)).collect();
        Sheet { to, rows }
    }

    /// What comes of it when this comes back.
    fn merge(&self, sent: &Sent) -> Merged {
        merge(sent, &[self.lines(sent.to)])
    }

    /// The file with everything put in that came back.
    fn with(&self, merged: &Merged, to: Lang) -> Authored {
        let none = Vec::new();
        let edits: &Vec<Edit> = merged.edits.get(&0).unwrap_or(&none);
        let source = apply(&self.source, &self.lines(to), edits, to).source;
        Authored { holds: self.holds, stem: self.stem.clone(), source }
    }
}

/// Written in a format and read again.
fn sent(sheet: &Sheet, format: Format) -> Sent {
    match format {
        Format::Xlsx => read_workbook("t.xlsx", &write_workbook(sheet).unwrap(), None).unwrap(),
        Format::Po => read_po("t.po", &write_po(sheet), None).unwrap(),
    }
}

/// Everything that travels with the program.
fn shipped() -> Vec<Authored> {
    let mut all = Vec::new();
    for (folder, holds) in [
        ("scenarios", Holds::Scenario),
        ("scenarios/profiles", Holds::Profile),
        ("assets/standards", Holds::Standards),
    ] {
        for entry in std::fs::read_dir(repository(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "ron") {
                all.push(read(&path, holds));
            }
        }
    }
    assert!(all.len() > 30);
    all
}

fn read(path: &Path, holds: Holds) -> Authored {
    let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
    Authored { holds, stem, source: SourceFile::read(path).unwrap() }
}

/// A small scenario with a text of every spelling.
const SMALL: &str = r##"// A remark that says "nothing".
(
    id: "small",
    title: (zh: "小", en: "Small"), /* (zh: "x", en: "y") */
    summary: (zh: "一", en: r#"a "raw" one"#),
    briefing: [(zh: "甲段", en: "Para one"), (zh: "乙段", en: "Para two")],
    goal: "12366",
    minutes: 1,
    standards: ["phone-ring-within-four"],
    cast: {"you": (name: (zh: "你", en: "You"), figure: Some("you-woman"))},
    start: "a",
    beats: {
        "a": (
            label: (zh: "开头", en: "Start"),
            enter: [
                Tell((zh: "门开了。", en: "The door opens.")),
                Say("you", (en: "Good \"morning\".", zh: "早。")),
                Tell("……"),
                Tell((zh: "门开了。", en: "Again the door opens.")),
            ],
            activity: Choice(
                prompt: (zh: "{name.you}说：", en: "{name.you} says:"),
                options: [(id: "x", text: (zh: "好", en: "Good"), then: [Tell((zh: "行。", en: "Fine."))])],
            ),
            next: [(to: "b")],
        ),
    },
    endings: {"b": (text: (zh: "完", en: "Done"))},
)
"##;

fn small() -> Authored {
    Authored::new(Holds::Scenario, "small", SMALL)
}

/// The row of the line that says this in Chinese.
fn row<'a>(sheet: &'a mut Sheet, zh: &str) -> &'a mut Row {
    sheet.rows.iter_mut().find(|row| row.zh == zh).unwrap()
}
