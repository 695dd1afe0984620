//! Rule 4: chains.

use crate::format::HopKind;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawDispute, RawHop, RawLibrary};

/// What an author writes where the source does not state it.
pub(in crate::read) const NOT_STATED: &str = "not stated in the source";

const RULE: &str = "complete-chain";

pub(super) fn complete_chain(raw: &RawLibrary, problems: &mut Problems) {
    for (place, hops) in raw.disputes.iter().flat_map(chains) {
        check(place, hops, problems);
    }
}

/// Every chain of a dispute, with the place of what it belongs to.
pub(super) fn chains(dispute: &RawDispute) -> impl Iterator<Item = (&Place, &[RawHop])> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    statements.flat_map(|statement| {
        let renderings = statement.renderings.iter();
        let renderings = renderings.map(|rendering| (&rendering.place, &rendering.chain[..]));
        std::iter::once((&statement.place, &statement.chain[..])).chain(renderings)
    })
}

fn check(place: &Place, hops: &[RawHop], problems: &mut Problems) {
    let Some((first, rest)) = hops.split_first() else {
        problems.add(
            place,
            RULE,
            "there is no chain from the speaker to a source",
            "add `chain = [{ hop = \"said\", to = \"…\" }, { hop = \"reported\", source = \"…\" }]`",
        );
        return;
    };
    if kind(first) == Some(HopKind::Said) {
        if first.to.is_none() {
            problems.add(
                &first.place,
                RULE,
                "the chain does not say to whom it was said",
                format!("add `to = \"…\"`, or `to = \"{NOT_STATED}\"`"),
            );
        }
        for extra in [&first.by, &first.source, &first.verb]
            .into_iter()
            .flatten()
        {
            problems.add(
                &extra.place,
                RULE,
                "the hop `said` takes only `to` and `how`",
                "move this to the hop that reported or cited it",
            );
        }
    } else {
        problems.add(
            &first.place,
            RULE,
            "a chain begins with the speaker",
            format!("put `{{ hop = \"said\", to = \"…\" }}` first; write `to = \"{NOT_STATED}\"` where the source is silent"),
        );
    }
    for hop in rest {
        check_relay(hop, problems);
    }
    let ends = rest.last().is_some_and(|hop| hop.source.is_some());
    if !ends {
        let place = rest.last().map_or(&first.place, |hop| &hop.place);
        problems.add(
            place,
            RULE,
            "the chain does not end at a source that was read",
            "give its last hop a `source = \"…\"` from sources.toml",
        );
    }
}

fn check_relay(hop: &RawHop, problems: &mut Problems) {
    if !matches!(kind(hop), Some(HopKind::Reported | HopKind::Cited)) {
        problems.add(
            &hop.place,
            RULE,
            "this hop is neither `reported` nor `cited`",
            "write `hop = \"reported\"` for who heard it, `hop = \"cited\"` for who took it from another",
        );
    }
    if hop.by.is_some() == hop.source.is_some() {
        problems.add(
            &hop.place,
            RULE,
            "a hop has either `by` or `source`",
            format!("write `source = \"…\"` for a source in sources.toml, `by = \"…\"` for an outlet that is only named, or `by = \"{NOT_STATED}\"`"),
        );
    }
    for extra in [&hop.to, &hop.how].into_iter().flatten() {
        problems.add(
            &extra.place,
            RULE,
            "only the hop `said` takes `to` and `how`",
            "move this to the first hop",
        );
    }
}

fn kind(hop: &RawHop) -> Option<HopKind> {
    hop.hop.as_ref().map(|hop| hop.value)
}
