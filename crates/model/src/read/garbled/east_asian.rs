//! Detects text that was read as an encoding of Chinese, Japanese or Korean.

use super::{Garbled, SHOWN};

/// Detects curly quotation marks read as GBK or Shift JIS, and U+FFFD read as GBK or
/// EUC-KR, by character sequences that don't occur in Chinese, Japanese or Korean.
pub(super) fn east_asian_garbling(text: &str) -> Option<Garbled> {
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
