//! The problems of invalid sheets, and the rows that they name.

use super::support::{documented, notes, problems};

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
