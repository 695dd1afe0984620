//! Shows what a quotation leaves out of its source, for review in a terminal. None
//! of it is written into a file.

use says_who_model::Cut;
use says_who_model::read::QuotationToReview;
use says_who_model::read::quotation_match::{EdgeCut, negations};

/// Renders the quotation with the text left out before, after and within it.
pub(crate) fn render(quotation: &QuotationToReview) -> String {
    let QuotationToReview {
        item,
        source,
        words,
        found,
        ..
    } = quotation;
    let mut lines = vec![format!("{item}, in {source}: “{words}”")];
    let edges = [("before", &found.cuts.before), ("after", &found.cuts.after)];
    for (which, edge) in edges {
        let Some(EdgeCut { left_out, .. }) = edge else {
            continue;
        };
        lines.push(format!("  left out {which} it: {left_out}"));
        lines.extend(negation_warning(left_out));
    }
    for gap in &found.left_out {
        lines.push(format!("  left out at “…”: {}", gap.text));
        lines.extend(negation_warning(&gap.text));
    }
    if let Some(cut) = found.cut() {
        let what = match cut {
            Cut::Sentence => "a part of a sentence",
            Cut::Passage => "a part of a longer quotation",
        };
        lines.push(match (found.is_marked(), quotation.confirmed) {
            (true, _) => format!("  {what}, marked"),
            (false, Some(day)) => format!("  {what}, confirmed on {day}"),
            (false, None) if found.leaves_out_negation() => format!(
                "  a “not” is left out: quote it, or, if nothing that matters is lost, add --confirm {item}"
            ),
            (false, None) => format!(
                "  {what}: mark it with “…” there, or, if nothing that matters is lost, add --confirm {item}"
            ),
        });
    }
    lines.join("\n")
}

/// A warning if the text that is left out contains negations.
fn negation_warning(left_out: &str) -> Option<String> {
    let found = negations(left_out);
    (!found.is_empty()).then(|| format!("  LOOK: that has “{}”", found.join("”, “")))
}
