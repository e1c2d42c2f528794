//! The right name an author probably meant.

/// Names longer than this are no slips of the pen, and comparing them is slow.
const LONGEST: usize = 64;

/// The candidate nearest to `name`, if one is near enough to be what was meant:
/// at most one slip in three letters, or one contained in the other.
///
/// Ties go to the candidate that comes first.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = name.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let lower = name.to_lowercase();
    let allowed = length.div_ceil(3);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let other_length = other.chars().count();
        if candidate == name || other_length > LONGEST {
            continue;
        }
        let mut distance = strsim::damerau_levenshtein(&lower, &other);
        let contained = other.contains(&lower) || lower.contains(&other);
        if contained && length.min(other_length) >= 3 {
            distance = distance.min(allowed);
        }
        // Two short names that share no letter are not alike, however few letters differ.
        let alike = distance < length.max(other_length);
        if alike && distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_refuses_strangers() {
        let beats = ["ring", "late", "hand-over", "done"];
        let meant = |name| nearest(name, beats);
        assert_eq!(meant("rign").as_deref(), Some("ring"));
        assert_eq!(meant("Late").as_deref(), Some("late"));
        assert_eq!(meant("handover").as_deref(), Some("hand-over"));
        assert_eq!(meant("over").as_deref(), Some("hand-over"));
        assert_eq!(meant("corridor"), None);
        assert_eq!(meant("x"), None);
        assert_eq!(meant(""), None);
        assert_eq!(meant(&"ring".repeat(100)), None);
    }
}
