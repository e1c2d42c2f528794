//! What the player has chosen once and for all: language, text size, timers, sound.

mod keys;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::say;
use crate::session::TimerSetting;
use crate::source::{self, Locator, Path as Way, SourceFile};
use crate::standard::{Lang, Text};

pub use keys::{Action, Key, Keys, Taken};

/// The file in the data folder.
const FILE: &str = "settings.ron";
/// A settings file is a few lines; anything longer is something else.
const MAX_BYTES: u64 = 64 * 1024;

/// Everything that outlives a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub lang: Lang,
    pub text_size: TextSize,
    pub timers: TimerSetting,
    /// Loudness of everything in per cent, 0 (off) to 100.
    pub volume: u8,
    /// Loudness of the air of places, within that of everything.
    pub ambience: u8,
    /// Loudness of voices that murmur, within that of everything.
    pub speech: u8,
    /// What is heard is also written on the screen.
    pub sound_captions: bool,
    /// A quiet cue tells that a standard was met or missed.
    pub verdict_cues: bool,
    /// Nothing slides, sways or fades.
    pub reduced_motion: bool,
    /// No type is smaller than can be read from the back of a room.
    pub projector: bool,
    /// Lines go on by themselves once they have been read.
    pub auto_advance: bool,
    /// How fast they then are read.
    pub reading_speed: ReadingSpeed,
    /// The house profile chosen last.
    pub profile: String,
    /// The scenario played last.
    pub last_scenario: Option<String>,
    /// Which key does what.
    pub keys: Keys,
}

/// How large text is, beside its normal size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextSize {
    Small,
    #[default]
    Normal,
    Large,
    Larger,
    Huge,
    Largest,
}

impl TextSize {
    /// Every size, smallest first.
    pub const ALL: [TextSize; 6] = [
        TextSize::Small,
        TextSize::Normal,
        TextSize::Large,
        TextSize::Larger,
        TextSize::Huge,
        TextSize::Largest,
    ];

    /// Its per cent of the normal size.
    pub fn percent(self) -> u8 {
        match self {
            TextSize::Small => 85,
            TextSize::Normal => 100,
            TextSize::Large => 125,
            TextSize::Larger => 150,
            TextSize::Huge => 175,
            TextSize::Largest => 200,
        }
    }

    /// What a font's size is multiplied by.
    pub fn scale(self) -> f32 {
        f32::from(self.percent()) / 100.0
    }

    /// The stable word in the settings file and in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            TextSize::Small => "small",
            TextSize::Normal => "normal",
            TextSize::Large => "large",
            TextSize::Larger => "larger",
            TextSize::Huge => "huge",
            TextSize::Largest => "largest",
        }
    }

    /// The size whose scale is nearest, for `--text-scale`.
    pub fn nearest(scale: f32) -> TextSize {
        let away = |size: &TextSize| (size.scale() - scale).abs();
        TextSize::ALL.into_iter().min_by(|a, b| away(a).total_cmp(&away(b))).unwrap_or_default()
    }
}

/// How fast lines are read that go on by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadingSpeed {
    Slow,
    #[default]
    Normal,
    Fast,
}

impl ReadingSpeed {
    /// Every speed, slowest first.
    pub const ALL: [ReadingSpeed; 3] =
        [ReadingSpeed::Slow, ReadingSpeed::Normal, ReadingSpeed::Fast];

    /// The stable word in the settings file and in locale keys.
    pub fn word(self) -> &'static str {
        match self {
            ReadingSpeed::Slow => "slow",
            ReadingSpeed::Normal => "normal",
            ReadingSpeed::Fast => "fast",
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lang: Lang::default(),
            text_size: TextSize::default(),
            timers: TimerSetting::default(),
            volume: 80,
            ambience: 80,
            speech: 80,
            sound_captions: true,
            verdict_cues: true,
            reduced_motion: false,
            projector: false,
            auto_advance: false,
            reading_speed: ReadingSpeed::default(),
            profile: "classroom".to_owned(),
            last_scenario: None,
            keys: Keys::default(),
        }
    }
}

/// Why settings could not be read or kept.
#[derive(Debug)]
pub enum SettingsError {
    Unreadable { path: PathBuf, why: io::Error },
    Broken { path: PathBuf, line: usize, column: usize, why: Text },
    Unwritable { path: PathBuf, why: io::Error },
}

impl SettingsError {
    /// What is wrong, and which settings hold.
    pub fn said(&self) -> Text {
        match self {
            SettingsError::Unreadable { path, why } => {
                let path = path.display();
                say!(
                    "设置文件 {path} 读不出来（{why}），用默认设置",
                    "the settings file {path} cannot be read ({why}); default settings are used"
                )
            }
            SettingsError::Broken { path, line, column, why } => {
                let path = path.display();
                say!(
                    "{path}:{line}:{column}: {why}。重新保存以前用默认设置",
                    "{path}:{line}:{column}: {why}; default settings are used until they are saved \
                     anew";
                    why
                )
            }
            SettingsError::Unwritable { path, why } => {
                let path = path.display();
                say!(
                    "设置存不到 {path}（{why}），关上以前仍然有效",
                    "the settings cannot be kept in {path} ({why}); they hold until Liyi is closed"
                )
            }
        }
    }
}

/// The file's twin of [`Settings`]: every field may be missing.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Kept {
    lang: String,
    text_size: String,
    timers: String,
    volume: u8,
    ambience: u8,
    speech: u8,
    sound_captions: bool,
    verdict_cues: bool,
    reduced_motion: bool,
    projector: bool,
    auto_advance: bool,
    reading_speed: String,
    profile: String,
    last_scenario: String,
    /// Keys by action, where they are not the ones it comes with.
    keys: BTreeMap<String, Vec<String>>,
}

impl Default for Kept {
    fn default() -> Kept {
        let settings = Settings::default();
        Kept {
            lang: settings.lang.code().to_owned(),
            text_size: settings.text_size.word().to_owned(),
            timers: settings.timers.word().to_owned(),
            volume: settings.volume,
            ambience: settings.ambience,
            speech: settings.speech,
            sound_captions: settings.sound_captions,
            verdict_cues: settings.verdict_cues,
            reduced_motion: settings.reduced_motion,
            projector: settings.projector,
            auto_advance: settings.auto_advance,
            reading_speed: settings.reading_speed.word().to_owned(),
            profile: settings.profile,
            last_scenario: String::new(),
            keys: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Whether any settings were kept in a data folder before.
    pub fn kept(data: &Path) -> bool {
        data.join(FILE).exists()
    }

    /// Reads the settings kept in a data folder. Where nothing was kept yet they
    /// are the defaults; a file that cannot be understood gives the defaults
    /// too, and the complaint to show.
    pub fn load(data: &Path) -> (Settings, Option<SettingsError>) {
        let path = data.join(FILE);
        match fs::metadata(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return (Settings::default(), None),
            Ok(meta) if meta.len() > MAX_BYTES => {
                let bytes = meta.len();
                let why = say!(
                    "{bytes} 字节，设置用不了这么多",
                    "{bytes} bytes are too many for settings"
                );
                let error = SettingsError::Broken { path, line: 1, column: 1, why };
                return (Settings::default(), Some(error));
            }
            _ => {}
        }
        match fs::read_to_string(&path) {
            Err(why) => (Settings::default(), Some(SettingsError::Unreadable { path, why })),
            Ok(source) => match parse(&source) {
                Ok(settings) => (settings, None),
                Err((line, column, why)) => {
                    let error = SettingsError::Broken { path, line, column, why };
                    (Settings::default(), Some(error))
                }
            },
        }
    }

    /// Keeps the settings in a data folder, which is made where it is missing.
    /// The old file stays whole until the new one is.
    ///
    /// # Errors
    ///
    /// The folder or the file cannot be written.
    pub fn save(&self, data: &Path) -> Result<(), SettingsError> {
        let path = data.join(FILE);
        let fresh = data.join(format!("{FILE}.new"));
        fs::create_dir_all(data)
            .and_then(|()| fs::write(&fresh, self.write()))
            .and_then(|()| fs::rename(&fresh, &path))
            .map_err(|why| SettingsError::Unwritable { path, why })
    }

    /// The file's text.
    fn write(&self) -> String {
        let mut out = String::from("(\n");
        let last = self.last_scenario.as_deref().unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "    lang: {:?},", self.lang.code());
        let _ = writeln!(out, "    text_size: {:?},", self.text_size.word());
        let _ = writeln!(out, "    timers: {:?},", self.timers.word());
        let _ = writeln!(out, "    volume: {},", self.volume);
        let _ = writeln!(out, "    ambience: {},", self.ambience);
        let _ = writeln!(out, "    speech: {},", self.speech);
        let _ = writeln!(out, "    sound_captions: {},", self.sound_captions);
        let _ = writeln!(out, "    verdict_cues: {},", self.verdict_cues);
        let _ = writeln!(out, "    reduced_motion: {},", self.reduced_motion);
        let _ = writeln!(out, "    projector: {},", self.projector);
        let _ = writeln!(out, "    auto_advance: {},", self.auto_advance);
        let _ = writeln!(out, "    reading_speed: {:?},", self.reading_speed.word());
        let _ = writeln!(out, "    profile: {:?},", self.profile);
        let _ = writeln!(out, "    last_scenario: {last:?},");
        let _ = writeln!(out, "    keys: {{");
        for (action, keys) in self.keys.changed() {
            let names: Vec<&str> = keys.iter().map(|key| key.name()).collect();
            let _ = writeln!(out, "        {:?}: {names:?},", action.word());
        }
        let _ = writeln!(out, "    }},");
        out.push_str(")\n");
        out
    }
}

/// Reads a settings file, or says where and why not.
fn parse(source: &str) -> Result<Settings, (usize, usize, Text)> {
    let file = SourceFile::new(FILE, source);
    let kept: Kept = source::parse(&file)
        .map_err(|finding| (finding.line, finding.column, finding.without_place()))?;
    let place = |word: &str| {
        let before = source.split(word).next().unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
    };
    let bad = |what: Text, word: &str, right: &[&str]| {
        let (line, column) = place(word);
        let last = right.last().copied().unwrap_or_default();
        let first = Text::list(&right[..right.len().saturating_sub(1)]);
        let why = say!(
            "没有 `{word}` 这种{what}；要求：{first} 或 {last}",
            "`{word}` is no {what}; expected {first} or {last}";
            what, first
        );
        (line, column, why)
    };
    let lang = Lang::parse(&kept.lang)
        .ok_or_else(|| bad(say!("语言", "language"), &kept.lang, &["zh", "en"]))?;
    let text_size =
        TextSize::ALL.into_iter().find(|s| s.word() == kept.text_size).ok_or_else(|| {
            let right = TextSize::ALL.map(TextSize::word);
            bad(say!("字号", "text size"), &kept.text_size, &right)
        })?;
    let timers = TimerSetting::parse(&kept.timers).ok_or_else(|| {
        let right = ["x1", "x1.5", "x2", "x10", "off"];
        bad(say!("计时设置", "timer setting"), &kept.timers, &right)
    })?;
    let keys = chosen_keys(&kept.keys, &Locator::new(&file))?;
    let reading_speed = ReadingSpeed::ALL
        .into_iter()
        .find(|s| s.word() == kept.reading_speed)
        .ok_or_else(|| {
            let right = ReadingSpeed::ALL.map(ReadingSpeed::word);
            bad(say!("阅读速度", "reading speed"), &kept.reading_speed, &right)
        })?;
    Ok(Settings {
        lang,
        text_size,
        timers,
        volume: kept.volume.min(100),
        ambience: kept.ambience.min(100),
        speech: kept.speech.min(100),
        sound_captions: kept.sound_captions,
        verdict_cues: kept.verdict_cues,
        reduced_motion: kept.reduced_motion,
        projector: kept.projector,
        auto_advance: kept.auto_advance,
        reading_speed,
        profile: kept.profile,
        last_scenario: Some(kept.last_scenario).filter(|id| !id.is_empty()),
        keys,
    })
}

/// The keys that a file chooses, or where and why one of them cannot be.
fn chosen_keys(
    kept: &BTreeMap<String, Vec<String>>,
    locator: &Locator<'_>,
) -> Result<Keys, (usize, usize, Text)> {
    let root = Way::root().name("keys");
    let mut chosen: BTreeMap<Action, Vec<Key>> = BTreeMap::new();
    for (word, names) in kept {
        let way = root.name(word);
        let Some(action) = Action::parse(word) else {
            let (line, column) = locator.key(&way);
            let words = Action::ALL.into_iter().map(Action::word);
            let why = unknown(word, say!("操作", "action"), words);
            return Err((line, column, why));
        };
        for (at, name) in names.iter().enumerate() {
            let (line, column) = locator.value(&way.at(at));
            let Some(key) = Key::named(name) else {
                let why = unknown(name, say!("键", "key"), Key::all().map(Key::name));
                return Err((line, column, why));
            };
            let held = chosen.iter().find(|(_, keys)| keys.contains(&key)).map(|(other, _)| *other);
            if let Some(other) = key.fixed().filter(|o| *o != action).or(held) {
                let other = other.word();
                let why = say!(
                    "`{name}` 键已经用于 `{other}`",
                    "the key `{name}` already does `{other}`"
                );
                return Err((line, column, why));
            }
            chosen.entry(action).or_default().push(key);
        }
        chosen.entry(action).or_default();
    }
    Ok(Keys::with(chosen))
}

/// The complaint about a name that means nothing, with the nearest that does.
fn unknown<'a>(name: &str, what: Text, names: impl Iterator<Item = &'a str>) -> Text {
    match source::nearest(name, names) {
        Some(near) => say!(
            "没有 `{name}` 这个{what}；最接近的是 `{near}`",
            "`{name}` is no {what}; the nearest is `{near}`";
            what
        ),
        None => say!("没有 `{name}` 这个{what}", "`{name}` is no {what}"; what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("not/there/yet");
        assert_eq!(Settings::load(&data).0, Settings::default());
        assert!(!Settings::kept(&data));
        let settings = Settings {
            lang: Lang::En,
            text_size: TextSize::Larger,
            timers: TimerSetting::Off,
            volume: 0,
            ambience: 35,
            speech: 100,
            sound_captions: false,
            verdict_cues: false,
            reduced_motion: true,
            projector: true,
            auto_advance: true,
            reading_speed: ReadingSpeed::Slow,
            profile: "house \"of\" 海岬".to_owned(),
            last_scenario: Some("s03-fourth-ring".to_owned()),
            keys: {
                let mut keys = Keys::default();
                keys.take(Action::History, Key::named("A").unwrap());
                keys.clear(Action::Option(9));
                keys.take(Action::Back, Key::named("Q").unwrap());
                keys
            },
        };
        settings.save(&data).unwrap();
        let (read, complaint) = Settings::load(&data);
        assert!(complaint.is_none(), "{complaint:?}");
        assert!(Settings::kept(&data));
        assert_eq!(read, settings);
    }

    #[test]
    fn a_broken_file_is_reported_with_its_place_and_defaults_are_used() {
        let folder = tempfile::tempdir().unwrap();
        for (text, line) in [
            ("(\n  lang: \"zh\",\n  volume: loud,\n)", 3),
            ("(\n  timers: \"x3\",\n)", 2),
            ("(\n  volume: 30,\n  reading_speed: \"flying\",\n)", 3),
            ("(lang: \"zh\", colour: \"red\")", 1),
            ("(\n  keys: {\n    \"histori\": [\"H\"],\n  },\n)", 3),
            ("(keys: {\n \"history\": [\"H\",\n  \"HH\"]})", 3),
            ("(keys: {\n \"history\": [\"Esc\"]})", 2),
            ("(keys: {\n \"history\": [\"X\"],\n \"rewind\": [\"X\"]})", 3),
            ("", 1),
        ] {
            fs::write(folder.path().join(FILE), text).unwrap();
            let (settings, complaint) = Settings::load(folder.path());
            assert_eq!(settings, Settings::default(), "{text}");
            match complaint {
                Some(SettingsError::Broken { line: found, .. }) => {
                    assert_eq!(found, line, "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        fs::write(folder.path().join(FILE), vec![0xD6, 0xD0, 0xCE, 0xC4]).unwrap();
        assert!(matches!(Settings::load(folder.path()).1, Some(SettingsError::Unreadable { .. })));
    }

    #[test]
    fn a_scale_finds_the_nearest_size() {
        assert_eq!(TextSize::nearest(1.0), TextSize::Normal);
        assert_eq!(TextSize::nearest(1.4), TextSize::Larger);
        assert_eq!(TextSize::nearest(0.1), TextSize::Small);
        assert_eq!(TextSize::nearest(9.0), TextSize::Largest);
    }
}
