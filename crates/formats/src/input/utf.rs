//! UTF-16 and UTF-32, which PowerShell and Excel's “Unicode Text” write.

use std::borrow::Cow;

/// How many bytes are looked at where there is no mark.
const LOOKED_AT: usize = 4096;

/// The text, if the bytes are in one of the two; what is wrong where it is cut
/// off. What is no character becomes U+FFFD, which no cell may hold.
pub(super) fn decode(bytes: &[u8]) -> Option<Result<Cow<'_, str>, &'static str>> {
    let (unit, big) = form(bytes)?;
    if !bytes.len().is_multiple_of(unit) {
        return Some(Err(
            "this file is UTF-16 or UTF-32 and is cut off at its end",
        ));
    }
    let text = if unit == 4 {
        let units = bytes.chunks_exact(4).map(|unit| number(unit, big));
        units
            .map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}'))
            .collect()
    } else {
        let units = bytes.chunks_exact(2).map(|unit| number(unit, big));
        let units = units.map(|unit| u16::try_from(unit).unwrap_or(0xfffd));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{fffd}'))
            .collect()
    };
    Some(Ok(Cow::Owned(text)))
}

fn number(unit: &[u8], big: bool) -> u32 {
    let add = |number: u32, &byte: &u8| number << 8 | u32::from(byte);
    if big {
        unit.iter().fold(0, add)
    } else {
        unit.iter().rev().fold(0, add)
    }
}

/// The bytes of a unit, and whether the big end comes first.
fn form(bytes: &[u8]) -> Option<(usize, bool)> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some((4, false)),
        [0, 0, 0xfe, 0xff, ..] => Some((4, true)),
        [0xff, 0xfe, ..] => Some((2, false)),
        [0xfe, 0xff, ..] => Some((2, true)),
        _ => without_mark(bytes),
    }
}

/// UTF-16 without a mark has a NUL beside each character of ASCII, and a sheet
/// has heads of ASCII.
fn without_mark(bytes: &[u8]) -> Option<(usize, bool)> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let nuls = |first: usize| {
        let every_other = start.iter().skip(first).step_by(2);
        every_other.filter(|&&byte| byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let many = start.len() / 8;
    // The other half of a unit is 0 now and then too.
    if odd > many && even * 8 <= odd {
        Some((2, false))
    } else if even > many && odd * 8 <= even {
        Some((2, true))
    } else {
        None
    }
}
