//! Words that are no ids: the one definition of what the site keeps for itself
//! and of what some system can't hold as the name of a file.

/// Words of the site: its pages, its files, its elements, and voices that are
/// no side's. Some are kept for pages to come.
pub const SITE: &str = "404 about all api app archive assets atom boot build card cards cite citations compare \
    content contents data dispute disputes draft drafts edit editor embed favicon feed feeds \
    figures file files help home icon icons index languages manifest neither new none oembed \
    offline other others page pages press print public register revisions robots rss schema \
    search share site sitemap speakers static styles third-party well-known who worker \
    worker-off";

/// Names that Windows keeps for devices, with any ending; a folder or file of
/// such a name can't be made or copied there.
pub const DEVICES: &str = "aux com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 con lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 \
    lpt6 lpt7 lpt8 lpt9 nul prn";

/// Languages in which the site has pages or will have them, each under its name.
pub const LANGUAGES: &str = "en ru uk";

/// Whether one of the lists has the word.
#[must_use]
pub fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
