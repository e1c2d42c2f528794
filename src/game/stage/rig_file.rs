//! Reading the rig and the figures' builds; what is wrong is said with its place.

use super::rig::{Bone, Build, CARD_POSES, MOODS, POSES, Rig};
use crate::scenario::{CardPose, Mood, Pose};

/// What is wrong with a rig or figure file.
#[derive(Debug, thiserror::Error)]
pub(super) enum RigFault {
    #[error("{file}:{line}:{column}: {what}")]
    Syntax { file: String, line: usize, column: usize, what: String },
    #[error("{file}: no pivot for the bone {bone:?}; add it under `pivots`")]
    NoPivot { file: String, bone: Bone },
    #[error("{file}: no pose {pose:?}; add it under `poses`")]
    NoPose { file: String, pose: Pose },
    #[error("{file}: no face for the mood {mood:?}; add it under `moods`")]
    NoMood { file: String, mood: Mood },
    #[error("{file}: `{field}` must be a finite number above zero")]
    NotPositive { file: String, field: &'static str },
    #[error("{file}: pose {pose:?} holds `{prop}`, which `props` does not name")]
    NoProp { file: String, pose: Pose, prop: String },
    #[error("{file}: the rest `{rest}` is not under `rests` of the rig")]
    NoRest { file: String, rest: String },
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, RigFault> {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|fault| RigFault::Syntax {
            file: file.to_owned(),
            line: fault.span.start.line,
            column: fault.span.start.col,
            what: fault.code.to_string(),
        })
}

impl Rig {
    /// Reads a rig; every pose, mood and pivot must be there. The poses of cards
    /// are put together here, once.
    ///
    /// # Errors
    /// The first fault found, with the file's name.
    pub(super) fn read(file: &str, text: &str) -> Result<Rig, RigFault> {
        let mut rig: Rig = parse(file, text)?;
        for pose in CardPose::all().map(CardPose::pose).chain(CARD_POSES) {
            if let Some(spec) = pose.card().and_then(|card| rig.cards.spec(card)) {
                rig.poses.insert(pose, spec);
            }
        }
        let file = || file.to_owned();
        if !(rig.unit.is_finite() && rig.unit > 0.0) {
            return Err(RigFault::NotPositive { file: file(), field: "unit" });
        }
        if let Some(bone) = Bone::ALL.into_iter().find(|bone| !rig.pivots.contains_key(bone)) {
            return Err(RigFault::NoPivot { file: file(), bone });
        }
        let wanted = CardPose::all().map(CardPose::pose).chain(CARD_POSES).chain(POSES);
        if let Some(pose) = { wanted }.find(|pose| !rig.poses.contains_key(pose)) {
            return Err(RigFault::NoPose { file: file(), pose });
        }
        if let Some(mood) = MOODS.into_iter().find(|mood| !rig.moods.contains_key(mood)) {
            return Err(RigFault::NoMood { file: file(), mood });
        }
        for (pose, spec) in &rig.poses {
            if let Some(hold) = spec.holds.iter().find(|hold| !rig.props.contains_key(&hold.prop)) {
                return Err(RigFault::NoProp {
                    file: file(),
                    pose: *pose,
                    prop: hold.prop.clone(),
                });
            }
        }
        let rest = Build::default().rest;
        if !rig.rests.contains_key(&rest) {
            return Err(RigFault::NoRest { file: file(), rest });
        }
        Ok(rig)
    }

    /// Reads a figure's own build.
    ///
    /// # Errors
    /// A syntax fault, an unknown rest, or a height that is not above zero.
    pub(super) fn read_build(&self, file: &str, text: &str) -> Result<Build, RigFault> {
        let build: Build = parse(file, text)?;
        if !(build.height.is_finite() && build.height > 0.0) {
            return Err(RigFault::NotPositive { file: file.to_owned(), field: "height" });
        }
        if !(build.stride.is_finite() && build.stride > 0.0) {
            return Err(RigFault::NotPositive { file: file.to_owned(), field: "stride" });
        }
        if !self.rests.contains_key(&build.rest) {
            return Err(RigFault::NoRest { file: file.to_owned(), rest: build.rest });
        }
        Ok(build)
    }
}
