//! Validates a logo: one small picture that loads nothing else. Its format is
//! determined by its bytes.

use crate::{Logo, LogoKind};

/// The maximum size, in bytes: every page shows the logo.
const MAX_BYTES: usize = 64 * 1024;

/// The maximum ratio of width to height: the name must fit next to the logo.
const MAX_RATIO: u32 = 6;

/// The sizes of an SVG are kept in hundredths: its box may be as small as one by one.
const SVG_UNIT: f64 = 100.0;

/// Why a file can't be used as the logo.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LogoError {
    /// The byte offset of the problem; `None` if it concerns the whole file.
    pub(super) offset: Option<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

impl LogoError {
    fn new(offset: Option<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        Self {
            offset,
            message,
            help,
        }
    }
}

/// Validates the file `name` and returns the logo.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Logo, LogoError> {
    if bytes.len() > MAX_BYTES {
        return Err(LogoError::new(
            None,
            format!(
                "`{name}` has {} bytes; the maximum is {MAX_BYTES}",
                bytes.len()
            ),
            "make it smaller: it is shown some 24 pixels high",
        ));
    }
    let (kind, (width, height)) = if bytes.starts_with(PNG) {
        (LogoKind::Png, png_size(name, bytes)?)
    } else {
        (LogoKind::Svg, svg_size(name, bytes)?)
    };
    if !name
        .to_ascii_lowercase()
        .ends_with(&format!(".{}", kind.extension()))
    {
        return Err(LogoError::new(
            None,
            format!(
                "the file extension of `{name}` doesn't match its content, which is {}",
                kind.extension().to_ascii_uppercase()
            ),
            format!(
                "rename it to end in .{}, and change the name here too",
                kind.extension()
            ),
        ));
    }
    if width == 0 || height == 0 || width > height.saturating_mul(MAX_RATIO) {
        let unit = match kind {
            LogoKind::Svg => SVG_UNIT,
            LogoKind::Png => 1.0,
        };
        let (width, height) = (f64::from(width) / unit, f64::from(height) / unit);
        return Err(LogoError::new(
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

/// Reads the width and height of a PNG from its first chunk (PNG, "IHDR").
fn png_size(name: &str, bytes: &[u8]) -> Result<(u32, u32), LogoError> {
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    let size = (bytes.get(12..16) == Some(b"IHDR"))
        .then(|| Some((number(16)?, number(20)?)))
        .flatten();
    // A larger picture can't fit into so few bytes, and width times height would
    // overflow.
    let sensible = size.filter(|(width, height)| *width <= 65_535 && *height <= 65_535);
    sensible.ok_or_else(|| {
        let message = format!("`{name}` starts like a PNG but is not a valid one");
        LogoError::new(None, message, "save the picture again")
    })
}

/// What an SVG must not contain, with its name for messages: what runs, what loads
/// something, and what is not SVG. In an `<img>` none of it works, but a file that
/// does it elsewhere must not be distributed.
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
    // CSS escapes could hide all of the above in style sheets.
    ("\\", "a backslash"),
];

/// Validates an SVG and reads its width and height from the `viewBox`.
fn svg_size(name: &str, bytes: &[u8]) -> Result<(u32, u32), LogoError> {
    let neither = || {
        let message = format!("`{name}` is neither an SVG nor a PNG");
        LogoError::new(None, message, "save the picture as one of the two")
    };
    let text = std::str::from_utf8(bytes).map_err(|_| neither())?;
    let lower = text.to_ascii_lowercase();
    let root = root_element(&lower).ok_or_else(neither)?;
    let has = |offset: usize, what: &str| {
        LogoError::new(
            Some(offset),
            format!("the logo contains {what}"),
            "save it as a plain SVG, of shapes alone",
        )
    };
    for (part, what) in FORBIDDEN {
        if let Some(offset) = lower.find(part) {
            return Err(has(offset, what));
        }
    }
    if let Some(offset) = find_event_handler(&lower) {
        return Err(has(offset, "an event handler"));
    }
    if let Some(offset) = find_external_reference(&lower) {
        return Err(has(offset, "an address"));
    }
    let (start, end) = root;
    root_size(&lower[start..end]).ok_or_else(|| {
        LogoError::new(
            Some(start),
            "the logo has no width and height",
            "add a `viewBox` to its first element, like viewBox=\"0 0 32 32\"",
        )
    })
}

/// Finds the start tag of the root element `svg`, after declarations and comments:
/// the offsets of its first byte and after its last.
fn root_element(lower: &str) -> Option<(usize, usize)> {
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

/// Finds an event handler attribute, such as `onload=`.
fn find_event_handler(lower: &str) -> Option<usize> {
    lower.match_indices("on").find_map(|(at, _)| {
        let before = lower[..at].chars().next_back()?;
        let name = lower[at..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let is_attribute = (before.is_whitespace() || matches!(before, '"' | '\'' | '/'))
            && name.trim_start().starts_with('=');
        is_attribute.then_some(at)
    })
}

/// Finds a reference to something outside the picture.
fn find_external_reference(lower: &str) -> Option<usize> {
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
    // In any other attribute, a URL is allowed only as an XML namespace.
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

/// Reads the width and height in the root tag, in hundredths. The `viewBox` takes
/// precedence over `width` and `height`.
fn root_size(tag: &str) -> Option<(u32, u32)> {
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
        let hundredths = (number * SVG_UNIT).round();
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
        let wide = b"<svg viewBox='0 0 70 10.5'/>";
        let error = read("logo.svg", wide).expect_err("it is too wide");
        assert_eq!(error.message, "`logo.svg` is 70 wide and 10.5 high");
        let large = svg(&" ".repeat(70_000));
        assert!(read("logo.svg", large.as_bytes()).is_err());
    }
}
