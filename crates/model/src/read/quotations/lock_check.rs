//! Rule 2 for a dispute: every quotation is in the lock file. Also the rule that
//! cuts are marked.

use std::collections::HashSet;

use super::{CUTS_RULE, QuotingText, RULE, SearchRecords, quoting_texts, verification};
use crate::Verification;
use crate::read::problem::Problems;
use crate::read::quotation_match::lock::{CutReview, CutStatus};
use crate::read::quotation_match::{VERSION, normal_form};
use crate::read::raw::RawDispute;

/// Checks that every quotation is verified or says why it is not.
pub(in crate::read) fn check(dispute: &RawDispute, problems: &mut Problems) {
    let lock = &dispute.lock;
    if let Some(form) = &lock.normal_form
        && !(1..=VERSION).contains(&form.value)
    {
        problems.add(
            &form.place,
            RULE,
            "these quotations were searched with an unknown version of the normal form",
            "search again: `says-who quotes --texts FOLDER`",
        );
    }
    let records = SearchRecords::from_dispute(dispute);
    for entry in &lock.sources {
        let id = &entry.source.value;
        if !records.sources.contains_key(id.as_str()) {
            problems.add(
                &entry.source.place,
                RULE,
                format!("the lock file has quotations from `{id}`, which is no longer a source"),
                "search again: `says-who quotes --texts FOLDER`",
            );
        }
    }
    for quoting in quoting_texts(dispute) {
        let Some(said) = &quoting.wording.said else {
            continue;
        };
        // A missing source is reported by another rule.
        let Some(source) = quoting.source.map(|source| source.value.as_str()) else {
            continue;
        };
        if !records.sources.contains_key(source) {
            continue;
        }
        let reason = quoting.wording.not_verified.as_ref();
        match (verification(&records, quoting), reason) {
            (Err(words), _) => problems.add(
                &said.place,
                RULE,
                format!("“{words}” has not been verified against the text of `{source}`"),
                format!("save that text as `{source}.txt` in a folder of your own and run `says-who quotes --texts FOLDER`; where that can't be done, say why: `not-verified = \"…\"`"),
            ),
            (Ok(Verification::NothingQuoted), Some(why)) => problems.add(
                &why.place,
                RULE,
                "there is no quotation here to verify",
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

/// The quotations of a dispute that are in the lock file, with their cut status.
fn locked_quotations<'a>(
    dispute: &'a RawDispute,
    records: &SearchRecords<'a>,
) -> Vec<(QuotingText<'a>, String, CutStatus)> {
    let quoting = quoting_texts(dispute);
    let all = quoting.flat_map(|quoting| {
        let quotations = quoting.quotations().into_iter();
        let known = quotations.filter_map(|words| {
            let status = records.status(quoting, &normal_form(&words))?;
            Some((quoting, words, status))
        });
        known.collect::<Vec<_>>()
    });
    all.collect()
}

/// Checks that every cut is marked or was confirmed.
pub(in crate::read) fn cuts_marked(dispute: &RawDispute, problems: &mut Problems) {
    let records = SearchRecords::from_dispute(dispute);
    for (quoting, words, status) in locked_quotations(dispute, &records) {
        let (Some(said), Some(source)) = (&quoting.wording.said, quoting.source) else {
            continue;
        };
        let CutStatus::Cut(_, CutReview::Pending) = status else {
            continue;
        };
        let item = quoting.item.map_or("ID", |item| item.value.as_str());
        problems.add(
            &said.place,
            CUTS_RULE,
            format!(
                "“{words}” is cut, and neither marked nor confirmed: in `{}` the quotation or the sentence goes on, or a “not” stands where `…` does",
                source.value
            ),
            format!("put `…` inside the marks where it is cut, and search again; where `…` leaves out a “not”, quote it; or read what was left out and confirm it: `says-who quotes --texts FOLDER --confirm {item}`"),
        );
    }
}

/// Warns of quotations that were recorded before searches looked for cuts, and of
/// records that no search wrote.
pub(in crate::read) fn warn(dispute: &RawDispute, warnings: &mut Problems) {
    warn_of_left_over(dispute, warnings);
    let records = SearchRecords::from_dispute(dispute);
    for (quoting, words, status) in locked_quotations(dispute, &records) {
        if let (Some(said), CutStatus::Unchecked) = (&quoting.wording.said, status) {
            warnings.warn(
                &said.place,
                CUTS_RULE,
                format!("whether “{words}” is cut has not been looked at"),
                "search again: `says-who quotes --texts FOLDER`",
            );
        }
    }
}

/// Warns of entries that a search would not have left: a digest that is none, and
/// quotations that no text has.
fn warn_of_left_over(dispute: &RawDispute, warnings: &mut Problems) {
    const HELP: &str =
        "this file is written by `says-who quotes --texts FOLDER`, not by hand: search again";
    let mut quoted: HashSet<(&str, String)> = HashSet::new();
    for quoting in quoting_texts(dispute) {
        if let Some(source) = quoting.source {
            let words = quoting.quotations().into_iter();
            quoted.extend(words.map(|words| (source.value.as_str(), normal_form(&words))));
        }
    }
    for entry in &dispute.lock.sources {
        let source = entry.source.value.as_str();
        let digest = entry.text.strip_prefix("sha256-").unwrap_or(&entry.text);
        let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_digest {
            warnings.warn(
                &entry.source.place,
                RULE,
                format!("the digest of the text of `{source}` is not the SHA-256 of any text"),
                HELP,
            );
        }
        for words in entry.quotations.keys() {
            if !quoted.contains(&(source, words.clone())) {
                warnings.warn(
                    &entry.source.place,
                    RULE,
                    format!("“{words}” is recorded as found in `{source}`, and nothing quotes it"),
                    HELP,
                );
            }
        }
    }
}
