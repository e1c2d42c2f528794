//! What a text is in the play, in words for the translator.

use crate::source::{Locator, Part, Path, SourceFile};

/// What a text is: a spoken line, a button, a label …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The word in line ids of members without an id of their own.
    pub word: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
}

const fn kind(word: &'static str, zh: &'static str, en: &'static str) -> Kind {
    Kind { word, zh, en }
}

/// Texts of list members, by list and field.
const MEMBERS: &[(&str, &str, Kind)] = &[
    ("options", "text", kind("option", "选项（按钮）", "option (button)")),
    ("actions", "text", kind("action", "动作（按钮）", "action (button)")),
    ("options", "says", kind("says", "选后说出的话", "then said aloud")),
    ("actions", "says", kind("says", "选后说出的话", "then said aloud")),
    ("items", "text", kind("item", "物品或卡片", "item or tile")),
    ("items", "detail", kind("detail", "细看时的说明", "on a closer look")),
    ("spots", "text", kind("spot", "画面中的一处", "spot in the picture")),
    ("spots", "detail", kind("detail", "细看时的说明", "on a closer look")),
    ("dials", "label", kind("dial", "动作旋钮", "dial")),
    ("positions", "text", kind("position", "旋钮的一档", "dial position")),
    ("marks", "text", kind("mark", "刻度", "mark on the scale")),
    ("tracks", "label", kind("track", "线路或等候者", "line or person waiting")),
    ("fields", "label", kind("field", "表格栏目", "form field")),
    ("fields", "answer", kind("answer", "栏目的正确内容", "right answer")),
    ("choices", "text", kind("choice", "可填的内容", "value to pick")),
];

/// Texts of structs, by field.
const FIELDS: &[(&str, Kind)] = &[
    ("title", kind("title", "标题", "title")),
    ("summary", kind("summary", "一句话简介", "summary")),
    ("briefing", kind("briefing", "开始前的说明", "briefing paragraph")),
    ("goal", kind("goal", "目标", "goal")),
    ("name", kind("name", "姓名", "name")),
    ("role", kind("role", "身份", "role")),
    ("hint", kind("hint", "关于顾客的提示", "hint about the customer")),
    ("dissatisfied", kind("remark", "不满意时的话", "remark when dissatisfied")),
    ("satisfied", kind("remark", "满意时的话", "remark when satisfied")),
    ("delighted", kind("remark", "惊喜时的话", "remark when delighted")),
    ("meter", kind("meter", "进度条名称", "name of a meter")),
    ("label", kind("label", "段落名", "name of a scene")),
    ("prompt", kind("prompt", "题面", "question")),
    ("into", kind("into", "装进哪里", "what things go into")),
    ("low", kind("low", "刻度低端", "low end of the scale")),
    ("high", kind("high", "刻度高端", "high end of the scale")),
    ("accept", kind("accept", "也算对的写法", "other right spelling")),
    ("better", kind("better", "更好的做法", "what would have worked")),
    ("why", kind("why", "为什么重要", "why it matters")),
    ("ruling", kind("ruling", "企业裁定", "house ruling")),
    ("statement", kind("statement", "标准", "standard")),
    ("criterion", kind("criterion", "判定依据", "criterion")),
    ("note", kind("note", "说明", "note")),
];

const FILLING: Kind = kind("filling", "填入占位符的词", "words for a placeholder");
const ENDING: Kind = kind("ending", "结局", "ending");
const OTHER: Kind = kind("text", "文字", "text");

/// Texts of steps, by variant.
const STEPS: &[(&str, Kind)] = &[
    ("Say", kind("say", "台词", "spoken line")),
    ("Tell", kind("tell", "旁白", "narration")),
    ("Think", kind("think", "内心的话", "thought")),
    ("Perceive", kind("perceive", "顾客的感受", "what the customer notices")),
];

impl Kind {
    /// What the text at a path is.
    pub(in crate::author) fn of(
        source: &SourceFile,
        locator: &Locator<'_>,
        path: &Path<'_>,
    ) -> Kind {
        if let Some((_, step)) = variant(source, locator, &path.up())
            .and_then(|word| STEPS.iter().find(|(name, _)| *name == word))
        {
            return *step;
        }
        let parts = path.parts();
        let names: Vec<&str> = parts
            .iter()
            .filter_map(|part| if let Part::Name(name) = part { Some(*name) } else { None })
            .collect();
        match names.first() {
            Some(&"variations") if names.get(3) == Some(&"text") => return FILLING,
            Some(&"endings") => return ENDING,
            _ => {}
        }
        let Some(field) = names.last() else { return OTHER };
        if let [.., Part::Name(list), Part::At(_), Part::Name(_)] = parts
            && let Some((.., member)) = MEMBERS.iter().find(|(l, f, _)| l == list && f == field)
        {
            return *member;
        }
        FIELDS.iter().find(|(name, _)| name == field).map_or(OTHER, |(_, kind)| *kind)
    }
}

/// The word before the brackets of the value at a path.
pub(super) fn variant<'s>(
    source: &'s SourceFile,
    locator: &Locator<'_>,
    path: &Path<'_>,
) -> Option<&'s str> {
    let value = &source.text[locator.span(path)?];
    let end = value.find(|c: char| c != '_' && !c.is_alphanumeric())?;
    (end > 0 && value[end..].trim_start().starts_with('(')).then(|| &value[..end])
}
