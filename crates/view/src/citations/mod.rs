//! How to cite an item: as a sentence, and for the programs that keep
//! references. Written here by hand because each format is a few lines and none
//! of their libraries belongs into the browser.

mod author;
mod bibtex;
mod csl;
mod name;
mod plain;
mod ris;

pub use author::{Author, in_a_sentence};
pub use csl::text as json_text;
use says_who_model::{Date, Item, Quoting};

use self::author::Kind;
use crate::subject::Subject;
use crate::view::View;

/// A form in which a citation can be had.
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
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Bibtex, Self::Ris, Self::CslJson];

    /// The name of an item's file in this form.
    pub fn file(self) -> &'static str {
        match self {
            Self::Plain => "cite.txt",
            Self::Bibtex => "cite.bib",
            Self::Ris => "cite.ris",
            Self::CslJson => "cite.json",
        }
    }
}

/// What every form says of an item, each in its own way.
#[derive(Debug)]
struct Citation {
    /// A key that is the item's for good.
    key: String,
    /// Who said or wrote it; the explainer itself where it speaks in its own voice.
    authors: Vec<Author>,
    /// The authors in a sentence, with their roles.
    author_line: String,
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
    /// The address to cite; none where the host is not known, without which an
    /// address leads nowhere.
    address: Option<String>,
}

/// The citation of `subject` in the form asked for.
pub fn cite(view: View<'_>, subject: &Subject<'_>, format: Format) -> String {
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
pub fn quotation(view: View<'_>, subject: &Subject<'_>) -> Option<String> {
    let Subject::Item(Item::Statement(place)) = subject else {
        return None;
    };
    let citation = Citation::of(view, subject);
    let day = (view.words.date)(citation.date);
    let said = place.statement.wording.in_marks();
    let address = citation.address.as_ref();
    let address = address.map_or_else(String::new, |address| format!(" {address}"));
    if place.statement.is_summary() {
        let by = view.words.said_by(view.dispute, place.statement);
        return Some(format!("{said}\n— {by}, {day}.{address}"));
    }
    let quoting = view.words.quoted_in(view.dispute, place.statement);
    let author = &citation.author_line;
    Some(format!("{said}\n— {author}, {day}, {quoting}.{address}"))
}

/// A text without line ends and other controls, for forms in which a line means
/// something.
fn in_one_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(ends, " ").trim().to_owned()
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
            authors: vec![Author::whole(&view.site.name)],
            author_line: view.site.name.clone(),
            title: view.name(subject),
            seen_in: None,
            outlet: None,
            date: dispute
                .revisions
                .first()
                .map_or(dispute.as_of, |newest| newest.date),
            note: None,
            from: (words.cited_from)(
                &view.site.name,
                &dispute.question,
                &format!(
                    "{}{}",
                    (words.date)(dispute.as_of),
                    words.as_of_closer(dispute)
                ),
            ),
            language: dispute.language.as_str().to_owned(),
            address: view.cited_whole(subject),
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
                citation.authors = vec![match &statement.summarised_by {
                    Some(outlet) => Author::whole(outlet),
                    None => Author::speaker(words, speaker),
                }];
                citation.title = statement.wording.in_marks();
                if statement.is_summary() {
                    citation.title = (words.summarised)(&citation.title, &speaker.name);
                } else if statement.wording.quoting() == Quoting::Paraphrase {
                    citation.title = (words.paraphrase)(&citation.title);
                }
                // An outlet that is the author is not named twice.
                let outlet = citation.is_by(&source.outlet).then_some("");
                citation.seen_in = Some((words.cited_in)(
                    outlet.unwrap_or(&source.outlet),
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
                citation.authors = Author::of_source(words, source);
                if !citation.authors.iter().any(Author::is_named) {
                    citation.authors = vec![Author::whole(&source.outlet)];
                }
                citation.title = source.headline.clone();
                citation.outlet = Some(source.outlet.clone());
                let outlet = Some(source.outlet.clone());
                citation.seen_in = outlet.filter(|outlet| !citation.is_by(outlet));
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
        citation.author_line = in_a_sentence(words, &citation.authors);
        citation
    }

    /// Whether `name` is one of the authors.
    fn is_by(&self, name: &str) -> bool {
        self.authors.iter().any(|author| author.name == name)
    }

    /// What the forms with fields have no field for: the author line where a name
    /// alone does not say all of it, the day of an utterance, the explainer.
    fn notes(&self) -> Vec<String> {
        let is_more = |author: &Author| {
            let has_comma = author.kind == Kind::Whole && author.name.contains(',');
            author.role.is_some() || author.kind == Kind::Others || has_comma
        };
        let authors = self.authors.iter().any(is_more);
        let authors = authors.then(|| format!("{}.", self.author_line.trim_end_matches('.')));
        let own = [authors, self.note.clone(), Some(self.from.clone())];
        own.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod author_tests;
#[cfg(test)]
mod tests;
