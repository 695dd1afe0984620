//! A node of JSON-LD 1.1: a type, an id, properties.

use serde_json::{Map, Value};

/// Something with a type. A property of which nothing is known is left out.
#[derive(Clone, Debug)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// A node of a type of schema.org's.
    pub(super) fn new(kind: &str) -> Self {
        Self(Map::new()).with("@type", kind)
    }

    /// What stands at an address and is described elsewhere.
    pub(super) fn reference(address: &str) -> Self {
        Self(Map::new()).with("@id", address)
    }

    /// Puts the address that stands for it.
    pub(super) fn id(self, address: &str) -> Self {
        self.with("@id", address)
    }

    /// Puts a property; none and an empty list put nothing, and a list of one
    /// is that one, which means the same.
    pub(super) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = match value.into() {
            Value::Array(mut list) if list.len() == 1 => list.remove(0),
            value => value,
        };
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            self.0.insert(property.to_owned(), value);
        }
        self
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}
