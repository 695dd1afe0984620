//! How even-handed the data is, as text.

use says_who_model::read::Problem;
use says_who_model::{Balance, Dispute, Id, Library, ReadAs};

use crate::problems;

/// Prints the warnings, and the figures of each dispute.
pub(crate) fn print(library: &Library, warnings: &[Problem]) {
    if !warnings.is_empty() {
        out!("{}\n", problems::shown(warnings));
    }
    for dispute in &library.disputes {
        of_dispute(dispute);
    }
}

/// Sources that were read whole, without an account of their sentences.
fn not_accounted_for(dispute: &Dispute) -> Vec<String> {
    let accounted = |id: &Id| {
        dispute
            .coverage
            .iter()
            .any(|of| dispute.source(of.source).id == *id)
    };
    let sources = dispute
        .sources
        .iter()
        .filter(|source| source.read == ReadAs::Whole);
    let open = sources.filter(|source| !accounted(&source.id));
    open.map(|source| source.id.to_string()).collect()
}

fn of_dispute(dispute: &Dispute) {
    let figures = dispute.figures();
    let (one, other) = (&dispute.sides.first.name, &dispute.sides.second.name);
    out!("{}: {}\n", dispute.id, dispute.question);
    out!("  {:<40} {one:>20} {other:>20}", "all points");
    let row = |what: &str, of: fn(&Balance) -> u32| {
        let (first, second) = (of(&figures.whole.first), of(&figures.whole.second));
        out!("  {what:<40} {first:>20} {second:>20}");
    };
    row("statements", |of| of.statements);
    row("words in them", |of| of.words);
    row("by named speakers", |of| of.named);
    row("by unnamed speakers", Balance::unnamed);
    row("summed up by an outlet", |of| of.summarised);
    row("quoted", |of| of.quoted);
    row("partly quoted", Balance::mixed);
    row("paraphrased", |of| of.paraphrased);
    row("different sources", |of| of.sources);
    out!(
        "\n  {:<40} {one:>20} {other:>20}",
        "statements / words / sources by point"
    );
    for (point, pair) in dispute.all_points().zip(&figures.points) {
        let cell = |of: &Balance| format!("{} / {} / {}", of.statements, of.words, of.sources);
        out!(
            "  {:<40} {:>20} {:>20}",
            point.id.to_string(),
            cell(&pair.first),
            cell(&pair.second)
        );
    }
    out!(
        "\n  quotations verified: in {} of {} texts that quote",
        figures.verified,
        figures.quoting
    );
    for waiver in &figures.waivers {
        out!(
            "  not verified, a reason given {} times for {} quotations: {}",
            waiver.texts,
            waiver.quotations,
            waiver.reason
        );
    }
    let list = |what: &str, ids: Vec<String>| {
        let ids = if ids.is_empty() {
            "none".to_owned()
        } else {
            ids.join(", ")
        };
        out!("  {what}: {ids}");
    };
    let named = |ids: &[says_who_model::Id]| ids.iter().map(ToString::to_string).collect();
    list(
        "statements on one source alone",
        named(&figures.single_sourced),
    );
    list(
        "statements with unverified quotations",
        named(&figures.unverified),
    );
    let sources = figures.cited_once.iter();
    list(
        "sources read whole whose sentences are not accounted for",
        not_accounted_for(dispute),
    );
    list(
        "sources used once",
        sources
            .map(|&source| dispute.source(source).id.to_string())
            .collect(),
    );
    list(
        "points with an absence for which a source of the other side was not searched",
        named(&figures.not_searched),
    );
    out!("");
}
