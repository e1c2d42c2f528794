//! Every key a house profile can set, with the values it may take (`conflicts.md` §1).

/// What a key's value may be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// One of these words.
    Word(&'static [&'static str]),
    /// `HH:MM`, or `site` where each site sets its own.
    Clock,
    /// A whole number from … to …
    Number(i64, i64),
}

use Kind::{Clock, Number, Word};

/// Every key, in the order in which authors read them.
pub(super) const KEYS: &[(&str, Kind)] = &[
    ("gender", Word(&["off", "social", "always"])),
    ("marital", Word(&["off", "on"])),
    ("tea_order", Word(&["listed", "guest-first", "business"])),
    ("tea_rounds", Word(&["timed-pour", "timed-look", "level-only"])),
    ("smoking", Word(&["on", "lawful-areas", "off"])),
    ("grooming", Word(&["by-sex", "neutral", "minimal"])),
    ("uniform", Word(&["stays", "goes-home"])),
    ("afternoon_contact", Word(&["off", "on"])),
    ("half_day", Word(&["working-hours", "clock-hours"])),
    ("post_time", Clock),
    ("phone_on", Clock),
    // Telephone.
    ("ring_limit", Number(1, 20)),
    ("hang_up_wait_ms", Number(0, 120_000)),
    ("enquiry_hours", Number(1, 240)),
    // Hands.
    ("hand_hang_ms", Number(0, 60_000)),
    ("hesitation_ms", Number(0, 60_000)),
    // Deadlines: how much beyond a limit still counts in part, and the limits.
    ("outer_tolerance_percent", Number(0, 500)),
    ("half_day_working_hours", Number(1, 12)),
    ("half_day_clock_hours", Number(1, 24)),
    ("visit_reply_working_days", Number(1, 30)),
    ("follow_up_hours", Number(1, 720)),
    ("first_contact_days", Number(1, 60)),
    ("arrive_early_minutes", Number(0, 120)),
    ("meeting_inspect_minutes", Number(0, 1440)),
    ("meeting_prepare_minutes", Number(0, 1440)),
    ("tea_first_round_minutes", Number(0, 60)),
    ("tea_second_round_minutes", Number(0, 60)),
    // Service limits.
    ("towel_minutes", Number(0, 60)),
    ("drink_minutes", Number(0, 60)),
    ("refill_minutes", Number(0, 60)),
    ("ashtray_minutes", Number(0, 60)),
    // How soon after the shift one leaves.
    ("leave_minutes", Number(0, 600)),
    // Temperatures in °C.
    ("summer_air_low", Number(10, 40)),
    ("summer_air_high", Number(10, 40)),
    ("hot_drink_low", Number(30, 100)),
    ("hot_drink_high", Number(30, 100)),
    // Money in yuan.
    ("authority_limit", Number(0, 1_000_000)),
    ("gift_limit", Number(0, 1_000_000)),
];

/// Pairs of which the first may not exceed the second.
pub(super) const BANDS: &[(&str, &str)] =
    &[("summer_air_low", "summer_air_high"), ("hot_drink_low", "hot_drink_high")];

pub(super) fn kind(key: &str) -> Option<Kind> {
    KEYS.iter().find(|(name, _)| *name == key).map(|(_, kind)| *kind)
}

/// The words a key may take; `None` when it is no such key.
pub(super) fn words_of(key: &str) -> Option<&'static [&'static str]> {
    match kind(key)? {
        Word(words) => Some(words),
        Clock | Number(..) => None,
    }
}

pub(super) fn word_keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter(|(_, kind)| matches!(kind, Word(_))).map(|(name, _)| *name)
}

/// Whether this is a time of day, `00:00` to `23:59`, or `site`.
pub(super) fn is_clock(value: &str) -> bool {
    value == "site" || minutes_of(value).is_some()
}

/// A time of day, `00:00` to `23:59`, in minutes after midnight.
pub(super) fn minutes_of(value: &str) -> Option<i64> {
    let two = |text: &str| {
        let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<i64>().ok()).flatten()
    };
    let (hours, minutes) = value.split_once(':')?;
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}
