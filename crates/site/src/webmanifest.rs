//! The web app manifest (w3.org/TR/appmanifest) and its icons: the name and look of
//! the installed site.

use std::sync::LazyLock;

use serde_json::json;

use super::Site;
use super::escape::escape;
use says_who_bundle::fingerprint;
use says_who_routes::{Base, Route};
use says_who_view::pages::Page;

const MANIFEST: &str = "site.webmanifest";

/// The page's background colours, `--paper` and `--night` of `styles/_tokens.scss`.
const PAPER: &str = "#fdfcf9";
const NIGHT: &str = "#151514";

/// The icons: `icon.svg` on the paper colour. The last one, with a wide margin, is
/// for systems that mask icons to a shape of their own.
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

/// The manifest and its icons, by file name.
pub(super) fn files(site: &Site<'_>) -> Vec<(String, Vec<u8>)> {
    let base = site.base.as_str();
    let words = Page::at(site.library, &Route::Home).words();
    let icons = ICONS.map(|icon| {
        let (_, sizes, purpose, _) = icon;
        let src = format!("{base}{}", icon_file_name(&icon));
        json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose })
    });
    let manifest = json!({
        "name": site.library.site.name,
        "short_name": site.library.site.name,
        "description": words.site_description,
        "lang": words.language,
        "id": base,
        "start_url": base,
        "scope": base,
        // Readers need the back button and the address.
        "display": "minimal-ui",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": icons,
    });
    let icons = ICONS.iter();
    let icons = icons.map(|icon| (icon_file_name(icon), icon.3.to_vec()));
    let manifest = (MANIFEST.to_owned(), format!("{manifest}\n").into_bytes());
    icons.chain([manifest]).collect()
}

fn icon_file_name((name, _, _, bytes): &(&str, &str, &str, &[u8])) -> String {
    format!("{name}-{}.png", fingerprint(bytes))
}

/// The tags for the head of every page: theme colours, touch icon, manifest.
pub(super) fn head_tags(base: &Base) -> String {
    // Cached because every page has the tags and the name takes a digest.
    static ICON: LazyLock<String> = LazyLock::new(|| icon_file_name(&ICONS[0]));
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
