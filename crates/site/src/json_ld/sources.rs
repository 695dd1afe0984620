//! The nodes of sources and the references to them.
//!
//! A source is a `CreativeWork` unless the data says what kind it is.

use says_who_model::{Link, Source, SourceIx, SourceKind};
use says_who_view::citations::Author;
use says_who_view::words::Words;

use super::node::Node;
use super::node_builder::NodeBuilder;

impl NodeBuilder<'_> {
    /// Stubs of the sources. The sources' own URLs are on their pages.
    pub(super) fn source_stubs(&self) -> Vec<Node> {
        let sources = self.context.dispute.sources.iter();
        let sources = sources.map(|one| Node::new("CreativeWork").id(&self.anchor_url(&one.id)));
        sources.collect()
    }

    /// A source. Its `url` is that of the publication, not a page of the site.
    pub(super) fn source(&self, source: &Source) -> Node {
        let link = match &source.link {
            Link::At(address) => Some(address.as_str()),
            Link::NotRecorded(_) => None,
        };
        let outlet = Node::new("Organization").with("name", source.outlet.as_str());
        // "headline" is the source's own; a description is ours.
        let property = if source.headline.is_known() {
            "headline"
        } else {
            "description"
        };
        let agency = source.agency.as_deref();
        let agency = agency.map(|agency| Node::new("Organization").with("name", agency));
        Node::new(source_type(source.kind))
            .id(&self.anchor_url(&source.id))
            .with("url", link)
            .with(property, source.headline.text())
            .with("author", authors(self.context.words, source))
            .with("archivedAt", source.archived.as_deref())
            .with("publisher", outlet)
            .with("sourceOrganization", agency)
            .with("datePublished", source.published.iso_8601())
            .with("inLanguage", source.language.as_str())
    }

    pub(super) fn source_references(&mut self, sources: &[SourceIx]) -> Vec<Node> {
        let sources = sources.iter();
        sources
            .map(|source| self.source_reference(*source))
            .collect()
    }

    pub(super) fn source_reference(&mut self, source: SourceIx) -> Node {
        if !self.sources.contains(&source) {
            self.sources.push(source);
        }
        Node::reference(&self.anchor_url(&self.context.dispute.source(source).id))
    }

    /// The sources that were referred to.
    pub(super) fn sources(&self) -> Vec<Node> {
        let sources = self.sources.iter();
        let sources = sources.map(|ix| self.source(self.context.dispute.source(*ix)));
        sources.collect()
    }
}

/// The schema.org type of a source; the general one where none fits.
fn source_type(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::Report) => "NewsArticle",
        Some(SourceKind::Letter) => "Message",
        Some(SourceKind::Book) => "Book",
        Some(SourceKind::Video) => "VideoObject",
        Some(SourceKind::Audio) => "AudioObject",
        Some(SourceKind::Post) => "SocialMediaPosting",
        Some(SourceKind::Transcript | SourceKind::Document) | None => "CreativeWork",
    }
}

/// The named authors of a source: people and organizations.
fn authors(words: &Words, source: &Source) -> Vec<Node> {
    let authors = Author::source_authors(words, source);
    let named = authors.iter().filter(|author| author.is_named());
    let nodes = named.map(|author| {
        let (name, is_person) = author.name();
        let kind = if is_person { "Person" } else { "Organization" };
        Node::new(kind).with("name", name)
    });
    nodes.collect()
}
