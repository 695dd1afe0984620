//! Detects garbled text (mojibake): text that some program decoded with the wrong
//! encoding, such as UTF-8 read as Windows-1252, `â€œ` in place of `“`.

mod code_pages;

use code_pages::{CODE_PAGES, CodePage, Kind};

/// A garbled part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// The first characters of the garbled part.
    pub seen: String,
    /// What they were before.
    pub meant: String,
    /// The encoding that was wrongly used to read UTF-8.
    pub read_as: &'static str,
    /// Whether that is an encoding of Windows consoles.
    pub through_a_console: bool,
}

/// How many characters are shown: a mark, or a word or two.
const SHOWN: usize = 24;

/// Finds the first garbled part of a text. Ordinary words in any script that happen
/// to contain such character sequences don't count.
#[must_use]
pub fn garbled(text: &str) -> Option<Garbled> {
    // UTF-8 encodes non-ASCII characters in two bytes or more, so garbled text has
    // adjacent non-ASCII characters.
    let has_pair = || {
        let next = text.chars().skip(1);
        let mut pairs = text.chars().zip(next);
        pairs.any(|(one, other)| !one.is_ascii() && !other.is_ascii())
    };
    if text.is_ascii() {
        return None;
    }
    if !has_pair() {
        return east_asian_garbling(text);
    }
    // Take the encoding that leaves the fewest characters unexplained; among equals
    // the first, which is the most likely.
    let found = CODE_PAGES
        .iter()
        .filter_map(|page| try_code_page(page, text));
    found
        .min_by_key(|(strays, _)| *strays)
        .map(|(_, found)| found)
        .or_else(|| east_asian_garbling(text))
}

/// Punctuation and symbols whose misread UTF-8 means nothing else in any text.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '…' | '′' | '″' | '‹' | '›' | '€' | '™' | '−'
            | '\u{feff}' | '\u{fffd}' | '\u{1f000}'..
    )
}

/// A part of a text, interpreted as bytes of a code page.
enum Part {
    /// UTF-8 of a character, and how many characters encode it.
    Utf8(char, usize),
    /// A non-ASCII character that is not part of UTF-8.
    Stray,
    /// An ASCII character.
    Ascii,
}

fn next_part(page: &CodePage, rest: &[char]) -> Part {
    let Some(&first) = rest.first().filter(|c| !c.is_ascii()) else {
        return Part::Ascii;
    };
    let length = match page.byte(first) {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Part::Stray,
    };
    let bytes: Option<Vec<u8>> = rest
        .get(..length)
        .and_then(|chars| chars.iter().map(|&c| page.byte(c)).collect());
    let decoded = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    match decoded.and_then(|text| text.chars().next()) {
        Some(c) => Part::Utf8(c, length),
        None => Part::Stray,
    }
}

/// Tries one encoding: returns how many characters it leaves unexplained, and the
/// garbled part.
fn try_code_page(page: &CodePage, text: &str) -> Option<(usize, Garbled)> {
    let (strays, first) = scan(page, text)?;
    let seen: String = text.chars().skip(first).take(SHOWN).collect();
    let found = Garbled {
        meant: repair(page, &seen),
        seen,
        read_as: page.name,
        through_a_console: page.kind == Kind::Consoles,
    };
    Some((strays, found))
}

/// Returns how many characters an encoding leaves unexplained, and the index of the
/// first garbled character.
fn scan(page: &CodePage, text: &str) -> Option<(usize, usize)> {
    let chars: Vec<char> = text.chars().collect();
    let mut first = None;
    let (mut pairs, mut strays, mut run, mut script) = (0, 0, 0, None);
    let (mut certain, mut latin) = (false, true);
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        match next_part(page, rest) {
            Part::Utf8(c, length) => {
                first.get_or_insert(at);
                pairs += 1;
                let before = at.checked_sub(1).and_then(|before| chars.get(before));
                certain |= is_mark(c) || is_accent(page, rest, before.copied());
                latin &= is_mark(c) || ('\u{a1}'..='\u{17f}').contains(&c);
                run = match (script_group(page, c), script) {
                    (Some(one), Some(other)) if one == other => run + 1,
                    (Some(_), _) => 1,
                    (None, _) => 0,
                };
                script = script_group(page, c);
                certain |= run >= 3 && page.kind != Kind::AmbiguousWords;
                at += length;
            }
            Part::Stray => {
                strays += 1;
                (run, script) = (0, None);
                at += 1;
            }
            Part::Ascii => {
                (run, script) = (0, None);
                at += 1;
            }
        }
    }
    let all = strays == 0 && pairs >= 2 && latin && page.kind != Kind::AmbiguousWords;
    Some((strays, first.filter(|_| certain || all)?))
}

/// Whether `Ã` or `Â` starts a garbled accented letter, as in `Ã©`: no word has them
/// before such a character. If the next character can follow a word in capitals, a
/// lower-case letter or digit must precede.
fn is_accent(page: &CodePage, pair: &[char], before: Option<char>) -> bool {
    if !matches!(page.byte('Ã'), Some(0xc3)) {
        return false;
    }
    match pair {
        ['Ã' | 'Â', next, ..] => {
            let may_follow = matches!(
                next,
                '\u{a0}'
                    | '‘'
                    | '’'
                    | '“'
                    | '”'
                    | '–'
                    | '—'
                    | '…'
                    | '•'
                    | '«'
                    | '»'
                    | 'ª'
                    | 'º'
            );
            !may_follow || before.is_some_and(|c| c.is_lowercase() || c.is_numeric())
        }
        _ => false,
    }
}

/// The script group of a letter: three letters of a group in a row are evidence of a
/// garbled word.
fn script_group(page: &CodePage, c: char) -> Option<u8> {
    let cyrillic_page = page.byte('Ж').is_some();
    match c {
        '\u{c0}'..='\u{17f}' => Some(0),
        '\u{386}'..='\u{3ff}' => Some(1),
        '\u{400}'..='\u{4ff}' => Some(2),
        '\u{5d0}'..='\u{5ea}' => Some(3),
        '\u{620}'..='\u{6d3}' => Some(4),
        '\u{900}'..='\u{e7f}' if !cyrillic_page => Some(5),
        '\u{10d0}'..='\u{10ff}' | '\u{1200}'..='\u{137f}' if !cyrillic_page => Some(6),
        '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
            if !cyrillic_page =>
        {
            Some(7)
        }
        _ => None,
    }
}

/// Restores a text that was garbled, up to three times in a row.
fn repair(page: &CodePage, text: &str) -> String {
    let mut text = decode_once(page, text);
    for _ in 0..2 {
        if scan(page, &text).is_some() {
            text = decode_once(page, &text);
        }
    }
    text
}

fn decode_once(page: &CodePage, text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut repaired = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let (c, length) = match next_part(page, &chars[at..]) {
            Part::Utf8(meant, length) => (meant, length),
            Part::Stray | Part::Ascii => (c, 1),
        };
        repaired.push(c);
        at += length;
    }
    repaired
}

/// Detects curly quotation marks read as GBK or Shift JIS, and U+FFFD read as GBK or
/// EUC-KR, by character sequences that don't occur in Chinese, Japanese or Korean.
fn east_asian_garbling(text: &str) -> Option<Garbled> {
    const GBK: [&str; 3] = ["鈥", "锟斤拷", "锘縦"];
    let mark = |mark: &str, read_as| {
        let (_, after) = text.split_once(mark)?;
        Some(Garbled {
            seen: mark.chars().chain(after.chars()).take(SHOWN).collect(),
            meant: "a quotation mark, a dash or an apostrophe".to_owned(),
            read_as,
            through_a_console: false,
        })
    };
    let is_kanji = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let after_marks = || {
        let (_, after) = text.split_once('窶')?;
        after.chars().next().filter(|&c| is_kanji(c))
    };
    GBK.into_iter()
        .find_map(|found| mark(found, "GBK"))
        .or_else(|| after_marks().and_then(|_| mark("窶", "Shift JIS")))
        .or_else(|| mark("占쏙옙", "EUC-KR"))
}

#[cfg(test)]
mod tests {
    use super::garbled;

    #[test]
    fn what_programs_make_of_marks_and_letters_is_garbled() {
        for (seen, meant) in [
            ("The county sent â€œa formal noticeâ€\u{9d}.", "“"),
            ("The county sent â€œa formal notice.", "“"),
            ("they donâ€™t", "’"),
            ("1914â€“1918", "–"),
            ("and soâ€¦", "…"),
            ("The county sent â\u{80}\u{9c}a formal notice", "“"),
            ("Ã¢â‚¬Å“a formal notice", "“"),
            ("caf\u{c3}\u{a9}", "é"),
            ("Ã‰tat", "É"),
            ("Ãœber “uns”", "Ü"),
            ("MÃ¼ller", "ü"),
            ("5Â°C", "°"),
            ("Â«textÂ»", "«"),
            ("ðŸ˜€", "😀"),
            ("вЂњa formal noticeвЂќ", "“"),
            ("РџСЂРёРІРµС‚", "Привет"),
            ("«РџСЂРёРІРµС‚»", "Привет"),
            ("РЈРєСЂР°С—РЅР°", "Україна"),
            ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
            ("ä¸\u{ad}æ–‡ç¬¬ä¸€", "中文第一"),
            ("‚Äúa formal notice‚Äù", "“"),
            ("caf√© d√©j√†", "é"),
            ("вАЬa formal noticeвАЭ", "“"),
            ("ΓÇ£a formal noticeΓÇ¥", "“"),
            ("ÔÇ£a formal noticeÔÇØ", "“"),
            ("тАЬa formal noticeтАЭ", "“"),
            ("╨Я╤А╨╕╨▓╨╡╤В", "Привет"),
            ("donβ€™t", "’"),
            ("1914โ€“1918", "–"),
            ("donג€™t", "’"),
            ("п»їkind", "\u{feff}"),
            ("ï»¿kind", "\u{feff}"),
            ("ï¿½", "\u{fffd}"),
            ("鈥渁 formal notice", "a quotation mark"),
            ("锟斤拷", "a quotation mark"),
        ] {
            let found = garbled(seen).unwrap_or_else(|| panic!("{seen} is garbled"));
            assert!(found.meant.starts_with(meant), "{seen}: {found:?}");
        }
    }

    #[test]
    fn words_of_any_language_are_not() {
        for text in [
            "The county sent “a formal notice”; it’s 5 °C – so…",
            "« Il est là »",
            "L’ÉTÉ DÉJÀ… AU CAFÉ… “BEYONCÉ’S”",
            "l’âge d’être “été”",
            "‚Änderung‘ „Ärger“ »Öl«",
            "IRMÃ” NÃO “MAÇÔ AMANHÃ",
            "Å’s “SMÅ”",
            "“США” «НАТО» «ООО» О… Я—",
            "«УКРАЇНА» РІШЕННЯ “МІСТО” ЄС",
            "МОЈЕ РЕШЕЊЕ “ЊЕГОВО”",
            "чем так сам фон",
            "Письмо, а капитан подписал: “Рђа, рђав, лалала”",
            "“Čeština” ještě žlutý",
            "ŁÓDŹ “ŻÓŁĆ”",
            "北京不会接受任何条件。“不会接受”",
            "貧窶れる",
            "ราคาลดลง รักกันนะ",
            "الحرية “إثيوبيا”",
            "שלום “עולם”",
            "Ελλάδα «ΕΛΛΆΔΑ»",
            "እስክንድር",
            "€5 ™ ½ × 2",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_look_like_it_are_not() {
        for text in [
            "NÃO, JOÃO",
            "“AMANHÔ",
            "A IRMû, disse",
            "a MAÇÃ… e a IRMÃ’",
            "« Il a été »",
            "«\u{a0}été\u{a0}»",
            "café…”",
            "voilà…”",
            "voilà\u{a0}»",
            "NESTLÉ®",
            "CAFÉ™",
            "CITROËN°",
            "Â",
            "Ångström",
            "TRÄ”",
            "Ä Ö Å",
            "РІК",
            "рік, Сірі",
            "СІРІ КОТИ",
            "Ђорђе",
            "ђак и њива",
            "пункты А, Б и В»",
            "√2 ≈ 1.41",
            "Ñandú",
            "Gänsefüßchen „so“",
            "El País",
            "Viktor Orbán",
            "北京不会接受任何条件",
            "Ðorður",
            "ÉÈÊ",
            "Ô, ÇA",
            "Lê Đức Thọ",
            "Nguyễn Văn Thiệu",
            "TRẦN",
            "Äpfel",
            "“É”",
            "à «l’É»",
            "Ï»",
            "Τι είναι;",
            "٪",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
