//! The picture for Mermaid, as wikis and repositories show it.

use std::fmt::Write;

use super::dot::label;
use super::{Graph, NodeKind};

/// The picture as a Mermaid flowchart.
pub fn mermaid(graph: &Graph) -> String {
    // Writing into a string cannot fail.
    let mut out = String::new();
    let head: String = graph.title.chars().filter(|c| !c.is_control()).collect();
    let _ =
        writeln!(out, "---\ntitle: \"{}\"\n---", head.replace('\\', "\\\\").replace('"', "\\\""));
    let _ = writeln!(out, "%% {}", graph.subtitle.replace(['\n', '{', '}'], " "));
    out.push_str("flowchart TD\n");
    for (number, node) in graph.nodes.iter().enumerate() {
        let (open, close) = match node.kind {
            NodeKind::Beat => ("[", "]"),
            NodeKind::Watch => ("{{", "}}"),
            NodeKind::Ending => ("([", "])"),
        };
        let _ = writeln!(out, "  n{number}{open}\"{}\"{close}", escaped(&label(node)));
    }
    for edge in &graph.edges {
        let arrow = match (edge.best, edge.watch) {
            (true, _) => "==>",
            (false, true) => "-.->",
            (false, false) => "-->",
        };
        let star = if edge.best { "★ " } else { "" };
        let words = format!("{star}{}", edge.label);
        let words = match words.trim_end() {
            "" => String::new(),
            words => format!("|\"{}\"|", escaped(words)),
        };
        let _ = writeln!(out, "  n{} {arrow}{words} n{}", edge.from, edge.to);
    }
    let class = |out: &mut String, name: &str, how: &str, numbers: Vec<String>| {
        if !numbers.is_empty() {
            let _ =
                writeln!(out, "  classDef {name} {how};\n  class {} {name};", numbers.join(","));
        }
    };
    let those = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
        (0..graph.nodes.len()).filter(|n| wanted(*n)).map(|n| format!("n{n}")).collect()
    };
    class(&mut out, "best", "stroke-width:4px", those(&|n| !graph.nodes[n].best.is_empty()));
    let watches = those(&|n| graph.nodes[n].kind == NodeKind::Watch);
    class(&mut out, "watch", "stroke-dasharray:6 4", watches);
    out
}

/// Text between quotation marks: Mermaid knows characters by number there.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br/>"),
            '"' | '#' | '<' | '>' | '&' | '`' | '\\' | ';' | '*' | '_' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_of_the_language_are_escaped() {
        assert_eq!(escaped("a \"b\" <i>\n`#1`"), "a #34;b#34; #60;i#62;<br/>#96;#35;1#96;");
    }
}
