//! `check --report`: prints how even-handed the data is.

use says_who_model::read::Problem;
use says_who_model::{Balance, Dispute, Figures, Id, Library, ReadAs, SpeaksFor};

use crate::problems;

/// Prints the warnings, and the figures of each dispute.
pub fn print(library: &Library, warnings: &[Problem]) {
    if !warnings.is_empty() {
        out!("{}\n", problems::render(warnings));
    }
    for dispute in &library.disputes {
        print_dispute(dispute);
    }
}

/// The sources that were read in full but have no entry in coverage.toml.
fn sources_without_coverage(dispute: &Dispute) -> Vec<String> {
    let has_coverage = |id: &Id| {
        dispute
            .coverage
            .iter()
            .any(|coverage| dispute.source(coverage.source).id == *id)
    };
    let sources = dispute
        .sources
        .iter()
        .filter(|source| source.read == ReadAs::Whole);
    let missing = sources.filter(|source| !has_coverage(&source.id));
    missing.map(|source| source.id.to_string()).collect()
}

fn print_dispute(dispute: &Dispute) {
    let figures = dispute.figures();
    out!("{}: {}\n", dispute.id, dispute.question);
    print_balances(dispute, figures);
    print_others(dispute, figures);
    print_quotations(figures);
    print_lists(dispute, figures);
    out!("");
}

/// Prints the figures of both sides: for all points, then for each point.
fn print_balances(dispute: &Dispute, figures: &Figures) {
    let (one, other) = (&dispute.sides.first.name, &dispute.sides.second.name);
    out!("  {:<40} {one:>20} {other:>20}", "all points");
    let row = |what: &str, value: fn(&Balance) -> u32| {
        let (first, second) = (value(&figures.whole.first), value(&figures.whole.second));
        out!("  {what:<40} {first:>20} {second:>20}");
    };
    row("statements", |balance| balance.statements);
    row("words in them", |balance| balance.words);
    row("by named speakers", |balance| balance.named);
    row("by unnamed speakers", Balance::unnamed);
    row("summed up by an outlet", |balance| balance.summarised);
    row("quoted", |balance| balance.quoted);
    row("partly quoted", Balance::mixed);
    row("paraphrased", |balance| balance.paraphrased);
    row("different sources", |balance| balance.sources);
    out!(
        "\n  {:<40} {one:>20} {other:>20}",
        "statements / words / sources by point"
    );
    for (point, pair) in dispute.all_points().zip(&figures.points) {
        let cell = |balance: &Balance| {
            format!(
                "{} / {} / {}",
                balance.statements, balance.words, balance.sources
            )
        };
        out!(
            "  {:<40} {:>20} {:>20}",
            point.id.to_string(),
            cell(&pair.first),
            cell(&pair.second)
        );
    }
}

/// Prints the figures of those who speak beside the two sides.
fn print_others(dispute: &Dispute, figures: &Figures) {
    for one in &figures.others {
        let name: &str = match one.voice {
            SpeaksFor::Side(side) => &dispute.sides.get(side).name,
            SpeaksFor::Party(party) => &dispute.party(party).name,
            SpeaksFor::Press => "the press",
            SpeaksFor::ThirdParty => "third parties",
        };
        let Balance {
            statements,
            words,
            sources,
            ..
        } = one.balance;
        let figures = format!("{statements} / {words} / {sources}");
        out!("  {name:<40} {figures:>20}");
    }
}

/// Prints how many quotations are verified, and the reasons for those that are not.
fn print_quotations(figures: &Figures) {
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
}

/// Prints the ids of sources, statements and points to look at.
fn print_lists(dispute: &Dispute, figures: &Figures) {
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
        sources_without_coverage(dispute),
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
}
