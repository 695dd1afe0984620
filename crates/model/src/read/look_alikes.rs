//! Characters that look like ASCII characters, and the ones that were meant.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Letters of other alphabets, each followed by the Latin letter that it looks like.
const LETTERS: &str = "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl кk мm тt нh ѵv ɡg \
    АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ӀI Ԍg \
    αa οo νv ρp τt υu ιi κk χx γy ωw ηn \
    ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX \
    օo հh սu ցg ոn ıi ȷj łl øo đd ðd ħh ŧt ŋn əe";

/// Punctuation, each followed by the ASCII character that was meant.
const MARKS: &str = "“\" ”\" „\" ‟\" ″\" «\" »\" ❝\" ❞\" 〝\" 〞\" ״\" ‘' ’' ‚' ‛' ′' ´' ‹' ›' ʼ' \
    ‐- ‑- ‒- –- —- ―- −- ﹣- ⁃- ˗- ⸺- 、, ،, ‚, ٫, 。. ٠. ∶: ː: 【[ 】] 〔[ 〕] ⟦[ ⟧] ❴{ ❵} ⁄/ ∕/ ꞊= ⹀= ═= ♯# ∣| ∗*";

/// The ASCII text for a character that looks like it or replaces it, including
/// letters with accents and in other styles. `None` if no ASCII was meant.
pub(super) fn ascii_look_alike(c: char) -> Option<String> {
    if c.is_ascii() {
        return Some(c.to_string());
    }
    let words = match c {
        'ß' => Some("ss"),
        'æ' | 'Æ' => Some("ae"),
        'œ' | 'Œ' => Some("oe"),
        'þ' | 'Þ' => Some("th"),
        _ => None,
    };
    let plain = || {
        let parts: String = c.nfkd().filter(|c| !is_combining_mark(*c)).collect();
        // Compatibility forms (NFKD) map to the ASCII character itself.
        (parts.is_ascii() && !parts.trim().is_empty()).then_some(parts)
    };
    words
        .map(str::to_owned)
        .or_else(|| look_up(LETTERS, c))
        .or_else(|| look_up(MARKS, c))
        .or_else(plain)
}

/// Finds a letter in an otherwise ASCII id that only looks like a Latin letter, and
/// returns it with that letter. `message` has the ids between backticks.
pub(super) fn find_in_ids(message: &str) -> Option<(char, String)> {
    if message.is_ascii() {
        return None;
    }
    let ids = message.split('`').skip(1).step_by(2);
    let mut ids = ids.filter(|id| {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        id.chars().all(word) && id.contains(|c: char| c.is_ascii_alphabetic())
    });
    ids.find_map(|id| {
        let mut letters = id.chars().filter(|c| !c.is_ascii());
        letters.find_map(|c| Some((c, look_up(LETTERS, c)?)))
    })
}

/// Looks up a character in a list of pairs.
fn look_up(list: &str, c: char) -> Option<String> {
    let mut pairs = list.split_whitespace();
    pairs.find_map(|pair| pair.strip_prefix(c).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::{ascii_look_alike, find_in_ids};

    #[test]
    fn what_was_meant_is_told() {
        for (c, meant) in [
            ('е', "e"),
            ('Ѕ', "S"),
            ('é', "e"),
            ('＝', "="),
            ('［', "["),
            ('“', "\""),
            ('–', "-"),
            ('１', "1"),
            ('𝐚', "a"),
            ('ß', "ss"),
            ('ſ', "s"),
            ('，', ","),
            ('ﬁ', "fi"),
        ] {
            assert_eq!(ascii_look_alike(c).as_deref(), Some(meant), "{c}");
        }
        for c in ['ж', '北', '\u{200b}', '\u{a0}'] {
            assert_eq!(ascii_look_alike(c), None, "{c}");
        }
    }

    #[test]
    fn a_letter_that_looks_like_another_is_found_in_ids() {
        let found = find_in_ids("there is no speaker `mаyor`");
        assert_eq!(found, Some(('а', "a".to_owned())));
        for message in [
            "there is no “мэр” `mayor`",
            "`мэр`",
            "`The mаyor said`",
            "`Orbán`",
        ] {
            assert_eq!(find_in_ids(message), None, "{message}");
        }
    }
}
