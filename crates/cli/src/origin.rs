//! Parses the origin of a published site: its scheme and host. By hand: the crate `url`
//! repairs what is a mistake here, such as `https:///example.org`.

use std::fmt;
use std::str::FromStr;

/// Like `https://example.org` or `http://localhost:8080`, without a trailing slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl FromStr for Origin {
    type Err = String;

    /// Accepts a trailing slash; a path belongs in `--public-url`.
    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = |why: &str| Err(format!("{why}; give it like `https://example.org`"));
        let Some((scheme, rest)) = text.split_once("://") else {
            return refuse("it has no scheme");
        };
        if !matches!(scheme, "http" | "https") {
            return refuse("its scheme is neither http nor https");
        }
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#']) {
            return refuse("only scheme and host are wanted, and the path in --public-url");
        }
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, port),
            None => (rest, "443"),
        };
        let name = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
        if host.is_empty() || !host.chars().all(name) || host.split('.').any(str::is_empty) {
            return refuse(
                "a host has letters, digits, `-` and single dots; other letters are written in Punycode",
            );
        }
        if port.parse::<u16>().is_err() {
            return refuse("its port is not a number from 0 to 65535");
        }
        Ok(Self(format!("{scheme}://{rest}")))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn scheme_and_host_are_taken() {
        for text in [
            "https://example.org",
            "https://example.org/",
            "http://localhost:8080",
            "https://xn--bcher-kva.example",
        ] {
            let origin = text.parse::<Origin>().map(|origin| origin.to_string());
            assert_eq!(origin.as_deref(), Ok(text.trim_end_matches('/')));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for (text, why) in [
            ("", "no scheme"),
            ("example.org", "no scheme"),
            ("//example.org", "no scheme"),
            ("ftp://example.org", "neither http nor https"),
            ("javascript://example.org", "neither http nor https"),
            ("https://", "a host has"),
            ("https:///", "a host has"),
            ("https://example.org/repo/", "--public-url"),
            ("https://example.org?x", "--public-url"),
            ("https://user@example.org", "a host has"),
            ("https://exa mple.org", "a host has"),
            ("https://example..org", "a host has"),
            ("https://bücher.example", "Punycode"),
            ("https://example.org:http", "port"),
            ("https://example.org:", "port"),
            ("https://example.org:65536", "port"),
            ("https://\"><script>", "a host has"),
        ] {
            let error = text.parse::<Origin>().expect_err(text);
            assert!(error.contains(why), "{text}: {error}");
        }
    }
}
