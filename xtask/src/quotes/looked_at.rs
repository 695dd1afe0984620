//! What a quotation leaves out, as a person reads it in a terminal. None of it
//! is written into a file.

use says_who_model::Cut;
use says_who_model::read::LookedAt;
use says_who_model::read::quotation::{EdgeCut, negations};

/// The quotation with what stands in its text before, after and between.
pub(crate) fn shown(of: &LookedAt) -> String {
    let LookedAt {
        item,
        source,
        words,
        found,
        ..
    } = of;
    let mut lines = vec![format!("{item}, in {source}: “{words}”")];
    let edges = [("before", &found.cuts.before), ("after", &found.cuts.after)];
    for (which, edge) in edges {
        let Some(EdgeCut { left_out, .. }) = edge else {
            continue;
        };
        lines.push(format!("  left out {which} it: {left_out}"));
        lines.extend(warning(left_out));
    }
    for gap in &found.left_out {
        lines.push(format!("  left out at “…”: {}", gap.text));
        lines.extend(warning(&gap.text));
    }
    if let Some(cut) = found.cut() {
        let what = match cut {
            Cut::Sentence => "a part of a sentence",
            Cut::Passage => "a part of a longer quotation",
        };
        lines.push(match (found.is_marked(), of.confirmed) {
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

/// Negations among what is left out.
fn warning(left_out: &str) -> Option<String> {
    let found = negations(left_out);
    (!found.is_empty()).then(|| format!("  LOOK: that has “{}”", found.join("”, “")))
}
