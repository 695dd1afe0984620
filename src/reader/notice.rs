//! What a page says where its address asks for something that is not there, or
//! no longer as it was. The words stand on the page in templates; here they are
//! shown, and what only the address knows is filled in.

use const_format::concatcp;
use gloo::utils::document;
use says_who_model::{Fingerprint, Id};
use says_who_view::dom::{attribute, class, id};
use web_sys::{Document, Element, HtmlTemplateElement};

use super::dom::{all, all_in, first, hide};
use super::item_tools::kept;
use super::page_loader::load;
use says_who_routes::{Base, Route};
use says_who_view::nearest::nearest;

/// What every item has on the page of the whole. The ids on it are not of items
/// alone.
const MORE: &str = concatcp!(".", class::WHOLE, " .", class::MORE);

/// The notice with this id: put on the page, where it is not there yet.
fn put(id: &str) -> Option<Element> {
    let there = format!("#{id}");
    if let Some(notice) = first(&there) {
        return Some(notice);
    }
    let template = template(id)?;
    let notice = document()
        .import_node_with_deep(&template.content(), true)
        .ok()?;
    let page = template.parent_node()?;
    page.insert_before(&notice, Some(&template)).ok()?;
    first(&there)
}

fn template(id: &str) -> Option<HtmlTemplateElement> {
    first(&format!("template[{}={id}]", attribute::NOTICE))
}

/// Takes a notice off the page.
fn take_off(id: &str) {
    if let Some(notice) = first::<Element>(&format!("#{id}")) {
        notice.remove();
    }
}

/// Says on the page of the whole that the dispute has no item `asked`; where
/// that is none, says so no longer.
pub(super) fn name_unknown(base: &Base, dispute: &Id, asked: Option<&Id>) {
    take_off(id::MISSING);
    if let Some((asked, notice)) = asked.and_then(|asked| Some((asked, put(id::MISSING)?))) {
        fill(&notice, base, dispute, asked, &document());
    }
}

/// Says on the page for unknown addresses which id it was, where it could be one,
/// and leaves the points of its dispute alone there. `whole` has all that could
/// have been meant.
pub(super) fn name_missing(base: &Base, dispute: &Id, asked: Option<&Id>, whole: &Document) {
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
    if let Some(lead) = first::<Element>(concatcp!("[", attribute::LEAD, "]")) {
        hide(&lead, true);
    }
    fill(&notice, base, dispute, asked, whole);
    hide(&notice, false);
}

/// Names the id, and the nearest of those on the page `whole`.
fn fill(notice: &Element, base: &Base, dispute: &Id, asked: &Id, whole: &Document) {
    let part = |name: &str| all_in::<Element>(notice, name).into_iter().next();
    if let Some(place) = part(concatcp!("[", attribute::ASKED, "]")) {
        place.set_text_content(Some(asked.as_str()));
    }
    let Some((near, link)) = part(concatcp!("[", attribute::NEAR, "]")).zip(part(concatcp!(
        "[",
        attribute::NEAR,
        "] a"
    ))) else {
        return;
    };
    let root = whole.document_element();
    let controls = root.map_or_else(Vec::new, |root| all_in::<Element>(&root, MORE));
    let ids = controls
        .iter()
        .filter_map(|controls| Some(controls.closest("[id]").ok()??.id()));
    let found = nearest(ids, asked.as_str());
    hide(&near, found.is_none());
    let Some(id) = found.and_then(|id| id.parse::<Id>().ok()) else {
        return;
    };
    let href = base.href(&Route::Item(dispute.clone(), id.clone()));
    let _ = link.set_attribute("href", &href);
    link.set_text_content(Some(id.as_str()));
    let Some(title) = part(concatcp!("[", attribute::NEAR, "] span")) else {
        return;
    };
    title.set_text_content(None);
    let call = move |name: String| title.set_text_content(Some(&format!(": {name}")));
    if base.is_one_file() {
        call(
            kept(id.as_str())
                .and_then(|kept| kept.get_attribute(attribute::TITLE))
                .unwrap_or_default(),
        );
        return;
    }
    // Its name stands on its own page.
    load(&href, move |page| {
        if let Some(heading) = page.and_then(|page| page.query_selector("main h1").ok()?) {
            call(heading.text_content().unwrap_or_default());
        }
    });
}

/// Says that the item in view has changed since the version that the sender of
/// the link saw; nothing where it has not, or where there was no such version.
pub(super) fn tell_change(sent: Option<Fingerprint>) {
    let versions =
        template(id::CHANGED).and_then(|template| template.get_attribute(attribute::VERSIONS));
    let versions = versions.unwrap_or_default();
    let since = sent.map(|sent| sent.to_string()).and_then(|sent| {
        let mut versions = versions.split(' ').filter_map(|one| one.split_once('='));
        versions.find(|(print, _)| *print == sent)
    });
    take_off(id::CHANGED);
    let Some(((_, since), notice)) = since.and_then(|since| Some((since, put(id::CHANGED)?)))
    else {
        return;
    };
    for lead in all_in::<Element>(&notice, concatcp!("[", attribute::UNTIL, "]")) {
        let until = lead.get_attribute(attribute::UNTIL);
        hide(&lead, until.as_deref() != Some(since));
    }
    let mut listed = false;
    for revision in all_in::<Element>(&notice, "li") {
        // As texts, days of four-figure years compare as days.
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
