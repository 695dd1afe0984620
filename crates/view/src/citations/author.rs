//! The authors of statements and sources, as the citation formats need them.

use says_who_model::{Source, Speaker};

use super::person_name::{self, NameParts};
use crate::words::Words;

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name as it is usually written.
    pub(super) name: String,
    /// The role in which a person speaks. It is not part of the name.
    pub(super) role: Option<String>,
    /// Whether the author is known to be a person.
    pub(super) is_person: bool,
    pub(super) kind: Kind,
}

/// How the name of an author is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A person's name, split into its parts.
    Split(NameParts),
    /// A name that is not split: of some people, and of organisations and unnamed
    /// officials.
    Literal,
    /// The authors that the author line omits: "and others".
    EtAl,
}

impl Author {
    /// An organisation, or anybody whose name is not split.
    pub(super) fn literal(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            role: None,
            is_person: false,
            kind: Kind::Literal,
        }
    }

    pub(super) fn person(name: &str) -> Self {
        let kind = person_name::parse_name(name).map_or(Kind::Literal, Kind::Split);
        Self {
            name: name.to_owned(),
            role: None,
            is_person: true,
            kind,
        }
    }

    fn et_al(words: &Words) -> Self {
        Self {
            name: words.other_authors.to_owned(),
            role: None,
            is_person: false,
            kind: Kind::EtAl,
        }
    }

    /// A speaker. Somebody with a role is a person, a name without a role is that of
    /// an organisation, and an unnamed speaker is called what the source calls them.
    pub(super) fn speaker(words: &Words, speaker: &Speaker) -> Self {
        let mut author = match (&speaker.role, speaker.named) {
            (_, false) => Self::literal(&(words.unnamed_author)(&speaker.name)),
            (Some(_), true) => Self::person(&speaker.name),
            (None, true) => Self::literal(&speaker.name),
        };
        author.role.clone_from(&speaker.role);
        author
    }

    /// The authors of a source, people before organisations; empty if it has none.
    pub fn source_authors(words: &Words, source: &Source) -> Vec<Self> {
        let people = source.authors.iter();
        let people = people.flat_map(|line| parse_author_entry(words, line));
        let bodies = source.corporate_authors.iter();
        people
            .chain(bodies.map(|name| Self::literal(name)))
            .collect()
    }

    /// The name, followed by the role in parentheses.
    pub fn label(&self) -> String {
        match &self.role {
            Some(role) => format!("{} ({role})", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether the author is named: false for "and others".
    pub fn is_named(&self) -> bool {
        self.kind != Kind::EtAl
    }

    /// The name as it is usually written, and whether it is a person's.
    pub fn name(&self) -> (&str, bool) {
        (&self.name, self.is_person)
    }
}

/// The authors as part of a sentence.
pub fn join_authors(words: &Words, authors: &[Author]) -> String {
    let names: Vec<String> = authors.iter().map(Author::label).collect();
    words.join_names(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// How an author line ends if it omits authors.
const ET_AL_ENDINGS: [&str; 6] = [
    " et al.",
    " et al",
    " and others",
    " & others",
    ", others",
    " et alii",
];

/// The people in one entry of `authors`: usually one, but an entry may list several.
fn parse_author_entry(words: &Words, line: &str) -> Vec<Author> {
    // The leading space lets an entry match that is nothing but "et al.".
    let line = format!(" {}", line.split_whitespace().collect::<Vec<_>>().join(" "));
    let cut = ET_AL_ENDINGS.iter().find_map(|end| line.strip_suffix(end));
    let cut = cut.or((line == " others").then_some(""));
    let named = cut.unwrap_or(&line).trim().trim_end_matches(',');
    let mut people: Vec<Author> = split_names(named)
        .iter()
        .map(|name| person_without_role(name))
        .collect();
    if cut.is_some() {
        people.push(Author::et_al(words));
    }
    people
}

/// Splits a line into names: "A; B", "A, B and C", "A, B".
fn split_names(line: &str) -> Vec<String> {
    let pieces: Vec<&str> = line.split(';').map(str::trim).collect();
    let mut names = Vec::new();
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let joined = piece.replace(", and ", " and ").replace(" & ", " and ");
        let by_and: Vec<&str> = joined.split(" and ").map(str::trim).collect();
        let by_comma = |part: &str| -> Vec<String> {
            part.split(',').map(|name| name.trim().to_owned()).collect()
        };
        let is_person = |name: &String| name.contains(' ') && !person_name::is_role(name);
        let every: Vec<String> = by_and.iter().flat_map(|part| by_comma(part)).collect();
        let is_list = every.len() > 1 && every.iter().all(is_person);
        if is_list {
            names.extend(every);
        } else if by_and.len() > 1 && !by_and.iter().any(|part| person_name::is_role(part)) {
            names.extend(by_and.iter().map(|part| (*part).to_owned()));
        } else {
            names.push((*piece).to_owned());
        }
    }
    names
}

/// A person, without a role after the name.
fn person_without_role(name: &str) -> Author {
    let before = name.split_once(" (").filter(|_| name.ends_with(')'));
    let name = before.map_or(name, |(before, _)| before);
    if person_name::parse_name(name).is_none()
        && let Some((before, role)) = name.split_once(", ")
        && person_name::is_role(role)
    {
        return Author::person(before);
    }
    Author::person(name)
}
