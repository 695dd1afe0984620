//! Where the reader was in each history entry, as it is kept in session storage while the
//! page is unloaded.

use gloo::utils::window;
use web_sys::Storage;

use super::scroll_anchor::ScrollAnchor;

/// The key in session storage.
const KEY: &str = "says-who-places";

/// Where the reader was in an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SavedPlace {
    /// The scroll position in CSS pixels.
    pub(super) top: f64,
    /// What was in view; `None` after a reload.
    pub(super) anchor: Option<ScrollAnchor>,
    /// The `href` of the link by which the reader left.
    pub(super) link: Option<String>,
}

/// Saves places, by the numbers of their entries.
pub(super) fn save(places: &[(u64, SavedPlace)]) {
    if let Some(storage) = storage() {
        // Storage may be full or refused: then the places are lost.
        let _ = storage.set_item(KEY, &places_to_text(places));
    }
}

/// The saved places; none where they can't be read.
pub(super) fn load() -> Vec<(u64, SavedPlace)> {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    places_from_text(&text.unwrap_or_default())
}

/// A line for each place: the number of its entry, the scroll position, the link.
fn places_to_text(places: &[(u64, SavedPlace)]) -> String {
    let lines = places.iter().map(|(number, place)| {
        let link = place.link.as_deref().unwrap_or_default();
        format!("{number} {} {link}", place.top as u64)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads what [`places_to_text`] wrote. Other lines are skipped.
fn places_from_text(text: &str) -> Vec<(u64, SavedPlace)> {
    let read = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let number = parts.next()?.parse::<u64>().ok()?;
        let top = parts.next()?.parse::<u64>().ok()?;
        let link = parts.next().filter(|link| !link.is_empty());
        let link = link.map(str::to_owned);
        Some((
            number,
            SavedPlace {
                top: top as f64,
                anchor: None,
                link,
            },
        ))
    };
    text.lines().filter_map(read).collect()
}

/// Session storage; a browser may refuse it.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

#[cfg(test)]
mod tests {
    use super::{SavedPlace, places_from_text, places_to_text};

    fn place(top: f64, link: Option<&str>) -> SavedPlace {
        SavedPlace {
            top,
            anchor: None,
            link: link.map(str::to_owned),
        }
    }

    #[test]
    fn places_survive_a_reload() {
        let places = vec![
            (1, place(0.0, None)),
            (
                1_700_000_000_000,
                place(812.0, Some("/repo/bridge-repair/?q=a b")),
            ),
            (3, place(40.0, Some("#who-pays"))),
        ];
        assert_eq!(places_from_text(&places_to_text(&places)), places);
    }

    #[test]
    fn text_of_anybody_else_is_skipped() {
        for text in [
            "",
            "x",
            "1",
            "1 x",
            "-1 2 a",
            "1 2.5 a",
            "{\"a\":1}",
            "\n\n",
        ] {
            assert_eq!(places_from_text(text), [], "{text}");
        }
        let mixed = places_from_text("garbage\n7 12 #a\n");
        assert_eq!(mixed, [(7, place(12.0, Some("#a")))]);
    }
}
