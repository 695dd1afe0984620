//! Valid sheets, and the problems of invalid ones.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod invalid_sheets;
mod lenient_matching;
mod parties;
mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use says_who_formats::sheet::{COLUMNS, template};
use support::{documented, notes, problems, read};

#[test]
fn the_documented_sheet_is_a_dispute() {
    let sheet = documented();
    assert_eq!(problems(&sheet), "");
    let dispute = read(&sheet).unwrap().dispute;
    assert_eq!(dispute.dispute.as_of.to_string(), "2021-03-10");
    assert_eq!(dispute.dispute.sides[1].says, "Town says");
    assert!(dispute.points.len() >= 2 && dispute.sources.len() >= 2);
}

#[test]
fn every_column_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/spreadsheet.md");
    let text = fs::read_to_string(path).unwrap();
    let mut table = String::new();
    for column in COLUMNS {
        // A vertical bar would end the cell of a Markdown table.
        let about = column.about.replace('|', "\\|");
        writeln!(table, "| `{}` | {about} |", column.name).unwrap();
    }
    assert!(
        text.contains(&table),
        "docs/spreadsheet.md should have\n{table}"
    );
}

#[test]
fn the_template_is_the_documented_sheet_with_every_column() {
    let sheet = template();
    assert_eq!(problems(&sheet), "");
    assert_eq!(
        read(&sheet).unwrap().dispute,
        read(&documented()).unwrap().dispute
    );
    for column in COLUMNS {
        let heads = sheet.lines().next().unwrap().trim_start_matches('\u{feff}');
        assert!(
            heads.split(',').any(|head| head == column.name),
            "{}",
            column.name
        );
    }
    // An author who leaves the example rows in is told.
    assert_eq!(
        notes(&sheet).matches("the example of the template").count(),
        4
    );
}

#[test]
fn new_sides_are_in_alphabetical_order() {
    let sheet = documented();
    let swapped = sheet
        .replacen("county,County", "zeta,Zeta", 1)
        .replace(",county,not-found", ",zeta,not-found");
    let names = |sheet: &str| -> Vec<String> {
        let sides = read(sheet).unwrap().dispute.dispute.sides;
        sides.into_iter().map(|side| side.name).collect()
    };
    assert_eq!(names(&sheet), ["County", "Town"]);
    assert_eq!(names(&swapped), ["Town", "Zeta"]);
}
