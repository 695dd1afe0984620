//! Validates an SVG: it must be of shapes alone and have a size.

use super::LogoError;

/// The sizes of an SVG are kept in hundredths: its box may be as small as one by one.
pub(super) const SVG_UNIT: f64 = 100.0;

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
pub(super) fn svg_size(name: &str, bytes: &[u8]) -> Result<(u32, u32), LogoError> {
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
