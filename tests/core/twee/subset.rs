//! Macros of story formats: whole numbers are kept, everything else is refused by name.

use super::{faults, good, import, notes, options};

#[test]
fn whole_numbers_of_harlowe_are_kept() {
    let file = "\
:: StoryData
{\"ifid\":\"x\",\"format\":\"Harlowe\",\"start\":\"A\"}
:: Setup [startup]
(set: $calm to 3)
:: A
(set: $heat to it + 2, $met to true)
Heat is $heat, calm $calm, price $5, $nobody.
(if: $heat >= 4)[He shouts.](else-if: $heat is 3)[He mutters.](else:)[He waits.]
[[Listen->B]]
(if: $met and $calm > 1)[[[Joke->C]]]
[[Hush->C]]
:: B
(if: $heat > 8)[[[Out->C]]](else:)[[[In->D]]]
:: C
Gone.
:: D
Stayed.
";
    let (imported, scenario) = good(file);
    let variables: Vec<(&str, i32, i32, i32)> =
        scenario.variables.iter().map(|(id, v)| (id.as_str(), v.min, v.max, v.start)).collect();
    assert_eq!(variables, [("calm", 0, 10, 3), ("heat", 0, 10, 0), ("met", 0, 10, 0)]);
    let text = &imported.text;
    for piece in [
        r#"Add("heat", 2),"#,
        r#"Set("met", 1),"#,
        "Heat is {var.heat}, calm {var.calm}, price $5, $nobody.",
        r#"If(when: AtLeast("heat", 4), then: ["#,
        r#"If(when: Is("heat", 3), then: ["#,
        r#"when: All([Not(Is("met", 0)), AtLeast("calm", 2)])"#,
        r#"(when: AtLeast("heat", 9), to: "c"),"#,
    ] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
    assert_eq!(options(&scenario.beats["a"]), ["b", "c", "c-2"]);
    let b = &scenario.beats["b"];
    assert!(b.activity.is_none() && b.next.len() == 2 && b.next[1].to == "d");
    assert_eq!(notes(&imported), []);
}

#[test]
fn whole_numbers_of_sugarcube_are_kept() {
    let file = "\
:: StoryData
{\"ifid\":\"x\",\"format\":\"SugarCube\",\"start\":\"A\"}
:: StoryInit
<<set $heat to 2>>
:: A
/* not [[a link]] */
<<if $heat gte 2>>He shouts.<<elseif $heat is 1>>He mutters.<<else>>He waits.<</if>>
[[Listen|B][$heat += 1]]
<<if $heat lt 2>>[[Joke|C]]<</if>>
[[Hush|C]]
:: B
Over. (Note: a bracket is no macro here.)
:: C
Gone.
";
    let (imported, scenario) = good(file);
    assert_eq!(scenario.variables["heat"].start, 2);
    for piece in [
        r#"If(when: AtLeast("heat", 2), then: ["#,
        r#"Add("heat", 1),"#,
        r#"when: AtMost("heat", 1)"#,
        "// not [[a link]]",
        "(Note: a bracket is no macro here.)",
    ] {
        assert!(imported.text.contains(piece), "{piece}\n{}", imported.text);
    }
    assert_eq!(options(&scenario.beats["a"]), ["b", "c", "c-2"]);
}

#[test]
fn macros_beyond_the_subset_are_refused_by_name_all_at_once() {
    let harlowe = "\
:: Start
(live: 2s)[tick]
(set: $name to \"Xu\")
(link-goto: \"Go\", \"End\") and (print: $x)
(if: (history:) contains \"End\")[seen]
[[Go->End]]
:: End
(text-style: \"bold\")[Over.]
";
    assert_eq!(
        faults(harlowe),
        [
            ("twee-macro", 2),
            ("twee-macro", 3),
            ("twee-macro", 4),
            ("twee-macro", 4),
            ("twee-macro", 5),
            ("twee-macro", 8),
        ]
    );
    let findings = import(harlowe).unwrap_err();
    for (finding, name) in findings.iter().zip([
        "`(live:)`",
        "(set: $name to",
        "`(link-goto:)`",
        "`(print:)`",
        "(if: (history:",
        "`(text-style:)`",
    ]) {
        assert!(finding.found.en.contains(name), "{finding:?}");
    }
    assert!(findings[2].expected.en.contains("[[words->passage]]"), "{:?}", findings[2]);

    let sugar = "\
:: StoryData
{\"ifid\":\"x\",\"format\":\"SugarCube\"}
:: Start
<<timed 2s>>tick<</timed>>
<<= $x>> <<link \"Go\" \"End\">><</link>> [img[cat.png]]
<<if visited(\"End\")>>seen<</if>>
[[Go|End][$x to \"red\"]]
:: End
<%= 1 %>
";
    assert_eq!(
        faults(sugar),
        [
            ("twee-macro", 4),
            ("twee-macro", 5),
            ("twee-macro", 5),
            ("twee-macro", 5),
            ("twee-macro", 6),
            ("twee-macro", 7),
            ("twee-macro", 9),
        ]
    );
}
