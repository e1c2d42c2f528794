//! Writes the types down as a page of Markdown.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::read::{Default, Field, Parts, Shape, Type, Variant, Written};

/// A type that the program reads by code of its own, as an author writes it.
pub(super) struct ByHand {
    pub(super) name: &'static str,
    /// How it is written, after its docstring.
    pub(super) how: &'static str,
    /// What the program takes, and what it refuses.
    pub(super) taken: &'static [&'static str],
    pub(super) refused: &'static [&'static str],
}

pub(super) struct Page<'a> {
    pub(super) types: &'a [Type],
    pub(super) by_hand: &'a [ByHand],
    out: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(types: &'a [Type], by_hand: &'a [ByHand]) -> Page<'a> {
        Page { types, by_hand, out: String::new() }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    pub(super) fn done(self) -> String {
        format!("{}\n", self.out.trim_end())
    }

    /// Every one of these types, in this order.
    pub(super) fn types(&mut self, names: &BTreeSet<&str>) {
        for of in self.types.iter().filter(|of| names.contains(of.name.as_str())) {
            let title = shown(&of.name);
            self.text(&format!("### {title}\n\n{}", of.docs));
            match &of.shape {
                Shape::Struct(fields) => self.fields(fields),
                Shape::Enum(variants) => self.variants(&title, variants),
                Shape::Custom => self.by_hand(&of.name),
            }
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        let mut table =
            String::from("| field | meaning | written as | if left out |\n|---|---|---|---|\n");
        for field in fields {
            let _ = writeln!(
                table,
                "| `{}` | {} | {} | {} |",
                field.name,
                cell(&field.docs),
                self.words(&field.written),
                self.left_out(field)
            );
        }
        self.text(table.trim_end());
    }

    fn variants(&mut self, of: &str, variants: &[Variant]) {
        let plain = |v: &Variant| matches!(v.parts, Parts::None);
        if variants.iter().all(|v| plain(v) && v.docs.is_empty()) {
            let words: Vec<String> = variants.iter().map(word).collect();
            self.text(&format!("One of {}.", words.join(", ")));
            return;
        }
        self.text("One of:");
        let silent = |v: &Variant| plain(v) && v.docs.is_empty();
        let in_table = |v: &&Variant| !matches!(v.parts, Parts::Named(_)) && !silent(v);
        let with_parts = variants.iter().any(|v| matches!(v.parts, Parts::Places(_)));
        let mut table = String::new();
        for variant in variants.iter().filter(in_table) {
            if table.is_empty() {
                table.push_str(match with_parts {
                    true => "| written | of | meaning |\n|---|---|---|\n",
                    false => "| written | meaning |\n|---|---|\n",
                });
            }
            let (how, parts) = match &variant.parts {
                Parts::Places(places) => {
                    let dots = vec!["…"; places.len()].join(", ");
                    (format!("`{}({dots})`", variant.name), self.list(places))
                }
                _ => (word(variant), String::new()),
            };
            let parts = if with_parts { format!(" {parts} |") } else { String::new() };
            let _ = writeln!(table, "| {how} |{parts} {} |", cell(&variant.docs));
        }
        if !table.is_empty() {
            self.text(table.trim_end());
        }
        let rest: Vec<String> = variants.iter().filter(|v| silent(v)).map(word).collect();
        if !rest.is_empty() {
            self.text(&format!("Also {}.", rest.join(", ")));
        }
        for variant in variants {
            if let Parts::Named(fields) = &variant.parts {
                self.text(&format!("#### {of} `{}(…)`\n\n{}", variant.name, variant.docs));
                self.fields(fields);
            }
        }
    }

    fn by_hand(&mut self, name: &str) {
        let own = self.by_hand.iter().find(|own| own.name == name);
        let own = own.unwrap_or_else(|| panic!("how `{name}` is written is not said"));
        let list =
            |list: &[&str]| list.iter().map(|e| format!("`{e}`")).collect::<Vec<_>>().join(" · ");
        self.text(own.how);
        self.text(&format!("Taken: {}", list(own.taken)));
        self.text(&format!("Refused: {}", list(own.refused)));
    }

    /// How a value is written, with a link to what it is made of.
    fn words(&self, written: &Written) -> String {
        match written {
            Written::Name(name) => match name.as_str() {
                "String" => "`\"…\"`".to_owned(),
                "bool" => "`true` or `false`".to_owned(),
                "u8" => "whole number, 0 to 255".to_owned(),
                "u32" => "whole number, 0 or more".to_owned(),
                "i32" | "i64" => "whole number".to_owned(),
                name => {
                    let known = self.types.iter().any(|of| of.name == name);
                    assert!(known, "`{name}` stands in the format and is not on the page");
                    let title = shown(name);
                    format!("[{title}](#{})", title.to_lowercase().replace(' ', "-"))
                }
            },
            Written::Maybe(inner) => self.words(inner),
            Written::List(inner) => format!("list of {}", self.words(inner)),
            Written::Map(key, inner) => match (&**key, &**inner) {
                (Written::Name(name), Written::Map(_, inner)) if name == "String" => {
                    format!("by name, and by name in it: {}", self.words(inner))
                }
                (Written::Name(name), inner) if name == "String" => {
                    format!("by name: {}", self.words(inner))
                }
                (key, inner) => format!("for each {}: {}", self.words(key), self.words(inner)),
            },
            Written::Group(parts) => {
                format!("`({})` of {}", vec!["…"; parts.len()].join(", "), self.list(parts))
            }
        }
    }

    fn list(&self, parts: &[Written]) -> String {
        parts.iter().map(|part| self.words(part)).collect::<Vec<_>>().join(", ")
    }

    fn left_out(&self, field: &Field) -> String {
        match (&field.default, &field.written) {
            (None, _) => "**must be given**".to_owned(),
            (Some(Default::Value(value)), _) => format!("`{value}`"),
            (Some(Default::OfType), Written::Maybe(_)) => "none".to_owned(),
            (Some(Default::OfType), Written::List(_) | Written::Map(..)) => "empty".to_owned(),
            (Some(Default::OfType), Written::Group(_)) => {
                panic!("`{}`: a group has no default on the page", field.name)
            }
            (Some(Default::OfType), Written::Name(name)) => self.default_of(name),
        }
    }

    /// A type's own default.
    fn default_of(&self, name: &str) -> String {
        match name {
            "String" | "Text" => return "empty".to_owned(),
            "bool" => return "`false`".to_owned(),
            "u8" | "u32" | "i32" | "i64" | "Tenths" => return "`0`".to_owned(),
            _ => {}
        }
        let of = self.types.iter().find(|of| of.name == name);
        match of.map(|of| &of.shape) {
            Some(Shape::Enum(variants)) => {
                let own = variants.iter().find(|v| v.is_default);
                format!("`{}`", own.unwrap_or_else(|| panic!("`{name}` has no default")).name)
            }
            Some(Shape::Struct(fields)) if fields.iter().all(|f| f.default.is_some()) => {
                "all of it left out".to_owned()
            }
            _ => panic!("the default of `{name}` is not known to the reference"),
        }
    }
}

/// A variant without parts, with its default marked.
fn word(variant: &Variant) -> String {
    let default = if variant.is_default { " (the default)" } else { "" };
    format!("`{}`{default}", variant.name)
}

/// What an author calls a type: a file is called by what is in it.
pub(super) fn shown(name: &str) -> String {
    let plain = name.strip_suffix("File").or(name.strip_suffix("Script")).unwrap_or(name);
    let plain = match (plain, name) {
        ("", "Script") => "Scenario",
        ("Value", _) => "Key value",
        ("Words", _) => "Both languages",
        (plain, _) => plain,
    };
    plain.to_owned()
}

/// Text inside a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
