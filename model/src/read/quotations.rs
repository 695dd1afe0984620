//! Quotations and the texts they are from: which words were found in the text
//! of which source. The search is made where the texts are, by a command; what
//! it found is written into a file that is committed, and the check compares
//! the data with that.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use super::fields::{At, Fields};
use super::near::nearest_passage;
use super::normal::{VERSION, normal_form};
use super::problem::{Place, Problems, Report};
use super::raw::{RawDispute, RawSource, RawWording};
use super::resolve::end;
use super::wording::spans;
use crate::{Date, Span, Verification};

/// The file's name in a dispute's folder.
pub(super) const FILE: &str = "quotations.toml";

/// The name of the rule: every quotation is verified, or says why it is not.
pub(super) const RULE: &str = "verified-quotations";

const HEAD: &str = "\
# The quotations that were found, word for word, in the text of their source:
# the day of the search, the digest of the text (SHA-256 of its normal form),
# and the words. Written by `cargo xtask quotes`; commit it with the change.
";

/// What was found when the texts were last searched.
#[derive(Debug, Default)]
pub(super) struct Found {
    normal_form: Option<At<i64>>,
    sources: Vec<FoundIn>,
}

#[derive(Clone, Debug)]
struct FoundIn {
    source: At<String>,
    text: String,
    date: Date,
    quotations: BTreeSet<String>,
}

/// Reads the file.
pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Found {
    let normal_form = fields.number("normal-form", problems);
    let sources = fields.tables("source", problems).into_iter();
    let sources = sources.filter_map(|mut f| {
        let id = f.text("id", problems);
        let text = f.text("text", problems);
        let date = f.date("date", true, problems);
        let quotations = f.some_texts("quotations", problems);
        f.done(problems);
        Some(FoundIn {
            source: id?,
            text: text?.value,
            date: date?.value,
            quotations: quotations.into_iter().map(|words| words.value).collect(),
        })
    });
    Found {
        sources: sources.collect(),
        normal_form,
    }
}

/// A text with quotations in it, and the source they are attributed to.
#[derive(Clone, Copy)]
pub(super) struct Quoting<'a> {
    pub(super) wording: &'a RawWording,
    pub(super) source: Option<&'a At<String>>,
}

/// Every text of a dispute that can hold quotations.
pub(super) fn quoting(dispute: &RawDispute) -> impl Iterator<Item = Quoting<'_>> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    let said = statements.flat_map(|statement| {
        let own = Quoting {
            wording: &statement.wording,
            source: end(&statement.chain),
        };
        let others = statement.renderings.iter().map(|rendering| Quoting {
            wording: &rendering.wording,
            source: end(&rendering.chain),
        });
        std::iter::once(own).chain(others)
    });
    let called = dispute.documents.iter().flat_map(|document| {
        document.called.iter().map(|called| Quoting {
            wording: &called.wording,
            source: called.source.as_ref(),
        })
    });
    said.chain(called)
}

impl Quoting<'_> {
    /// Its quotations, in normal form.
    fn quotations(&self) -> Vec<String> {
        let said = self.wording.said.as_ref().map(|said| spans(&said.value));
        let spans = said.flatten().unwrap_or_default().into_iter();
        spans
            .filter_map(|span| match span {
                Span::Verbatim(words) => Some(normal_form(&words)),
                Span::Paraphrase(_) => None,
            })
            .collect()
    }
}

/// What is known of the sources of a dispute, by their ids.
pub(super) struct Searched<'a> {
    sources: HashMap<&'a str, &'a RawSource>,
    found: HashMap<&'a str, &'a FoundIn>,
}

impl<'a> Searched<'a> {
    pub(super) fn of(dispute: &'a RawDispute) -> Self {
        let sources = dispute.sources.iter();
        let found = dispute.found.sources.iter();
        Self {
            sources: sources
                .map(|source| (source.id.value.as_str(), source))
                .collect(),
            found: found
                .map(|found| (found.source.value.as_str(), found))
                .collect(),
        }
    }
}

/// How it stands with the quotations of one text: `Err` holds the first that
/// was not found and has no reason why.
pub(super) fn verification(
    searched: &Searched<'_>,
    quoting: Quoting<'_>,
) -> Result<Verification, String> {
    let quotations = quoting.quotations();
    if quotations.is_empty() {
        return Ok(Verification::NothingQuoted);
    }
    let named = quoting.source.map(|source| source.value.as_str());
    let found = named.and_then(|named| searched.found.get(named));
    let missing = quotations
        .into_iter()
        .find(|words| !found.is_some_and(|found| found.quotations.contains(words)));
    match (missing, found) {
        (None, Some(found)) => Ok(Verification::Verified(found.date)),
        (missing, _) => {
            let of_source = || searched.sources.get(named?)?.not_verified.as_ref();
            match quoting.wording.not_verified.as_ref().or_else(of_source) {
                Some(why) => Ok(Verification::NotVerified(why.value.clone())),
                None => Err(missing.unwrap_or_default()),
            }
        }
    }
}

/// Rule 2 on one dispute.
pub(super) fn check(dispute: &RawDispute, problems: &mut Problems) {
    let found = &dispute.found;
    if let Some(form) = &found.normal_form
        && form.value != VERSION
    {
        problems.add(
            &form.place,
            RULE,
            "these quotations were searched with another normal form of text",
            "search again: `cargo xtask quotes --texts FOLDER`",
        );
    }
    let searched = Searched::of(dispute);
    for entry in &found.sources {
        let id = &entry.source.value;
        if !searched.sources.contains_key(id.as_str()) {
            problems.add(
                &entry.source.place,
                RULE,
                format!("quotations were found in `{id}`, which is no source any more"),
                "search again: `cargo xtask quotes --texts FOLDER`",
            );
        }
    }
    for quoting in quoting(dispute) {
        let Some(said) = &quoting.wording.said else {
            continue;
        };
        // A source that isn't there is reported as that.
        let Some(source) = quoting.source.map(|source| source.value.as_str()) else {
            continue;
        };
        if !searched.sources.contains_key(source) {
            continue;
        }
        let reason = quoting.wording.not_verified.as_ref();
        match (verification(&searched, quoting), reason) {
            (Err(words), _) => problems.add(
                &said.place,
                RULE,
                format!("“{words}” has not been verified against the text of `{source}`"),
                format!("save that text as `{source}.txt` in a folder of your own and run `cargo xtask quotes --texts FOLDER`; where that can't be done, say why: `not-verified = \"…\"`"),
            ),
            (Ok(Verification::NothingQuoted), Some(why)) => problems.add(
                &why.place,
                RULE,
                "nothing is quoted here that could be verified",
                "delete `not-verified`, or put the verbatim words between “ and ”",
            ),
            (Ok(Verification::Verified(_)), Some(why)) => problems.add(
                &why.place,
                RULE,
                "these quotations are verified",
                "delete `not-verified`",
            ),
            (Ok(_), _) => {}
        }
    }
}

/// What a search of texts came to, for one dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotationsUpdate {
    /// The file, below the data folder.
    pub path: String,
    /// What has to stand in it; `None` where nothing was found and no file is needed.
    pub text: Option<String>,
    /// How many different quotations were found in how many sources, now or before.
    pub found: (usize, usize),
    /// Sources that quotations are attributed to and no text was given for.
    pub without_text: Vec<String>,
}

/// Searches `texts`, by source id, for the quotations of a dispute. What was
/// found before, in a source that no text is given for, stays as it is.
///
/// # Errors
///
/// A problem for each quotation that its source's text does not have.
pub(super) fn search(
    root: &str,
    dispute: &RawDispute,
    texts: &BTreeMap<String, String>,
    today: Date,
) -> Result<QuotationsUpdate, Report> {
    let mut problems = Problems::new(root);
    let mut wanted: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut searched: BTreeMap<&str, (String, String)> = BTreeMap::new();
    for quoting in quoting(dispute) {
        let (Some(source), Some(said)) = (quoting.source, &quoting.wording.said) else {
            continue;
        };
        let source = source.value.as_str();
        let text = texts.get(source);
        let text = text.map(|text| {
            &*searched.entry(source).or_insert_with(|| {
                let text = normal_form(text);
                let digest = digest(&text);
                (text, digest)
            })
        });
        for words in quoting.quotations() {
            if let Some((text, _)) = text
                && !stands_in(&words, text)
            {
                if quoting.wording.not_verified.is_none() {
                    missed(&mut problems, &said.place, source, &words, text);
                }
                continue;
            }
            wanted.entry(source).or_default().insert(words);
        }
    }
    problems.finish()?;

    let mut kept = Vec::new();
    let mut without_text = Vec::new();
    for (source, words) in wanted {
        let before = dispute
            .found
            .sources
            .iter()
            .find(|found| found.source.value == source);
        let (text, date, quotations) = match (searched.get(source), before) {
            (Some((_, digest)), Some(before))
                if before.text == *digest && before.quotations == words =>
            {
                (digest.clone(), before.date, words)
            }
            (Some((_, digest)), _) => (digest.clone(), today, words),
            (None, before) => {
                let known: BTreeSet<String> = before
                    .map(|before| before.quotations.intersection(&words).cloned().collect())
                    .unwrap_or_default();
                if known != words {
                    without_text.push(source.to_owned());
                }
                match before {
                    Some(before) if !known.is_empty() => (before.text.clone(), before.date, known),
                    _ => continue,
                }
            }
        };
        kept.push((source, text, date, quotations));
    }
    let found = (kept.iter().map(|kept| kept.3.len()).sum(), kept.len());
    let entries: Vec<String> = kept.into_iter().map(entry).collect();
    Ok(QuotationsUpdate {
        path: format!("{}/{FILE}", dispute.id),
        text: (!entries.is_empty())
            .then(|| format!("{HEAD}normal-form = {VERSION}\n{}", entries.concat())),
        found,
        without_text,
    })
}

fn entry((source, text, date, quotations): (&str, String, Date, BTreeSet<String>)) -> String {
    let words: String = quotations
        .iter()
        .map(|words| format!("  {},\n", quoted(words)))
        .collect();
    format!(
        "\n[[source]]\nid = \"{source}\"\ntext = \"{text}\"\ndate = {date}\nquotations = [\n{words}]\n"
    )
}

/// A TOML string. A normal form has no line ends and no control characters
/// that a file could hold.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256-{hex}")
}

fn missed(problems: &mut Problems, place: &Place, source: &str, words: &str, text: &str) {
    let help = match nearest_passage(words, text) {
        Some(difference) => format!(
            "the nearest there, with [-your words-] and {{+the source’s+}}: {difference}; correct the quotation, or say why it can't be verified: `not-verified = \"…\"`"
        ),
        None => "nothing there is like it; look whether the chain names the right source, or say why it can't be verified: `not-verified = \"…\"`".to_owned(),
    };
    problems.add(
        place,
        RULE,
        format!("“{words}” is not in the text of `{source}`"),
        help,
    );
}

/// Whether a quotation stands in a text, both in normal form. Where the
/// quotation leaves words out (`…` or `[…]`), its parts have to stand there in
/// their order.
fn stands_in(words: &str, text: &str) -> bool {
    if find(words, text).is_some() {
        return true;
    }
    let marked = words.replace("[ … ]", "…").replace("[…]", "…");
    let mut parts = marked
        .split('…')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .peekable();
    let mut rest = text;
    parts.peek().is_some()
        && parts.all(|part| match find(part, rest) {
            Some(end) => {
                rest = &rest[end..];
                true
            }
            None => false,
        })
}

/// The end of the first place where `words` stand in `text` as whole words.
fn find(words: &str, text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find(words) {
        let (start, end) = (from + at, from + at + words.len());
        if !within_a_word(text, start) && !within_a_word(text, end) {
            return Some(end);
        }
        from = start + words.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Whether a word goes on over this place: `can` is not a word of `can't`.
fn within_a_word(text: &str, at: usize) -> bool {
    let is_part =
        |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut before = text[..at].chars().rev();
    let mut after = text[at..].chars();
    let joins = |c: Option<char>| matches!(c, Some('\'' | '-'));
    match (before.next(), after.next()) {
        (Some(one), Some(other)) if is_part(one) && is_part(other) => true,
        (Some(one), joint) if is_part(one) && joins(joint) => after.next().is_some_and(is_part),
        (joint, Some(other)) if is_part(other) && joins(joint) => {
            before.next().is_some_and(is_part)
        }
        _ => false,
    }
}
