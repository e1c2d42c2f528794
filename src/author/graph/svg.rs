//! The picture as SVG, laid out here and complete in itself.

use std::fmt::Write;

use super::layout::{Point, Route, Size, Stroke};
use super::sheet::{LINE, PADDING, SMALL, Sheet, Style};
use super::text::width;
use super::{Edge, Graph, Node, NodeKind};

const SANS: &str = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC',\
                    'Hiragino Sans GB','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";
const MARGIN: f64 = 28.0;
/// Room for the title, the line below it, and the legend.
const HEAD: f64 = 104.0;

const INK: &str = "#1c1c1c";
const QUIET: &str = "#595959";
const LINE_INK: &str = "#757575";
const BEST: &str = "#0b5d4b";
const WATCH: &str = "#8a4b08";

/// The picture as an SVG document.
pub fn svg(graph: &Graph) -> String {
    let sheet = Sheet::of(graph);
    let legend = legend(graph);
    let title = width(&graph.title, 20.0).max(width(&graph.subtitle, 12.0));
    let wide = sheet.size.width.max(title).max(legend.1) + 2.0 * MARGIN;
    let high = sheet.size.height + HEAD + 2.0 * MARGIN;
    let mut out = Out(String::new());
    out.line(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide:.0}\" height=\"{high:.0}\" \
         viewBox=\"0 0 {wide:.0} {high:.0}\" role=\"img\" font-family=\"{SANS}\">"
    ));
    out.line(&format!("<title>{}</title>", escape(&graph.title)));
    out.line(&format!("<desc>{}</desc>", escape(&graph.subtitle)));
    out.line(&format!("<rect width=\"{wide:.0}\" height=\"{high:.0}\" fill=\"#ffffff\"/>"));
    let at = |x: f64, y: f64| Point { x, y };
    out.text(
        at(MARGIN, MARGIN + 18.0),
        20.0,
        &format!("font-weight=\"700\" fill=\"{INK}\""),
        &graph.title,
    );
    out.text(at(MARGIN, MARGIN + 40.0), 12.0, &format!("fill=\"{QUIET}\""), &graph.subtitle);
    out.line(&format!("<g transform=\"translate({MARGIN} {})\">{}</g>", MARGIN + 66.0, legend.0));
    out.line(&format!("<g transform=\"translate({MARGIN} {})\">", MARGIN + HEAD));
    // The best run's arrows last, so that nothing lies over them.
    for best in [false, true] {
        for (edge, route) in graph.edges.iter().zip(&sheet.routes) {
            if let Some(route) = route
                && edge.best == best
            {
                out.arrow(edge, route);
            }
        }
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        if let Some(middle) = sheet.routes[number].as_ref().and_then(|route| route.label) {
            out.label(edge, &sheet.labels[number], middle);
        }
    }
    for (number, node) in graph.nodes.iter().enumerate() {
        let taken = graph.edges.iter().any(|edge| edge.best && edge.from == number);
        out.node(node, taken, &sheet, number);
    }
    out.line("</g>");
    out.line("</svg>");
    out.0
}

/// Text as XML may hold it: marks escaped, control characters left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

struct Out(String);

impl Out {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn text(&mut self, at: Point, size: f64, how: &str, text: &str) {
        self.line(&words(at, size, how, text));
    }

    fn arrow(&mut self, edge: &Edge, route: &Route) {
        let (colour, thick) = match (edge.best, edge.watch) {
            (true, _) => (BEST, 4.0),
            (false, true) => (WATCH, 1.5),
            (false, false) => (LINE_INK, 1.5),
        };
        let dashes = if edge.watch { " stroke-dasharray=\"6 4\"" } else { "" };
        self.line(&format!(
            "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thick}\" \
             stroke-linejoin=\"round\"{dashes}/>",
            path(route, if edge.best { 9.0 } else { 6.0 })
        ));
        let (long, half) = if edge.best { (13.0, 7.5) } else { (9.0, 4.5) };
        let tip = end(route);
        let Point { x: dx, y: dy } = route.heading;
        let (bx, by) = (tip.x - dx * long, tip.y - dy * long);
        self.line(&format!(
            "<polygon points=\"{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}\" fill=\"{colour}\"/>",
            tip.x,
            tip.y,
            bx + dy * half,
            by + dx * half,
            bx - dy * half,
            by - dx * half
        ));
    }

    fn label(&mut self, edge: &Edge, lines: &[String], middle: Point) {
        let count = f64::from(u32::try_from(lines.len()).unwrap_or(0));
        let wide = lines.iter().map(|line| width(line, SMALL)).fold(0.0, f64::max) + 8.0;
        let high = count * SMALL * LINE + 2.0;
        let (colour, weight) = if edge.best { (BEST, " font-weight=\"700\"") } else { (QUIET, "") };
        self.line(&format!("<g><title>{}</title>", escape(&edge.label)));
        self.line(&rect(
            middle,
            Size { width: wide, height: high },
            4.0,
            &format!("fill=\"#ffffff\" stroke=\"{colour}\" stroke-width=\"0.6\""),
        ));
        let mut y = middle.y - high / 2.0 + 1.0;
        for line in lines {
            y += SMALL * LINE;
            let at = Point { x: middle.x, y: y - SMALL * 0.32 };
            let how = format!("text-anchor=\"middle\" fill=\"{INK}\"{weight}");
            self.text(at, SMALL, &how, line);
        }
        self.line("</g>");
    }

    fn node(&mut self, node: &Node, taken: bool, sheet: &Sheet, number: usize) {
        let (size, middle) = (sheet.sizes[number], sheet.middles[number]);
        let best = taken || !node.best.is_empty();
        let (fill, stroke) = match node.kind {
            NodeKind::Beat if node.activity.is_some() => ("#eef3f8", "#4a6078"),
            NodeKind::Beat => ("#ffffff", "#8a8a8a"),
            NodeKind::Watch => ("#fff7ec", WATCH),
            NodeKind::Ending => ("#f3f0e6", "#6b6137"),
        };
        let stroke = if best { BEST } else { stroke };
        let thick = if best { 3.5 } else { 1.2 };
        let corner = match node.kind {
            NodeKind::Beat => 3.0,
            NodeKind::Watch => 12.0,
            NodeKind::Ending => (size.height / 2.0).min(24.0),
        };
        let dashes = if node.kind == NodeKind::Watch { " stroke-dasharray=\"6 4\"" } else { "" };
        self.line(&format!("<g><title>{}</title>", escape(&tip(node))));
        self.line(&rect(
            middle,
            size,
            corner,
            &format!("fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"{dashes}"),
        ));
        let mut y = middle.y - size.height / 2.0 + PADDING - 2.0;
        for line in &sheet.lines[number] {
            y += line.size * LINE;
            let how = match line.style {
                Style::Strong => format!("font-weight=\"700\" fill=\"{INK}\""),
                Style::Plain => format!("fill=\"{INK}\""),
                Style::Quiet => format!("fill=\"{QUIET}\""),
                Style::Struck => format!("fill=\"{QUIET}\" text-decoration=\"line-through\""),
            };
            let centred = node.kind != NodeKind::Beat;
            let x = if centred { middle.x } else { middle.x - size.width / 2.0 + PADDING };
            let how = if centred { format!("text-anchor=\"middle\" {how}") } else { how };
            self.text(Point { x, y: y - line.size * 0.32 }, line.size, &how, &line.text);
        }
        if !node.best.is_empty() {
            let corner = Point { x: middle.x - size.width / 2.0, y: middle.y - size.height / 2.0 };
            self.line(&badge(&numbers(&node.best), corner).0);
        }
        self.line("</g>");
    }
}

/// The steps of the best run at one box: `3`, or `3·7` where it comes twice.
fn numbers(steps: &[usize]) -> String {
    let steps: Vec<String> = steps.iter().map(ToString::to_string).collect();
    steps.join("·")
}

/// A numbered disc about a point, and its width.
fn badge(words: &str, at: Point) -> (String, f64) {
    let wide = (width(words, SMALL) + 10.0).max(20.0);
    let size = Size { width: wide, height: 20.0 };
    let disc =
        rect(at, size, 10.0, &format!("fill=\"{BEST}\" stroke=\"#ffffff\" stroke-width=\"1.5\""));
    let how = "text-anchor=\"middle\" font-weight=\"700\" fill=\"#ffffff\"";
    (disc + &words_at(at, how, words), wide)
}

fn words_at(at: Point, how: &str, text: &str) -> String {
    words(Point { x: at.x, y: at.y + SMALL * 0.36 }, SMALL, how, text)
}

/// What stands on a box when it is pointed at.
fn tip(node: &Node) -> String {
    let mut tip = node.whole.clone();
    for judged in &node.standards {
        // Writing into a string cannot fail.
        let _ = write!(tip, " · {}: {}", judged.standard, judged.statement);
    }
    tip
}

fn words(at: Point, size: f64, how: &str, text: &str) -> String {
    format!(
        "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{size}\" {how}>{}</text>",
        at.x,
        at.y,
        escape(text)
    )
}

fn rect(middle: Point, size: Size, corner: f64, how: &str) -> String {
    format!(
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{corner:.1}\" {how}/>",
        middle.x - size.width / 2.0,
        middle.y - size.height / 2.0,
        size.width,
        size.height
    )
}

fn end(route: &Route) -> Point {
    match route.strokes.last() {
        Some(Stroke::Line(point) | Stroke::Curve(point)) => *point,
        None => route.start,
    }
}

/// The way as path data. It stops short of the end, where the arrow's head is.
fn path(route: &Route, short: f64) -> String {
    let mut data = format!("M{:.1} {:.1}", route.start.x, route.start.y);
    let mut from = route.start;
    for (place, stroke) in route.strokes.iter().enumerate() {
        let last = place + 1 == route.strokes.len();
        let to = match stroke {
            Stroke::Line(to) | Stroke::Curve(to) => *to,
        };
        let back = if last { short } else { 0.0 };
        let stop = Point { x: to.x - route.heading.x * back, y: to.y - route.heading.y * back };
        // Writing into a string cannot fail.
        let _ = match stroke {
            Stroke::Line(_) => write!(data, "L{:.1} {:.1}", stop.x, stop.y),
            Stroke::Curve(_) => {
                let half = f64::midpoint(from.y, stop.y);
                let (a, b, x, y) = (from.x, stop.x, stop.x, stop.y);
                write!(data, "C{a:.1} {half:.1} {b:.1} {half:.1} {x:.1} {y:.1}")
            }
        };
        from = to;
    }
    data
}

/// The legend on one line, and its width.
fn legend(graph: &Graph) -> (String, f64) {
    let mut out = String::new();
    let mut x = 0.0;
    let how = format!("fill=\"{INK}\"");
    let say = |out: &mut String, x: &mut f64, text: &str| {
        out.push_str(&words_at(Point { x: *x, y: 0.0 }, &how, text));
        *x += width(text, SMALL) + 22.0;
    };
    let line = |x: f64, colour: &str, thick: f64, dashes: &str| {
        format!("<path d=\"M{x:.1} 0h34\" stroke=\"{colour}\" stroke-width=\"{thick}\"{dashes}/>")
    };
    out.push_str(&line(x, BEST, 4.0, ""));
    out.push_str(&badge("1", Point { x: x + 44.0, y: 0.0 }).0);
    x += 60.0;
    say(&mut out, &mut x, &graph.legend.best);
    if graph.nodes.iter().any(|node| node.kind == NodeKind::Watch) {
        out.push_str(&line(x, WATCH, 1.5, " stroke-dasharray=\"6 4\""));
        x += 40.0;
        say(&mut out, &mut x, &graph.legend.watch);
    }
    let size = Size { width: 30.0, height: 16.0 };
    let how_box = "fill=\"#f3f0e6\" stroke=\"#6b6137\" stroke-width=\"1.2\"";
    out.push_str(&rect(Point { x: x + 15.0, y: 0.0 }, size, 8.0, how_box));
    x += 36.0;
    say(&mut out, &mut x, &graph.legend.ending);
    for (severity, word) in &graph.legend.severities {
        say(&mut out, &mut x, &format!("{} {word}", super::mark(Some(*severity))));
    }
    (out, x)
}
