//! Reads the JSON-LD of a page, and walks its nodes.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

use crate::built_site::read;

/// The data blocks of a page as a browser's parser finds them, each with its parent
/// element.
pub(crate) fn blocks(html: &str) -> Vec<(String, String)> {
    fn look(node: &Handle, parent: &str, found: &mut Vec<(String, String)>) {
        let mut name = parent.to_owned();
        if let NodeData::Element {
            name: element,
            attrs,
            ..
        } = &node.data
        {
            name = element.local.to_string();
            let data = attrs
                .borrow()
                .iter()
                .any(|one| &*one.name.local == "type" && &*one.value == "application/ld+json");
            if name == "script" && data {
                let children = node.children.borrow();
                let texts = children.iter().map(|child| match &child.data {
                    NodeData::Text { contents } => contents.borrow().to_string(),
                    _ => panic!("a script contains only text"),
                });
                found.push((parent.to_owned(), texts.collect()));
            }
        }
        for child in node.children.borrow().iter() {
            look(child, &name, found);
        }
    }
    let tree = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut found = Vec::new();
    look(&tree.document, "", &mut found);
    found
}

/// The structured data in the head of a page of a built site.
pub(crate) fn data(site_name: &str, page: &str) -> Value {
    let html = read(site_name, &format!("{page}index.html"));
    let blocks = blocks(&html);
    assert_eq!(blocks.len(), 1, "{page}");
    serde_json::from_str(&blocks[0].1).unwrap()
}

/// Collects every node with a type in a document.
fn nodes<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| nodes(value, found)),
        Value::Object(map) => {
            if map.contains_key("@type") {
                found.push(value);
            }
            map.values().for_each(|value| nodes(value, found));
        }
        _ => {}
    }
}

pub(crate) fn all_nodes(document: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    nodes(document, &mut found);
    found
}

/// A list: JSON-LD writes a single entry without brackets, and omits an empty list.
pub(crate) fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    }
}
