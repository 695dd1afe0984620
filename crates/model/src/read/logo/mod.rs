//! Validates a logo: one small picture that loads nothing else. Its format is
//! determined by its bytes.

mod svg;

use svg::{SVG_UNIT, svg_size};

use crate::{Logo, LogoKind};

/// The maximum size, in bytes: every page shows the logo.
const MAX_BYTES: usize = 64 * 1024;

/// The maximum ratio of width to height: the name must fit next to the logo.
const MAX_RATIO: u32 = 6;

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
