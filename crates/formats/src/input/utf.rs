//! UTF-16 and UTF-32, which PowerShell and Excel's “Unicode Text” write.

use std::borrow::Cow;

/// How many bytes are examined if there is no byte order mark.
const SAMPLE: usize = 4096;

/// Decodes UTF-16 or UTF-32; `None` for any other encoding, an error for a truncated
/// file. Invalid characters become U+FFFD, which is rejected in every cell.
pub(super) fn decode(bytes: &[u8]) -> Option<Result<Cow<'_, str>, &'static str>> {
    let (unit, big) = detect(bytes)?;
    if !bytes.len().is_multiple_of(unit) {
        return Some(Err(
            "this file is UTF-16 or UTF-32 and is cut off at its end",
        ));
    }
    let text = if unit == 4 {
        let units = bytes.chunks_exact(4).map(|unit| code_unit(unit, big));
        units
            .map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}'))
            .collect()
    } else {
        let units = bytes.chunks_exact(2).map(|unit| code_unit(unit, big));
        let units = units.map(|unit| u16::try_from(unit).unwrap_or(0xfffd));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{fffd}'))
            .collect()
    };
    Some(Ok(Cow::Owned(text)))
}

fn code_unit(unit: &[u8], big: bool) -> u32 {
    let add = |number: u32, &byte: &u8| number << 8 | u32::from(byte);
    if big {
        unit.iter().fold(0, add)
    } else {
        unit.iter().rev().fold(0, add)
    }
}

/// The size of a code unit in bytes, and whether it is big-endian.
fn detect(bytes: &[u8]) -> Option<(usize, bool)> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some((4, false)),
        [0, 0, 0xfe, 0xff, ..] => Some((4, true)),
        [0xff, 0xfe, ..] => Some((2, false)),
        [0xfe, 0xff, ..] => Some((2, true)),
        _ => detect_without_bom(bytes),
    }
}

/// UTF-16 without a byte order mark has a NUL beside each ASCII character, and the
/// column headers of a sheet are ASCII.
fn detect_without_bom(bytes: &[u8]) -> Option<(usize, bool)> {
    let start = &bytes[..bytes.len().min(SAMPLE)];
    let nuls = |first: usize| {
        let every_other = start.iter().skip(first).step_by(2);
        every_other.filter(|&&byte| byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let many = start.len() / 8;
    // The other byte of a code unit is 0 now and then too.
    if odd > many && even * 8 <= odd {
        Some((2, false))
    } else if even > many && odd * 8 <= even {
        Some((2, true))
    } else {
        None
    }
}
