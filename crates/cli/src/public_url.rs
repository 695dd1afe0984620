//! Parses the base path of a site, as people and platforms write it. By hand: it is a
//! path alone, and no crate parses it so strictly.

use std::fmt;
use std::str::FromStr;

/// A base path; it begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl FromStr for PublicUrl {
    type Err = String;

    /// Accepts `/repo/`, `/repo`, `repo` and the empty string, which GitHub's
    /// configure-pages gives for a site at the root of its host.
    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = |why: &str| Err(format!("{why}; give a path like `/` or `/repo/`"));
        if text.contains("://") || text.starts_with("//") {
            return refuse("only the path is wanted; scheme and host go into --origin");
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
        for part in &parts {
            if *part == "." || *part == ".." {
                return refuse("`.` and `..` can't stand in it");
            }
            if !part.chars().all(plain) {
                return refuse("it can hold unaccented letters, digits, `-._~` and no blanks");
            }
        }
        Ok(Self(match parts.as_slice() {
            [] => "/".to_owned(),
            parts => format!("/{}/", parts.join("/")),
        }))
    }
}

impl Default for PublicUrl {
    /// A site at the root of its host.
    fn default() -> Self {
        Self("/".to_owned())
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
            ("a//b", "/a/b/"),
            ("/name.github.io/v1.2/", "/name.github.io/v1.2/"),
            ("/~user/...", "/~user/.../"),
        ] {
            assert_eq!(
                text.parse::<PublicUrl>().map(|url| url.to_string()),
                Ok(path.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_path_is_refused_with_the_reason() {
        for (text, why) in [
            ("https://example.org/x/", "--origin"),
            ("http://localhost:8080", "--origin"),
            ("//host/", "--origin"),
            ("host:8080/x/", "can hold"),
            ("/a/../b/", "`..` can't"),
            ("..", "`..` can't"),
            ("/./", "`.` and"),
            ("/a b/", "no blanks"),
            (" ", "no blanks"),
            ("/a/ ", "no blanks"),
            ("/a\tb/", "no blanks"),
            (r"\a\b", "can hold"),
            ("/a%20b/", "can hold"),
            ("/a?b", "can hold"),
            ("/a#b", "can hold"),
            ("/a\"b/", "can hold"),
            ("/é/", "unaccented"),
        ] {
            let error = text.parse::<PublicUrl>().expect_err(text);
            assert!(error.contains(why), "{text}: {error}");
            assert!(error.contains("`/repo/`"), "{text}: {error}");
        }
    }
}
