//! Rule 4: chains.

use crate::format::HopKind;
use crate::read::fields::Located;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawDispute, RawHop, RawLibrary};

/// What an author writes where the source does not state it.
pub(in crate::read) const NOT_STATED: &str = "not stated in the source";

const RULE: &str = "complete-chain";

pub(super) fn complete_chain(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        for (place, hops) in chains(dispute) {
            check(place, hops, problems);
            check_repeated_sources(hops, problems);
        }
    }
}

/// Every chain of a dispute, with the place of what it belongs to.
pub(in crate::read) fn chains(dispute: &RawDispute) -> impl Iterator<Item = (&Place, &[RawHop])> {
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
    match kind(first) {
        None => {}
        Some(HopKind::Said) => check_said(first, problems),
        Some(HopKind::Unknown) => check_unknown(first, problems),
        Some(_) => problems.add(
            &first.place,
            RULE,
            "a chain begins with the speaker",
            format!("put `{{ hop = \"said\", to = \"…\" }}` first; write `to = \"{NOT_STATED}\"` where the source is silent; or begin with `{{ hop = \"unknown\", note = \"…\" }}` where the way from the speaker is not known"),
        ),
    }
    for (index, hop) in rest.iter().enumerate() {
        match kind(hop) {
            None => {}
            Some(HopKind::Said) => problems.add(
                &hop.place,
                RULE,
                "`said` is not the first hop",
                "write `reported` for who heard it, `cited` for who took it from another, or `carried`, `passed-on`, `filed` or `published`",
            ),
            Some(HopKind::Unknown) if kind(&hops[index]) == Some(HopKind::Unknown) => problems.add(
                &hop.place,
                RULE,
                "two unknown hops follow each other",
                "make them one",
            ),
            Some(HopKind::Unknown) => check_unknown(hop, problems),
            Some(_) => check_relay(hop, problems),
        }
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

fn check_said(hop: &RawHop, problems: &mut Problems) {
    if hop.to.is_none() {
        problems.add(
            &hop.place,
            RULE,
            "the chain does not say to whom it was said",
            format!("add `to = \"…\"`, or `to = \"{NOT_STATED}\"`"),
        );
    }
    for extra in [&hop.by, &hop.source, &hop.at, &hop.note]
        .into_iter()
        .flatten()
    {
        problems.add(
            &extra.place,
            RULE,
            "the hop `said` takes only `to`, `how`, `where`, `when` and `verb`",
            "move this to the hop that reported or cited it",
        );
    }
}

fn check_unknown(hop: &RawHop, problems: &mut Problems) {
    if hop.note.is_none() {
        problems.add(
            &hop.place,
            RULE,
            "the hop `unknown` does not say why the way is not known",
            "add `note = \"…\"` with the reason",
        );
    }
    let texts = [
        &hop.to,
        &hop.how,
        &hop.place_name,
        &hop.by,
        &hop.source,
        &hop.at,
        &hop.verb,
    ];
    let extras = texts.into_iter().flatten().map(|text| &text.place);
    for place in extras.chain(hop.when.iter().map(|when| &when.place)) {
        problems.add(
            place,
            RULE,
            "the hop `unknown` takes only `note`",
            "move this to the hop that it tells of, or delete it",
        );
    }
}

fn check_relay(hop: &RawHop, problems: &mut Problems) {
    if hop.by.is_some() == hop.source.is_some() {
        problems.add(
            &hop.place,
            RULE,
            "a hop has either `by` or `source`",
            format!("write `source = \"…\"` for a source in sources.toml, `by = \"…\"` for an outlet that is only named, or `by = \"{NOT_STATED}\"`"),
        );
    }
    if let Some(to) = &hop.to {
        problems.add(
            &to.place,
            RULE,
            "only the hop `said` takes `to`",
            "move this to the first hop",
        );
    }
    if let (Some(at), None) = (&hop.at, &hop.source) {
        problems.add(
            &at.place,
            RULE,
            "`at` is a place in a source that was read",
            "move this to a hop with `source`, or delete it",
        );
    }
    if let Some(note) = &hop.note {
        problems.add(
            &note.place,
            RULE,
            "only the hop `unknown` takes `note`",
            "move this to the `note` of the statement or the rendering",
        );
    }
}

/// A chain does not come back to a source that was read.
fn check_repeated_sources(hops: &[RawHop], problems: &mut Problems) {
    for (index, hop) in hops.iter().enumerate() {
        let Some(source) = &hop.source else {
            continue;
        };
        let is_same = |other: &RawHop| {
            let other = other.source.as_ref();
            other.is_some_and(|other| other.value == source.value)
        };
        let Some(before) = hops[..index].iter().rposition(is_same) else {
            continue;
        };
        let (message, help) = if before + 1 == index {
            (
                format!("`{}` passes this on to itself", source.value),
                "make the two hops one",
            )
        } else {
            (
                format!("the chain comes back to `{}`", source.value),
                "end the chain where it comes the first time, or correct the hop",
            )
        };
        problems.add(&source.place, RULE, message, help);
    }
}

/// Warns of chains that come back to an outlet. That may be a slip. It may be true, too:
/// an outlet may cite one that cites it, or two sources that were read may be its.
pub(in crate::read) fn warn_about_outlets(dispute: &RawDispute, problems: &mut Problems) {
    for (_, hops) in chains(dispute) {
        for (index, hop) in hops.iter().enumerate() {
            let Some((name, outlet)) = outlet(dispute, hop) else {
                continue;
            };
            let is_same = |other: &RawHop| {
                let both_read = other.source.is_some() && hop.source.is_some();
                !both_read && self::outlet(dispute, other).is_some_and(|(_, other)| other == outlet)
            };
            if hops[..index].iter().any(is_same) {
                problems.warn(
                    &name.place,
                    RULE,
                    format!("`{outlet}` stands twice in the chain"),
                    "if it is one hop, make it one; if the outlet cites a report that cites it, leave it",
                );
            }
        }
    }
}

/// What names the outlet of a hop, and its name; `None` where the source states none.
fn outlet<'d>(dispute: &'d RawDispute, hop: &'d RawHop) -> Option<(&'d Located<String>, &'d str)> {
    match (&hop.source, &hop.by) {
        (Some(named), None) => {
            let source = dispute.source(&named.value)?;
            Some((named, source.outlet.as_ref()?.value.as_str()))
        }
        (None, Some(named)) if named.value != NOT_STATED => Some((named, &named.value)),
        _ => None,
    }
}

fn kind(hop: &RawHop) -> Option<HopKind> {
    hop.hop.as_ref().map(|hop| hop.value)
}
