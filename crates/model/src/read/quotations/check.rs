//! Rule 2 on a dispute: what is quoted is in the lock. And the rule on cuts.

use super::{CUTS_RULE, Quoting, RULE, Searched, quoting, verification};
use crate::Verification;
use crate::read::problem::Problems;
use crate::read::quotation::lock::{Answer, Standing};
use crate::read::quotation::{VERSION, normal_form};
use crate::read::raw::RawDispute;

/// Every quotation is verified, or it is said why not.
pub(in crate::read) fn check(dispute: &RawDispute, problems: &mut Problems) {
    let lock = &dispute.lock;
    if let Some(form) = &lock.normal_form
        && !(1..=VERSION).contains(&form.value)
    {
        problems.add(
            &form.place,
            RULE,
            "these quotations were searched with a normal form of text that is not known here",
            "search again: `cargo xtask quotes --texts FOLDER`",
        );
    }
    let searched = Searched::of(dispute);
    for entry in &lock.sources {
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

/// The quotations of a dispute that the lock has, with how it has them.
fn standing<'a>(
    dispute: &'a RawDispute,
    searched: &Searched<'a>,
) -> Vec<(Quoting<'a>, String, Standing)> {
    let quoting = quoting(dispute);
    let all = quoting.flat_map(|quoting| {
        let quotations = quoting.quotations().into_iter();
        let known = quotations.filter_map(|words| {
            let standing = searched.standing(quoting, &normal_form(&words))?;
            Some((quoting, words, standing))
        });
        known.collect::<Vec<_>>()
    });
    all.collect()
}

/// A cut is marked, or was looked at.
pub(in crate::read) fn cuts_marked(dispute: &RawDispute, problems: &mut Problems) {
    let searched = Searched::of(dispute);
    for (quoting, words, standing) in standing(dispute, &searched) {
        let (Some(said), Some(source)) = (&quoting.wording.said, quoting.source) else {
            continue;
        };
        let Standing::Cut(_, Answer::Nothing) = standing else {
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
            format!("put `…` inside the marks where it is cut, and search again; where `…` leaves out a “not”, quote it; or read what was left out and confirm it: `cargo xtask quotes --texts FOLDER --confirm {item}`"),
        );
    }
}

/// Warns of quotations that were recorded before cuts were looked at.
pub(in crate::read) fn warn(dispute: &RawDispute, warnings: &mut Problems) {
    let searched = Searched::of(dispute);
    for (quoting, words, standing) in standing(dispute, &searched) {
        if let (Some(said), Standing::NotLookedAt) = (&quoting.wording.said, standing) {
            warnings.warn(
                &said.place,
                CUTS_RULE,
                format!("whether “{words}” is cut has not been looked at"),
                "search again: `cargo xtask quotes --texts FOLDER`",
            );
        }
    }
}
