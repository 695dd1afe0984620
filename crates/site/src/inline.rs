//! Texts that stand in a page itself, as its styles or a script. The page's policy
//! allows them by their digests.

use anyhow::{Result, ensure};

/// A script of the bundle, to stand in a page.
pub(super) fn script(text: &str) -> Result<&str> {
    check("script", text.trim())
}

/// A style sheet of the bundle, to stand in a page. There, a byte order mark would be
/// part of the first rule's selector.
pub(super) fn style(text: &str) -> Result<&str> {
    check("style", text.trim_start_matches('\u{feff}').trim())
}

/// Checks that a text can be the content of an element `name` without escaping.
fn check<'t>(name: &str, text: &'t str) -> Result<&'t str> {
    let lower = text.to_ascii_lowercase();
    // An HTML parser ends the element at the first and takes the second for the
    // start of a comment. It turns the third into a line feed, after which the
    // text doesn't match its digest in the policy.
    for forbidden in [format!("</{name}"), "<!--".to_owned(), "\r".to_owned()] {
        ensure!(
            !lower.contains(&forbidden),
            "a `{name}` can't hold {forbidden:?}"
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{script, style};

    #[test]
    fn text_that_would_end_the_element_is_refused() {
        assert!(script("a < b").is_ok());
        for text in ["'</Script>'", "a<!--b", "a\r\nb"] {
            assert!(script(text).is_err(), "{text}");
        }
        assert!(style("</script>").is_ok());
    }

    #[test]
    fn styles_begin_with_their_first_rule() {
        assert_eq!(style("\u{feff} a{b:c}\n").expect("a style"), "a{b:c}");
    }
}
