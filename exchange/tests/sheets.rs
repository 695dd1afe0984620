//! Sheets as newsrooms have them: good ones, and what is wrong with others.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use says_who_exchange::checked;
use says_who_exchange::format::{Head, Id};
use says_who_exchange::sheet::{COLUMNS, Imported, SheetProblem, import};

const HEAD: &str = r#"
question = "What is in dispute?"
setting = "2021"
language = "en"
as-of = 2000-01-01
summary = ["Something happened."]
order-note = "As they come."
method = ["From a sheet."]
points = ["none"]
side = []

[[revision]]
date = 2021-03-12
kind = "first-published"
what = "First publication."
"#;

fn read(sheet: &str) -> Result<Imported, Vec<SheetProblem>> {
    let head: Head = toml::from_str(HEAD).unwrap();
    import(&Id::from("bridge"), &head, sheet.as_bytes())
}

/// The sheet that the documentation shows.
fn documented() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/spreadsheet.md");
    let text = fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("```csv\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// What is wrong, in lines; what the check finds included.
fn wrong(sheet: &str) -> String {
    let problems = match read(sheet) {
        Err(problems) => problems,
        Ok(imported) => match checked(&imported.dispute, "") {
            Ok(_) => Vec::new(),
            Err(troubles) => troubles
                .into_iter()
                .map(|trouble| {
                    let (row, column) = imported.origin(&trouble.file, &trouble.path);
                    SheetProblem {
                        row,
                        column: column.to_owned(),
                        message: trouble.message,
                        help: trouble.help,
                    }
                })
                .collect(),
        },
    };
    let mut lines = String::new();
    for problem in problems {
        writeln!(
            lines,
            "{}:{}: {}",
            problem.row, problem.column, problem.message
        )
        .unwrap();
    }
    lines
}

#[test]
fn the_documented_sheet_is_a_dispute() {
    let sheet = documented();
    assert_eq!(wrong(&sheet), "");
    let dispute = read(&sheet).unwrap().dispute;
    assert_eq!(dispute.dispute.as_of.to_string(), "2021-03-10");
    assert_eq!(dispute.dispute.side[1].says, "Town says");
    assert!(dispute.points.len() >= 2 && dispute.sources.len() >= 2);
}

#[test]
fn semicolons_and_a_byte_order_mark_are_as_good() {
    // No text of this one has either of the two.
    let sheet = "point,question,status,id,speaker,speaker-name,for,said,date,to,source,outlet,headline,published,source-language,link-not-recorded,read,kind,side,absence,note,searched\n\
        p,Why?,one-side-only,s,ada,Ada,county,The letter went out.,2021-03-01,reporters,src,Outlet,Head,2021-03-01,en,None is known.,whole,,,,,\n\
        p,,,,,,,,,,,,,,,,,absence,town,not-found,Nothing there.,src\n";
    assert_eq!(wrong(sheet), "");
    for other in [
        sheet.replace(',', ";"),
        sheet.replace(',', "\t"),
        format!("\u{feff}{sheet}"),
        sheet.replace('\n', "\r\n"),
    ] {
        assert_eq!(read(&other).unwrap().dispute, read(sheet).unwrap().dispute);
    }
}

#[test]
fn every_bad_cell_is_named() {
    let good = documented();
    let changed = |old: &str, new: &str| {
        assert!(good.contains(old), "{old}");
        wrong(&good.replacen(old, new, 1))
    };
    for (old, new, problems) in [
        (
            "2021-03-10",
            "10/03/2021",
            "2:date: `10/03/2021` is not a day\n",
        ),
        (
            "disputed-fact",
            "disputed",
            "2:status: `disputed` is not one of the words for this\n",
        ),
        (
            "speaker-name",
            "speaker name",
            "1:speaker name: there is no such column\n",
        ),
        (
            ",status,",
            ",point,",
            "1:point: this column stands here twice\n",
        ),
        ("engineer-sent-letter", "", "2:id: nothing stands here\n"),
        ("on Wednesday", "on Thursday", "2:date:"),
        ("engineer-sent-letter", "Engineer Sent", "2:id:"),
        (",mayor,", ",major,", "4:speaker-name: nothing stands here"),
    ] {
        let found = changed(old, new);
        assert!(
            found
                .lines()
                .any(|line| line.starts_with(problems.trim_end())),
            "{old} to {new}:\n{found}"
        );
    }
}

#[test]
fn contradictions_and_lost_rows_are_named() {
    let heads = "kind,point,question,status,id,speaker,speaker-name,for,said,date,to,source";
    let rows = |rows: &str| wrong(&format!("{heads}\n{rows}"));
    let found = rows(
        "x,p,,,,,,,,,,\n\
         ,p,Why?,agreed,a,ada,Ada,one,A.,2021-03-01,us,src\n\
         ,p,How?,,b,ada,Ida,two,B.,2021-03-01,us,src\n\
         rendering,p,,,c,,,,C.,,us,src\n\
         ,p,,,d,eve,Eve,three,D.,2021-03-01,us,src,more\n",
    );
    for line in [
        "2:kind: `x` is no kind of row",
        "4:question: of `p` something else stands in row 3",
        "4:speaker-name: of `ada` something else stands in row 3",
        "4:for: of `ada` something else stands in row 3",
        "5:id: no statement `c` stands above on this point",
        "6:: `more` stands in a column without a head",
        "6:for: `three` is a third side",
        "3:outlet: nothing stands here",
    ] {
        assert!(found.lines().any(|found| found == line), "{line}\n{found}");
    }
    assert_eq!(
        wrong(""),
        "1:: there are no heads here\n1:for: the sheet names 0 of the two sides\n"
    );
}

#[test]
fn every_column_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/spreadsheet.md");
    let text = fs::read_to_string(path).unwrap();
    let mut table = String::new();
    for column in COLUMNS {
        // A bar would end the cell.
        let about = column.about.replace('|', "\\|");
        writeln!(table, "| `{}` | {about} |", column.name).unwrap();
    }
    assert!(
        text.contains(&table),
        "docs/spreadsheet.md should have\n{table}"
    );
}
