//! The way somebody went through one scenario, run by run.

use super::Attempt;

/// The attempts at one scenario in one house, oldest first. Other houses have
/// other standards, so their scores do not compare.
#[derive(Clone, Debug, Default)]
pub struct Track<'a>(Vec<&'a Attempt>);

impl<'a> Track<'a> {
    /// Picks them out of all that is kept.
    pub fn of(attempts: &'a [Attempt], scenario: &str, profile: &str) -> Track<'a> {
        let fits = |a: &&Attempt| a.scenario == scenario && a.profile == profile;
        Track(attempts.iter().filter(fits).collect())
    }

    /// All of them.
    pub fn attempts(&self) -> &[&'a Attempt] {
        &self.0
    }

    /// Those before this one; all, where it is not among them.
    pub fn before(&self, attempt: &Attempt) -> &[&'a Attempt] {
        let here = self.0.iter().position(|other| other.id == attempt.id);
        &self.0[..here.unwrap_or(self.0.len())]
    }

    /// The best and the last of those played from the start to the end.
    pub fn best_and_last(&self) -> Option<(&'a Attempt, &'a Attempt)> {
        let whole = || self.0.iter().copied().filter(|a| !a.begun.is_practice());
        Some((whole().max_by_key(|attempt| attempt.score)?, whole().next_back()?))
    }
}
