//! A workbook's parts: unpacked within bounds, and found by their relations.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::cells::{self, Grid};
use super::only_texts;
use crate::say;
use crate::standard::Text;

/// The most bytes of one part that are unpacked. A hundred thousand rows take a quarter of it.
const LARGEST_PART: u64 = 256 * 1024 * 1024;

/// What was found, and what is expected.
pub(super) type Refused = (Text, Text);

/// A workbook's parts by name, unpacked as they are asked for.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    strings: Vec<Rc<str>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refused> {
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            let found = say!(
                "老格式的 .xls 工作簿，或者带密码的工作簿",
                "an old .xls workbook, or one with a password"
            );
            let expected = say!(
                "不带密码的 .xlsx 工作簿：另存一份",
                "an .xlsx workbook without a password: save it as one"
            );
            return Err((found, expected));
        }
        let mut package = Package { bytes, strings: Vec::new() };
        let relations = package.relations("xl/_rels/workbook.xml.rels")?;
        let strings = relations.values().find(|(kind, _)| kind.ends_with("/sharedStrings"));
        if let Some((_, path)) = strings {
            package.strings = cells::strings(&package.part(path)?)?;
        }
        Ok(package)
    }

    /// The parts of the worksheets, in the workbook's order.
    pub(super) fn sheets(&self) -> Result<Vec<String>, Refused> {
        let relations = self.relations("xl/_rels/workbook.xml.rels")?;
        let mut sheets = Vec::new();
        elements(&self.part("xl/workbook.xml")?, |element| {
            if element.local_name().as_ref() == "sheet"
                && let Some((kind, path)) =
                    attribute(element, "id").and_then(|id| relations.get(&id))
                && kind.ends_with("/worksheet")
            {
                sheets.push(path.clone());
            }
        })?;
        Ok(sheets)
    }

    pub(super) fn grid(&self, sheet: &str) -> Result<Grid, Refused> {
        cells::grid(&self.part(sheet)?, &self.strings)
    }

    /// Kind and part of each relation of the workbook, by id.
    fn relations(&self, path: &str) -> Result<BTreeMap<String, (String, String)>, Refused> {
        let mut relations = BTreeMap::new();
        elements(&self.part(path)?, |element| {
            let get = |name| attribute(element, name);
            if let (Some(id), Some(kind), Some(target)) = (get("Id"), get("Type"), get("Target")) {
                let part = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                };
                relations.insert(id, (kind, part));
            }
        })?;
        Ok(relations)
    }

    /// One part as text.
    fn part(&self, path: &str) -> Result<String, Refused> {
        let no_workbook = |why: Text| {
            let expected = say!(
                "`liyi texts export` 写出、填好译文的 .xlsx 工作簿",
                "the .xlsx workbook that `liyi texts export` wrote, filled in"
            );
            (say!("不是工作簿（{why}）", "no workbook ({why})"; why), expected)
        };
        let mut archive = ZipArchive::new(Cursor::new(self.bytes))
            .map_err(|_| no_workbook(say!("压缩格式不对", "it is not packed as one")))?;
        let part = archive
            .by_name(path)
            .map_err(|_| no_workbook(say!("里面没有 {path}", "it has no {path}")))?;
        let mut bytes = Vec::new();
        // Only what is unpacked counts: what a file says of its size may be a lie.
        part.take(LARGEST_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| no_workbook(say!("{path} 坏了", "its {path} is damaged")))?;
        if bytes.len() as u64 > LARGEST_PART {
            let found = say!(
                "工作簿里的 {path} 超过 256 MiB",
                "a workbook whose {path} is larger than 256 MiB"
            );
            return Err((found, only_texts()));
        }
        String::from_utf8(bytes)
            .map_err(|_| no_workbook(say!("{path} 不是 UTF-8", "its {path} is not UTF-8")))
    }
}

/// Does something with every element.
fn elements(xml: &str, mut act: impl FnMut(&BytesStart<'_>)) -> Result<(), Refused> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(element) | Event::Empty(element) => act(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

pub(super) fn damaged(error: quick_xml::Error) -> Refused {
    let found = say!("工作簿坏了：{error}", "a damaged workbook: {error}");
    let expected = say!(
        "完好的工作簿：打开再存一次，或者请人再发一份",
        "a whole one: open it and save it again, or ask for it once more"
    );
    (found, expected)
}
