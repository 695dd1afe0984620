//! The measures, in the order in which they are shown.

/// The unit of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Milliseconds.
    Ms,
    /// Bytes.
    Bytes,
    /// A count of things.
    Count,
    /// A score without a unit.
    Score,
}

impl Unit {
    /// The name in records.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ms => "ms",
            Self::Bytes => "bytes",
            Self::Count => "count",
            Self::Score => "score",
        }
    }

    /// Formats a value. KB and MB are powers of 1000.
    pub(crate) fn format(self, value: f64) -> String {
        match self {
            Self::Ms if value >= 100.0 || value == 0.0 => format!("{value:.0} ms"),
            Self::Ms => format!("{value:.1} ms"),
            Self::Bytes if value >= 999_500.0 => format!("{:.1} MB", value / 1e6),
            Self::Bytes if value >= 1000.0 => format!("{:.1} KB", value / 1e3),
            Self::Bytes => format!("{value:.0} B"),
            Self::Count if value.fract() == 0.0 => format!("{value:.0}"),
            Self::Count => format!("{value:.1}"),
            Self::Score => format!("{value:.3}"),
        }
    }
}

/// A measure.
pub(crate) struct Measure {
    /// The name in records.
    pub(crate) name: &'static str,
    /// The label in tables and plots.
    pub(crate) label: &'static str,
    pub(crate) unit: Unit,
}

const fn measure(name: &'static str, label: &'static str, unit: Unit) -> Measure {
    Measure { name, label, unit }
}

/// Every measure.
pub(crate) static ALL: &[Measure] = &[
    measure("bytes_html", "HTML", Unit::Bytes),
    measure("bytes_css", "styles", Unit::Bytes),
    measure("bytes_js", "JS", Unit::Bytes),
    measure("bytes_wasm", "wasm", Unit::Bytes),
    measure("bytes_program", "JS and wasm", Unit::Bytes),
    measure("bytes_data", "data", Unit::Bytes),
    measure("bytes_font", "fonts", Unit::Bytes),
    measure("bytes_image", "images", Unit::Bytes),
    measure("bytes_other", "other bytes", Unit::Bytes),
    measure("bytes_all", "all bytes", Unit::Bytes),
    measure("requests", "requests", Unit::Count),
    measure("fcp", "first contentful paint", Unit::Ms),
    measure("lcp", "largest contentful paint", Unit::Ms),
    measure("cls", "cumulative layout shift", Unit::Score),
    measure("tbt", "total blocking time", Unit::Ms),
    measure(
        "longest_task",
        "longest task after the first paint",
        Unit::Ms,
    ),
    measure("longest_task_before", "longest task before it", Unit::Ms),
    measure("arrived", "all has arrived", Unit::Ms),
    measure("ready", "ready", Unit::Ms),
    measure("hydration", "hydration", Unit::Ms),
    measure("show_all", "show all", Unit::Ms),
    measure("show_all_handler", "show all, its handler", Unit::Ms),
    measure("hide_all", "hide all", Unit::Ms),
    measure("hide_all_handler", "hide all, its handler", Unit::Ms),
    measure("key_first", "first letter of a search", Unit::Ms),
    measure("key_first_handler", "first letter, its handler", Unit::Ms),
    measure("key", "last letter of a search", Unit::Ms),
    measure("key_handler", "last letter, its handler", Unit::Ms),
    measure("clear", "clear the search", Unit::Ms),
    measure("clear_handler", "clear, its handler", Unit::Ms),
    measure("open_item", "to an item", Unit::Ms),
    measure("open_item_handler", "to an item, its handler", Unit::Ms),
    measure("back", "back to the whole", Unit::Ms),
    measure("back_handler", "back, its handler", Unit::Ms),
    measure("heap", "JS heap", Unit::Bytes),
    measure("wasm_memory", "wasm memory when ready", Unit::Bytes),
    measure("wasm_memory_after", "wasm memory at the end", Unit::Bytes),
    measure("nodes", "nodes", Unit::Count),
    measure(
        "nodes_per_statement",
        "nodes on each statement",
        Unit::Count,
    ),
    // About the project, not about a page.
    measure("pages", "pages", Unit::Count),
    measure("write_first", "write the site, cards painted", Unit::Ms),
    measure("write_again", "write the site, cards kept", Unit::Ms),
    measure("write_memory", "most memory while writing", Unit::Bytes),
    measure("check", "check the data", Unit::Ms),
    measure("edit_served", "from an edit to the new page", Unit::Ms),
];

/// The measures that are compared pair by pair.
pub(crate) const PAINTS: [&str; 2] = ["fcp", "lcp"];

/// The measure with a name.
pub(crate) fn named(name: &str) -> Option<&'static Measure> {
    ALL.iter().find(|measure| measure.name == name)
}

#[cfg(test)]
mod tests {
    use super::{ALL, Unit, named};

    #[test]
    fn names_are_unique() {
        for measure in ALL {
            assert!(std::ptr::eq(
                named(measure.name).expect("it has a name"),
                measure
            ));
        }
    }

    #[test]
    fn values_are_formatted() {
        for (unit, value, shown) in [
            (Unit::Ms, 0.0, "0 ms"),
            (Unit::Ms, 16.66, "16.7 ms"),
            (Unit::Ms, 1599.4, "1599 ms"),
            (Unit::Bytes, 999.0, "999 B"),
            (Unit::Bytes, 238_140.0, "238.1 KB"),
            (Unit::Bytes, 999_600.0, "1.0 MB"),
            (Unit::Count, 12.0, "12"),
            (Unit::Count, 67.25, "67.2"),
            (Unit::Score, 0.0, "0.000"),
        ] {
            assert_eq!(unit.format(value), shown);
        }
    }
}
