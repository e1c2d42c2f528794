//! How long a line stays before it goes on by itself: as long as it takes to read.

use crate::settings::ReadingSpeed;
use crate::source::is_chinese;

/// Seconds until the eyes have found a new line.
const FOUND: f32 = 0.8;
/// No line goes sooner than this, in seconds: “嗯。” is read at once, but must be seen.
const LEAST: f32 = 1.6;
/// Seconds after somebody has finished speaking.
pub(super) const AFTER_SPEECH: f32 = 0.3;
/// Seconds a comma or a full stop takes.
const SIGN: f32 = 0.12;

/// Chinese characters and Latin words a minute. Adults read Chinese prose in
/// silence at 300 to 500 characters a minute and English at 200 to 300 words; who
/// also looks at the picture and judges what is said takes longer. Subtitles are
/// commonly held to 160 to 180 words and to about five characters a second:
/// that is *normal*. *Slow* is two thirds of it, for whoever reads in a second
/// language; *fast* is half as much again, for whoever knows the story.
fn a_minute(speed: ReadingSpeed) -> (f32, f32) {
    match speed {
        ReadingSpeed::Slow => (200.0, 115.0),
        ReadingSpeed::Normal => (300.0, 170.0),
        ReadingSpeed::Fast => (450.0, 255.0),
    }
}

/// Seconds for which these words stay.
pub(super) fn stays(words: &str, speed: ReadingSpeed) -> f32 {
    let (characters, latin) = a_minute(speed);
    let (mut chinese, mut signs, mut runs) = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut in_word = false;
    for c in words.chars() {
        let letter = c.is_alphanumeric() && !is_chinese(c);
        if is_chinese(c) {
            chinese += 1.0;
        } else if letter && !in_word {
            runs += 1.0;
        } else if !letter && !c.is_whitespace() && !matches!(c, '\'' | '’' | '-') {
            signs += 1.0;
        }
        // An apostrophe or a hyphen parts no word.
        in_word = letter || (in_word && matches!(c, '\'' | '’' | '-'));
    }
    let reading = 60.0 * (chinese / characters + runs / latin) + SIGN * signs;
    (FOUND + reading).max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_as_long_as_it_takes_to_read() {
        let normal = |words| stays(words, ReadingSpeed::Normal);
        assert!((normal("嗯。") - LEAST).abs() < 1e-6);
        // Twenty characters and two signs at five a second.
        let twenty = "您先请坐我给您倒杯水，这件事我来给您说清楚。";
        assert!((normal(twenty) - (0.8 + 4.0 + 0.24)).abs() < 0.01, "{}", normal(twenty));
        // Seventeen words at 170 a minute are six seconds.
        let seventeen = "one two three four five six seven eight nine ten eleven twelve a b c \
                         don't well-known";
        assert!((normal(seventeen) - 6.8).abs() < 0.01, "{}", normal(seventeen));
        assert!(normal("138 0013 8000") > normal("您好"));
    }

    #[test]
    fn slow_is_slower_and_longer_lines_stay_longer() {
        let line = "我现在就给财务打电话。 I will call them now.";
        let [slow, normal, fast] =
            [ReadingSpeed::Slow, ReadingSpeed::Normal, ReadingSpeed::Fast].map(|s| stays(line, s));
        assert!(slow > 1.3 * normal && normal > 1.3 * fast, "{slow} {normal} {fast}");
        let mut before = 0.0;
        for (at, c) in line.char_indices() {
            let now = stays(&line[..at + c.len_utf8()], ReadingSpeed::Normal);
            assert!(now >= before, "{}", &line[..at]);
            before = now;
        }
    }
}
