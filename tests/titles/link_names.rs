//! Checks that links on a page that lead to different places have different names.

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|one| &*one.name.local == name);
    found.map(|one| one.value.to_string())
}

fn inner_text(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    node.children.borrow().iter().map(inner_text).collect()
}

/// Collects every link below a node, with its accessible name and target. A link in a
/// table is announced with its column heading (technique H79 of WCAG 2), so its name
/// begins with the number of its column.
fn links(node: &Handle, column: usize, found: &mut Vec<(String, String)>) {
    if let NodeData::Element { name, .. } = &node.data
        && &*name.local == "a"
        && let Some(href) = attribute(node, "href")
    {
        let name = attribute(node, "aria-label").unwrap_or_else(|| inner_text(node));
        let name: Vec<&str> = name.split_whitespace().collect();
        // In the browser the app completes the names of share links; other links
        // are hidden from assistive technology.
        let is_heard = attribute(node, "aria-hidden").is_none();
        if is_heard && attribute(node, "data-share").is_none() {
            found.push((format!("{column} {}", name.join(" ")), href));
        }
    }
    let mut cells = 0;
    for child in node.children.borrow().iter() {
        if matches!(&child.data, NodeData::Element { name, .. } if &*name.local == "td") {
            cells += 1;
        }
        let column = if cells == 0 { column } else { cells };
        links(child, column, found);
    }
}

/// The target of a link. The page of an item and its place on the page of the whole
/// dispute count as the same target, whatever version the link has. Other queries are
/// different views, and so different targets.
fn target(href: &str) -> String {
    if let Some((_, asked)) = href.split_once('?')
        && !asked.starts_with("v=")
    {
        return href.to_owned();
    }
    let href = href.split('?').next().unwrap();
    let id = match href.split_once('#') {
        Some((_, id)) => id,
        None => href.trim_end_matches('/').rsplit('/').next().unwrap(),
    };
    id.to_owned()
}

/// Checks that links with the same name have the same target.
pub(crate) fn assert_link_names_are_unambiguous(html: &str, path: &str) {
    let tree = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut found = Vec::new();
    links(&tree.document, 0, &mut found);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (name, href) in found {
        let target = target(&href);
        let other = seen.insert(name.clone(), target.clone());
        assert!(
            other.as_ref().is_none_or(|other| *other == target),
            "{path}: {name} leads to {other:?} and to {target}"
        );
    }
}
