//! Expands characters that stand for others in printed or saved texts: ligatures,
//! full-width forms, HTML character references. Removes directional marks.

/// Replaces each such character with what it stands for.
pub(super) fn expand_characters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            '\u{ff01}'..='\u{ff5e}' => {
                out.extend(char::from_u32(u32::from(c) - 0xff01 + u32::from('!')));
            }
            '`' | '\u{b4}' => out.push('\''),
            '\u{61c}' | '\u{200e}' | '\u{200f}' => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => out.push(c),
        }
        if out.ends_with(';') {
            decode_entity(&mut out);
        }
    }
    out
}

/// The HTML character references that are common in texts saved from web pages.
const ENTITIES: [(&str, &str); 21] = [
    ("&amp;", "&"),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&#8217;", "'"),
    ("&gt;", ">"),
    ("&hellip;", "…"),
    ("&laquo;", "«"),
    ("&ldquo;", "“"),
    ("&lsquo;", "‘"),
    ("&lt;", "<"),
    ("&mdash;", "—"),
    ("&minus;", "−"),
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&ndash;", "–"),
    ("&quot;", "\""),
    ("&raquo;", "»"),
    ("&rdquo;", "”"),
    ("&rsquo;", "’"),
    ("&shy;", ""),
    ("&thinsp;", " "),
];

/// Replaces a character reference at the end of `out` with its character.
fn decode_entity(out: &mut String) {
    let found = ENTITIES.iter().find(|(name, _)| out.ends_with(name));
    if let Some((name, character)) = found {
        out.truncate(out.len() - name.len());
        out.push_str(character);
    }
}
