//! What the text player says: a word for everything that can happen, and a debrief that fits its page.

use std::collections::BTreeSet;

use liyi::author::{Policy, play};
use liyi::locale::Locale;
use liyi::scenario::{Mood, Pose, Scenario, Step};
use liyi::session::{TimerSetting, Verdict};
use liyi::standard::Lang;
use liyi::terminal;

use crate::shipped::{SCENARIOS, library, repository, scenario, setup};

fn locale(lang: Lang) -> Locale {
    Locale::load(&repository("assets/locales"), lang).unwrap()
}

/// `OfferHand` → `offer-hand`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// Every word after a marker in the scenarios' types as they print themselves.
fn after(scenario: &Scenario, marker: &str) -> BTreeSet<String> {
    let text = format!("{scenario:?}");
    let rest = text.split(marker).skip(1);
    rest.map(|rest| rest.chars().take_while(|c| *c != '"').collect()).collect()
}

#[test]
fn there_is_a_word_for_everything_that_can_happen() {
    use Mood::{Angry, Delighted, Embarrassed, Frown, Neutral, Smile, Surprised, Worried};
    let moods = [Neutral, Smile, Delighted, Frown, Angry, Worried, Surprised, Embarrassed];
    let poses = [
        Pose::Stand,
        Pose::Nod,
        Pose::Bow15,
        Pose::Bow30,
        Pose::Bow45,
        Pose::OfferHand,
        Pose::OfferLeftHand,
        Pose::OfferCard,
        Pose::OfferCardLow,
        Pose::OfferCardHigh,
        Pose::OfferCardWrongWay,
        Pose::OfferCardOneHand,
        Pose::OfferCardLeftHand,
        Pose::OfferCardStack,
        Pose::HoldStack,
        Pose::ReceiveCard,
        Pose::ReceiveCardOneHand,
        Pose::ReadCard,
        Pose::ReadStack,
        Pose::Phone,
        Pose::Film,
        Pose::HoldPaper,
        Pose::HoldCup,
        Pose::HoldCupLeft,
        Pose::HoldPhoneAndCard,
        Pose::HoldCupPhoneAndCard,
        Pose::HoldForm,
        Pose::CrushPaper,
        Pose::HoldTray,
        Pose::HoldUmbrella,
        Pose::PullChair,
        Pose::PourTea,
        Pose::Write,
        Pose::FoldArms,
        Pose::Slam,
        Pose::Wipe,
        Pose::ShowWay,
        Pose::ReachAcross,
        Pose::CheckWatch,
        Pose::Sit,
        Pose::SitWithCards,
        Pose::SitWrite,
        Pose::TurnAway,
    ];
    let verdicts = [
        Verdict::Met,
        Verdict::Recovered,
        Verdict::Partial,
        Verdict::Missed,
        Verdict::Violated,
        Verdict::NotApplicable,
    ];
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    wanted.extend(moods.map(|m| format!("mood-{}", kebab(&format!("{m:?}")))));
    wanted.extend(poses.map(|p| format!("pose-{}", kebab(&format!("{p:?}")))));
    wanted.extend(verdicts.map(|v| format!("verdict-{}", v.word().replace('_', "-"))));
    for band in ["not-yet-safe", "practise-again", "competent", "good", "exemplary"] {
        wanted.insert(format!("band-{band}"));
    }
    for kind in ["quality", "by-the-book", "warm-and-friendly", "indifferent"] {
        wanted.insert(format!("service-{kind}"));
    }
    for gap in ["dissatisfied", "satisfied", "delighted"] {
        wanted.insert(format!("gap-{gap}"));
    }
    for id in SCENARIOS {
        let sounds = after(scenario(id), "Sound(\"");
        wanted.extend(sounds.into_iter().map(|sound| format!("sound-{sound}")));
    }
    // The marker above is how a step prints itself.
    assert_eq!(format!("{:?}", Step::Sound("x".to_owned())), "Sound(\"x\")");
    for lang in Lang::ALL {
        let locale = locale(lang);
        let missing: Vec<&String> =
            wanted.iter().filter(|key| !locale.keys().contains(*key)).collect();
        assert!(missing.is_empty(), "{lang:?} has no {missing:?}");
    }
}

#[test]
fn the_debrief_says_everything_a_trainee_needs() {
    for id in SCENARIOS {
        let catalogue = &library().catalogue;
        let setup = setup("classroom", 6, TimerSetting::Normal);
        let worst = play(scenario(id), catalogue, &setup, Policy::Worst);
        let outcome = liyi::score::outcome(&worst, catalogue);
        for lang in Lang::ALL {
            let page = terminal::debrief(&worst, catalogue, &locale(lang));
            // Breaks between lines are no part of what is said.
            let told: String = page.split_whitespace().collect();
            let says = |words: &str| {
                let words: String = words.split_whitespace().collect();
                assert!(told.contains(&words), "{id} {lang:?}: {words} is not in\n{page}");
            };
            says(&format!("{:.1}", outcome.card.score.value()));
            assert!(!outcome.debrief.costly.is_empty());
            for moment in &outcome.debrief.costly {
                says(moment.statement.get(lang));
                says(moment.did.get(lang));
                says(moment.better.get(lang));
                says(&moment.at.to_string());
                for source in &moment.sources {
                    says(&source.cite(lang));
                }
            }
            for gap in &outcome.gaps {
                says(gap.remark.as_ref().unwrap().get(lang));
            }
            says("classroom");
            says("x1");
            assert!(!page.contains("terminal-"), "a message is missing:\n{page}");
        }
    }
}

#[test]
fn a_perfect_run_is_not_told_what_it_cost() {
    let catalogue = &library().catalogue;
    let setup = setup("classroom", 2, TimerSetting::Normal);
    for id in SCENARIOS {
        let best = play(scenario(id), catalogue, &setup, Policy::Best);
        let page = terminal::debrief(&best, catalogue, &locale(Lang::Zh));
        assert!(page.contains("100.0 分 · 优秀"), "{page}");
        assert!(page.contains("做得好的") && !page.contains("最可惜的"), "{page}");
    }
}
