//! Writes the text of a TOML file, and records where each value starts.

use serde::Serialize;
use serde_json::{Map, Value};

use super::date_keys::is_day;
use super::list_style::{ListStyle, has_header};
use super::{TomlText, ValuePosition};

/// The keys whose lists have one line per entry.
const LINES: [&str; 2] = ["chain", "quotations"];

/// The longest list, in bytes, that is written on one line. Longer lists have one
/// line per entry.
const WIDTH: usize = 80;

/// Writes a table as the text of a file, after `header`.
///
/// # Panics
///
/// Never: every type of the format can be serialised.
#[must_use]
pub fn to_toml(header: &str, table: &impl Serialize, list_style: ListStyle) -> TomlText {
    let value = serde_json::to_value(table);
    let value = value.expect("the format has text for keys and nothing that can fail");
    let mut writer = Writer {
        list_style,
        text: header.to_owned(),
        positions: Vec::new(),
        scanned: 0,
        line: 1,
        line_start: 0,
    };
    if let Value::Object(table) = &value {
        writer.table("", "", table);
    }
    TomlText {
        text: writer.text,
        positions: writer.positions,
    }
}

struct Writer {
    list_style: ListStyle,
    text: String,
    positions: Vec<ValuePosition>,
    /// The number of bytes of the text that `line` and `line_start` cover.
    scanned: usize,
    /// The line number there.
    line: usize,
    /// The byte offset at which that line starts.
    line_start: usize,
}

impl Writer {
    /// Writes a table's plain values, then its subtables. `name` is its name in
    /// TOML, `path` its path in the value.
    fn table(&mut self, name: &str, path: &str, table: &Map<String, Value>) {
        let list_style = self.list_style;
        for (key, value) in table
            .iter()
            .filter(|(key, value)| !has_header(list_style, key, value))
        {
            self.text.push_str(&quoted_key(key));
            self.text.push_str(" = ");
            self.value(key, &join(path, key), value);
            self.text.push('\n');
        }
        for (key, value) in table
            .iter()
            .filter(|(key, value)| has_header(list_style, key, value))
        {
            let (name, path) = (join(name, &quoted_key(key)), join(path, key));
            match value {
                Value::Object(inner) => {
                    self.table_with_header(&format!("[{name}]"), &name, &path, inner)
                }
                Value::Array(tables) => {
                    for (index, inner) in tables.iter().enumerate() {
                        if let Value::Object(inner) = inner {
                            let path = join(&path, &index.to_string());
                            self.table_with_header(&format!("[[{name}]]"), &name, &path, inner);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn table_with_header(
        &mut self,
        header: &str,
        name: &str,
        path: &str,
        table: &Map<String, Value>,
    ) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.mark(path);
        self.text.push_str(header);
        self.text.push('\n');
        self.table(name, path, table);
    }

    fn value(&mut self, key: &str, path: &str, value: &Value) {
        self.mark(path);
        match value {
            Value::String(text) if is_day(key, text) => self.text.push_str(text),
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
            // Booleans and numbers are the same in JSON and TOML. There is no null:
            // the format omits missing values.
            other => self.text.push_str(&other.to_string()),
        }
    }

    fn list(&mut self, key: &str, path: &str, values: &[Value]) {
        let length: usize = values.iter().map(|value| value.to_string().len() + 2).sum();
        let is_long = LINES.contains(&key) || length > WIDTH;
        let broken = is_long && self.list_style != ListStyle::OneLine && !values.is_empty();
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

    /// Records that the value at `path` starts here.
    fn mark(&mut self, path: &str) {
        let new = &self.text[self.scanned..];
        self.line += new.matches('\n').count();
        if let Some(end) = new.rfind('\n') {
            self.line_start = self.scanned + end + 1;
        }
        self.scanned = self.text.len();
        let column = self.text[self.line_start..].chars().count() + 1;
        self.positions.push(ValuePosition {
            line: self.line,
            column,
            path: path.to_owned(),
        });
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// A key in TOML syntax: bare if possible, otherwise quoted.
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
