//! What the inspector has found on a walk: a file for tools, a list for people.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::{Fault, FaultKind};

/// The file beside the pictures.
const FILE: &str = "layout.json";
/// The most faults that are listed for people.
const LISTED: usize = 80;

/// Everything found so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    legs: Vec<Leg>,
}

/// What was found on one walk past every stop.
#[derive(Debug)]
struct Leg {
    name: String,
    stops: Vec<(String, Vec<Fault>)>,
}

impl Report {
    /// Begins another walk, in this look.
    pub(crate) fn begin(&mut self, name: &str) {
        self.legs.push(Leg { name: name.to_owned(), stops: Vec::new() });
    }

    /// What was found at a stop of the walk that was begun last.
    pub(crate) fn add(&mut self, stop: &str, faults: Vec<Fault>) {
        if let Some(leg) = self.legs.last_mut() {
            leg.stops.push((stop.to_owned(), faults));
        }
    }

    /// Writes down the walk that was begun last, if one was.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        let Some(leg) = self.legs.last() else { return Ok(()) };
        let stops: Vec<Value> = leg.stops.iter().map(|(stop, faults)| {
            json!({ "stop": stop, "faults": faults.iter().map(fault_json).collect::<Vec<_>>() })
        }).collect();
        let whole = json!({ "look": leg.name, "stops": stops });
        fs::write(folder.join(FILE), format!("{whole:#}\n"))
    }

    /// Every fault once, with where it is seen; nothing where there is none.
    pub(crate) fn list(&self) -> Option<String> {
        let mut once: BTreeMap<(&str, FaultKind, &str, &str), (Vec<&str>, &Fault)> =
            BTreeMap::new();
        for leg in &self.legs {
            for (stop, faults) in &leg.stops {
                for fault in faults {
                    let other = fault.other.as_deref().unwrap_or_default();
                    let key = (leg.name.as_str(), fault.kind, fault.what.as_str(), other);
                    once.entry(key).or_insert_with(|| (Vec::new(), fault)).0.push(stop);
                }
            }
        }
        if once.is_empty() {
            return None;
        }
        let mut list = format!("{} faults of layout:", once.len());
        for ((leg, kind, what, other), (stops, fault)) in once.iter().take(LISTED) {
            let on = if other.is_empty() { String::new() } else { format!(" and “{other}”") };
            let at = fault.rect;
            let more = match stops.len() {
                1 => String::new(),
                n => format!(" and {} more", n - 1),
            };
            list += &format!(
                "\n  {leg} {}{more}: {} by {:.0} px: “{what}”{on} at {:.0},{:.0}",
                stops[0],
                kind.word(),
                fault.by,
                at.min.x,
                at.min.y,
            );
        }
        if once.len() > LISTED {
            list += &format!("\n  and {} more in {FILE}", once.len() - LISTED);
        }
        Some(list)
    }
}

fn fault_json(fault: &Fault) -> Value {
    let at = fault.rect;
    json!({
        "kind": fault.kind.word(),
        "what": fault.what,
        "other": fault.other,
        "rect": [at.min.x, at.min.y, at.width(), at.height()],
        "by": fault.by,
    })
}

#[cfg(test)]
mod tests {
    use bevy::math::Rect;

    use super::*;

    #[test]
    fn the_same_fault_is_listed_once_with_its_places() {
        let fault = Fault {
            kind: FaultKind::Overlap,
            what: "您好".to_owned(),
            other: Some("请坐".to_owned()),
            rect: Rect::new(10.0, 20.0, 30.0, 50.0),
            by: 4.0,
        };
        let mut report = Report::default();
        report.begin("zh-100");
        report.add("title", Vec::new());
        assert_eq!(report.list(), None);
        report.add("settings", vec![fault.clone()]);
        report.add("pause", vec![fault]);
        let list = report.list().unwrap();
        assert_eq!(
            list,
            "1 faults of layout:\n  zh-100 settings and 1 more: overlap by 4 px: “您好” and \
             “请坐” at 10,20"
        );
        let folder = tempfile::tempdir().unwrap();
        report.write(folder.path()).unwrap();
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        let whole: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(whole["stops"][1]["faults"][0]["rect"], json!([10.0, 20.0, 20.0, 30.0]));
        assert_eq!(whole["stops"][0]["faults"], json!([]));
    }
}
