//! Decodes base64 (RFC 4648, section 4). The `atob` of browsers would copy the text twice
//! more, and the crate `base64` is made for more than one alphabet: in the app bytes
//! decide.

use alloc::vec::Vec;

/// The bytes of a text without padding; `None` if a letter is not one of base64.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD_NO_PAD;
    use proptest::prelude::*;

    use super::decode;

    #[test]
    fn other_letters_are_refused() {
        for text in ["Zg==", "Zm 9", "Zm\n9", "Zmß", "-_"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_encoded_is_decoded(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(decode(&STANDARD_NO_PAD.encode(&bytes)), Some(bytes));
        }
    }
}
