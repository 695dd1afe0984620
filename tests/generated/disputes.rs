//! The fixture with other texts and more points.

use std::path::Path;

use proptest::prelude::*;
use says_who_model::Library;
use says_who_model::read::{InputFile, library};
use toml::{Table, Value};

use crate::texts::{Texts, text};

/// The fixture with other texts, and `more` additional points with `statements`
/// statements each.
pub(crate) fn generated(texts: &[String], more: usize, statements: usize) -> Vec<InputFile> {
    let mut texts = Texts(texts.iter().cycle());
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut files = Vec::new();
    for file in says_who_files::read_folder(&fixture).unwrap() {
        // The lock file and the register are of the original texts.
        if file.path.ends_with("quotations.toml") || file.path.ends_with("register.toml") {
            continue;
        }
        // The logo is not a text, and texts about the site have limits of their own.
        if !file.path.ends_with(".toml") || file.path == "library.toml" {
            files.push(file);
            continue;
        }
        let mut table: Table = String::from_utf8(file.bytes).unwrap().parse().unwrap();
        if file.path.ends_with("sources.toml") {
            for (_, source) in table.iter_mut() {
                let source = source.as_table_mut().unwrap();
                source.insert("not-verified".to_owned(), Value::String(texts.next()));
            }
        }
        if file.path == "bridge-repair/dispute.toml" {
            let points = table["points"].as_array_mut().unwrap();
            points.extend((0..more).map(|index| Value::String(format!("more-{index}"))));
        }
        if file.path.ends_with("who-pays.toml") {
            for index in 0..more {
                let mut point = table.clone();
                repeat_statement(&mut point, index, statements);
                point
                    .iter_mut()
                    .for_each(|(key, value)| texts.put(key, value));
                files.push(InputFile {
                    path: format!("bridge-repair/points/more-{index}.toml"),
                    bytes: point.to_string().into_bytes(),
                });
            }
        }
        table
            .iter_mut()
            .for_each(|(key, value)| texts.put(key, value));
        if file.path.ends_with("/dispute.toml") {
            name_sides_differently(&mut table);
        }
        files.push(InputFile {
            path: file.path,
            bytes: table.to_string().into_bytes(),
        });
    }
    files
}

/// Gives the sides different names, as the rules ask for.
fn name_sides_differently(dispute: &mut Table) {
    let sides = dispute["side"].as_array_mut().unwrap();
    for (side, letter) in sides.iter_mut().zip(["A", "B"]) {
        let name = side["name"].as_str().unwrap();
        side["name"] = Value::String(format!("{letter} {name}"));
    }
}

fn repeat_statement(point: &mut Table, index: usize, statements: usize) {
    let list = point["statement"].as_array_mut().unwrap();
    let first = list[0].clone();
    list.clear();
    for number in 0..statements {
        let mut statement = first.clone();
        statement["id"] = Value::String(format!("said-{index}-{number}"));
        list.push(statement);
    }
}

/// The arguments of [`generated`].
pub(crate) fn parts() -> impl Strategy<Value = (Vec<String>, usize, usize)> {
    (
        proptest::collection::vec(text(), 5..30),
        0usize..4,
        1usize..5,
    )
}

pub(crate) fn read(files: &[InputFile]) -> Library {
    library("data", files).unwrap_or_else(|report| panic!("{report}"))
}
