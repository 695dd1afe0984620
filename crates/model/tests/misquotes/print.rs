//! The typographic forms in which web pages, PDFs and news wires print a text.

use crate::corpus::Rng;

type Print = fn(&str, &mut Rng) -> String;

pub(crate) const KINDS: [(&str, Print); 4] = [
    ("web page", web),
    ("web page with guillemets", guillemets),
    ("PDF", pdf),
    ("wire", wire),
];

/// The text with `put` applied to each character; it also gets the text so far.
fn each(text: &str, mut put: impl FnMut(char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        put(c, &mut out);
    }
    out
}

/// The number of letters at the end of the text so far.
fn letters(out: &str) -> usize {
    out.chars().rev().take_while(|c| c.is_alphabetic()).count()
}

fn web(text: &str, rng: &mut Rng) -> String {
    let straight = rng.once_in(2);
    each(text, |c, out| match c {
        ' ' if rng.once_in(20) => out.push('\u{a0}'),
        ' ' if rng.once_in(60) => out.push_str("&nbsp;"),
        ' ' if rng.once_in(60) => out.push_str("  \n"),
        '’' if rng.once_in(3) => out.push_str("&rsquo;"),
        '‘' | '’' if straight => out.push('\''),
        '“' if rng.once_in(6) => out.push_str("&ldquo;"),
        '”' if rng.once_in(6) => out.push_str("&rdquo;"),
        '“' | '”' if straight => out.push('"'),
        '–' if straight => out.push_str("&mdash;"),
        'é' | 'й' => unicode_normalization::char::decompose_canonical(c, |part| out.push(part)),
        c if letters(out) >= 3 && c.is_alphabetic() && rng.once_in(60) => {
            out.push(['\u{ad}', '\u{200b}'][rng.below(2)]);
            out.push(c);
        }
        '.' if letters(out) >= 3 && rng.once_in(8) => {
            out.push_str([".[3]", ".[12]", ".*", ".†"][rng.below(4)]);
        }
        ',' if letters(out) >= 3 && rng.once_in(40) => out.push_str(" [sic],"),
        c => out.push(c),
    })
}

fn guillemets(text: &str, rng: &mut Rng) -> String {
    let thin = ['\u{a0}', '\u{202f}', '\u{2009}'][rng.below(3)];
    each(text, |c, out| match c {
        '“' | '«' => {
            out.push('«');
            out.push(thin);
        }
        '”' | '»' => {
            out.push(thin);
            out.push('»');
        }
        '‘' => out.push('‹'),
        '’' if !out.ends_with(char::is_alphabetic) => out.push('›'),
        '?' | ';' | '!' => {
            out.push(thin);
            out.push(c);
        }
        c => out.push(c),
    })
}

fn pdf(text: &str, rng: &mut Rng) -> String {
    let text = text
        .replace("ffi", "ﬃ")
        .replace("fi", "ﬁ")
        .replace("fl", "ﬂ");
    let width = 50 + rng.below(30);
    let mut lines = Vec::new();
    for paragraph in text.split("\n\n") {
        let mut line = String::new();
        for word in paragraph.split([' ', '\n']) {
            let mut word = word.to_owned();
            if word.ends_with(['.', ','])
                && rng.once_in(12)
                && letters(word.trim_end_matches(['.', ','])) >= 3
            {
                word.push(['¹', '²', '³'][rng.below(3)]);
            }
            let room = width.saturating_sub(line.chars().count() + 1);
            if word.chars().count() <= room {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(&word);
                continue;
            }
            // Hyphenate with at least three letters on either side, as typesetters do.
            let chars: Vec<char> = word.chars().collect();
            let whole = chars.iter().all(|c| c.is_alphabetic());
            if whole && chars.len() >= 6 && room > 5 {
                let at = 3 + rng.below(chars.len() - 5).min(room - 5);
                line.push_str(if line.is_empty() { "" } else { " " });
                line.extend(&chars[..at]);
                let hyphens = [
                    '-', '\u{ad}', '\u{2010}', '\u{2011}', '¬', '\u{2}', '\u{fffe}',
                ];
                line.push(*rng.pick(&hyphens));
                word = chars[at..].iter().collect();
            } else if let Some((head, tail)) = word.clone().split_once('-')
                && head.chars().count() < room
            {
                line.push_str(&format!(" {head}-"));
                word = tail.to_owned();
            }
            lines.push(std::mem::replace(&mut line, word));
        }
        lines.push(line);
        lines.push(String::new());
    }
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        out.push_str(line);
        out.push('\n');
        if index % 40 == 39 {
            out.push_str(&format!("\n      {}\n\u{c}\n", index / 40 + 1));
        }
    }
    out
}

fn wire(text: &str, rng: &mut Rng) -> String {
    let doubled = rng.once_in(2);
    let text = text
        .replace(",’", "’,")
        .replace(".’", "’.")
        .replace("\n\n", "\n   ");
    each(&text, |c, out| match c {
        '“' | '«' if doubled => out.push_str("``"),
        '”' | '»' if doubled => out.push_str("''"),
        '“' | '”' | '«' | '»' => out.push('"'),
        '‘' => out.push('`'),
        '’' => out.push('\''),
        '–' | '—' => out.push_str("--"),
        c => out.push(c),
    })
}
