//! Checks before valid data is published: every change has its revision, and the
//! register contains every id and version. Drafts are exempt.

use super::problem::{Place, Problems};
use super::register_update::RegisterUpdate;

/// The name of the rule.
pub(super) const RULE: &str = "register";

/// Reports changes of published items without a revision or without `rests-on`.
pub(super) fn report_unexplained_changes(update: &RegisterUpdate, problems: &mut Problems) {
    let head = Place::start(&format!("{}/dispute.toml", update.dispute));
    let RegisterUpdate {
        unexplained,
        unsupported,
        ..
    } = update;
    if !unexplained.is_empty() {
        problems.add(
            &head,
            RULE,
            format!("no revision says that {} changed", list_ids(unexplained)),
            format!(
                "add a `[[revision]]` with the day, the kind, what changed and {}; it accounts for one change of each. If what the register has of them was never published, `says-who register --published DIR` takes it out",
                revision_keys(unexplained)
            ),
        );
    }
    if !unsupported.is_empty() {
        problems.add(
            &head,
            RULE,
            format!(
                "{} changed since being published, and what that rests on is not said",
                list_ids(unsupported)
            ),
            "add `rests-on = [\"…\"]` to the point; write what both accept and contest as `{ text = \"…\", rests-on = [\"…\"] }`",
        );
    }
}

/// Reports what is missing in the register, except what
/// `report_unexplained_changes` reports.
pub(super) fn report_unregistered(update: &RegisterUpdate, problems: &mut Problems) {
    let open = |id: &&String| !update.unexplained.contains(id) && !update.unsupported.contains(id);
    let is_due = |id: &&String| !update.speakers_added.contains(id);
    let added = update.added.iter().filter(is_due);
    let new = added.chain(&update.changed).filter(open);
    let new: Vec<String> = new.cloned().collect();
    if new.is_empty() {
        return;
    }
    let file = Place::start(&update.path);
    if update.is_first {
        problems.add(
            &file,
            RULE,
            format!("`{}` is not registered yet", update.dispute),
            "as long as it is a draft, nothing: `says-who serve` shows it. To publish it, run `says-who register` and commit what it writes",
        );
    } else {
        problems.add(
            &file,
            RULE,
            format!("the register lacks {}", list_ids(&new)),
            "to publish this version, run `says-who register` and commit what it writes, so that links to it keep working",
        );
    }
}

/// Formats the first few ids, and how many more there are.
pub(super) fn list_ids(ids: &[String]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<String> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    match ids.len().checked_sub(SHOWN) {
        None | Some(0) => shown.join(", "),
        Some(more) => format!("{} and {more} more", shown.join(", ")),
    }
}

/// Formats the keys of a revision that name all of these ids.
fn revision_keys(ids: &[String]) -> String {
    let key = |key: &str, of: Vec<&str>| {
        let of: Vec<String> = of.iter().map(|name| format!("\"{name}\"")).collect();
        (!of.is_empty()).then(|| format!("`{key} = [{}]`", of.join(", ")))
    };
    let (texts, items): (Vec<&str>, Vec<&str>) = ids
        .iter()
        .map(String::as_str)
        .partition(|id| id.starts_with(super::register::HEAD_TEXT));
    let texts = texts
        .iter()
        .filter_map(|text| text.strip_prefix(super::register::HEAD_TEXT));
    let keys = [key("items", items), key("texts", texts.collect())];
    keys.into_iter().flatten().collect::<Vec<_>>().join(" and ")
}
