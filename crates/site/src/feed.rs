//! Atom feeds of revisions (RFC 4287): one for each dispute, and one for the site.
//!
//! A revision has a date but no time: entries are dated midnight UTC, and the
//! feed's subtitle says so. An entry's id consists of the explainer's URL, the date
//! and a number within that date, counted from the oldest, so that a new revision
//! changes no id. If the host is not known, a URN replaces the URL and the feed has
//! no links, because a feed reader can't resolve a relative URL.
//!
//! By hand: the crate `atom_syndication` has no language for a single entry.

use says_who_model::{Date, Dispute, ItemRef, Retired, RevisionKind};

use super::last_modified::last_modified;
use super::{File, Site, xml};
use says_who_routes::Route;
use says_who_view::context::RenderContext;
use says_who_view::direction::is_rtl;
use says_who_view::exports::{FEED, FEED_TYPE};
use says_who_view::words::{ENGLISH, Words};

/// The feed of each dispute, and the feed of the site.
pub(super) fn files(site: &Site<'_>) -> Vec<File> {
    let words = &ENGLISH;
    let disputes = site.library.disputes.iter();
    let mut files: Vec<File> = disputes
        .clone()
        .map(|dispute| dispute_feed(site, dispute))
        .collect();
    let mut entries: Vec<Entry> = disputes
        .clone()
        .flat_map(|dispute| {
            let question = site.library.question_for_titles(dispute);
            entries(&site.context(dispute, words), Some(&question))
        })
        .collect();
    // The sort is stable: entries of one date keep the order of the disputes.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    let page_url = site.origin.map(|_| site.address(site.base.as_str()));
    let feed_url = page_url
        .as_ref()
        .map(|page_url| format!("{page_url}{FEED}"));
    let feed = Feed {
        id: feed_url
            .clone()
            .unwrap_or_else(|| "urn:says-who:revisions".to_owned()),
        language: words.language,
        title: (words.feed_of_site)(&site.library.site.name),
        feed_url,
        page_url,
        updated: disputes.map(last_modified).max(),
        entries,
    };
    files.push(File {
        path: FEED.to_owned(),
        text: feed.text(site, words),
    });
    files
}

fn dispute_feed(site: &Site<'_>, dispute: &Dispute) -> File {
    let context = site.context(dispute, &ENGLISH);
    let url = |path: &str| site.origin.map(|_| context.absolute_url(path));
    let feed_url = url(&context.feed_url());
    let feed = Feed {
        id: feed_url
            .clone()
            .unwrap_or_else(|| format!("urn:says-who:{}:revisions", dispute.id)),
        language: dispute.language.as_str(),
        title: (context.words.feed_of)(&dispute.question),
        feed_url,
        page_url: url(&context.explainer_url()),
        updated: Some(last_modified(dispute)),
        entries: entries(&context, None),
    };
    File {
        path: format!("{}{FEED}", Route::Dispute(dispute.id.clone())),
        text: feed.text(site, context.words),
    }
}

struct Feed<'a> {
    id: String,
    language: &'a str,
    title: String,
    /// The URL of the feed itself; `None` if the host is not known.
    feed_url: Option<String>,
    /// The URL of the page that the feed belongs to; `None` as above.
    page_url: Option<String>,
    updated: Option<Date>,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    date: Date,
    language: String,
    is_rtl: bool,
    /// The term and the label of its category.
    category: (&'static str, String),
    title: String,
    summary: String,
    /// The URL of the page it is about, if the host is known.
    url: Option<String>,
    /// The items it concerns: their titles and, if the host is known, URLs.
    items: Vec<(String, Option<String>)>,
}

/// The revisions and removals of a dispute, newest first. In a feed of several
/// disputes, `question` names the dispute in every title.
//
// Long because all entries share the closures that make ids and URLs.
fn entries(context: &RenderContext<'_>, question: Option<&str>) -> Vec<Entry> {
    let (dispute, words) = (context.dispute, context.words);
    let dispute_title = question.unwrap_or(&dispute.question);
    let id = |name: &str| match context.origin {
        "" => format!(
            "urn:says-who:{}:{}",
            dispute.id,
            name.trim_start_matches('_')
        ),
        _ => format!("{}#{name}", context.absolute_url(&context.explainer_url())),
    };
    let url = |path: &str| (!context.origin.is_empty()).then(|| context.absolute_url(path));
    let entry = |name: &str, date: Date, category: (&'static str, String), summary: &str| Entry {
        id: id(name),
        date,
        language: dispute.language.as_str().to_owned(),
        is_rtl: is_rtl(&dispute.language),
        title: format!("{}: {}", category.1, dispute_title),
        category,
        summary: summary.to_owned(),
        url: url(&context.explainer_url()),
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
                Some(ItemRef::Item(item)) => Some((
                    context.item_title(&item),
                    url(&context.item_page_url(item.id())),
                )),
                _ => None,
            });
            let items: Vec<_> = items.collect();
            let category = (
                category_term(revision.kind),
                (words.revision)(revision.kind).to_owned(),
            );
            let name = format!("_revision-{}-{number}", revision.date);
            let mut entry = entry(&name, revision.date, category, &revision.what);
            let mut topic = dispute_title.to_owned();
            if let [(title, url)] = items.as_slice() {
                topic = match question {
                    Some(question) => (words.page_title)(title, question),
                    None => title.clone(),
                };
                entry.url.clone_from(url);
            }
            // The date, and the number within it, make the title unique.
            let head = format!("{}, {}", entry.category.1, (words.date)(revision.date));
            entry.title = match number {
                1 => format!("{head}: {topic}"),
                number => (words.numbered)(&format!("{head}: {topic}"), number),
            };
            entry.items = items;
            entry
        });
    let removals = dispute.retired.iter().filter_map(|retired| match retired {
        Retired::Tombstone { id, date, reason } => {
            let category = ("taken-out", (words.gone_title)(id.as_str()));
            let mut entry = entry(&format!("_gone-{id}"), *date, category, reason);
            entry.url = url(&context.item_anchor_url(id));
            Some(entry)
        }
        Retired::Alias { .. } => None,
    });
    let mut all: Vec<Entry> = revisions.chain(removals).collect();
    all.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    all
}

/// The category of a revision as a term that is the same in every language, as in
/// the data files.
fn category_term(kind: RevisionKind) -> &'static str {
    match kind {
        RevisionKind::FirstPublished => "first-published",
        RevisionKind::Correction => "correction",
        RevisionKind::NewInformation => "new-information",
        RevisionKind::Wording => "wording",
    }
}

/// A date as an RFC 3339 timestamp, which Atom requires.
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
                "<updated>{updated}</updated>\n<author><name>{site}</name></author>\n",
                "{rights}{self_link}{page_link}"
            ),
            language = escape(self.language),
            id = escape(&self.id),
            title = escape(&self.title),
            note = escape(words.feed_note),
            updated = self.updated.map(midnight).unwrap_or_default(),
            site = escape(info.publisher.as_ref().unwrap_or(&info.name)),
            rights = rights,
            self_link = link("self", FEED_TYPE, self.feed_url.as_deref()),
            page_link = link("alternate", "text/html", self.page_url.as_deref()),
        );
        for entry in &self.entries {
            text.push_str(&entry.text(words));
        }
        text.push_str("</feed>\n");
        text
    }
}

/// A link on a line of its own; empty without a URL.
fn link(rel: &str, media_type: &str, url: Option<&str>) -> String {
    url.map_or_else(String::new, |url| {
        let url = xml::escape(url);
        format!("<link rel=\"{rel}\" type=\"{media_type}\" href=\"{url}\"/>\n")
    })
}

impl Entry {
    fn text(&self, words: &Words) -> String {
        let escape = xml::escape;
        let related = self.items.iter().filter_map(|(title, url)| {
            let (title, url) = (escape(title), escape(url.as_ref()?));
            Some(format!(
                r#"<link rel="related" type="text/html" title="{title}" href="{url}"/>"#
            ))
        });
        let related: String = related.map(|link| link + "\n").collect();
        let items = self.items.iter().map(|(title, url)| match url {
            Some(url) => format!(
                r#"<li><a href="{}">{}</a></li>"#,
                escape(url),
                escape(title)
            ),
            None => format!("<li>{}</li>", escape(title)),
        });
        let items: String = items.collect();
        let concerns = match items.as_str() {
            "" => String::new(),
            items => format!("<p>{}</p><ul>{items}</ul>", escape(words.affects)),
        };
        format!(
            concat!(
                r#"<entry xml:lang="{language}">"#,
                "\n<id>{id}</id>\n<title>{title}</title>\n<updated>{date}</updated>\n",
                r#"<category term="{term}" label="{label}"/>"#,
                "\n{link}{related}",
                r#"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" dir="{direction}">"#,
                "<p>{summary}</p>{concerns}</div></content>\n</entry>\n"
            ),
            language = escape(&self.language),
            id = escape(&self.id),
            title = escape(&self.title),
            date = midnight(self.date),
            term = self.category.0,
            label = escape(&self.category.1),
            link = link("alternate", "text/html", self.url.as_deref()),
            direction = if self.is_rtl { "rtl" } else { "ltr" },
            summary = escape(&self.summary),
            related = related,
            concerns = concerns,
        )
    }
}
