//! Citations of an item: as a sentence, and in the formats of reference managers.
//! Each format is a few lines, so no library is needed.

mod author;
mod bibtex;
mod csl;
mod person_name;
mod plain_text;
mod ris;

use std::borrow::Cow;

pub use author::{Author, join_authors};
use says_who_model::{Date, EdtfDate, Item, Precision, Quoting, When};

use self::author::Kind;
use crate::context::RenderContext;
use crate::direction::isolated_in_english;
use crate::shareable::Shareable;
use crate::words::quoted_headline;

/// A format of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A sentence.
    Plain,
    /// For BibTeX and biblatex.
    Bibtex,
    /// Research Information Systems, the tagged format of most programs.
    Ris,
    /// The JSON of the Citation Style Language.
    CslJson,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Bibtex, Self::Ris, Self::CslJson];

    /// The name of an item's file in this format.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Plain => "cite.txt",
            Self::Bibtex => "cite.bib",
            Self::Ris => "cite.ris",
            Self::CslJson => "cite.json",
        }
    }
}

/// The content of a citation, which each format writes in its own way.
#[derive(Debug)]
struct Citation {
    /// A permanent key of the item.
    key: String,
    /// Who said or wrote it; for the explainer's own text, the site.
    authors: Vec<Author>,
    /// The authors in a sentence, with their roles.
    author_line: String,
    /// The quoted words, the question or the name.
    title: String,
    /// The publication in which it can be read: outlet, headline and date in one
    /// line.
    container: Option<String>,
    /// The same for a sentence, where names in other scripts are isolated.
    container_in_sentence: Option<String>,
    /// The outlet's name alone.
    outlet: Option<String>,
    /// The date of the utterance or publication; for the explainer, of its newest
    /// revision.
    date: When,
    /// The day on which a source was read.
    accessed: Option<Date>,
    /// A detail that has no field of its own: the date of the utterance.
    note: Option<String>,
    /// The explainer and its as-of date.
    from: String,
    /// The language of `title`.
    language: String,
    /// The URL to cite; `None` if the host is not known: a path alone leads nowhere.
    address: Option<String>,
}

/// The citation of `shareable` in `format`.
pub fn cite(context: RenderContext<'_>, shareable: &Shareable<'_>, format: Format) -> String {
    let citation = Citation::new(context, shareable);
    match format {
        Format::Plain => plain_text::write(context.words, &citation),
        Format::Bibtex => bibtex::write(&citation),
        Format::Ris => ris::write(&citation),
        Format::CslJson => csl::write(&citation),
    }
}

/// The words of a statement with their attribution, to paste elsewhere; `None` for
/// anything but a statement.
pub fn quotation(context: RenderContext<'_>, shareable: &Shareable<'_>) -> Option<String> {
    let Shareable::Item(Item::Statement(place)) = shareable else {
        return None;
    };
    let citation = Citation::new(context, shareable);
    let day = (context.words.when)(&citation.date);
    let said = place.statement.wording.with_quotation_marks();
    let address = citation.address.as_ref();
    let address = address.map_or_else(String::new, |address| format!(" {address}"));
    if place.statement.is_summary() {
        let by = context.words.said_by(context.dispute, place.statement);
        return Some(format!("{said}\n— {by}, {day}.{address}"));
    }
    let quoting = context.words.quoted_in(context.dispute, place.statement);
    let author = &citation.author_line;
    Some(format!("{said}\n— {author}, {day}, {quoting}.{address}"))
}

/// A text without line breaks and other control characters, for formats in which a
/// line break has a meaning.
fn single_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(ends, " ").trim().to_owned()
}

/// What of a date the formats with fields take: the year, and the month and the day if
/// they are known. Of a range, its beginning.
fn year_month_day(date: EdtfDate) -> (i16, Option<u8>, Option<u8>) {
    let (part, _) = date.parts();
    match part.precision {
        Precision::Year | Precision::Season(_) => (part.year, None, None),
        Precision::Month(month) => (part.year, Some(month), None),
        Precision::Day(month, day) => (part.year, Some(month), Some(day)),
    }
}

fn with_date(name: &str, day: String) -> String {
    format!("{} ({day})", name.trim_end_matches('.'))
}

impl Citation {
    // Long because every kind of item fills the fields in its own way.
    fn new(context: RenderContext<'_>, shareable: &Shareable<'_>) -> Self {
        let words = context.words;
        let dispute = context.dispute;
        let mut citation = Self {
            key: match shareable.id() {
                None => dispute.id.to_string(),
                Some(id) => format!("{}/{id}", dispute.id),
            },
            authors: vec![Author::literal(&context.site.name)],
            author_line: context.site.name.clone(),
            title: context.plain_title(shareable),
            container: None,
            container_in_sentence: None,
            outlet: None,
            date: When::on(
                dispute
                    .revisions
                    .first()
                    .map_or(dispute.as_of, |newest| newest.date),
            ),
            accessed: None,
            note: None,
            from: (words.cited_from)(
                &context.site.name,
                &dispute.question,
                &format!(
                    "{}{}",
                    (words.date)(dispute.as_of),
                    words.as_of_detail(dispute)
                ),
            ),
            language: dispute.language.as_str().to_owned(),
            address: context.absolute_citation_url(shareable),
        };
        let Shareable::Item(item) = shareable else {
            // The title is already the explainer's.
            citation.from = words.as_of_phrase(dispute);
            return citation;
        };
        match item {
            Item::Statement(place) => {
                let statement = place.statement;
                let speaker = dispute.speaker(statement.speaker);
                let source = dispute.source(statement.chain.source);
                citation.authors = vec![match &statement.summarised_by {
                    Some(outlet) => Author::literal(outlet),
                    None => Author::speaker(words, speaker),
                }];
                citation.title = statement.wording.with_quotation_marks();
                if statement.is_summary() {
                    citation.title = (words.summarised)(&citation.title, &speaker.name);
                } else if statement.wording.quoting() == Quoting::Paraphrase {
                    let label = if statement.wording.indirect {
                        words.indirect_speech
                    } else {
                        words.paraphrase
                    };
                    citation.title = label(&citation.title);
                }
                // If the outlet is the author, it is not named twice.
                let outlet = citation.is_by(&source.outlet).then_some("");
                let outlet = outlet.unwrap_or(&source.outlet);
                let day = (words.when)(&source.published);
                let headline = quoted_headline(&source.headline);
                let at = statement.chain.at.as_deref();
                let at = at.map_or_else(String::new, |at| format!(", {at}"));
                let container = (words.cited_in)(outlet, &headline, &day);
                citation.container = Some(format!("{container}{at}"));
                let [outlet, headline] = [outlet, &headline].map(isolated_in_english);
                let container = (words.cited_in)(&outlet, &headline, &day);
                citation.container_in_sentence = Some(format!("{container}{at}"));
                citation.outlet = Some(source.outlet.clone());
                citation.date = statement.when.clone();
                if !statement.is_summary() {
                    citation.note = Some((words.said_on)(&statement.when));
                }
                citation.language = statement.wording.language.as_str().to_owned();
            }
            Item::Source(source) => {
                citation.authors = Author::source_authors(words, source);
                if !citation.authors.iter().any(Author::is_named) {
                    citation.authors = vec![Author::literal(&source.outlet)];
                }
                citation.title = source.headline.text().to_owned();
                citation.accessed = source.retrieved;
                citation.outlet = Some(source.outlet.clone());
                let outlet = Some(source.outlet.clone());
                citation.container = outlet.filter(|outlet| !citation.is_by(outlet));
                let outlet = citation.container.as_deref().map(isolated_in_english);
                citation.container_in_sentence = outlet.map(Cow::into_owned);
                citation.date = source.published.clone();
                // A description is ours.
                if source.headline.is_known() {
                    citation.language = source.language.as_str().to_owned();
                }
            }
            // These are our own words, so they have our date; theirs is part of the
            // title.
            Item::Event(event) => {
                citation.title = with_date(&words.event_title(event), (words.when)(&event.when));
            }
            Item::Document(document) => {
                citation.title = with_date(&document.name, (words.when)(&document.when));
            }
            // The page is ours: the statements on it are theirs.
            Item::Speaker(speaker) => citation.title = words.name_and_role(dispute, speaker),
            Item::Point(_) | Item::OpenQuestion(_) | Item::Absence(_) => {}
        }
        citation.author_line = join_authors(words, &citation.authors);
        citation
    }

    /// Whether `name` is one of the authors.
    fn is_by(&self, name: &str) -> bool {
        self.authors.iter().any(|author| author.name == name)
    }

    /// What the formats with fields have no field for: the author line, if it says
    /// more than the names; the date of the utterance; the explainer.
    fn notes(&self) -> Vec<String> {
        let says_more_than_name = |author: &Author| {
            let has_comma = author.kind == Kind::Literal && author.name.contains(',');
            author.role.is_some() || author.kind == Kind::EtAl || has_comma
        };
        let authors = self.authors.iter().any(says_more_than_name);
        let authors = authors.then(|| format!("{}.", self.author_line.trim_end_matches('.')));
        let own = [authors, self.note.clone(), Some(self.from.clone())];
        own.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod author_tests;
#[cfg(test)]
mod tests;
