//! The problems that are reported for the cells of a sheet, and their words.

use says_who_formats::sheet::{COLUMNS, SheetProblem, template};

use super::support::problems;

/// A sheet with one row that has a value in one column.
fn with(column: &str, value: &str) -> String {
    format!("kind,question,{column}\nstatement,Why?,\"{value}\"\n")
}

#[test]
fn error_values_of_programs_are_reported_in_every_column() {
    for column in COLUMNS {
        if ["kind", "question"].contains(&column.name) {
            continue;
        }
        for value in [
            "#NAME?",
            "#REF!",
            "#N/A",
            "Err:502",
            "#WERT!",
            "#¿NOMBRE?",
            "#ЗНАЧ!",
            "#NV",
            "########",
            "1,23E+15",
            "N/A",
            "TBD",
            "a \u{fffd} b",
            "â€œa formal notice",
            "a\u{1}b",
            "_x000D_",
        ] {
            let found = problems(with(column.name, value).as_bytes());
            let here = |problem: &&SheetProblem| problem.row == 2 && problem.column == column.name;
            let found: Vec<&SheetProblem> = found.iter().filter(here).collect();
            assert_eq!(found.len(), 1, "{value} in {}: {found:#?}", column.name);
            assert!(!found[0].help.is_empty());
            assert!(!found[0].message.contains("this cell is empty"));
        }
    }
}

#[test]
fn problems_of_sheets_never_mention_toml() {
    let mut sheets: Vec<String> = Vec::new();
    for column in COLUMNS {
        for value in [
            "x",
            "X y",
            "2021-13-45",
            "“",
            "ftp://x",
            "=1",
            "a“b",
            "44264",
            "3/10/2021",
        ] {
            let table = template();
            let (heads, rows) = table.split_once('\n').unwrap();
            let at = heads
                .trim_start_matches('\u{feff}')
                .split(',')
                .position(|name| name == column.name);
            // Splitting at commas works because no cell of this row has one.
            let row = rows.lines().next().unwrap();
            let mut cells: Vec<&str> = row.split(',').collect();
            cells[at.unwrap()] = value;
            sheets.push(
                rows.replace(row, &cells.join(","))
                    .replacen("", &format!("{heads}\n"), 1),
            );
        }
    }
    let mut found = 0;
    for sheet in sheets {
        for problem in problems(sheet.as_bytes()) {
            found += 1;
            let shown = problem.to_string();
            for word in [".toml", "TOML", "[[", " = ", "square brackets", "curly"] {
                let of_docs = shown.replace("`said | ", "");
                assert!(!of_docs.contains(word), "{word}: {shown}");
            }
            assert!(problem.row > 0, "{shown}");
        }
    }
    assert!(found > 100, "{found}");
}
