//! Writes the list of sources, and links to sources.

use says_who_model::{Link, Source, SourceIx};

use super::Writer;
use super::inline::{escape, link};
use says_who_view::words::capitalized;

impl Writer<'_> {
    pub(super) fn sources(&mut self) {
        self.block(&format!("## {}", self.words.sources));
        let sources = self.dispute.sources.iter();
        let sources = sources.map(|source| self.source(source));
        self.list(sources.collect::<Vec<_>>());
    }

    fn source(&self, source: &Source) -> String {
        let words = self.words;
        let [outlet, headline] = [source.outlet.as_str(), source.headline.text()]
            .map(|name| escape(&self.isolated(name)));
        let title = format!("{outlet}: {headline}");
        let authors = words.author_names(source);
        let authors = authors.map_or_else(String::new, |authors| {
            format!("{}. ", escape(&self.isolated(&authors)))
        });
        let details = words.source_details(source);
        let details: String = details
            .map(|detail| format!(" {}", escape(&detail)))
            .collect();
        let archived = source.archived.as_deref();
        let archived = archived.map_or_else(String::new, |address| {
            format!(" {}.", link(words.archived, address))
        });
        let (title, unlinked) = match &source.link {
            Link::At(address) => (link(&title, address), String::new()),
            Link::NotRecorded(why) => (
                title,
                format!(" {}", escape(&(words.link_not_recorded)(why))),
            ),
        };
        let note = source.note.as_ref();
        let note = note.map_or_else(String::new, |note| format!(" {}", escape(note)));
        format!(
            "{title}. {authors}{}. {}.{details}{archived}{unlinked}{note}",
            self.published(source),
            (words.read_as)(source.read),
        )
    }

    /// When a source was published.
    fn published(&self, source: &Source) -> String {
        let when = (self.words.when)(&source.published);
        match source.published.known() {
            Some(_) => format!("{} {when}", self.words.published),
            None => capitalized(&when),
        }
    }

    pub(super) fn links(&self, sources: &[SourceIx]) -> String {
        let links: Vec<String> = sources.iter().map(|source| self.link(*source)).collect();
        links.join("; ")
    }

    /// A source's outlet and date, as a link if the source has a URL.
    pub(super) fn link(&self, source: SourceIx) -> String {
        let source = self.dispute.source(source);
        let title = escape(&self.words.source_title(self.dispute, source));
        match &source.link {
            Link::At(address) => link(&title, address),
            Link::NotRecorded(_) => title,
        }
    }
}
