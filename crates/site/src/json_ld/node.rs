//! A node object of JSON-LD 1.1: a type, an id and properties.

use serde_json::{Map, Value};

/// A node object. Properties without a value are left out.
#[derive(Clone, Debug)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// A node of a schema.org type.
    pub(super) fn new(kind: &str) -> Self {
        Self(Map::new()).with("@type", kind)
    }

    /// A reference to a node that is described elsewhere, by its `@id`.
    pub(super) fn reference(address: &str) -> Self {
        Self(Map::new()).with("@id", address)
    }

    /// Sets the `@id`.
    pub(super) fn id(self, address: &str) -> Self {
        self.with("@id", address)
    }

    /// Sets a property. Null and an empty list set nothing. A list of one value is
    /// set as that value, which means the same in JSON-LD.
    pub(super) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = match value.into() {
            Value::Array(mut list) if list.len() == 1 => list.remove(0),
            value => value,
        };
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
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
