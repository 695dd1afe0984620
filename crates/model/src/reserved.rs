//! Reserved words that can't be ids: names that the site uses itself, and names that
//! some systems can't use for files.

/// Names used by the site: its pages, files and element ids, and voices that belong
/// to neither side. Some are reserved for future pages.
pub const SITE: &str = "404 about all api app archive assets atom boot build card cards cite citations compare \
    content contents data dispute disputes draft drafts edit editor embed favicon feed feeds \
    figures file files help home icon icons index languages manifest neither new none oembed \
    offline other others page pages press print public register revisions robots rss schema \
    search share site sitemap speakers static styles third-party timeline well-known who \
    worker worker-off";

/// Device names on Windows, with any extension: a file or folder with such a name
/// can't be created or copied there.
pub const DEVICES: &str = "aux com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 con lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 \
    lpt6 lpt7 lpt8 lpt9 nul prn";

/// Languages in which the site has or will have pages, each below a path of its own.
pub const LANGUAGES: &str = "en ru uk";

/// Whether one of these lists contains the word.
#[must_use]
pub fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
