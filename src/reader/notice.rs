//! The notices on a page that an address asks for something unknown, or for an item
//! that has changed. The page has their text in templates.

use const_format::concatcp;
use gloo::utils::document;
use says_who_model::{Fingerprint, Id};
use says_who_routes::{Base, Route};
use says_who_view::dom::{attribute, class, id};
use says_who_view::similar_id::most_similar_id;
use web_sys::{Document, Element, HtmlTemplateElement};

use super::dom::{all, all_in, first, hide};
use super::item_tools::embedded;
use super::page_loader::load;

/// What every item has on the page of the whole: ids alone would not tell items from
/// sections.
const ITEM_CONTROL: &str = concatcp!(".", class::EXPLAINER, " .", class::ITEM_LINK);

/// The notice with this id, from its template if the page does not show it yet.
fn show(id: &str) -> Option<Element> {
    let selector = format!("#{id}");
    if let Some(notice) = first(&selector) {
        return Some(notice);
    }
    let template = template(id)?;
    let notice = document()
        .import_node_with_deep(&template.content(), true)
        .ok()?;
    let page = template.parent_node()?;
    page.insert_before(&notice, Some(&template)).ok()?;
    first(&selector)
}

fn template(id: &str) -> Option<HtmlTemplateElement> {
    first(&format!("template[{}={id}]", attribute::NOTICE))
}

/// Removes a notice from the page.
fn remove(id: &str) {
    if let Some(notice) = first::<Element>(&format!("#{id}")) {
        notice.remove();
    }
}

/// Shows the notice that the dispute has no item `asked`, on the page of the whole;
/// for `None`, removes it.
pub(super) fn show_unknown(base: &Base, dispute: &Id, asked: Option<&Id>) {
    remove(id::NOT_FOUND_NOTICE);
    if let Some((asked, notice)) =
        asked.and_then(|asked| Some((asked, show(id::NOT_FOUND_NOTICE)?)))
    {
        fill(&notice, base, dispute, asked, &document());
    }
}

/// Shows on the page for unknown addresses which id was asked for, and only the
/// points of its dispute. `whole` is the page of the whole dispute.
pub(super) fn show_not_found(base: &Base, dispute: &Id, asked: Option<&Id>, whole: &Document) {
    let sections = all::<Element>(concatcp!("main [", attribute::DISPUTE, "]"));
    let of = |section: &Element| section.get_attribute(attribute::DISPUTE);
    let is_own = |section: &Element| of(section).as_deref() == Some(dispute.as_str());
    let Some(own) = sections.iter().find(|section| is_own(section)) else {
        return;
    };
    for section in &sections {
        hide(section, !is_own(section));
    }
    let notice = all_in::<Element>(own, concatcp!(".", class::NOTICE))
        .into_iter()
        .next();
    let Some((asked, notice)) = asked.zip(notice) else {
        return;
    };
    if let Some(lead) = first::<Element>(concatcp!("[", attribute::NOT_FOUND_LEAD, "]")) {
        hide(&lead, true);
    }
    fill(&notice, base, dispute, asked, whole);
    hide(&notice, false);
}

/// Fills in the id, and the most similar one on the page `whole`.
fn fill(notice: &Element, base: &Base, dispute: &Id, asked: &Id, whole: &Document) {
    let part = |name: &str| all_in::<Element>(notice, name).into_iter().next();
    if let Some(place) = part(concatcp!("[", attribute::REQUESTED_ID, "]")) {
        place.set_text_content(Some(asked.as_str()));
    }
    let Some((near, link)) = part(concatcp!("[", attribute::SUGGESTION, "]")).zip(part(concatcp!(
        "[",
        attribute::SUGGESTION,
        "] a"
    ))) else {
        return;
    };
    let root = whole.document_element();
    let controls = root.map_or_else(Vec::new, |root| all_in::<Element>(&root, ITEM_CONTROL));
    let ids = controls
        .iter()
        .filter_map(|controls| Some(controls.closest("[id]").ok()??.id()));
    let found = most_similar_id(ids, asked.as_str());
    hide(&near, found.is_none());
    let Some(id) = found.and_then(|id| id.parse::<Id>().ok()) else {
        return;
    };
    let href = base.href(&Route::Item(dispute.clone(), id.clone()));
    let _ = link.set_attribute("href", &href);
    link.set_text_content(Some(id.as_str()));
    let Some(title) = part(concatcp!("[", attribute::SUGGESTION, "] span")) else {
        return;
    };
    title.set_text_content(None);
    let set_title = move |name: String| title.set_text_content(Some(&format!(": {name}")));
    if base.is_one_file() {
        set_title(
            embedded(id.as_str())
                .and_then(|tools| tools.get_attribute(attribute::TITLE))
                .unwrap_or_default(),
        );
        return;
    }
    // Its own page has its title.
    load(&href, move |page| {
        if let Some(heading) = page.and_then(|page| page.query_selector("main h1").ok()?) {
            set_title(heading.text_content().unwrap_or_default());
        }
    });
}

/// Shows the notice that the item has changed since the version that the sender of
/// the link saw. None where it has not, or where that version is unknown.
pub(super) fn show_change(sent: Option<Fingerprint>) {
    let versions = template(id::CHANGED_NOTICE)
        .and_then(|template| template.get_attribute(attribute::VERSIONS));
    let versions = versions.unwrap_or_default();
    let since = sent.map(|sent| sent.to_string()).and_then(|sent| {
        let mut versions = versions.split(' ').filter_map(|one| one.split_once('='));
        versions.find(|(print, _)| *print == sent)
    });
    remove(id::CHANGED_NOTICE);
    let Some(((_, since), notice)) =
        since.and_then(|since| Some((since, show(id::CHANGED_NOTICE)?)))
    else {
        return;
    };
    for lead in all_in::<Element>(&notice, concatcp!("[", attribute::UNTIL, "]")) {
        let until = lead.get_attribute(attribute::UNTIL);
        hide(&lead, until.as_deref() != Some(since));
    }
    let mut listed = false;
    for revision in all_in::<Element>(&notice, "li") {
        // ISO dates compare as text.
        let day = revision.query_selector("time").ok().flatten();
        let day = day.and_then(|day| day.get_attribute("datetime"));
        let later = day.is_some_and(|day| day.as_str() >= since);
        hide(&revision, !later);
        listed |= later;
    }
    if let Some(unlisted) =
        all_in::<Element>(&notice, concatcp!("[", attribute::UNLISTED, "]")).first()
    {
        hide(unlisted, listed);
    }
}
