//! What an installed copy of the site is called and looks like: the web app
//! manifest (w3.org/TR/appmanifest) and its icons.

use std::sync::LazyLock;

use super::Site;
use super::digest::digits;
use super::escape::escape;
use super::offline::Named;
use says_who_routes::{Base, Route};
use says_who_view::citations::json_text;
use says_who_view::pages::Page;

const MANIFEST: &str = "site.webmanifest";

/// The page's colours, `--paper` and `--night` of `styles/_tokens.scss`.
const PAPER: &str = "#fdfcf9";
const NIGHT: &str = "#151514";

/// The icons: `icon.svg` on paper. Where a system cuts icons to a shape of its
/// own, it takes the last, which has a wide margin.
const ICONS: [(&str, &str, &str, &[u8]); 3] = [
    (
        "icon-192",
        "192x192",
        "any",
        include_bytes!("../../../icons/192.png"),
    ),
    (
        "icon-512",
        "512x512",
        "any",
        include_bytes!("../../../icons/512.png"),
    ),
    (
        "icon-maskable-512",
        "512x512",
        "maskable",
        include_bytes!("../../../icons/maskable-512.png"),
    ),
];

/// The manifest and its icons.
pub(super) fn files(site: &Site<'_>) -> Vec<Named> {
    let base = site.base.as_str();
    let words = Page::at(site.library, &Route::Home).words();
    let icons = ICONS.map(|icon| {
        let (_, sizes, purpose, _) = icon;
        let address = json_text(&format!("{base}{}", named(&icon)));
        format!(r#"{{"src":{address},"sizes":"{sizes}","type":"image/png","purpose":"{purpose}"}}"#)
    });
    let texts = [
        ("name", site.library.site.name.as_str()),
        ("short_name", &site.library.site.name),
        ("description", words.site_description),
        ("lang", words.language),
        ("id", base),
        ("start_url", base),
        ("scope", base),
        // Reading means going back, and taking an address along.
        ("display", "minimal-ui"),
        ("theme_color", PAPER),
        ("background_color", PAPER),
    ];
    let texts = texts.map(|(name, value)| format!("\"{name}\":{}", json_text(value)));
    let manifest = format!("{{{},\"icons\":[{}]}}\n", texts.join(","), icons.join(","));

    let mut files: Vec<Named> = ICONS
        .iter()
        .map(|icon| (named(icon), icon.3.to_vec()))
        .collect();
    files.push((MANIFEST.to_owned(), manifest.into_bytes()));
    files
}

fn named((name, _, _, bytes): &(&str, &str, &str, &[u8])) -> String {
    format!("{name}-{}.png", digits(bytes))
}

/// What the head of every page says of it.
pub(super) fn tags(base: &Base) -> String {
    // Every page has them, and the name is a digest.
    static ICON: LazyLock<String> = LazyLock::new(|| named(&ICONS[0]));
    let (base, icon) = (escape(base.as_str()), ICON.as_str());
    let colour = |scheme, colour| {
        format!(
            r#"<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {scheme})">"#
        )
    };
    format!(
        r#"{}{}<link rel="apple-touch-icon" href="{base}{icon}"><link rel="manifest" href="{base}{MANIFEST}">"#,
        colour("light", PAPER),
        colour("dark", NIGHT),
    )
}

#[cfg(test)]
mod tests {
    use super::{NIGHT, PAPER};

    #[test]
    fn the_colours_are_those_of_the_pages() {
        let tokens = include_str!("../../../styles/_tokens.scss");
        assert!(tokens.contains(&format!("--paper: {PAPER};")));
        assert!(tokens.contains(&format!("--night: {NIGHT};")));
    }
}
