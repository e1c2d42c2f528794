//! The workbook a translator works in: written so that it is pleasant to fill.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};

use super::sheet::{name, source_of};
use super::{Row, Sheet, State};
use crate::say;
use crate::standard::{Lang, Text};

/// The columns, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Mark,
    Place,
    Who,
    Kind,
    Chinese,
    English,
    State,
    Before,
    Note,
}

/// Each column's heading, in both languages, and width in characters.
pub(super) const COLUMNS: &[(Column, &str, f64)] = &[
    (Column::Id, "Line id 编号", 30.0),
    (Column::Mark, "Mark 校验", 10.0),
    (Column::Place, "Where 位置", 26.0),
    (Column::Who, "Who 谁", 16.0),
    (Column::Kind, "Kind 类别", 17.0),
    (Column::Chinese, "Chinese 中文", 50.0),
    (Column::English, "English 英文", 50.0),
    (Column::State, "State 状态", 13.0),
    (Column::Before, "Source before 改前原文", 34.0),
    (Column::Note, "Remarks 备注", 28.0),
];

/// What the heading of the marks says of the direction.
pub(super) const DIRECTIONS: [(Lang, &str); 2] = [(Lang::En, "zh→en"), (Lang::Zh, "en→zh")];

/// What a cell holds at most, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The words that a workbook cannot hold, and why; `None` where it can.
fn unheld(text: &str) -> Option<Text> {
    if text.encode_utf16().count() > LONGEST {
        Some(say!(
            "比单元格放得下的还长（32767 字）",
            "is longer than a cell may be (32,767 characters)"
        ))
    } else if text.contains(['\u{fffe}', '\u{ffff}']) {
        Some(say!(
            "有工作簿放不下的字符（U+FFFE 或 U+FFFF）",
            "holds a character that no workbook may hold (U+FFFE or U+FFFF)"
        ))
    } else {
        None
    }
}

/// A workbook of everything, the same bytes for the same texts.
///
/// # Errors
/// A sentence: which text the format cannot hold.
pub fn write_workbook(sheet: &Sheet) -> Result<Vec<u8>, Text> {
    for row in &sheet.rows {
        for text in [&row.id, &row.zh, &row.en] {
            if let Some(why) = unheld(text) {
                let id = &row.id;
                return Err(say!(
                    "文字 {id} {why}；用 `--format po` 导出",
                    "the text {id} {why}; export it with `--format po`";
                    why
                ));
            }
        }
    }
    build(sheet)
        .map_err(|error| say!("工作簿做不出来：{error}", "cannot make the workbook: {error}"))
}

fn build(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The files are compared and kept in version control: no time of day in them.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let about = DocProperties::new().set_title("Liyi 礼仪: texts").set_creation_datetime(&epoch);
    workbook.set_properties(&about);
    texts(workbook.add_worksheet().set_name("Texts 文本")?, sheet)?;
    directions(workbook.add_worksheet().set_name("Read me 说明")?, sheet.to)?;
    workbook.save_to_buffer()
}

/// The looks of cells.
struct Looks {
    heading: Format,
    /// Cells that only show something.
    shown: Format,
    source: Format,
    target: Format,
}

impl Looks {
    fn new() -> Looks {
        let words =
            || Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
        let framed =
            |format: Format| format.set_border(FormatBorder::Thin).set_border_color(0x00D0_D0D0);
        Looks {
            heading: framed(
                words().set_bold().set_font_color(0x00FF_FFFF).set_background_color(0x002F_4B5C),
            ),
            shown: framed(words().set_font_color(0x0070_7070).set_font_size(9)),
            source: framed(words().set_font_size(12)),
            target: framed(words().set_font_size(12).set_unlocked()),
        }
    }
}

/// How a row of this state is coloured.
fn colour(state: State) -> Option<u32> {
    match state {
        State::Changed => Some(0x00FF_E699),
        State::New => Some(0x00DD_EBF7),
        State::Same => Some(0x00F2_F2F2),
        State::Translated => None,
    }
}

fn texts(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let direction = DIRECTIONS.iter().find(|(to, _)| *to == sheet.to).map_or("", |(_, d)| d);
    for (at, (column, heading, width)) in (0..).zip(COLUMNS) {
        let heading = match column {
            Column::Mark => format!("{heading} {direction}"),
            _ => (*heading).to_owned(),
        };
        page.write_string_with_format(0, at, heading, &looks.heading)?;
        page.set_column_width(at, *width)?;
    }
    for (at, row) in (1..).zip(&sheet.rows) {
        line(page, at, row, sheet.to, &looks)?;
    }
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(COLUMNS.len() - 1).unwrap_or_default();
    page.set_freeze_panes(1, 0)?;
    page.autofilter(0, 0, last_row, last_column)?;
    page.set_landscape().set_repeat_rows(0, 0)?;
    // Without a password: it keeps hands off by mistake, not by force.
    page.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
    Ok(())
}

fn line(
    page: &mut Worksheet,
    at: u32,
    row: &Row,
    to: Lang,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let state = format!("{} {}", row.state.zh(), row.state.word());
    let kind = format!("{} {}", row.kind.zh, row.kind.en);
    let mark = row.mark.to_string();
    let half = |lang| if lang == to { &looks.target } else { &looks.source };
    for (column_at, (column, ..)) in (0..).zip(COLUMNS) {
        let (words, look) = match column {
            Column::Id => (row.id.as_str(), &looks.shown),
            Column::Mark => (mark.as_str(), &looks.shown),
            Column::Place => (row.place.as_str(), &looks.shown),
            Column::Who => (row.who.as_str(), &looks.shown),
            Column::Kind => (kind.as_str(), &looks.shown),
            Column::Chinese => (row.zh.as_str(), half(Lang::Zh)),
            Column::English => (row.en.as_str(), half(Lang::En)),
            Column::State => (state.as_str(), &looks.shown),
            Column::Before => (row.before.as_deref().unwrap_or_default(), &looks.shown),
            Column::Note => ("", &looks.target),
        };
        let look = match colour(row.state) {
            Some(colour) => &look.clone().set_background_color(colour),
            None => look,
        };
        if words.is_empty() {
            page.write_blank(at, column_at, look)?;
        } else {
            page.write_string_with_format(at, column_at, words, look)?;
        }
    }
    Ok(())
}

fn directions(page: &mut Worksheet, to: Lang) -> Result<(), XlsxError> {
    let Text { zh: target_zh, en: target } = name(to);
    let Text { zh: source_zh, en: source } = name(source_of(to));
    let paragraphs = [
        format!("请在“{target_zh}”一栏写译文，其余各栏不要改。“备注”一栏可以随意写，读回时不看。"),
        format!("Write in the {target} column and leave the others as they are. The remarks are yours; they are not read back."),
        "花括号里的内容（如 {name.qiao}）播放时会换成别的词：请原样照抄，可以换位置。".to_owned(),
        "What stands in braces, such as {name.qiao}, is replaced while playing: copy it exactly, wherever it reads best.".to_owned(),
        format!("黄色：上次之后{source_zh}改过，旧的{source_zh}在“改前原文”一栏。蓝色：还没有译文。灰色：两种语言相同，需要不同时再改。"),
        format!("Amber: the {source} has changed since your last file; what it said stands under “Source before”. Blue: not translated yet. Grey: the same in both languages; change it only if it should differ."),
        "可以筛选、调列宽、换字体；不要删除或改动编号。工作表的保护没有密码。".to_owned(),
        "Filter, widen and format as you like; do not change or delete line ids. The protection has no password.".to_owned(),
    ];
    let look = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_size(12);
    page.set_column_width(0, 100)?;
    for (at, paragraph) in (0..).zip(paragraphs) {
        page.write_string_with_format(at, 0, paragraph, &look)?;
    }
    Ok(())
}
