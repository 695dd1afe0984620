//! Rule 11: an outlet's summary of a side's position is marked as that outlet's.

use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary, RawStatement};

const RULE: &str = "summaries";

pub(super) fn summaries(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        for statement in dispute.points.iter().flat_map(|point| &point.statements) {
            check(dispute, statement, problems);
        }
    }
}

fn check(dispute: &RawDispute, statement: &RawStatement, problems: &mut Problems) {
    let Some(outlet) = &statement.summarised_by else {
        return;
    };
    let outlets = outlets(dispute, statement);
    if !outlets.contains(&outlet.value.as_str()) {
        problems.add(
            &outlet.place,
            RULE,
            format!(
                "`{}` is not an outlet in this statement's chain",
                outlet.value
            ),
            format!(
                "name the outlet whose own words these are: {}",
                crate::read::fields::list(&outlets)
            ),
        );
    }
    if let Some(said) = &statement.wording.said
        && said.value.contains('“')
    {
        problems.add(
            &said.place,
            RULE,
            "a summary can't contain quotations",
            "take the marks away; what somebody said is a statement of its own, with its speaker",
        );
    }
    if statement.indirect {
        problems.add(
            &outlet.place,
            RULE,
            "a summary is in the outlet's own words already",
            "delete `indirect = true`",
        );
    }
    if let Some(rendering) = statement.renderings.first() {
        problems.add(
            &rendering.place,
            RULE,
            "a summary can't have renderings: nobody uttered it",
            "make this a statement of its own, with its speaker or with `summarised-by`",
        );
    }
}

/// The names of the outlets in a statement's chain.
fn outlets<'a>(dispute: &'a RawDispute, statement: &'a RawStatement) -> Vec<&'a str> {
    let of_source = |id: &str| Some(dispute.source(id)?.outlet.as_ref()?.value.as_str());
    let hops = statement.chain.iter();
    hops.filter_map(|hop| match (&hop.by, &hop.source) {
        (Some(by), None) => Some(by.value.as_str()),
        (None, Some(source)) => of_source(&source.value),
        _ => None,
    })
    .collect()
}
