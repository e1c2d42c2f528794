//! The picture for Graphviz.

use std::fmt::Write;

use super::{Graph, Node, NodeKind, mark};

/// The picture in the DOT language, for `dot -Tsvg` and its kin.
pub fn dot(graph: &Graph) -> String {
    let mut out = String::from("digraph scenario {\n");
    let head = format!("{}\n{}", graph.title, graph.subtitle);
    // Writing into a string cannot fail.
    let _ = writeln!(out, "  label={};\n  labelloc=t;", quoted(&head));
    out.push_str(
        "  node [shape=box, fontname=\"Noto Sans CJK SC, sans-serif\", fontsize=11];\n  \
         edge [fontname=\"Noto Sans CJK SC, sans-serif\", fontsize=9];\n",
    );
    for (number, node) in graph.nodes.iter().enumerate() {
        let mut how = vec![format!("label={}", quoted(&label(node)))];
        match node.kind {
            NodeKind::Beat => {}
            NodeKind::Watch => how.push("style=\"rounded,dashed\"".to_owned()),
            NodeKind::Ending => how.push("style=rounded".to_owned()),
        }
        if !node.best.is_empty() {
            how.push("penwidth=3".to_owned());
        }
        let _ = writeln!(out, "  n{number} [{}];", how.join(", "));
    }
    for edge in &graph.edges {
        let mut how = Vec::new();
        let star = if edge.best { "★ " } else { "" };
        if !edge.label.is_empty() || edge.best {
            how.push(format!("label={}", quoted(format!("{star}{}", edge.label).trim_end())));
        }
        if edge.watch {
            how.push("style=dashed".to_owned());
        }
        if edge.best {
            how.push("penwidth=3, weight=8".to_owned());
        }
        let how = if how.is_empty() { String::new() } else { format!(" [{}]", how.join(", ")) };
        let _ = writeln!(out, "  n{} -> n{}{how};", edge.from, edge.to);
    }
    out.push_str("}\n");
    out
}

/// The lines of a box.
pub(super) fn label(node: &Node) -> String {
    let mut lines = Vec::new();
    let steps: Vec<String> = node.best.iter().map(ToString::to_string).collect();
    let star = if steps.is_empty() { String::new() } else { format!("★{} ", steps.join("·")) };
    lines.push(format!("{star}{}", node.label));
    match (&node.activity, node.id.is_empty()) {
        (Some(activity), _) => lines.push(format!("{activity} · {}", node.id)),
        (None, false) => lines.push(node.id.clone()),
        (None, true) => {}
    }
    lines.extend(node.standards.iter().map(|j| format!("{} {}", mark(j.severity), j.standard)));
    lines.join("\n")
}

/// A string of the DOT language.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // Graphviz reads `&lt;` and the like in every label.
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn marks_of_the_language_are_escaped() {
        assert_eq!(quoted("say \"a\\b\" & go\nthen"), r#""say \"a\\b\" &amp; go\nthen""#);
    }
}
