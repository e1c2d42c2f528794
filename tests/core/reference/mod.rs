//! `scenarios/REFERENCE.md` is written from the types that read the files, and is up to date.
//!
//! To write it again after a change: `LIYI_UPDATE=1 cargo test --no-default-features reference`.

mod page;
mod read;

use std::collections::BTreeSet;
use std::fs;

use ron::error::Error;
use serde::de::DeserializeOwned;
use syn::{Expr, Item, Lit};

use liyi::scenario as s;
use liyi::standard::{Age, Dimension, Lang, Married, Occasion, Origin, Phase, Severity, Sex, Side};
use liyi::standard::{Text, Treatment, Unit};

use crate::shipped::{HOUSES, library, repository};
use page::{ByHand, Page};
use read::{Parts, Shape, Type};

const SCENARIO: &[&str] = &[
    "src/scenario/script.rs",
    "src/scenario/activity.rs",
    "src/scenario/step.rs",
    "src/scenario/pose.rs",
    "src/scenario/evidence.rs",
    "src/scenario/number.rs",
    "src/source/text.rs",
    "src/standard/person.rs",
];
const PROFILE: &[&str] = &["src/standard/profile_file.rs"];
const PLACE: &[&str] = &["src/scenario/place.rs"];
const STANDARD: &[&str] = &[
    "src/standard/catalogue_file.rs",
    "src/standard/standard_file.rs",
    "src/standard/measure.rs",
    "src/standard/rule.rs",
    "src/standard/document.rs",
];

/// How the types that read themselves are written. `every_custom_type…` holds
/// them to it.
const BY_HAND: &[ByHand] = &[
    ByHand {
        name: "Text",
        how: "Either one string, the same in both languages, or both side by side. Straight \
              quotation marks in English are shown as those of print.",
        taken: &["\"3 G\"", "(zh: \"您好\", en: \"Good morning\")", "\"\""],
        refused: &["(zh: \"您好\")", "(en: \"Hello\")", "(zh: \"您好\", fr: \"Bonjour\")", "3"],
    },
    ByHand {
        name: "Number",
        how: "A whole number without quotation marks, or in quotation marks the name of one. Which \
              names there are is checked when the scenario is read.",
        taken: &["4", "-500", "\"pace.every\"", "\"profile.ring_limit\"", "\"var.heat\""],
        refused: &["4.5", "true", "(4)"],
    },
    ByHand {
        name: "Tenths",
        how: "A number from -100 to 100 with at most one decimal.",
        taken: &["6", "-0.5", "100"],
        refused: &["0.25", "100.1", "\"6\""],
    },
    ByHand {
        name: "Value",
        how: "A word or a time of day in quotation marks, or a whole number without. Which of them \
              a key takes, the table below says.",
        taken: &["\"off\"", "\"08:28\"", "4"],
        refused: &["4.5", "true", "(4)"],
    },
    ByHand {
        name: "Amount",
        how: "A whole number; with the unit `Clock` a time of day in quotation marks.",
        taken: &["4", "-5", "\"08:28\""],
        refused: &["4.5", "true", "\"half past eight\"", "\"24:00\""],
    },
];

/// The fields or words that serde itself expects of a type, from its refusal of others.
fn expected<T: DeserializeOwned>(wrong: &str) -> Vec<String> {
    let options = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES);
    let refusal = options.from_str::<T>(wrong).err().map(|e| e.code);
    let names = match refusal {
        Some(
            Error::NoSuchStructField { expected, .. } | Error::NoSuchEnumVariant { expected, .. },
        ) => expected,
        other => panic!("{wrong}: {other:?}"),
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A public type with what serde expects of it, and of each of its variants with fields.
struct Face {
    name: &'static str,
    of_struct: fn() -> Vec<String>,
    of_variant: fn(&str) -> Vec<String>,
}

macro_rules! known {
    ($($of:ty),* $(,)?) => {
        [$(Face {
            name: stringify!($of),
            of_struct: || expected::<$of>("(nope: 1)"),
            of_variant: |variant| match variant {
                "" => expected::<$of>("Nope"),
                variant => expected::<$of>(&format!("{variant}(nope: 1)")),
            },
        }),*]
    };
}

/// Every type of the format that can be reached from outside.
fn known() -> Vec<Face> {
    use s::*;
    known![
        Script,
        Member,
        PersonScript,
        ExpectationScript,
        Remarks,
        Attribute,
        ExpectationPart,
        Variable,
        Alternative,
        Beat,
        Setting,
        Exit,
        Ending,
        Allowed,
        Activity,
        Choice,
        TimerLook,
        Timeline,
        Track,
        Cue,
        Action,
        Item,
        Dial,
        Position,
        Hotspot,
        PackItem,
        SliderLook,
        SliderMark,
        Field,
        FieldChoice,
        Step,
        Mood,
        Pose,
        Hands,
        Height,
        Print,
        Free,
        PosePart,
        Place,
        PlaceThing,
        PlaceSpot,
        Spot,
        Opportunity,
        Rule,
        Outcome,
        Recovery,
        When,
        FirstHand,
        HadVerdict,
        Age,
        Sex,
        Married,
        Side,
        Occasion,
        Phase,
        Unit,
        Origin,
        Severity,
        Dimension,
        Treatment,
    ]
    .into()
}

fn all() -> Vec<Type> {
    let mut types = read::types(SCENARIO);
    types.extend(read::types(PLACE));
    types.extend(read::types(PROFILE));
    types.extend(read::types(STANDARD));
    // Whose place it is: a beat's `setting` says it, no file names it.
    types.retain(|of| of.name != "Role");
    types
}

/// Every key a profile can set: its name, what it may be, and the shipped houses' values.
fn keys() -> String {
    let file = read::parsed("src/standard/keys.rs");
    let list = file.items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == "KEYS" => Some(&item.expr),
        _ => None,
    });
    let mut table = format!("| key | may be | {} |\n|---|---|", HOUSES.join(" | "));
    table.push_str(&"---|".repeat(HOUSES.len()));
    let Some(Expr::Reference(list)) = list.map(AsRef::as_ref) else { panic!("no list of keys") };
    let Expr::Array(list) = &*list.expr else { panic!("the keys are no list") };
    for key in &list.elems {
        let Expr::Tuple(pair) = key else { panic!("a key is no pair") };
        let (name, kind) = (text(&pair.elems[0]), kind(&pair.elems[1]));
        let values = HOUSES.map(|house| {
            let value = library().profile(house).unwrap().word(&name);
            format!("`{}`", value.unwrap_or_else(|| panic!("{house} has no {name}")))
        });
        table.push_str(&format!("\n| `{name}` | {kind} | {} |", values.join(" | ")));
    }
    table
}

fn text(expr: &Expr) -> String {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => text.value(),
            Lit::Int(number) => number.base10_digits().to_owned(),
            _ => panic!("neither a word nor a number"),
        },
        _ => panic!("not a plain value"),
    }
}

fn kind(expr: &Expr) -> String {
    match expr {
        Expr::Path(path) if path.path.is_ident("Clock") => {
            "a time of day such as `\"08:28\"`, or `\"site\"` where each site sets its own"
                .to_owned()
        }
        Expr::Call(call) => {
            let Expr::Path(name) = &*call.func else { panic!("not a kind of key") };
            if name.path.is_ident("Number") {
                let (from, to) = (text(&call.args[0]), text(&call.args[1]));
                return format!("a whole number from {from} to {to}");
            }
            assert!(name.path.is_ident("Word"), "a kind of key that the reference does not know");
            let Expr::Reference(words) = &call.args[0] else { panic!("no list of words") };
            let Expr::Array(words) = &*words.expr else { panic!("no list of words") };
            let words: Vec<String> =
                words.elems.iter().map(|word| format!("`\"{}\"`", text(word))).collect();
            words.join(", ")
        }
        _ => panic!("a kind of key that the reference does not know"),
    }
}

/// Every shipped stage with its things and its spots.
fn stages() -> String {
    let (places, findings) = s::places(&repository("assets/stages"));
    assert_eq!(findings, Vec::new());
    let mut table = "| stage | `Put` and `Clear` | hotspots `on` |\n|---|---|---|".to_owned();
    let list = |names: Vec<String>| names.join(", ");
    for (id, place) in &places {
        let things = place.things.iter().map(|(name, thing)| {
            let there = if thing.there { " (there at first)" } else { "" };
            format!("`{name}`{there}")
        });
        let spots = place.spots.iter().map(|(name, spot)| format!("`{name}`: {}", spot.name.en));
        let (things, spots) = (list(things.collect()), list(spots.collect()));
        table.push_str(&format!("\n| `{id}` | {things} | {spots} |"));
    }
    table
}

fn page() -> String {
    let types = all();
    let names = |files: &[&str]| -> BTreeSet<String> {
        read::types(files).into_iter().map(|of| of.name).collect()
    };
    let mut page = Page::new(&types, BY_HAND);
    page.text(
        "# The format, field by field\n\nWritten from the types that read the files; do not edit it by \
         hand. `README.md` beside it tells how it all hangs together, and `liyi new ID` writes a \
         scenario to begin with.",
    );
    page.text(
        "A file is RON: `(field: value, …)` for a thing with fields, `[…]` for a list, `{\"name\": …}` \
         for things by name, `\"…\"` for text, `//` before a remark. Fields may stand in any order. A \
         field that is not on this page is refused, and so is one that is given twice.",
    );
    for (title, files) in [
        ("## A scenario: `scenarios/ID.ron`\n\nThe whole file is one Scenario.", SCENARIO),
        (
            "## A place: `assets/stages/ID.ron`\n\nWhat of a stage scenarios may name; the whole file is one \
             Place. The picture is `ID.svg` beside it.",
            PLACE,
        ),
        (
            "## A house profile: `scenarios/profiles/NAME.ron`\n\nThe whole file is one Profile.",
            PROFILE,
        ),
        (
            "## Standards: `assets/standards/DOMAIN.ron`\n\nThe whole file is one Domain; `documents.ron` is one Documents.",
            STANDARD,
        ),
    ] {
        page.text(title);
        let names = names(files);
        page.types(&names.iter().map(String::as_str).collect());
        if files == PLACE {
            page.text(&format!("### Stages\n\nWhat the shipped stages have.\n\n{}", stages()));
        }
        if files == PROFILE {
            page.text(&format!(
                "### Keys\n\nEvery key a profile can set, and the shipped houses' values.\n\n{}",
                keys()
            ));
        }
    }
    page.done()
}

#[test]
fn the_page_is_what_the_types_say() {
    let path = repository("scenarios/REFERENCE.md");
    let page = page();
    if std::env::var_os("LIYI_UPDATE").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let first = page.lines().zip(written.lines()).position(|(new, old)| new != old);
    assert!(
        page == written,
        "scenarios/REFERENCE.md is stale (first at line {}); write it again with \
         `LIYI_UPDATE=1 cargo test --no-default-features reference`",
        first.unwrap_or(0) + 1
    );
}

#[test]
fn what_is_read_from_the_source_is_what_serde_expects() {
    let types = all();
    let known = known();
    let private = |name: &str| name.ends_with("File") || name == "Words";
    for of in types.iter().filter(|of| !private(&of.name)) {
        let name = of.name.as_str();
        if matches!(of.shape, Shape::Custom) {
            continue;
        }
        let real = known.iter().find(|known| known.name == name);
        let real = real.unwrap_or_else(|| panic!("`{name}` is not held against serde"));
        match &of.shape {
            Shape::Struct(fields) => {
                let read: Vec<&str> = fields.iter().map(|f| f.name.as_str()).collect();
                assert_eq!((real.of_struct)(), read, "{name}");
            }
            Shape::Enum(variants) => {
                let read: Vec<&str> = variants.iter().map(|v| v.name.as_str()).collect();
                assert_eq!((real.of_variant)(""), read, "{name}");
                for variant in variants {
                    if let Parts::Named(fields) = &variant.parts {
                        let read: Vec<&str> = fields.iter().map(|f| f.name.as_str()).collect();
                        assert_eq!((real.of_variant)(&variant.name), read, "{name}");
                    }
                }
            }
            Shape::Custom => {}
        }
    }
    let read: BTreeSet<&str> = types.iter().map(|of| of.name.as_str()).collect();
    assert!(known.iter().all(|known| read.contains(known.name)), "a type is not on the page");
}

#[test]
fn every_type_and_field_says_what_it_means() {
    let mut silent = Vec::new();
    for of in all() {
        if of.docs.is_empty() {
            silent.push(of.name.clone());
        }
        let parts: Vec<(String, Vec<read::Field>)> = match of.shape {
            Shape::Struct(fields) => vec![(of.name, fields)],
            Shape::Enum(variants) => variants
                .into_iter()
                .filter_map(|variant| match variant.parts {
                    Parts::Named(fields) => {
                        Some((format!("{}::{}", of.name, variant.name), fields))
                    }
                    Parts::Places(_) if variant.docs.is_empty() => {
                        silent.push(format!("{}::{}", of.name, variant.name));
                        None
                    }
                    _ => None,
                })
                .collect(),
            Shape::Custom => Vec::new(),
        };
        for (name, fields) in parts {
            let fields = fields.iter().filter(|field| field.docs.is_empty());
            silent.extend(fields.map(|field| format!("{name}.{}", field.name)));
        }
    }
    assert_eq!(silent, [""; 0], "{} without a docstring", silent.len());
}

#[test]
fn every_custom_type_takes_and_refuses_what_the_page_says() {
    let tried = |own: &ByHand, taken: &dyn Fn(&str) -> bool| {
        for example in own.taken {
            assert!(taken(example), "{}: {example} is refused", own.name);
        }
        for example in own.refused {
            assert!(!taken(example), "{}: {example} is taken", own.name);
        }
    };
    for own in BY_HAND {
        match own.name {
            "Text" => tried(own, &|text| ron::from_str::<Text>(text).is_ok()),
            "Number" => tried(own, &|text| ron::from_str::<s::Number>(text).is_ok()),
            "Tenths" => tried(own, &|text| ron::from_str::<s::Tenths>(text).is_ok()),
            "Value" => tried(own, &value),
            "Amount" => tried(own, &amount),
            name => panic!("`{name}` is not tried"),
        }
    }
    let typed: Text = ron::from_str(r#"(zh: "“好”", en: "\"It's good\"")"#).unwrap();
    assert_eq!(typed.get(Lang::En), "“It’s good”");
}

/// Whether a profile may give some key this value.
fn value(text: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.ron");
    ["gender", "post_time", "ring_limit"].iter().any(|key| {
        let file = format!(
            "(id: \"own\", title: \"1\", base: \"classroom\", keys: {{\"{key}\": {text}}})"
        );
        fs::write(&path, file).unwrap();
        let houses = repository("scenarios/profiles");
        liyi::standard::Profile::load_own(&path, &[&houses]).is_ok()
    })
}

/// Whether a measure may have this limit.
fn amount(text: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let words = "(zh: \"一\", en: \"a\")";
    ["Minutes", "Clock"].iter().any(|unit| {
        let file = format!(
            "(id: \"x\", title: {words}, standards: [(id: \"x-a\", statement: {words}, criterion: {words}, \
             measures: [(exactly: {text}, unit: {unit}, from: Source)], sources: [(\"a.txt\", \"1\")], \
             severity: Minor, dimension: Both, treatment: Teach)])"
        );
        fs::write(folder.path().join("x.ron"), file).unwrap();
        liyi::standard::Catalogue::load(folder.path()).1.is_empty()
    })
}
