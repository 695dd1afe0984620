//! A logo: one small picture that asks for nothing. What it is, its bytes say.

use crate::{Logo, LogoKind};

/// The largest file, in bytes: every page shows it.
const MAX_BYTES: usize = 64 * 1024;

/// How many times as wide as high it can be, and still stand beside a name.
const MAX_RATIO: u32 = 6;

/// Why a file is no logo.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The byte at which that shows; none where it is the file as a whole.
    pub(super) offset: Option<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

impl Wrong {
    fn of(offset: Option<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        Self {
            offset,
            message,
            help,
        }
    }
}

/// The logo in the file `name`.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Logo, Wrong> {
    if bytes.len() > MAX_BYTES {
        return Err(Wrong::of(
            None,
            format!(
                "`{name}` has {} bytes; the most is {MAX_BYTES}",
                bytes.len()
            ),
            "make it smaller: it is shown some 24 pixels high",
        ));
    }
    let (kind, (width, height)) = if bytes.starts_with(PNG) {
        (LogoKind::Png, png(name, bytes)?)
    } else {
        (LogoKind::Svg, svg(name, bytes)?)
    };
    if !name
        .to_ascii_lowercase()
        .ends_with(&format!(".{}", kind.ending()))
    {
        return Err(Wrong::of(
            None,
            format!(
                "`{name}` is not what its name says: in it is an image of the kind {}",
                kind.ending()
            ),
            format!("end its name in .{}, here too", kind.ending()),
        ));
    }
    if width == 0 || height == 0 || width > height.saturating_mul(MAX_RATIO) {
        return Err(Wrong::of(
            None,
            format!("`{name}` is {width} wide and {height} high"),
            format!(
                "take a picture at most {MAX_RATIO} times as wide as high, so that there is room for the name beside it"
            ),
        ));
    }
    Ok(Logo::checked(kind, (width, height), bytes))
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The width and height of a PNG, which its first chunk says (PNG, "IHDR").
fn png(name: &str, bytes: &[u8]) -> Result<(u32, u32), Wrong> {
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    let size = (bytes.get(12..16) == Some(b"IHDR"))
        .then(|| Some((number(16)?, number(20)?)))
        .flatten();
    // Beyond this there is nothing that fits into so few bytes, and a product of
    // the two would be too large.
    let sensible = size.filter(|(width, height)| *width <= 65_535 && *height <= 65_535);
    sensible.ok_or_else(|| {
        let message = format!("`{name}` begins like a PNG and is none");
        Wrong::of(None, message, "save the picture anew")
    })
}

/// What an SVG can't have, with its name in a message. What runs, what loads and
/// what is not SVG: a picture in an `<img>` does none of it, and one that would
/// is none to hand on.
const FORBIDDEN: [(&str, &str); 16] = [
    ("<!doctype", "a document type"),
    ("<!entity", "an entity"),
    ("<?xml-stylesheet", "a style sheet from elsewhere"),
    ("script", "a script"),
    ("foreignobject", "a foreign object"),
    ("<iframe", "a frame"),
    ("<embed", "an embedded object"),
    ("<object", "an embedded object"),
    ("<audio", "sound"),
    ("<video", "a video"),
    ("<handler", "an event handler"),
    ("@import", "a style sheet from elsewhere"),
    ("image-set", "a picture from elsewhere"),
    ("src(", "a picture from elsewhere"),
    ("xml:base", "another base for its addresses"),
    // By which all of the above could be written in style sheets.
    ("\\", "a backslash"),
];

/// The width and height of an SVG, as the box says in which it is drawn.
fn svg(name: &str, bytes: &[u8]) -> Result<(u32, u32), Wrong> {
    let neither = || {
        let message = format!("`{name}` is neither an SVG nor a PNG");
        Wrong::of(None, message, "save the picture as one of the two")
    };
    let text = std::str::from_utf8(bytes).map_err(|_| neither())?;
    let lower = text.to_ascii_lowercase();
    let root = root(&lower).ok_or_else(neither)?;
    let has = |offset: usize, what: &str| {
        Wrong::of(
            Some(offset),
            format!("the logo has {what} in it"),
            "save it as a plain SVG, of shapes alone",
        )
    };
    for (part, what) in FORBIDDEN {
        if let Some(offset) = lower.find(part) {
            return Err(has(offset, what));
        }
    }
    if let Some(offset) = handler(&lower) {
        return Err(has(offset, "an event handler"));
    }
    if let Some(offset) = reference(&lower) {
        return Err(has(offset, "an address"));
    }
    let (start, end) = root;
    size(&lower[start..end]).ok_or_else(|| {
        Wrong::of(
            Some(start),
            "the logo does not say how wide and high it is",
            "add a `viewBox` to its first element, like viewBox=\"0 0 32 32\"",
        )
    })
}

/// Where the element `svg` is with which the file begins, behind declarations and
/// comments: its first byte and that behind its tag.
fn root(lower: &str) -> Option<(usize, usize)> {
    let mut rest = lower.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        let (_, behind) = rest.split_once(end)?;
        rest = behind.trim_start();
    }
    let start = lower.len() - rest.len();
    let behind = rest.strip_prefix("<svg")?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
    if !behind.starts_with(ends) {
        return None;
    }
    Some((start, start + rest.find('>')? + 1))
}

/// Where an attribute begins that is run when something happens: `onload=`.
fn handler(lower: &str) -> Option<usize> {
    lower.match_indices("on").find_map(|(at, _)| {
        let before = lower[..at].chars().next_back()?;
        let name = lower[at..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let is_attribute = (before.is_whitespace() || matches!(before, '"' | '\'' | '/'))
            && name.trim_start().starts_with('=');
        is_attribute.then_some(at)
    })
}

/// Where an address begins that leads out of the picture.
fn reference(lower: &str) -> Option<usize> {
    let value = |at: usize| {
        let rest = &lower[at..];
        let open = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=');
        at + (rest.len() - rest.trim_start_matches(open).len())
    };
    let leads_out = |at: &usize| !lower[*at..].starts_with('#');
    let attributes = ["href", "src"].into_iter().flat_map(|name| {
        lower.match_indices(name).filter_map(move |(at, _)| {
            let end = at + name.len();
            lower[end..].trim_start().starts_with('=').then_some(end)
        })
    });
    let in_styles = lower
        .match_indices("url(")
        .map(|(at, part)| at + part.len());
    let mut found = attributes.chain(in_styles).map(value).filter(leads_out);
    // What else has an address names a vocabulary.
    let written = || {
        lower.match_indices("://").find_map(|(at, _)| {
            let before = lower[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let before = before.strip_suffix(['"', '\''])?.trim_end();
            let before = before.strip_suffix('=')?.trim_end();
            let name = before.rsplit(char::is_whitespace).next()?;
            (!name.starts_with("xmlns")).then_some(at)
        })
    };
    found.next().or_else(written)
}

/// The width and height in the tag of the first element, in whole units; those of
/// its `viewBox` before any others.
fn size(tag: &str) -> Option<(u32, u32)> {
    let attribute = |name: &str| {
        let mut found = tag.match_indices(name);
        found.find_map(|(at, _)| {
            let is_whole = tag[..at].ends_with(char::is_whitespace);
            let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?;
            let rest = rest.trim_start();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let value = rest[1..].split(quote).next()?;
            is_whole.then_some(value)
        })
    };
    let whole = |text: &str| {
        let number: f64 = text.trim().trim_end_matches("px").parse().ok()?;
        // Hundredths, of a picture that may be drawn in a box of one by one.
        let hundredths = (number * 100.0).round();
        let sensible = (1.0..=1e7).contains(&hundredths);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 1 and ten million"
        )]
        sensible.then_some(hundredths as u32)
    };
    if let Some(of_box) = attribute("viewbox") {
        let numbers = of_box.split(|c: char| c.is_whitespace() || c == ',');
        let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
        let [_, _, width, height] = numbers[..] else {
            return None;
        };
        return Some((whole(width)?, whole(height)?));
    }
    Some((whole(attribute("width")?)?, whole(attribute("height")?)?))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::LogoKind;

    fn svg(inside: &str) -> String {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24">{inside}</svg>"#)
    }

    #[test]
    fn a_plain_picture_is_a_logo() {
        for text in [
            svg("<path d='M0 0h48v24H0z'/>"),
            format!("<?xml version=\"1.0\"?>\n<!-- shapes -->\n{}", svg("")),
            svg(r##"<defs><g id="a"/></defs><use href="#a"/><path fill="url(#b)" d="M1 1"/>"##),
            svg("<style>path{fill:#123}</style><text font-size='3'>onward = 1</text>"),
            "<svg width='48' height='24px'/>".to_owned(),
        ] {
            let logo =
                read("logo.svg", text.as_bytes()).unwrap_or_else(|e| panic!("{text}: {e:?}"));
            assert_eq!((logo.kind(), logo.width(24)), (LogoKind::Svg, 48));
        }
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x60\0\0\0\x30".to_vec();
        png.extend([8, 2, 0, 0, 0]);
        let logo = read("logo.PNG", &png).expect("a PNG");
        assert_eq!((logo.kind(), logo.width(24)), (LogoKind::Png, 48));
    }

    #[test]
    fn what_runs_or_asks_for_something_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<SVG:Script/>",
            "<foreignObject/>",
            "<path onload='alert(1)'/>",
            "<path\nonload\n=\n'alert(1)'/>",
            "<path d='M0'onclick='x'/>",
            "<use href='https://example.org/a.svg#b'/>",
            "<use xlink:href = \"//example.org/a.svg\"/>",
            "<image href='data:image/png;base64,AAAA'/>",
            "<a href='&#35;a'/>",
            "<path fill='url(https://example.org/a)'/>",
            "<path fill=\"url( 'a.svg#b')\"/>",
            "<style>@import 'a.css';</style>",
            "<style>path{fill:\\75rl(a)}</style>",
            "<g xml:base='x'/>",
            "<text>https://example.org</text><set to='https://example.org/'/>",
        ] {
            assert!(
                read("logo.svg", svg(inside).as_bytes()).is_err(),
                "{inside}"
            );
        }
        let declared = format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{}", svg(""));
        assert!(read("logo.svg", declared.as_bytes()).is_err());
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let plain = svg("");
        for (name, bytes) in [
            ("logo.svg", b"".as_slice()),
            ("logo.svg", b"<html></html>"),
            ("logo.svg", b"<svgx viewBox='0 0 1 1'/>"),
            ("logo.svg", b"\xff\xfe<\0s\0v\0g\0"),
            ("logo.svg", b"GIF89a"),
            ("logo.svg", b"<svg viewBox='0 0 1'/>"),
            ("logo.svg", b"<svg viewBox='0 0 0 5'/>"),
            ("logo.svg", b"<svg viewBox='0 0 70 10'/>"),
            ("logo.svg", b"<svg"),
            ("logo.png", plain.as_bytes()),
            (
                "logo.svg",
                b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x60\0\0\0\x30",
            ),
            ("logo.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0"),
        ] {
            assert!(
                read(name, bytes).is_err(),
                "{}",
                String::from_utf8_lossy(bytes)
            );
        }
        let large = svg(&" ".repeat(70_000));
        assert!(read("logo.svg", large.as_bytes()).is_err());
    }
}
