//! The feeds of revisions.

use std::collections::{BTreeMap, BTreeSet};

use atom_syndication::Feed;
use roxmltree::Document;
use says_who_site::File;
use says_who_tests::base;
use serde_json::Value;

use crate::SITES;
use crate::built_site::{disputes, origin, read};
use crate::fixture_site::{fixture_site, text};
use crate::json_ld::blocks;

/// The feeds of a site, by their paths.
fn feeds(name: &str) -> Vec<(String, String)> {
    let disputes = disputes(name);
    let own = disputes
        .iter()
        .map(|one| format!("{}/revisions.atom", one.id.as_str()));
    own.chain(["revisions.atom".to_owned()])
        .map(|path| (path.clone(), read(name, &path)))
        .collect()
}

/// A feed that two parsers accept, with unique ids.
fn feed(text: &str) -> Feed {
    Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let feed = Feed::read_from(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let ids: BTreeSet<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
    assert_eq!(ids.len(), feed.entries().len(), "{text}");
    for id in ids.into_iter().chain([feed.id()]) {
        assert!(url::Url::parse(id).is_ok(), "{id} is not an absolute URL");
    }
    feed
}

/// The text of an entry, as a feed reader shows it.
fn entry_text(entry: &atom_syndication::Entry) -> String {
    let content = entry.content().unwrap();
    assert_eq!(content.content_type(), Some("xhtml"));
    let tree = content.value().unwrap();
    let tree = Document::parse(tree).unwrap();
    let texts = tree.descendants().filter(|node| node.is_text());
    texts.filter_map(|node| node.text()).collect()
}

#[test]
fn feeds_list_every_revision_and_link_to_its_items() {
    for name in SITES {
        let mut all = 0;
        for dispute in disputes(name) {
            let id = dispute.id.as_str();
            let text = read(name, &format!("{id}/revisions.atom"));
            let feed = feed(&text);
            let head = &dispute.dispute;
            all += head.revisions.len() + head.tombstones.len();
            assert_eq!(
                feed.entries().len(),
                head.revisions.len() + head.tombstones.len()
            );
            assert_eq!(feed.lang(), Some(head.language.0.as_str()));
            assert!(feed.title().as_str().ends_with(&head.question), "{id}");
            assert!(
                feed.entries()
                    .is_sorted_by(|a, b| a.updated() >= b.updated())
            );
            let newest = feed.entries().iter().map(|entry| *entry.updated()).max();
            assert_eq!(Some(*feed.updated()), newest);
            for revision in &head.revisions {
                let day = format!("{}T00:00:00+00:00", revision.date);
                let entry = feed.entries().iter().find(|entry| {
                    entry.updated().to_rfc3339() == day
                        && entry_text(entry).starts_with(&revision.what)
                });
                let entry =
                    entry.unwrap_or_else(|| panic!("{id} has no entry for: {}", revision.what));
                let kind = serde_json::to_value(revision.kind).unwrap();
                assert_eq!(entry.categories()[0].term(), kind.as_str().unwrap());
                let related = entry.links().iter().filter(|link| link.rel() == "related");
                let related: Vec<&str> = related.map(|link| link.href()).collect();
                let own = format!("{}{}", origin(name), base(name));
                let items = revision.items.iter();
                let items = items.map(|item| format!("{own}{id}/{}/", item.as_str()));
                // Without a host a feed names what changed but has no links.
                let items = items.filter(|_| !origin(name).is_empty());
                assert_eq!(related, items.collect::<Vec<_>>());
            }
            for gone in &head.tombstones {
                assert!(
                    feed.entries()
                        .iter()
                        .any(|one| entry_text(one) == gone.reason.trim())
                );
            }
        }
        assert_eq!(feed(&read(name, "revisions.atom")).entries().len(), all);
    }
}

#[test]
fn every_link_of_a_feed_has_a_target() {
    for name in SITES.into_iter().filter(|name| !origin(name).is_empty()) {
        let own = format!("{}{}", origin(name), base(name));
        for (path, text) in feeds(name) {
            let feed = feed(&text);
            let itself = feed.links().iter().find(|link| link.rel() == "self");
            assert_eq!(itself.unwrap().href(), format!("{own}{path}"));
            let entries = feed.entries().iter().flat_map(|entry| entry.links());
            for link in feed.links().iter().chain(entries) {
                let below = link.href().strip_prefix(&own);
                let below = below.unwrap_or_else(|| panic!("{} is outside the site", link.href()));
                let (file, hash) = below.split_once('#').unwrap_or((below, ""));
                let file = match link.mime_type() {
                    Some("text/html") => format!("{file}index.html"),
                    _ => file.to_owned(),
                };
                let target = read(name, &file);
                assert!(
                    hash.is_empty() || target.contains(&format!("id=\"{hash}\"")),
                    "{path}: {below}"
                );
            }
        }
    }
}

#[test]
fn a_feed_without_revisions_is_valid() {
    for origin in [None, Some("https://example.org")] {
        let files = fixture_site(origin, |name, table| {
            for key in ["revision", "alias", "tombstone"] {
                if name == "dispute.toml" {
                    table.remove(key);
                }
            }
        });
        for path in ["bridge-repair/revisions.atom", "revisions.atom"] {
            let feed = feed(text(&files, path));
            assert_eq!(feed.entries().len(), 0);
            // The as-of date.
            assert_eq!(feed.updated().to_rfc3339(), "2021-03-10T00:00:00+00:00");
        }
        // The structured data has no date of publication either.
        let page = text(&files, "bridge-repair/index.html");
        let data: Value = serde_json::from_str(&blocks(page)[0].1).unwrap();
        assert_eq!(data["@graph"][0]["datePublished"], Value::Null);
        assert_eq!(data["@graph"][0]["dateModified"], "2021-03-10");
    }
}

#[test]
fn a_new_revision_on_the_same_day_keeps_the_ids_of_entries() {
    let hostile = "x <b>&amp; ]]> \" 'y' <!-- &#0;";
    for origin in [None, Some("https://example.org")] {
        let ids = |files: &[File]| -> BTreeMap<String, String> {
            let feed = feed(text(files, "bridge-repair/revisions.atom"));
            let entries = feed.entries().iter();
            entries
                .map(|one| (one.id().to_owned(), entry_text(one)))
                .collect()
        };
        let before = ids(&fixture_site(origin, |_, _| {}));
        for is_oldest_first in [true, false] {
            let after = ids(&fixture_site(origin, |name, table| {
                if name != "dispute.toml" {
                    return;
                }
                let list = table["revision"].as_array_mut().unwrap();
                let mut new = list[1].clone();
                new["what"] = hostile.into();
                // A new revision can be below the older ones in the file, or above them.
                list.push(new);
                if !is_oldest_first {
                    list.reverse();
                }
            }));
            assert_eq!(after.len(), before.len() + 1);
            for (id, text) in &before {
                assert_eq!(after.get(id), Some(text), "{id}");
            }
            let mut new = after.iter().filter(|(id, _)| !before.contains_key(*id));
            let text = new.next().unwrap().1;
            assert!(text.starts_with(hostile), "{text:?}");
        }
    }
}
