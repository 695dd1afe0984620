//! The notices on a page that an address asks for something unknown, or for an item
//! that has changed. The page has their text in templates.

use const_format::concatcp;
use gloo::utils::document;
use says_who_model::{Fingerprint, Id};
use says_who_routes::Route;
use says_who_view::dom::{attribute, class, id};
use says_who_view::similar_id::most_similar_id;
use web_sys::{Document, Element, HtmlTemplateElement};

use super::app_element;
use super::dom::{all, all_in, first, first_in, hide};
use super::item_tools::embedded;
use super::page_loader::{self, load};

/// What every item has on the page of the whole: ids alone would not tell items from
/// sections.
const ITEM_CONTROL: &str = concatcp!(".", class::EXPLAINER, " .", class::ITEM_LINK);

/// An address that leads to nothing in a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotFound {
    dispute: Id,
    /// The id that was asked for, if the address has one.
    asked: Option<Id>,
    /// The most similar id of the dispute.
    similar: Option<Id>,
}

impl NotFound {
    /// `whole` is the page of the whole dispute.
    pub(super) fn new(dispute: Id, asked: Option<Id>, whole: &Document) -> Self {
        let root = whole.document_element();
        let controls = root.map_or_else(Vec::new, |root| all_in::<Element>(&root, ITEM_CONTROL));
        let ids = controls
            .iter()
            .filter_map(|controls| Some(controls.closest("[id]").ok()??.id()));
        let similar = asked
            .as_ref()
            .and_then(|asked| most_similar_id(ids, asked.as_str()));
        Self {
            dispute,
            similar: similar.and_then(|id| id.parse().ok()),
            asked,
        }
    }
}

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

/// Shows the notice that the dispute has no such item, on the page of the whole or the
/// page for unknown addresses; for `None`, removes it from the page of the whole.
pub(super) fn show_not_found(not_found: Option<&NotFound>) {
    remove(id::NOT_FOUND_NOTICE);
    let Some(not_found) = not_found else {
        return;
    };
    if !page_loader::is_whole() {
        show_on_fallback_page(not_found);
    } else if let Some(notice) = show(id::NOT_FOUND_NOTICE) {
        fill(&notice, not_found);
    }
}

/// Shows on the page for unknown addresses which id was asked for, and only the
/// points of its dispute.
fn show_on_fallback_page(not_found: &NotFound) {
    let sections = all::<Element>(concatcp!("main [", attribute::DISPUTE, "]"));
    let of = |section: &Element| section.get_attribute(attribute::DISPUTE);
    let is_own = |section: &Element| of(section).as_deref() == Some(not_found.dispute.as_str());
    let Some(own) = sections.iter().find(|section| is_own(section)) else {
        return;
    };
    for section in &sections {
        hide(section, !is_own(section));
    }
    let notice = first_in(own, concatcp!(".", class::NOTICE));
    let Some(notice) = notice.filter(|_| not_found.asked.is_some()) else {
        return;
    };
    if let Some(lead) = first::<Element>(concatcp!("[", attribute::NOT_FOUND_LEAD, "]")) {
        hide(&lead, true);
    }
    fill(&notice, not_found);
    hide(&notice, false);
}

/// Fills in the id, and the most similar one.
fn fill(notice: &Element, not_found: &NotFound) {
    let part = |selector: &str| first_in(notice, selector);
    let asked = not_found.asked.as_ref().map(Id::as_str);
    if let Some(place) = part(concatcp!("[", attribute::REQUESTED_ID, "]")) {
        place.set_text_content(asked);
    }
    let Some((near, link)) = part(concatcp!("[", attribute::SUGGESTION, "]")).zip(part(concatcp!(
        "[",
        attribute::SUGGESTION,
        "] a"
    ))) else {
        return;
    };
    hide(&near, not_found.similar.is_none());
    let Some((id, base)) = not_found.similar.clone().zip(app_element::base()) else {
        return;
    };
    let href = base.href(&Route::Item(not_found.dispute.clone(), id.clone()));
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
