//! Valid sheets, and the problems of invalid ones.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use says_who_formats::format::{Head, Id};
use says_who_formats::sheet::{COLUMNS, Imported, SheetProblem, import, template};

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

/// The sheet from the documentation.
fn documented() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/spreadsheet.md");
    let text = fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("```csv\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// The problems of a sheet, one per line, including those of validation.
fn problems(sheet: &str) -> String {
    let problems = match read(sheet) {
        Err(problems) => problems,
        Ok(imported) => imported.validate("").err().unwrap_or_default(),
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
    assert_eq!(problems(&sheet), "");
    let dispute = read(&sheet).unwrap().dispute;
    assert_eq!(dispute.dispute.as_of.to_string(), "2021-03-10");
    assert_eq!(dispute.dispute.sides[1].says, "Town says");
    assert!(dispute.points.len() >= 2 && dispute.sources.len() >= 2);
}

#[test]
fn other_separators_and_line_endings_are_accepted() {
    // No text in this sheet has a comma or a semicolon.
    let sheet = "point,question,status,id,speaker,speaker-name,for,said,date,to,source,outlet,headline,published,source-language,link-not-recorded,read,kind,side,absence,note,searched\n\
        p,Why?,one-side-only,s,ada,Ada,county,The letter went out.,2021-03-01,reporters,src,Outlet,Head,2021-03-01,en,None is known.,whole,,,,,\n\
        p,,,,,,,,,,,,,,,,,absence,town,not-found,Nothing there.,src\n";
    assert_eq!(problems(sheet), "");
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
fn every_invalid_cell_is_reported() {
    let good = documented();
    let changed = |old: &str, new: &str| {
        assert!(good.contains(old), "{old}");
        problems(&good.replacen(old, new, 1))
    };
    for (old, new, problems) in [
        (
            "2021-03-10",
            "10/03/2021",
            "2:date: `10/03/2021` can be 2021-03-10 or 2021-10-03\n",
        ),
        (
            "disputed-fact",
            "disputed",
            "2:status: `disputed` is not a valid value\n",
        ),
        (
            "speaker-name",
            "speker-name",
            "1:speker-name: there is no such column\n",
        ),
        (
            ",status,",
            ",point,",
            "1:point: this column appears twice\n",
        ),
        ("engineer-sent-letter", "", "2:id: this cell is empty\n"),
        ("on Wednesday", "on Thursday", "2:date:"),
        ("engineer-sent-letter", "Engineer Sent", "2:id:"),
        (",mayor,", ",major,", "4:speaker-name: this cell is empty"),
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
fn contradictory_and_misplaced_rows_are_reported() {
    let heads = "kind,point,question,status,id,speaker,speaker-name,for,said,date,to,source";
    let rows = |rows: &str| problems(&format!("{heads}\n{rows}"));
    let found = rows(
        "x,p,,,,,,,,,,\n\
         ,p,Why?,agreed,a,ada,Ada,one,A.,2021-03-01,us,src\n\
         ,p,How?,,b,ada,Ida,two,B.,2021-03-01,us,src\n\
         rendering,p,,,c,,,,C.,,us,src\n\
         ,p,,,d,eve,Eve,three,D.,2021-03-01,us,src,more\n",
    );
    for line in [
        "2:kind: `x` is not a kind of row",
        "4:question: row 3 has another value for `p`",
        "4:speaker-name: row 3 has another value for `ada`",
        "4:for: row 3 has another value for `ada`",
        "5:id: there is no statement `c` above for this point",
        "6:: `more` is in a column without a header",
        "6:for: `three` is a third side",
        "3:outlet: this cell is empty",
    ] {
        assert!(found.lines().any(|found| found == line), "{line}\n{found}");
    }
    assert_eq!(problems(""), "1:: no header row found\n");
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

/// The notes about a sheet, one per line.
fn notes(sheet: &str) -> String {
    let notes = read(sheet).unwrap().notes;
    let mut lines = String::new();
    for note in notes {
        writeln!(lines, "{}:{}: {}", note.row, note.column, note.message).unwrap();
    }
    lines
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
fn header_names_are_matched_leniently() {
    let good = documented();
    let (heads, rows) = good.split_once('\n').unwrap();
    let written = |form: &dyn Fn(&str) -> String| -> String {
        let heads: Vec<String> = heads.split(',').map(form).collect();
        format!("{}\n{rows}", heads.join(","))
    };
    let capital = |head: &str| head[..1].to_uppercase() + &head[1..];
    for sheet in [
        written(&|head| head.to_uppercase()),
        written(&|head| capital(&head.replace('-', " "))),
        written(&|head| format!(" {}\u{a0}", head.replace('-', "_"))),
        written(&|head| head.split('-').map(capital).collect()),
        written(&|head| format!("{}:", head.replace('-', "\u{2011}"))),
    ] {
        assert_eq!(problems(&sheet), "", "{sheet}");
        assert_eq!(read(&sheet).unwrap().dispute, read(&good).unwrap().dispute);
    }
}

#[test]
fn unknown_columns_are_ignored_with_a_note() {
    let good = documented();
    let wide: String = good
        .lines()
        .enumerate()
        .map(|(index, line)| match index {
            0 => format!("No.,{line},My remarks\n"),
            _ => format!("{index},{line},#NAME? ask again\n"),
        })
        .collect();
    assert_eq!(problems(&wide), "");
    assert_eq!(read(&wide).unwrap().dispute, read(&good).unwrap().dispute);
    let said = notes(&wide);
    for line in [
        "2:My remarks: unknown column, ignored",
        "2:No.: unknown column, ignored",
    ] {
        assert!(said.lines().any(|found| found == line), "{said}");
    }
    for (head, name) in [
        ("qestion", "question"),
        ("Speaker Nmae", "speaker-name"),
        ("publishd", "published"),
    ] {
        let found = problems(&good.replacen(",note,", &format!(",{head},"), 1));
        assert!(
            found.contains(&format!("1:{head}: there is no such column")),
            "{found}"
        );
        let help = read(&good.replacen(",note,", &format!(",{head},"), 1)).unwrap_err();
        assert!(
            help.iter()
                .any(|problem| problem.help.contains(&format!("`{name}`")))
        );
    }
}

#[test]
fn words_ids_and_flags_are_matched_leniently() {
    let good = documented();
    let same = |old: &str, new: &str| {
        assert!(good.contains(old), "{old}");
        let sheet = good.replace(old, new);
        assert_eq!(problems(&sheet), "", "{new}");
        assert_eq!(
            read(&sheet).unwrap().dispute,
            read(&good).unwrap().dispute,
            "{new}"
        );
        notes(&sheet)
    };
    same("disputed-fact", "Disputed fact");
    same("absence,who", "Absence,who");
    same("not-found", "Not_Found");
    same(",whole", ",Whole");
    same("2021-03-10", "'2021-03-10");
    same("2021-03-10", "\u{200e}10.03.2021 00:00:00");
    let said = same(",county,", ",County,");
    assert!(said.contains("`County` was read as `county`"), "{said}");
    // `Town` is the same side as `town`, not a third one.
    same(",town,Town,", ",Town,Town,");
    for (flag, named) in [
        ("TRUE", true),
        ("WAHR", true),
        ("x", true),
        ("1", true),
        ("Ja", true),
        ("истина", true),
        ("FALSE", false),
        ("FALSCH", false),
        ("No", false),
        ("0", false),
        ("ЛОЖЬ", false),
    ] {
        let sheet = good.replacen(",for,", ",named,for,", 1);
        let mut lines: Vec<String> = sheet.lines().map(str::to_owned).collect();
        for (index, line) in lines.iter_mut().enumerate().skip(1) {
            let at = line.match_indices(',').nth(7).unwrap().0;
            line.insert(at, ',');
            if index == 1 {
                line.insert_str(at + 1, flag);
            }
        }
        let read = read(&lines.join("\n")).unwrap();
        let speaker = &read.dispute.speakers[&Id::from("engineer")];
        assert_eq!(speaker.named, named, "{flag}");
    }
}

#[test]
fn problems_with_dates_marks_and_links_are_reported_together() {
    let sheet = documented()
        .replacen("2021-03-10", "3/10/2021", 1)
        .replacen("“We never saw it.”", "„We never saw it.“", 1)
        .replacen("https://example.com/", "example.com/", 1);
    let found = problems(&sheet);
    for line in [
        "2:date: `3/10/2021` can be 2021-10-03 or 2021-03-10",
        "3:said: `„` is not an accepted quotation mark",
        "2:link: ",
    ] {
        assert!(
            found.lines().any(|found| found.starts_with(line)),
            "{line}\n{found}"
        );
    }
}

#[test]
fn rows_are_numbered_as_in_spreadsheet_programs() {
    let good = documented();
    let broken = good.replacen("formal notice”.", "formal notice”.\n\nIt did.", 1);
    let broken = broken
        .replacen("The county sent", "\"The county sent", 1)
        .replacen("It did.", "It did.\"", 1);
    let said = notes(&broken);
    assert!(
        said.contains("2:said: in row 2 a line ends inside the text"),
        "{said}"
    );
    let found = problems(&broken.replacen("one-side-only", "onesided", 1));
    assert!(found.starts_with("4:status:"), "{found}");
    let spaced =
        good.replacen("\n,who-pays", "\n\n\n,who-pays", 1)
            .replacen("one-side-only", "onesided", 1);
    assert!(
        problems(&spaced).starts_with("6:status:"),
        "{}",
        problems(&spaced)
    );
    let titled = format!("Our statements\n{good}");
    assert_eq!(problems(&titled), "");
    assert!(notes(&titled).contains("1:: row 1 above the headers was ignored"));
    let open = good.replacen("The county sent", "\"The county sent", 1);
    assert!(
        problems(&open)
            .starts_with("2:said: this cell has an opening quotation mark but no closing one"),
        "{}",
        problems(&open)
    );
    let in_one: String = good.lines().map(|line| format!("\"{line}\"\n")).collect();
    assert_eq!(problems(&in_one), "1:: each row is one single cell\n");
    let headless = good.replacen(",note,", ",,", 1);
    assert!(problems(&headless).contains("is in a column without a header"));
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
