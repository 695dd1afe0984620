//! The vocabulary of schema.org, and a validator for JSON-LD documents. It reports
//! unknown types and properties, properties on the wrong type, and values of a type
//! that the property does not accept.
//!
//! The vocabulary is parsed from the TypeScript types of the package schema-dts,
//! which has one declaration per line.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// The types, by name.
pub(crate) struct Vocabulary(BTreeMap<String, Class>);

#[derive(Default)]
struct Class {
    parents: Vec<String>,
    properties: BTreeMap<String, Property>,
}

struct Property {
    takes: Vec<String>,
    deprecated: bool,
}

impl Vocabulary {
    /// Parses `schema.d.ts`.
    pub(crate) fn read(declarations: &str) -> Self {
        let mut classes: BTreeMap<String, Class> = BTreeMap::new();
        let mut within = String::new();
        let mut deprecated = false;
        for line in declarations.lines() {
            let line = line.trim_start_matches("export ");
            if let Some(rest) = line.strip_prefix("interface ") {
                deprecated = false;
                let (name, parents) = rest.split_once(" extends ").unwrap_or((rest, ""));
                within = class(name.trim_end_matches(" {")).to_owned();
                let parents = parents.trim_end_matches(" {").split(", ").map(class);
                let own = within.clone();
                let entry = classes.entry(own.clone()).or_default();
                // The leaf of a type extends the base of the same type.
                entry.parents.extend(
                    parents
                        .filter(|parent| !parent.contains('<') && *parent != own)
                        .map(str::to_owned),
                );
            }
            deprecated |= line.contains("@deprecated");
            let property = line.trim().strip_prefix('"').and_then(|line| {
                let (name, rest) = line.split_once("\"?: SchemaValue<")?;
                Some((name, rest.split_once(", \"")?.0))
            });
            if let Some((name, takes)) = property {
                let property = Property {
                    takes: takes.split(" | ").map(str::to_owned).collect(),
                    deprecated,
                };
                let class = classes.entry(within.clone()).or_default();
                class.properties.insert(name.to_owned(), property);
                deprecated = false;
            }
        }
        assert!(classes.len() > 700, "{} types", classes.len());
        Self(classes)
    }

    fn is(&self, class: &str, other: &str) -> bool {
        class == other
            || self
                .0
                .get(class)
                .is_some_and(|class| class.parents.iter().any(|parent| self.is(parent, other)))
    }

    fn property(&self, class: &str, name: &str) -> Option<&Property> {
        let class = self.0.get(class)?;
        let inherited = || {
            class
                .parents
                .iter()
                .find_map(|parent| self.property(parent, name))
        };
        class.properties.get(name).or_else(inherited)
    }

    /// The errors in a document; empty if it is valid.
    pub(crate) fn problems(&self, document: &Value) -> Vec<String> {
        let mut validator = Validator {
            vocabulary: self,
            types: BTreeMap::new(),
            problems: Vec::new(),
        };
        validator.collect_types(document);
        if document["@context"] != "https://schema.org" {
            validator.report("the context is not schema.org");
        }
        let nodes = document["@graph"].as_array();
        for node in nodes.unwrap_or(&vec![document.clone()]) {
            match node.as_object() {
                Some(node) => validator.check_node(node),
                None => validator.report("a node is not an object"),
            }
        }
        validator.problems
    }
}

/// The type that a declaration belongs to.
fn class(name: &str) -> &str {
    let name = name
        .strip_suffix("Base")
        .or(name.strip_suffix("Leaf"))
        .unwrap_or(name);
    name.trim_start_matches('_')
}

struct Validator<'a> {
    vocabulary: &'a Vocabulary,
    /// The types of the nodes in the document, by id.
    types: BTreeMap<String, BTreeSet<String>>,
    problems: Vec<String>,
}

impl Validator<'_> {
    fn report(&mut self, problem: impl Into<String>) {
        self.problems.push(problem.into());
    }

    fn collect_types(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.collect_types(value)),
            Value::Object(node) => {
                if let (Some(Value::String(id)), Some(Value::String(kind))) =
                    (node.get("@id"), node.get("@type"))
                {
                    let types = self.types.entry(id.clone()).or_default();
                    types.insert(kind.clone());
                }
                node.values().for_each(|value| self.collect_types(value));
            }
            _ => {}
        }
    }

    fn check_node(&mut self, node: &Map<String, Value>) {
        let Some(Value::String(kind)) = node.get("@type") else {
            return self.report(format!("no type: {node:?}"));
        };
        if !self.vocabulary.0.contains_key(kind) {
            return self.report(format!("no such type: {kind}"));
        }
        for (name, value) in node {
            if name == "@type" || name == "@id" {
                continue;
            }
            let Some(property) = self.vocabulary.property(kind, name) else {
                self.report(format!("{kind} has no {name}"));
                continue;
            };
            if property.deprecated {
                self.report(format!("{name} is deprecated"));
            }
            let values = match value {
                Value::Array(values) => values.as_slice(),
                one => std::slice::from_ref(one),
            };
            for value in values {
                if !self.accepts(&property.takes, value) {
                    let takes = property.takes.join(", ");
                    self.report(format!("{kind}.{name} takes {takes}: {value}"));
                }
                if let Value::Object(node) = value
                    && node.contains_key("@type")
                {
                    self.check_node(node);
                }
            }
        }
    }

    /// Whether a value has one of the types that a property takes.
    fn accepts(&self, takes: &[String], value: &Value) -> bool {
        let any = |kinds: &[&str]| kinds.iter().any(|kind| takes.iter().any(|one| one == kind));
        let is_a = |kind: &String| takes.iter().any(|one| self.vocabulary.is(kind, one));
        match value {
            Value::Object(node) => match (node.get("@type"), node.get("@id")) {
                (Some(Value::String(kind)), _) => is_a(kind),
                // The type of a node that is described elsewhere is unknown.
                (None, Some(Value::String(id))) => match self.types.get(id) {
                    Some(kinds) => kinds.iter().any(is_a),
                    None => any(&["Thing"]),
                },
                _ => false,
            },
            Value::Number(number) => any(&["Number"]) || (number.is_u64() && any(&["Integer"])),
            Value::Bool(_) => any(&["Boolean"]),
            Value::String(text) => {
                any(&["Text"])
                    || (any(&["Date"]) && is_date(text))
                    || (any(&["URL"]) && is_url(text))
            }
            Value::Null | Value::Array(_) => false,
        }
    }
}

fn is_date(text: &str) -> bool {
    // A month and a year are dates of less precision in ISO 8601.
    let date = text.parse::<says_who_model::EdtfDate>();
    date.is_ok_and(|date| date.iso_8601().is_some())
}

fn is_url(text: &str) -> bool {
    let is_absolute =
        url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    is_absolute || text.starts_with('/')
}
