//! Speech without words: a line's murmur, strung together from a voice's syllables.

use super::book::Manner;

/// Samples a second of the voices' files, and of what is strung from them.
pub(super) const RATE: u32 = 22_050;
/// Each syllable's room in a voice's file: the script puts one into each.
const SLOT: usize = 5_733;
/// Syllables overlap by so much.
const OVERLAP: f32 = 0.025;
/// How long a breath between two phrases is.
const BREATH: (f32, f32) = (0.16, 0.34);
/// What a telephone line lets through, in hertz.
const LINE: (f32, f32) = (320.0, 2_600.0);

/// The syllables of one voice, apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Throat(Vec<Vec<f32>>);

impl Throat {
    /// Cuts a voice's file into its syllables. `None` if it is no mono wave
    /// file of 16 bits at [`RATE`].
    pub(super) fn cut(file: &[u8]) -> Option<Throat> {
        let samples = samples(file)?;
        let syllables: Vec<Vec<f32>> = samples.chunks(SLOT).map(trimmed).collect();
        let full: Vec<Vec<f32>> = syllables.into_iter().filter(|s| s.len() > 500).collect();
        (full.len() > 3).then_some(Throat(full))
    }
}

/// What a line asks of a voice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) manner: Manner,
    /// How much higher than its file the voice is pitched.
    pub(super) pitch: f32,
    pub(super) seconds: f32,
    /// Other lines, other syllables.
    pub(super) seed: u64,
    /// Whether it comes over the telephone.
    pub(super) telephone: bool,
}

/// A line's murmur, between −1 and 1.
pub(super) fn string(throat: &Throat, line: &Line) -> Vec<f32> {
    let rate = RATE as f32;
    let mut out = vec![0.0; (line.seconds.clamp(0.0, 12.0) * rate) as usize];
    let mut dice = Dice(line.seed | 1);
    let manner = line.manner;
    let (mut at, mut last) = (0.02, usize::MAX);
    while !throat.0.is_empty() {
        let phrase = 4 + (dice.roll() * 5.0) as usize;
        for place in 0..phrase {
            let pick = dice.pick(throat.0.len(), last);
            last = pick;
            let gone = place as f32 / phrase as f32 - 0.5;
            let stray = (dice.roll() - 0.5) * 2.0 * manner.stray;
            let pitch = line.pitch * manner.pitch * (1.0 + manner.tune * gone + stray);
            let step = (0.85 + 0.35 * dice.roll()) / manner.pace;
            // The first syllable of a phrase is the heaviest.
            let weight = if place == 0 { 1.0 } else { 0.68 + 0.27 * dice.roll() };
            let syllable = &throat.0[pick];
            let long = (syllable.len() as f32 / pitch / rate).min(step + OVERLAP);
            if at + long > line.seconds {
                if line.telephone {
                    through_the_line(&mut out);
                }
                return out;
            }
            lay(&mut out, at, syllable, pitch, long, manner.loud * weight);
            at += step;
        }
        at += BREATH.0 + (BREATH.1 - BREATH.0) * dice.roll();
    }
    out
}

/// Lays one syllable over what there is, faster or slower, faded at its end.
fn lay(out: &mut [f32], at: f32, syllable: &[f32], pitch: f32, long: f32, loud: f32) {
    let start = (at * RATE as f32) as usize;
    let count = (long * RATE as f32) as usize;
    let fade = 330.0_f32.min(count as f32 / 2.0);
    for (i, sample) in out.iter_mut().skip(start).take(count).enumerate() {
        let place = i as f32 * pitch;
        let (whole, part) = (place as usize, place.fract());
        let (Some(one), Some(next)) = (syllable.get(whole), syllable.get(whole + 1)) else { break };
        let end = ((count - i) as f32 / fade).min(1.0);
        *sample += (one + (next - one) * part) * loud * end;
    }
}

/// Takes away what a telephone does not carry.
fn through_the_line(out: &mut [f32]) {
    let coefficient = |hertz: f32| {
        let turn = std::f32::consts::TAU * hertz / RATE as f32;
        turn / (turn + 1.0)
    };
    let (low, high) = (coefficient(LINE.0), coefficient(LINE.1));
    for _ in 0..2 {
        let (mut below, mut kept) = (0.0, 0.0);
        for sample in out.iter_mut() {
            below += low * (*sample - below);
            kept += high * (*sample - below - kept);
            *sample = kept;
        }
    }
    // What is left is narrower, and must not be softer.
    out.iter_mut().for_each(|sample| *sample = (*sample * 1.5).clamp(-1.0, 1.0));
}

/// A wave file of these samples.
pub(super) fn wave(samples: &[f32]) -> Vec<u8> {
    let bytes = u32::try_from(samples.len() * 2).unwrap_or(0);
    let mut file = Vec::with_capacity(44 + samples.len() * 2);
    file.extend(b"RIFF");
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt ");
    for word in [16, 0x0001_0001, RATE, RATE * 2, 0x0010_0002] {
        file.extend(word.to_le_bytes());
    }
    file.extend(b"data");
    file.extend(bytes.to_le_bytes());
    for sample in samples {
        file.extend(((sample.clamp(-1.0, 1.0) * 32_767.0) as i16).to_le_bytes());
    }
    file
}

/// The samples of a mono wave file of 16 bits at [`RATE`].
fn samples(file: &[u8]) -> Option<Vec<f32>> {
    let word = |at: usize| {
        let bytes = file.get(at..at + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let ours = file.get(..4)? == b"RIFF" && file.get(8..16)? == b"WAVEfmt ";
    if !ours || word(20)? != 0x0001_0001 || word(24)? != RATE || file.get(36..40)? != b"data" {
        return None;
    }
    let data = file.get(44..44 + word(40)? as usize)?;
    Some(
        data.chunks_exact(2)
            .map(|b| f32::from(i16::from_le_bytes([b[0], b[1]])) / 32_768.0)
            .collect(),
    )
}

/// A slot without the silence at both ends.
fn trimmed(slot: &[f32]) -> Vec<f32> {
    let loud = |sample: &f32| sample.abs() > 1e-3;
    let first = slot.iter().position(loud).unwrap_or(0);
    let last = slot.iter().rposition(loud).map_or(0, |at| at + 1);
    slot.get(first..last).unwrap_or_default().to_vec()
}

/// A small generator of its own, so that the same line always murmurs the same.
struct Dice(u64);

impl Dice {
    /// From 0 up to 1.
    fn roll(&mut self) -> f32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// One of so many, but not the one before.
    fn pick(&mut self, of: usize, last: usize) -> usize {
        let pick = (self.roll() * of as f32) as usize % of;
        if pick == last { (pick + 1) % of } else { pick }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Manner = Manner { pitch: 1.0, pace: 4.8, loud: 0.9, tune: -0.06, stray: 0.05 };

    fn throat(name: &str) -> Throat {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sounds/voices");
        Throat::cut(&std::fs::read(folder.join(name).with_extension("wav")).unwrap()).unwrap()
    }

    fn line(manner: Manner, seconds: f32) -> Line {
        Line { manner, pitch: 1.0, seconds, seed: 7, telephone: false }
    }

    fn power(samples: &[f32]) -> f32 {
        (samples.iter().map(|s| s * s).sum::<f32>() / samples.len().max(1) as f32).sqrt()
    }

    /// Crossings of zero a second: more of them in a higher voice.
    fn crossings(samples: &[f32]) -> f32 {
        let voiced: Vec<f32> = samples.iter().copied().filter(|s| s.abs() > 0.004).collect();
        let count = voiced.windows(2).filter(|pair| pair[0] * pair[1] < 0.0).count();
        count as f32 / voiced.len() as f32
    }

    #[test]
    fn every_voice_is_cut_into_twelve_syllables() {
        for name in ["man", "woman", "elder"] {
            assert_eq!(throat(name).0.len(), 12, "{name}");
        }
        assert!(Throat::cut(b"RIFF no wave at all").is_none());
    }

    #[test]
    fn a_murmur_lasts_as_long_as_its_line_and_ends_in_silence() {
        let throat = throat("woman");
        for seconds in [0.0, 0.05, 0.4, 1.7, 6.0] {
            let murmur = string(&throat, &line(PLAIN, seconds));
            assert_eq!(murmur.len(), (seconds * RATE as f32) as usize);
            assert!(murmur.iter().all(|s| s.abs() < 0.9), "{seconds} s is clipped");
            assert!(murmur.last().is_none_or(|s| s.abs() < 0.02), "{seconds} s is cut off");
            assert!(seconds < 1.0 || power(&murmur) > 0.01, "{seconds} s is silent");
        }
    }

    #[test]
    fn the_same_line_murmurs_the_same_and_another_line_otherwise() {
        let throat = throat("man");
        let one = string(&throat, &line(PLAIN, 3.0));
        assert_eq!(one, string(&throat, &line(PLAIN, 3.0)));
        assert_ne!(one, string(&throat, &Line { seed: 8, ..line(PLAIN, 3.0) }));
    }

    #[test]
    fn anger_is_louder_and_higher_than_worry_is_soft() {
        let throat = throat("man");
        let angry = Manner { pitch: 1.2, pace: 5.9, loud: 1.25, ..PLAIN };
        let worried = Manner { pitch: 1.0, pace: 4.1, loud: 0.7, ..PLAIN };
        let (angry, worried) =
            (string(&throat, &line(angry, 4.0)), string(&throat, &line(worried, 4.0)));
        assert!(power(&angry) > 1.3 * power(&worried));
        assert!(crossings(&angry) > crossings(&worried));
    }

    #[test]
    fn a_telephone_takes_the_depth_away() {
        let throat = throat("man");
        let plain = line(PLAIN, 4.0);
        let near = string(&throat, &plain);
        let far = string(&throat, &Line { telephone: true, ..plain });
        assert!(crossings(&far) > crossings(&near));
        assert!(power(&far) > 0.3 * power(&near));
    }

    #[test]
    fn a_wave_file_reads_back() {
        let murmur = string(&throat("elder"), &line(PLAIN, 1.0));
        let back = samples(&wave(&murmur)).unwrap();
        assert_eq!(back.len(), murmur.len());
        assert!(back.iter().zip(&murmur).all(|(a, b)| (a - b).abs() < 1e-3));
    }
}
