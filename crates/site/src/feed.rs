//! Feeds of revisions in Atom (RFC 4287): one for each dispute, one for all.
//!
//! A revision has a day and no hour; an entry's hour is midnight UTC, which the
//! feed says of itself. Ids are made of the address of the explainer, the day
//! and the entry's number within that day, counted from the oldest, so that new
//! revisions change none; where the host is not known, of a name in place of
//! the address. A feed is read far from its site, where an address without a host
//! leads nowhere: where it is not known, the feed tells what changed and has no
//! link.

use says_who_model::{Date, Dispute, ItemRef, Retired, RevisionKind};

use super::{File, Site, changes, xml};
use says_who_routes::Route;
use says_who_view::direction::is_rtl;
use says_who_view::forms::{FEED, FEED_TYPE};
use says_who_view::view::View;
use says_who_view::words::{ENGLISH, Words};

/// The feed of each dispute, and that of the site.
pub(super) fn files(site: &Site<'_>) -> Vec<File> {
    let words = &ENGLISH;
    let disputes = site.library.disputes.iter();
    let mut files: Vec<File> = disputes.clone().map(|one| of_dispute(site, one)).collect();
    let mut entries: Vec<Entry> = disputes
        .clone()
        .flat_map(|dispute| {
            let question = site.library.question_for_titles(dispute);
            entries(&site.view(dispute, words), Some(&question))
        })
        .collect();
    // Stable: of one day, in the order of the disputes.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    let page = site.origin.map(|_| site.address(site.base.as_str()));
    let itself = page.as_ref().map(|page| format!("{page}{FEED}"));
    let feed = Feed {
        id: itself
            .clone()
            .unwrap_or_else(|| "urn:says-who:revisions".to_owned()),
        language: words.language,
        title: (words.feed_of_site)(&site.library.site.name),
        itself,
        page,
        changed: disputes.map(changes::last).max(),
        entries,
    };
    files.push(File {
        path: FEED.to_owned(),
        text: feed.text(site, words),
    });
    files
}

fn of_dispute(site: &Site<'_>, dispute: &Dispute) -> File {
    let view = site.view(dispute, &ENGLISH);
    let address = |path: &str| site.origin.map(|_| view.absolute(path));
    let itself = address(&view.feed());
    let feed = Feed {
        id: itself
            .clone()
            .unwrap_or_else(|| format!("urn:says-who:{}:revisions", dispute.id)),
        language: dispute.language.as_str(),
        title: (view.words.feed_of)(&dispute.question),
        itself,
        page: address(&view.whole()),
        changed: Some(changes::last(dispute)),
        entries: entries(&view, None),
    };
    File {
        path: format!("{}{FEED}", Route::Dispute(dispute.id.clone())),
        text: feed.text(site, view.words),
    }
}

struct Feed<'a> {
    id: String,
    language: &'a str,
    title: String,
    /// The address of the feed, and of the page it belongs to; none where the
    /// host is not known.
    itself: Option<String>,
    page: Option<String>,
    changed: Option<Date>,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    day: Date,
    language: String,
    rtl: bool,
    /// Its kind, for programs and for readers.
    kind: (&'static str, String),
    title: String,
    what: String,
    /// Where it is told, where the host is known.
    address: Option<String>,
    /// What it concerns: names and, where the host is known, addresses.
    items: Vec<(String, Option<String>)>,
}

/// What changed, newest first, and what was taken out. A feed of several disputes
/// names the dispute by `question` in every title.
fn entries(view: &View<'_>, question: Option<&str>) -> Vec<Entry> {
    let (dispute, words) = (view.dispute, view.words);
    let whole = question.unwrap_or(&dispute.question);
    let id = |name: &str| match view.origin {
        "" => format!(
            "urn:says-who:{}:{}",
            dispute.id,
            name.trim_start_matches('_')
        ),
        _ => format!("{}#{name}", view.absolute(&view.whole())),
    };
    let address = |path: &str| (!view.origin.is_empty()).then(|| view.absolute(path));
    let entry = |name: &str, day: Date, kind: (&'static str, String), what: &str| Entry {
        id: id(name),
        day,
        language: dispute.language.as_str().to_owned(),
        rtl: is_rtl(&dispute.language),
        title: format!("{}: {}", kind.1, whole),
        kind,
        what: what.to_owned(),
        address: address(&view.whole()),
        items: Vec::new(),
    };
    let revisions = dispute
        .revisions
        .iter()
        .enumerate()
        .map(|(index, revision)| {
            let older = dispute.revisions.iter().skip(index + 1);
            let number = 1 + older.filter(|other| other.date == revision.date).count();
            let items = revision.items.iter();
            let items = items.filter_map(|id| match dispute.follow(id.as_str()) {
                Some(ItemRef::Item(item)) => {
                    Some((view.item_title(&item), address(&view.page(item.id()))))
                }
                _ => None,
            });
            let items: Vec<_> = items.collect();
            let kind = (
                term(revision.kind),
                (words.revision)(revision.kind).to_owned(),
            );
            let name = format!("_revision-{}-{number}", revision.date);
            let mut entry = entry(&name, revision.date, kind, &revision.what);
            let mut of = whole.to_owned();
            if let [(title, address)] = items.as_slice() {
                of = match question {
                    Some(question) => (words.page_title)(title, question),
                    None => title.clone(),
                };
                entry.address.clone_from(address);
            }
            // The day, and the number within it, are of no other entry.
            let day = format!("{}, {}", entry.kind.1, (words.date)(revision.date));
            entry.title = match number {
                1 => format!("{day}: {of}"),
                number => (words.numbered)(&format!("{day}: {of}"), number),
            };
            entry.items = items;
            entry
        });
    let gone = dispute.retired.iter().filter_map(|retired| match retired {
        Retired::Tombstone { id, date, reason } => {
            let kind = ("taken-out", (words.gone_title)(id.as_str()));
            let mut entry = entry(&format!("_gone-{id}"), *date, kind, reason);
            entry.address = address(&view.place(id));
            Some(entry)
        }
        Retired::Alias { .. } => None,
    });
    let mut all: Vec<Entry> = revisions.chain(gone).collect();
    all.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    all
}

/// A kind by a name that is no language's, as the data writes it.
fn term(kind: RevisionKind) -> &'static str {
    match kind {
        RevisionKind::FirstPublished => "first-published",
        RevisionKind::Correction => "correction",
        RevisionKind::NewInformation => "new-information",
        RevisionKind::Wording => "wording",
    }
}

/// A day as the date of RFC 3339 that Atom wants.
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

impl Feed<'_> {
    fn text(&self, site: &Site<'_>, words: &Words) -> String {
        let escape = xml::escape;
        let info = &site.library.site;
        let rights = info.licence.as_ref().map_or_else(String::new, |licence| {
            format!("<rights>{}</rights>\n", escape(&licence.name))
        });
        let mut text = format!(
            concat!(
                r#"<?xml version="1.0" encoding="UTF-8"?>"#,
                "\n",
                r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">"#,
                "\n<id>{id}</id>\n<title>{title}</title>\n<subtitle>{note}</subtitle>\n",
                "<updated>{changed}</updated>\n<author><name>{site}</name></author>\n",
                "{rights}{itself}{page}"
            ),
            language = escape(self.language),
            id = escape(&self.id),
            title = escape(&self.title),
            note = escape(words.feed_note),
            changed = self.changed.map(midnight).unwrap_or_default(),
            site = escape(info.publisher.as_ref().unwrap_or(&info.name)),
            rights = rights,
            itself = link("self", FEED_TYPE, self.itself.as_deref()),
            page = link("alternate", "text/html", self.page.as_deref()),
        );
        for entry in &self.entries {
            text.push_str(&entry.text(words));
        }
        text.push_str("</feed>\n");
        text
    }
}

/// A link in a line of its own; nothing without an address.
fn link(rel: &str, media_type: &str, address: Option<&str>) -> String {
    address.map_or_else(String::new, |address| {
        let address = xml::escape(address);
        format!("<link rel=\"{rel}\" type=\"{media_type}\" href=\"{address}\"/>\n")
    })
}

impl Entry {
    fn text(&self, words: &Words) -> String {
        let escape = xml::escape;
        let related = self.items.iter().filter_map(|(title, address)| {
            let (title, address) = (escape(title), escape(address.as_ref()?));
            Some(format!(
                r#"<link rel="related" type="text/html" title="{title}" href="{address}"/>"#
            ))
        });
        let related: String = related.map(|link| link + "\n").collect();
        let items = self.items.iter().map(|(title, address)| match address {
            Some(address) => format!(
                r#"<li><a href="{}">{}</a></li>"#,
                escape(address),
                escape(title)
            ),
            None => format!("<li>{}</li>", escape(title)),
        });
        let items: String = items.collect();
        let concerns = match items.as_str() {
            "" => String::new(),
            items => format!("<p>{}</p><ul>{items}</ul>", escape(words.touched)),
        };
        format!(
            concat!(
                r#"<entry xml:lang="{language}">"#,
                "\n<id>{id}</id>\n<title>{title}</title>\n<updated>{day}</updated>\n",
                r#"<category term="{term}" label="{label}"/>"#,
                "\n{address}{related}",
                r#"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" dir="{direction}">"#,
                "<p>{what}</p>{concerns}</div></content>\n</entry>\n"
            ),
            language = escape(&self.language),
            id = escape(&self.id),
            title = escape(&self.title),
            day = midnight(self.day),
            term = self.kind.0,
            label = escape(&self.kind.1),
            address = link("alternate", "text/html", self.address.as_deref()),
            direction = if self.rtl { "rtl" } else { "ltr" },
            what = escape(&self.what),
            related = related,
            concerns = concerns,
        )
    }
}
