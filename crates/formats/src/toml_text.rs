//! TOML as the project writes it: short values in a line, a day without marks,
//! a chain with a line for each hop, lists of things as tables. Where each
//! value stands is kept, so that what is wrong with it can be led back to where
//! it came from.

use serde_json::{Map, Value};

/// The keys whose values are days.
const DAYS: [&str; 6] = [
    "as-of",
    "confirmed",
    "counted-from",
    "date",
    "published",
    "since",
];

/// The keys whose lists are written a line for each entry.
const LINES: [&str; 2] = ["chain", "quotations"];

/// The keys whose tables are written inside the table that has them.
const INLINE: [&str; 7] = [
    "accepted",
    "chain",
    "contested",
    "next",
    "position",
    "quotations",
    "when",
];

/// A line that a list of texts may fill before each has one of its own.
const WIDTH: usize = 80;

/// How lists of tables are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lists {
    /// Each with a head of its own; chains apart.
    AsTables,
    /// In one line.
    Inline,
}

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Where each value begins, in the order of the text.
    pub places: Vec<Placed>,
}

/// Where a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The keys and numbers that lead to the value, `statement.0.said`.
    pub path: String,
}

impl Written {
    /// The value that stands at a place, or the last before it.
    #[must_use]
    pub fn at(&self, line: usize, column: usize) -> Option<&str> {
        let before = self
            .places
            .partition_point(|placed| (placed.line, placed.column) <= (line, column));
        Some(&self.places.get(before.checked_sub(1)?)?.path)
    }
}

/// Writes a table as a file.
pub(crate) fn write(head: &str, value: &Value, lists: Lists) -> Written {
    let mut writer = Writer {
        lists,
        text: head.to_owned(),
        places: Vec::new(),
        counted: 0,
        line: 1,
        line_start: 0,
    };
    if let Value::Object(table) = value {
        writer.table("", "", table);
    }
    Written {
        text: writer.text,
        places: writer.places,
    }
}

struct Writer {
    lists: Lists,
    text: String,
    places: Vec<Placed>,
    /// How many bytes of the text went into the two numbers below.
    counted: usize,
    /// The line at that place.
    line: usize,
    /// Where that line begins.
    line_start: usize,
}

impl Writer {
    /// A table's own values, then the tables in it. `name` is its name in TOML,
    /// `path` the way to it.
    fn table(&mut self, name: &str, path: &str, table: &Map<String, Value>) {
        let lists = self.lists;
        for (key, value) in table
            .iter()
            .filter(|(key, value)| !has_head(lists, key, value))
        {
            self.text.push_str(&quoted_key(key));
            self.text.push_str(" = ");
            self.value(key, &join(path, key), value);
            self.text.push('\n');
        }
        for (key, value) in table
            .iter()
            .filter(|(key, value)| has_head(lists, key, value))
        {
            let (name, path) = (join(name, &quoted_key(key)), join(path, key));
            match value {
                Value::Object(inner) => self.headed(&format!("[{name}]"), &name, &path, inner),
                Value::Array(tables) => {
                    for (index, inner) in tables.iter().enumerate() {
                        if let Value::Object(inner) = inner {
                            let path = join(&path, &index.to_string());
                            self.headed(&format!("[[{name}]]"), &name, &path, inner);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn headed(&mut self, head: &str, name: &str, path: &str, table: &Map<String, Value>) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.mark(path);
        self.text.push_str(head);
        self.text.push('\n');
        self.table(name, path, table);
    }

    fn value(&mut self, key: &str, path: &str, value: &Value) {
        self.mark(path);
        match value {
            Value::String(text) if DAYS.contains(&key) => self.text.push_str(text),
            Value::String(text) => {
                let text = toml_edit::Value::from(text.as_str()).to_string();
                self.text.push_str(&text);
            }
            Value::Object(table) => {
                self.text.push_str("{ ");
                for (index, (key, value)) in table.iter().enumerate() {
                    if index > 0 {
                        self.text.push_str(", ");
                    }
                    self.text.push_str(&quoted_key(key));
                    self.text.push_str(" = ");
                    self.value(key, &join(path, key), value);
                }
                self.text.push_str(" }");
            }
            Value::Array(values) => self.list(key, path, values),
            // Flags and numbers are the same in JSON and TOML; nothing is null,
            // because the format leaves out what is not there.
            other => self.text.push_str(&other.to_string()),
        }
    }

    fn list(&mut self, key: &str, path: &str, values: &[Value]) {
        let length: usize = values.iter().map(|value| value.to_string().len() + 2).sum();
        let broken = (LINES.contains(&key) || length > WIDTH) && !values.is_empty();
        self.text.push('[');
        for (index, value) in values.iter().enumerate() {
            match (broken, index) {
                (true, _) => self.text.push_str("\n  "),
                (false, 0) => {}
                (false, _) => self.text.push_str(", "),
            }
            self.value("", &join(path, &index.to_string()), value);
            if broken {
                self.text.push(',');
            }
        }
        self.text.push_str(if broken { "\n]" } else { "]" });
    }

    /// Notes that the value at `path` begins here.
    fn mark(&mut self, path: &str) {
        let new = &self.text[self.counted..];
        self.line += new.matches('\n').count();
        if let Some(end) = new.rfind('\n') {
            self.line_start = self.counted + end + 1;
        }
        self.counted = self.text.len();
        let column = self.text[self.line_start..].chars().count() + 1;
        self.places.push(Placed {
            line: self.line,
            column,
            path: path.to_owned(),
        });
    }
}

/// Whether a value stands under a head of its own.
fn has_head(lists: Lists, key: &str, value: &Value) -> bool {
    match value {
        _ if INLINE.contains(&key) => false,
        Value::Object(_) => true,
        Value::Array(values) => {
            lists == Lists::AsTables && values.first().is_some_and(Value::is_object)
        }
        _ => false,
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// A key as it stands in TOML: bare where it can be.
fn quoted_key(key: &str) -> String {
    let bare = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare {
        key.to_owned()
    } else {
        toml_edit::Value::from(key).to_string()
    }
}
