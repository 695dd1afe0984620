//! The path under which a site stands, as people and platforms write it.

use std::fmt;
use std::str::FromStr;

/// A path that begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicUrl(String);

impl FromStr for PublicUrl {
    type Err = String;

    /// Takes `/repo/`, `/repo`, `repo` and, as GitHub's configure-pages gives
    /// it for a site of its own, nothing.
    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = |why: &str| Err(format!("{why}; give a path like `/` or `/repo/`"));
        if text.contains("://") || text.starts_with("//") {
            return refuse("only the path is wanted, without scheme and host");
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
        for part in &parts {
            if *part == "." || *part == ".." {
                return refuse("`.` and `..` can't stand in it");
            }
            if !part.chars().all(plain) {
                return refuse("it can hold letters, digits and `-._~`");
            }
        }
        Ok(Self(match parts.as_slice() {
            [] => "/".to_owned(),
            parts => format!("/{}/", parts.join("/")),
        }))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::PublicUrl;

    #[test]
    fn every_way_to_write_a_path_comes_to_one() {
        for (text, path) in [
            ("", "/"),
            ("/", "/"),
            ("x", "/x/"),
            ("/x", "/x/"),
            ("x/", "/x/"),
            ("/a/b/", "/a/b/"),
        ] {
            assert_eq!(
                text.parse::<PublicUrl>().map(|url| url.to_string()),
                Ok(path.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in [
            "https://example.org/x/",
            "//host/",
            "/a/../b/",
            "/./",
            "/a b/",
            "/a?b",
            "/a#b",
            "/é/",
        ] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }
}
