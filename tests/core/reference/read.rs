//! Reads the RON types out of the program's own source: names, docstrings, defaults.
//!
//! What serde does is told by its attributes; one that is not known here is a
//! failure, so that the page cannot quietly say something else than the program.

use std::collections::BTreeMap;

use syn::{
    Attribute, Expr, ExprLit, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Stmt,
};

use crate::shipped::repository;

/// One type of the format.
#[derive(Debug)]
pub(super) struct Type {
    pub(super) name: String,
    pub(super) docs: String,
    pub(super) shape: Shape,
}

#[derive(Debug)]
pub(super) enum Shape {
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
    /// Read by code of its own.
    Custom,
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) docs: String,
    pub(super) written: Written,
    /// What holds where it is left out; `None` = it must be given.
    pub(super) default: Option<Default>,
}

#[derive(Debug)]
pub(super) enum Default {
    /// The type's own.
    OfType,
    /// This value.
    Value(String),
}

#[derive(Debug)]
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) docs: String,
    pub(super) is_default: bool,
    pub(super) parts: Parts,
}

#[derive(Debug)]
pub(super) enum Parts {
    None,
    Places(Vec<Written>),
    Named(Vec<Field>),
}

/// How a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// By the name of a Rust type.
    Name(String),
    List(Box<Written>),
    /// By a key of the first kind.
    Map(Box<Written>, Box<Written>),
    /// May be left out; written plainly where it is not.
    Maybe(Box<Written>),
    Group(Vec<Written>),
}

/// The types of these source files that serde reads, in their order.
pub(super) fn types(files: &[&str]) -> Vec<Type> {
    files.iter().flat_map(|file| types_of(file)).collect()
}

pub(super) fn parsed(file: &str) -> syn::File {
    let text = std::fs::read_to_string(repository(file)).unwrap();
    syn::parse_file(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn types_of(file: &str) -> Vec<Type> {
    let parsed = parsed(file);
    let functions = constants(&parsed);
    let by_hand: Vec<String> = parsed.items.iter().filter_map(read_by_hand).collect();
    let mut types = Vec::new();
    for item in &parsed.items {
        let (name, attributes) = match item {
            Item::Struct(item) => (item.ident.to_string(), &item.attrs),
            Item::Enum(item) => (item.ident.to_string(), &item.attrs),
            _ => continue,
        };
        let derived = derives(attributes);
        let custom = by_hand.contains(&name);
        if !derived && !custom {
            continue;
        }
        let at = format!("{file}: {name}");
        serde(attributes, &at, &functions);
        let shape = match item {
            _ if custom => Shape::Custom,
            Item::Struct(item) => Shape::Struct(named(&item.fields, &at, &functions)),
            Item::Enum(item) => {
                let variants = item.variants.iter().map(|variant| {
                    let at = format!("{at}::{}", variant.ident);
                    serde(&variant.attrs, &at, &functions);
                    let fields = match &variant.fields {
                        Fields::Unit => Parts::None,
                        Fields::Unnamed(fields) => {
                            Parts::Places(fields.unnamed.iter().map(|f| written(&f.ty)).collect())
                        }
                        fields @ Fields::Named(_) => Parts::Named(named(fields, &at, &functions)),
                    };
                    let is_default = variant.attrs.iter().any(|a| a.path().is_ident("default"));
                    let (name, docs) = (variant.ident.to_string(), docs(&variant.attrs));
                    Variant { name, docs, is_default, parts: fields }
                });
                Shape::Enum(variants.collect())
            }
            _ => unreachable!("only structs and enums come here"),
        };
        types.push(Type { name, docs: docs(attributes), shape });
    }
    types
}

fn named(fields: &Fields, at: &str, functions: &BTreeMap<String, String>) -> Vec<Field> {
    let field = |field: &syn::Field| {
        let name = field.ident.as_ref().unwrap_or_else(|| panic!("{at}: a field without a name"));
        let name = name.to_string();
        let default = serde(&field.attrs, &format!("{at}.{name}"), functions);
        Field { name, docs: docs(&field.attrs), written: written(&field.ty), default }
    };
    fields.iter().map(field).collect()
}

/// The type that an item reads by code of its own, if it does.
fn read_by_hand(item: &Item) -> Option<String> {
    let Item::Impl(item) = item else { return None };
    let (of, _) = item.trait_.as_ref()?;
    (of.segments.last()?.ident == "Deserialize").then(|| match written(&item.self_ty) {
        Written::Name(name) => name,
        other => panic!("{other:?} reads itself"),
    })
}

fn derives(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|a| a.path().is_ident("derive")).any(|attribute| {
        let mut found = false;
        attribute
            .parse_nested_meta(|meta| {
                found |= meta.path.is_ident("Deserialize");
                Ok(())
            })
            .unwrap();
        found
    })
}

/// What serde's attributes say of the default; any that is not known fails.
fn serde(
    attributes: &[Attribute],
    at: &str,
    functions: &BTreeMap<String, String>,
) -> Option<Default> {
    let mut default = None;
    for attribute in attributes.iter().filter(|a| a.path().is_ident("serde")) {
        attribute
            .parse_nested_meta(|meta| {
                if meta.path.is_ident("default") {
                    default = Some(match meta.value() {
                        Ok(value) => {
                            let name: syn::LitStr = value.parse()?;
                            let found = functions.get(&name.value());
                            Default::Value(
                                found.unwrap_or_else(|| panic!("{at}: {}", name.value())).clone(),
                            )
                        }
                        Err(_) => Default::OfType,
                    });
                } else if !meta.path.is_ident("deny_unknown_fields") {
                    panic!("{at}: an attribute of serde that the reference does not know");
                }
                Ok(())
            })
            .unwrap_or_else(|e| panic!("{at}: {e}"));
    }
    default
}

/// The functions of a file that give nothing but a value: `fn one() -> u32 { 1 }`.
fn constants(file: &syn::File) -> BTreeMap<String, String> {
    let mut constants = BTreeMap::new();
    for item in &file.items {
        let Item::Fn(function) = item else { continue };
        if let [Stmt::Expr(Expr::Lit(ExprLit { lit, .. }), None)] = &*function.block.stmts {
            let value = match lit {
                Lit::Bool(value) => value.value.to_string(),
                Lit::Int(value) => value.base10_digits().to_owned(),
                Lit::Str(value) => format!("{:?}", value.value()),
                _ => continue,
            };
            constants.insert(function.sig.ident.to_string(), value);
        }
    }
    constants
}

/// A docstring as one line.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(meta) = &attribute.meta else { return None };
        match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if meta.path.is_ident("doc") => {
                Some(text.value().trim().to_owned())
            }
            _ => None,
        }
    });
    let joined = lines.collect::<Vec<_>>().join(" ");
    let plain = joined.split_whitespace().collect::<Vec<_>>().join(" ");
    // A link of rustdoc's leads nowhere on a page of its own.
    let plain = plain.replace("[`", "`").replace("`]", "`");
    // Where a rule was first worked out is of no use to who writes a file.
    match plain.split_once(" (`") {
        Some((before, after)) if after.contains(".md` §") => {
            let rest = after.split_once(')').map_or("", |(_, rest)| rest);
            format!("{before}{rest}")
        }
        _ => plain,
    }
}

/// How a Rust type is written in RON.
fn written(of: &syn::Type) -> Written {
    match of {
        syn::Type::Tuple(group) => Written::Group(group.elems.iter().map(written).collect()),
        syn::Type::Path(path) => {
            let last = path.path.segments.last().unwrap();
            let mut inside = match &last.arguments {
                PathArguments::AngleBracketed(list) => list
                    .args
                    .iter()
                    .filter_map(|argument| match argument {
                        GenericArgument::Type(of) => Some(written(of)),
                        _ => None,
                    })
                    .collect(),
                _ => Vec::new(),
            };
            let name = last.ident.to_string();
            match (name.as_str(), inside.len()) {
                ("Vec", 1) => Written::List(Box::new(inside.remove(0))),
                ("Option", 1) => Written::Maybe(Box::new(inside.remove(0))),
                ("Box", 1) => inside.remove(0),
                ("BTreeMap", 2) => {
                    let value = inside.remove(1);
                    Written::Map(Box::new(inside.remove(0)), Box::new(value))
                }
                (_, 0) => Written::Name(name),
                _ => panic!("`{name}` of {inside:?} is not known to the reference"),
            }
        }
        _ => panic!("a type that the reference does not know"),
    }
}
