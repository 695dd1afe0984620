//! How to cite an item: as a sentence, and for the programs that keep
//! references. Written here by hand because each format is a few lines and none
//! of their libraries belongs into the browser.

mod bibtex;
mod csl;
mod plain;
mod ris;

pub(crate) use csl::text as json_text;
use says_who_model::{Date, Item, Quoting, Source, Span, Wording};

use crate::subject::Subject;
use crate::view::View;
use crate::words::Words;

/// A form in which a citation can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
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
    /// Every form, in the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Plain, Self::Bibtex, Self::Ris, Self::CslJson];

    /// The name of an item's file in this form.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::Plain => "cite.txt",
            Self::Bibtex => "cite.bib",
            Self::Ris => "cite.ris",
            Self::CslJson => "cite.json",
        }
    }
}

/// Who said or wrote something.
#[derive(Debug)]
enum Author {
    /// A person, by the name as one writes it.
    Person(String),
    /// A body, or whoever has no first and last name: an outlet, an official with a role.
    Body(String),
}

impl Author {
    fn name(&self) -> &str {
        let (Self::Person(name) | Self::Body(name)) = self;
        name
    }
}

/// What every form says of an item, each in its own way.
#[derive(Debug)]
struct Citation {
    /// A key that is the item's for good.
    key: String,
    /// Who said or wrote it; the explainer itself where it speaks in its own voice.
    authors: Vec<Author>,
    /// The words, the question, the name.
    title: String,
    /// The outlet where one reads it: its name, headline and day in one line.
    seen_in: Option<String>,
    /// The outlet's name alone.
    outlet: Option<String>,
    /// The day it was said or published; of the explainer, that of its newest revision.
    date: Date,
    /// The role of the speaker, the day of the utterance: what has no field of its own.
    note: Option<String>,
    /// The explainer and its as-of date.
    from: String,
    /// The language of `title`.
    language: String,
    /// The address to cite.
    address: String,
}

/// The citation of `subject` in the form asked for.
pub(crate) fn cite(view: View<'_>, subject: &Subject<'_>, format: Format) -> String {
    let citation = Citation::of(view, subject);
    match format {
        Format::Plain => plain::write(view.words, &citation),
        Format::Bibtex => bibtex::write(&citation),
        Format::Ris => ris::write(&citation),
        Format::CslJson => csl::write(&citation),
    }
}

/// The words of a statement with their attribution, to paste elsewhere. Nothing
/// else has any.
pub(crate) fn quotation(view: View<'_>, subject: &Subject<'_>) -> Option<String> {
    let Subject::Item(Item::Statement(place)) = subject else {
        return None;
    };
    let citation = Citation::of(view, subject);
    let day = (view.words.date)(citation.date);
    let said = in_marks(&place.statement.wording);
    let address = &citation.address;
    if place.statement.is_summary() {
        let by = view.words.said_by(view.dispute, place.statement);
        return Some(format!("{said}\n— {by}, {day}. {address}"));
    }
    let quoting = (view.words.quoting)(
        place.statement.wording.quoting(),
        citation.outlet.as_deref().unwrap_or_default(),
    );
    let author = names(view.words, &citation.authors);
    Some(format!("{said}\n— {author}, {day}, {quoting}. {address}"))
}

/// A wording as plain text, in the quotation marks of the data.
pub(crate) fn in_marks(wording: &Wording) -> String {
    spans_in_marks(&wording.spans)
}

/// Parts of a text as plain text, in the quotation marks of the data.
pub(crate) fn spans_in_marks(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Verbatim(words) => format!("“{words}”"),
            Span::Paraphrase(words) => words.clone(),
        })
        .collect()
}

/// Who signed a source; the outlet where nobody did.
fn authors(source: &Source) -> Vec<Author> {
    let people = source.authors.iter().cloned().map(Author::Person);
    let bodies = source.corporate_authors.iter().cloned().map(Author::Body);
    let all: Vec<Author> = people.chain(bodies).collect();
    if all.is_empty() {
        return vec![Author::Body(source.outlet.clone())];
    }
    all
}

/// Authors in a sentence.
fn names(words: &Words, authors: &[Author]) -> String {
    let names: Vec<&str> = authors.iter().map(Author::name).collect();
    words.list(&names)
}

fn dated(name: &str, day: String) -> String {
    format!("{} ({day})", name.trim_end_matches('.'))
}

impl Citation {
    fn of(view: View<'_>, subject: &Subject<'_>) -> Self {
        let words = view.words;
        let dispute = view.dispute;
        let mut citation = Self {
            key: match subject.id() {
                None => dispute.id.to_string(),
                Some(id) => format!("{}/{id}", dispute.id),
            },
            authors: vec![Author::Body(words.site.to_owned())],
            title: view.title(subject),
            seen_in: None,
            outlet: None,
            date: dispute
                .revisions
                .first()
                .map_or(dispute.as_of, |newest| newest.date),
            note: None,
            from: (words.cited_from)(
                &dispute.question,
                &format!(
                    "{}{}",
                    (words.date)(dispute.as_of),
                    words.as_of_closer(dispute)
                ),
            ),
            language: dispute.language.as_str().to_owned(),
            address: view.cited(subject),
        };
        let Subject::Item(item) = subject else {
            // The title is the explainer's already.
            citation.from = words.as_of_words(dispute);
            return citation;
        };
        match item {
            Item::Statement(place) => {
                let statement = place.statement;
                let speaker = dispute.speaker(statement.speaker);
                let source = dispute.source(statement.chain.source);
                let author = match (&statement.summarised_by, &speaker.role) {
                    (Some(outlet), _) => outlet.clone(),
                    (None, Some(role)) => format!("{} ({role})", speaker.name),
                    (None, None) => speaker.name.clone(),
                };
                citation.authors = vec![Author::Body(author)];
                citation.title = in_marks(&statement.wording);
                if statement.is_summary() {
                    citation.title = (words.summarised)(&citation.title, &speaker.name);
                } else if statement.wording.quoting() == Quoting::Paraphrase {
                    citation.title = (words.paraphrase)(&citation.title);
                }
                citation.seen_in = Some((words.cited_in)(
                    &source.outlet,
                    &source.headline,
                    &(words.date)(source.published),
                ));
                citation.outlet = Some(source.outlet.clone());
                citation.date = statement.when.date;
                if !statement.is_summary() {
                    citation.note = Some((words.said_on)(&(words.date)(statement.when.date)));
                }
                citation.language = statement.wording.language.as_str().to_owned();
            }
            Item::Source(source) => {
                citation.authors = authors(source);
                citation.title = source.headline.clone();
                citation.outlet = Some(source.outlet.clone());
                // An outlet that is its own author is not named twice.
                let signed = !(source.authors.is_empty() && source.corporate_authors.is_empty());
                citation.seen_in = signed.then(|| source.outlet.clone());
                citation.date = source.published;
                citation.language = source.language.as_str().to_owned();
            }
            // In our own voice, and so of our own date; theirs goes with the name.
            Item::Event(event) => {
                citation.title = dated(&event.what, (words.date)(event.when.date));
            }
            Item::Document(document) => {
                citation.title = dated(&document.name, (words.date)(document.when.date));
            }
            Item::Point(_) | Item::OpenQuestion(_) => {}
        }
        citation
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
