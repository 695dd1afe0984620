//! The vocabulary of schema.org, and a validator for JSON-LD documents: it reports
//! unknown types and properties, properties on the wrong type, and values of a type
//! that the property does not accept.
//!
//! Parsed from the TypeScript types of the package schema-dts, which has one line
//! per declaration.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// Types and properties.
pub(crate) struct Vocabulary(BTreeMap<String, Class>);

#[derive(Default)]
struct Class {
    above: Vec<String>,
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
                let (name, above) = rest.split_once(" extends ").unwrap_or((rest, ""));
                within = class(name.trim_end_matches(" {")).to_owned();
                let above = above.trim_end_matches(" {").split(", ").map(class);
                let own = within.clone();
                let entry = classes.entry(own.clone()).or_default();
                // A type's leaf extends the base of the same name.
                entry.above.extend(
                    above
                        .filter(|above| !above.contains('<') && *above != own)
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
                .is_some_and(|class| class.above.iter().any(|above| self.is(above, other)))
    }

    fn property(&self, class: &str, name: &str) -> Option<&Property> {
        let class = self.0.get(class)?;
        let above = || {
            class
                .above
                .iter()
                .find_map(|above| self.property(above, name))
        };
        class.properties.get(name).or_else(above)
    }

    /// The errors in a document; empty if it is valid.
    pub(crate) fn problems(&self, document: &Value) -> Vec<String> {
        let mut look = Look {
            vocabulary: self,
            types: BTreeMap::new(),
            problems: Vec::new(),
        };
        look.collect(document);
        if document["@context"] != "https://schema.org" {
            look.say("the context is not schema.org");
        }
        let nodes = document["@graph"].as_array();
        for node in nodes.unwrap_or(&vec![document.clone()]) {
            match node.as_object() {
                Some(node) => look.node(node),
                None => look.say("a node is no object"),
            }
        }
        look.problems
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

struct Look<'a> {
    vocabulary: &'a Vocabulary,
    /// The types of the nodes in the document, by id.
    types: BTreeMap<String, BTreeSet<String>>,
    problems: Vec<String>,
}

impl Look<'_> {
    fn say(&mut self, what: impl Into<String>) {
        self.problems.push(what.into());
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.collect(value)),
            Value::Object(node) => {
                if let (Some(Value::String(id)), Some(Value::String(kind))) =
                    (node.get("@id"), node.get("@type"))
                {
                    let types = self.types.entry(id.clone()).or_default();
                    types.insert(kind.clone());
                }
                node.values().for_each(|value| self.collect(value));
            }
            _ => {}
        }
    }

    fn node(&mut self, node: &Map<String, Value>) {
        let Some(Value::String(kind)) = node.get("@type") else {
            return self.say(format!("no type: {node:?}"));
        };
        if !self.vocabulary.0.contains_key(kind) {
            return self.say(format!("no such type: {kind}"));
        }
        for (name, value) in node {
            if name == "@type" || name == "@id" {
                continue;
            }
            let Some(property) = self.vocabulary.property(kind, name) else {
                self.say(format!("{kind} has no {name}"));
                continue;
            };
            if property.deprecated {
                self.say(format!("{name} is deprecated"));
            }
            let values = match value {
                Value::Array(values) => values.as_slice(),
                one => std::slice::from_ref(one),
            };
            for value in values {
                let found = self.kind(&property.takes, value);
                if !found {
                    let takes = property.takes.join(", ");
                    self.say(format!("{kind}.{name} takes {takes}: {value}"));
                }
                if let Value::Object(node) = value
                    && node.contains_key("@type")
                {
                    self.node(node);
                }
            }
        }
    }

    /// Whether a value has a type that a property accepts.
    fn kind(&self, takes: &[String], value: &Value) -> bool {
        let any = |kinds: &[&str]| kinds.iter().any(|kind| takes.iter().any(|one| one == kind));
        let is_a = |kind: &String| takes.iter().any(|one| self.vocabulary.is(kind, one));
        match value {
            Value::Object(node) => match (node.get("@type"), node.get("@id")) {
                (Some(Value::String(kind)), _) => is_a(kind),
                // Nodes described elsewhere can be of any type.
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
                    || (any(&["URL"]) && is_address(text))
            }
            Value::Null | Value::Array(_) => false,
        }
    }
}

fn is_date(text: &str) -> bool {
    text.parse::<says_who_model::Date>().is_ok()
}

fn is_address(text: &str) -> bool {
    let whole = url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    whole || text.starts_with('/')
}
