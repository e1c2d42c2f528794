//! The sounds as files: how loud they are, that none clicks, and that each has its caption.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use liyi::locale::Locale;
use liyi::standard::Lang;

use crate::shipped::repository;

/// One loudness a class, in LUFS over the loudest 0.4 seconds.
const NEAR: f64 = -21.0;
const FAR: f64 = -26.0;
const SPEECH: f64 = -26.0;
const CUE: f64 = -27.0;
const BODY: f64 = -30.0;
const AMBIENCE: f64 = -36.0;
const WITHIN: f64 = 2.0;

/// Authored sounds that come from afar, or go on and on.
const SOFTER: [&str; 7] =
    ["ring-far", "dial-tone", "line-breath", "chatter", "keyboard", "watch-tick", "heart"];
/// Authored sounds that may be heard over and over without a seam.
const LOOPS: [&str; 3] = ["watch-tick", "room-tone", "heart"];

/// The highest peak there may be: −1 dB below full.
const PEAK: f64 = 0.891;
/// All of them together, in bytes.
const MOST_BYTES: u64 = 6_000_000;

struct Sound {
    name: String,
    rate: f64,
    samples: Vec<f64>,
}

/// Every wave file in the folder of sounds, by its name in it.
fn sounds() -> Vec<Sound> {
    let mut found = Vec::new();
    let root = repository("assets/sounds");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "wav") {
                found.push(read(&path, path.strip_prefix(&root).unwrap().with_extension("")));
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn read(path: &std::path::Path, name: PathBuf) -> Sound {
    let bytes = fs::read(path).unwrap();
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let name = name.to_string_lossy().replace('\\', "/");
    assert_eq!(&bytes[8..16], b"WAVEfmt ", "{name}");
    assert_eq!(word(20), 0x0001_0001, "{name} is not mono and plain");
    assert_eq!(bytes[34], 16, "{name} has no 16 bits");
    let data = &bytes[44..44 + word(40) as usize];
    let sample = |b: &[u8]| f64::from(i16::from_le_bytes([b[0], b[1]])) / 32_768.0;
    Sound { rate: f64::from(word(24)), samples: data.chunks_exact(2).map(sample).collect(), name }
}

impl Sound {
    fn level(&self) -> f64 {
        match self.name.split_once('/').map(|(folder, _)| folder) {
            Some("rooms") => AMBIENCE,
            Some("voices") => SPEECH,
            Some("cues") => CUE,
            Some("bodies") => BODY,
            Some(other) => panic!("{other} is no class of sounds"),
            None if self.name == "room-tone" => AMBIENCE,
            None if self.name.starts_with("murmur-") => SPEECH,
            None if SOFTER.contains(&self.name.as_str()) => FAR,
            None => NEAR,
        }
    }

    fn loops(&self) -> bool {
        self.name.starts_with("rooms/") || LOOPS.contains(&self.name.as_str())
    }

    /// LUFS of the loudest 0.4 seconds, after ITU-R BS.1770; a shorter sound is
    /// filled with silence.
    fn loudness(&self) -> f64 {
        let window = (0.4 * self.rate) as usize;
        let mut heard = self.samples.clone();
        if self.loops() {
            heard.extend_from_within(..);
        } else {
            heard.resize(heard.len() + window, 0.0);
        }
        shelf(&mut heard, self.rate);
        pass(&mut heard, self.rate);
        let start = if self.loops() { self.samples.len() } else { 0 };
        let squares: Vec<f64> = heard[start..].iter().map(|s| s * s).collect();
        let hop = (0.05 * self.rate) as usize;
        let best = (0..=squares.len() - window)
            .step_by(hop)
            .map(|at| squares[at..at + window].iter().sum::<f64>())
            .fold(0.0, f64::max);
        -0.691 + 10.0 * (best / window as f64).log10()
    }
}

fn biquad(x: &mut [f64], b: [f64; 3], a: [f64; 2]) {
    let (mut x1, mut x2, mut y1, mut y2) = (0.0, 0.0, 0.0, 0.0);
    for sample in x {
        let y = b[0] * *sample + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
        (x2, x1, y2, y1) = (x1, *sample, y1, y);
        *sample = y;
    }
}

/// The first filter of the weighting: a head makes high notes louder.
fn shelf(x: &mut [f64], rate: f64) {
    let (k, q) = ((std::f64::consts::PI * 1_681.974_45 / rate).tan(), 0.707_175_2);
    let high = 10_f64.powf(3.999_843_85 / 20.0);
    let mid = high.powf(0.499_666_77);
    let n = 1.0 + k / q + k * k;
    let b = [
        (high + mid * k / q + k * k) / n,
        2.0 * (k * k - high) / n,
        (high - mid * k / q + k * k) / n,
    ];
    biquad(x, b, [2.0 * (k * k - 1.0) / n, (1.0 - k / q + k * k) / n]);
}

/// The second one: very low notes are hardly heard.
fn pass(x: &mut [f64], rate: f64) {
    let (k, q) = ((std::f64::consts::PI * 38.135_47 / rate).tan(), 0.500_327_04);
    let n = 1.0 + k / q + k * k;
    biquad(x, [1.0, -2.0, 1.0], [2.0 * (k * k - 1.0) / n, (1.0 - k / q + k * k) / n]);
}

#[test]
fn the_measure_of_loudness_is_the_standard_one() {
    // A full sine of 997 hertz on one channel reads −3.01 by definition.
    let samples = (0..48_000)
        .map(|i| (f64::from(i) * std::f64::consts::TAU * 997.0 / 48_000.0).sin())
        .collect();
    let sine = Sound { name: "sine".to_owned(), rate: 48_000.0, samples };
    assert!((sine.loudness() + 3.01).abs() < 0.05, "{}", sine.loudness());
}

#[test]
fn every_sound_is_as_loud_as_its_class() {
    let off: Vec<String> = sounds()
        .iter()
        .map(|sound| (sound, sound.loudness()))
        .filter(|(sound, loud)| (loud - sound.level()).abs() > WITHIN)
        .map(|(sound, loud)| format!("{}: {loud:.1} for {}", sound.name, sound.level()))
        .collect();
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn no_sound_is_clipped_lopsided_or_clicks() {
    for Sound { name, samples, rate } in sounds() {
        let peak = samples.iter().fold(0.0_f64, |peak, s| peak.max(s.abs()));
        assert!(peak < PEAK, "{name} peaks at {peak}");
        let offset = samples.iter().sum::<f64>() / samples.len() as f64;
        assert!(offset.abs() < 0.002, "{name} is off centre by {offset}");
        let (first, last) = (samples[0], samples[samples.len() - 1]);
        let sound = Sound { name, samples, rate };
        let name = &sound.name;
        if sound.loops() {
            let step = |pair: &[f64]| (pair[0] - pair[1]).abs();
            let steepest = sound.samples.windows(2).map(step).fold(0.0, f64::max);
            assert!((first - last).abs() <= steepest, "{name} clicks where it begins again");
        } else {
            assert!(first.abs() < 0.002 && last.abs() < 0.002, "{name} clicks at an end");
        }
    }
}

#[test]
fn the_sounds_are_no_burden() {
    let bytes: u64 = sounds().iter().map(|sound| 44 + 2 * sound.samples.len() as u64).sum();
    assert!(bytes < MOST_BYTES, "{bytes} bytes of sounds");
}

#[test]
fn every_sound_a_scenario_may_name_has_a_caption_in_both_languages() {
    let there: BTreeSet<String> = sounds()
        .into_iter()
        .filter(|sound| !sound.name.contains('/'))
        .map(|sound| format!("sound-{}", sound.name))
        .collect();
    assert!(there.len() > 20);
    for lang in Lang::ALL {
        let locale = Locale::load(&repository("assets/locales"), lang).unwrap();
        let told: BTreeSet<String> =
            locale.keys().iter().filter(|key| key.starts_with("sound-")).cloned().collect();
        assert_eq!(there, told, "{lang:?}");
    }
}
