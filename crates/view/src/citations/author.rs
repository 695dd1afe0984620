//! Who said or wrote something, as the forms of a citation have it.

use says_who_model::{Source, Speaker};

use super::name::{self, Parts};
use crate::words::Words;

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name as one writes it.
    pub(super) name: String,
    /// The role a person speaks in, which is no part of the name.
    pub(super) role: Option<String>,
    /// Whether it is known to be a person.
    pub(super) is_person: bool,
    pub(super) kind: Kind,
}

/// What kind of author it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A person, whose name has these parts.
    Parted(Parts),
    /// A person whose name stays whole, a body, an official without a name.
    Whole,
    /// Those whom the author line leaves out: "and others".
    Others,
}

impl Author {
    /// A body, or whoever is to be named as a whole.
    pub(super) fn whole(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            role: None,
            is_person: false,
            kind: Kind::Whole,
        }
    }

    pub(super) fn person(name: &str) -> Self {
        let kind = name::parts(name).map_or(Kind::Whole, Kind::Parted);
        Self {
            name: name.to_owned(),
            role: None,
            is_person: true,
            kind,
        }
    }

    fn others(words: &Words) -> Self {
        Self {
            name: words.other_authors.to_owned(),
            role: None,
            is_person: false,
            kind: Kind::Others,
        }
    }

    /// A speaker. A role is held by a person; a name without one is that of a
    /// body, and who is not named is known by what the source says of them.
    pub(super) fn speaker(words: &Words, speaker: &Speaker) -> Self {
        let mut author = match (&speaker.role, speaker.named) {
            (_, false) => Self::whole(&(words.unnamed_author)(&speaker.name)),
            (Some(_), true) => Self::person(&speaker.name),
            (None, true) => Self::whole(&speaker.name),
        };
        author.role.clone_from(&speaker.role);
        author
    }

    /// Who signed a source, people before bodies; none where nobody did.
    pub fn of_source(words: &Words, source: &Source) -> Vec<Self> {
        let people = source.authors.iter();
        let people = people.flat_map(|line| people_of(words, line));
        let bodies = source.corporate_authors.iter();
        people.chain(bodies.map(|name| Self::whole(name))).collect()
    }

    /// The name, and the role in parentheses.
    pub fn label(&self) -> String {
        match &self.role {
            Some(role) => format!("{} ({role})", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether it is a person by name, as far as can be told.
    pub fn is_named(&self) -> bool {
        self.kind != Kind::Others
    }

    /// The name as one writes it, and whether it is a person's.
    pub fn name(&self) -> (&str, bool) {
        (&self.name, self.is_person)
    }
}

/// Authors in a sentence.
pub fn in_a_sentence(words: &Words, authors: &[Author]) -> String {
    let names: Vec<String> = authors.iter().map(Author::label).collect();
    words.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What an author line ends in where it leaves somebody out.
const OTHERS: [&str; 6] = [
    " et al.",
    " et al",
    " and others",
    " & others",
    ", others",
    " et alii",
];

/// The people in an entry of `authors`: one, or more where somebody wrote
/// several into it.
fn people_of(words: &Words, line: &str) -> Vec<Author> {
    // So that a line that is nothing else has something before it too.
    let line = format!(" {}", line.split_whitespace().collect::<Vec<_>>().join(" "));
    let cut = OTHERS.iter().find_map(|end| line.strip_suffix(end));
    let cut = cut.or((line == " others").then_some(""));
    let named = cut.unwrap_or(&line).trim().trim_end_matches(',');
    let mut people: Vec<Author> = parted(named).iter().map(|name| person_of(name)).collect();
    if cut.is_some() {
        people.push(Author::others(words));
    }
    people
}

/// The names in a line: "A; B", "A, B and C", "A, B".
fn parted(line: &str) -> Vec<String> {
    let pieces: Vec<&str> = line.split(';').map(str::trim).collect();
    let mut names = Vec::new();
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let joined = piece.replace(", and ", " and ").replace(" & ", " and ");
        let by_and: Vec<&str> = joined.split(" and ").map(str::trim).collect();
        let by_comma = |part: &str| -> Vec<String> {
            part.split(',').map(|name| name.trim().to_owned()).collect()
        };
        let is_person = |name: &String| name.contains(' ') && !name::is_role(name);
        let every: Vec<String> = by_and.iter().flat_map(|part| by_comma(part)).collect();
        let is_list = every.len() > 1 && every.iter().all(is_person);
        if is_list {
            names.extend(every);
        } else if by_and.len() > 1 && !by_and.iter().any(|part| name::is_role(part)) {
            names.extend(by_and.iter().map(|part| (*part).to_owned()));
        } else {
            names.push((*piece).to_owned());
        }
    }
    names
}

/// One person, without the role that stands behind the name.
fn person_of(name: &str) -> Author {
    let before = name.split_once(" (").filter(|_| name.ends_with(')'));
    let name = before.map_or(name, |(before, _)| before);
    if name::parts(name).is_none()
        && let Some((before, role)) = name.split_once(", ")
        && name::is_role(role)
    {
        return Author::person(before);
    }
    Author::person(name)
}
