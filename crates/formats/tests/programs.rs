//! Sheets as spreadsheet programs and shells write them.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::path::Path;
use std::sync::LazyLock;

use says_who_formats::format::Dispute;
use says_who_formats::sheet::{
    COLUMNS, Separator, SheetProblem, export, export_with, import, import_into, template,
};
use says_who_formats::{input, removed_values};

/// The characters of Windows-1252 from 0x80 to 0x9f.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The upper half of code page 850, which Windows consoles use.
const CONSOLE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// All disputes of the fixtures.
static DISPUTES: LazyLock<Vec<Dispute>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let all = ["fixture", "fixture-large"].map(|folder| {
        let folder = root.join(folder);
        let files = says_who_files::read_folder(&folder).unwrap();
        let library = says_who_files::library(&folder).unwrap();
        let ids: Vec<String> = library.disputes.iter().map(|d| d.id.to_string()).collect();
        let read = |id: &String| Dispute::from_files(id, &files).unwrap();
        ids.iter().map(read).collect::<Vec<_>>()
    });
    all.concat()
});

fn disputes() -> impl Iterator<Item = &'static Dispute> {
    DISPUTES.iter()
}

fn reimport(dispute: &Dispute, bytes: &[u8]) -> Result<Dispute, Vec<SheetProblem>> {
    import_into(dispute, bytes).map(|imported| imported.dispute)
}

fn problems(bytes: &[u8]) -> Vec<SheetProblem> {
    let dispute = &DISPUTES[0];
    match import(&dispute.id, &dispute.dispute, bytes) {
        Err(problems) => problems,
        Ok(imported) => imported.validate("").err().unwrap_or_default(),
    }
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16();
    [0xff, 0xfe]
        .into_iter()
        .chain(units.flat_map(u16::to_le_bytes))
        .collect()
}

/// Decodes bytes with a code page whose upper half is `upper`.
fn decode_with(upper: &str, bytes: &[u8]) -> String {
    let upper: Vec<char> = upper.chars().collect();
    let taken = bytes.iter().map(|&byte| match usize::from(byte) {
        ascii @ 0..0x80 => char::from_u32(ascii as u32).unwrap(),
        byte => upper
            .get(byte - 0x80)
            .copied()
            .unwrap_or(char::from_u32(byte as u32).unwrap()),
    });
    taken.collect()
}

/// Rewrites a sheet with another delimiter, with `change` applied to each cell.
fn rewrite(sheet: &str, delimiter: u8, change: impl Fn(&str) -> String) -> String {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(sheet.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for record in reader.records() {
        writer
            .write_record(record.unwrap().iter().map(&change))
            .unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Formats a cell that is a date in another way; other cells are unchanged.
fn with_days(cell: &str, form: impl Fn(&str, &str, &str) -> String) -> String {
    let parts: Vec<&str> = cell.split('-').collect();
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2 => form(y, m, d),
        _ => cell.to_owned(),
    }
}

// Long because it lists one variant per program.
#[test]
fn sheets_saved_by_other_programs_import_unchanged() {
    for dispute in disputes() {
        let sheet = export(dispute);
        assert!(sheet.starts_with('\u{feff}'));
        let text = sheet.trim_start_matches('\u{feff}');
        let german = rewrite(&sheet, b';', |cell| {
            let cell = with_days(cell, |y, m, d| format!("{d}.{m}.{y}"));
            match cell.as_str() {
                "yes" => "WAHR".to_owned(),
                "no" => "FALSCH".to_owned(),
                _ => cell,
            }
        });
        let french = rewrite(&sheet, b';', |cell| match cell {
            "yes" => "VRAI".to_owned(),
            cell => with_days(cell, |y, m, d| format!("{y}-{m}-{d} 00:00:00")),
        });
        let russian = rewrite(&sheet, b'\t', |cell| match cell {
            "no" => "ЛОЖЬ".to_owned(),
            cell => with_days(cell, |y, m, d| format!("{d}.{m}.{y} 0:00:00")),
        });
        let heads = rewrite(&sheet, b',', str::to_owned);
        let (head, rest) = heads.split_once("\r\n").unwrap();
        let head: Vec<String> = head
            .split(',')
            .map(|name| name.to_uppercase().replace('-', " "))
            .collect();
        for (name, bytes) in [
            ("as it is", sheet.clone().into_bytes()),
            ("without a byte order mark", text.as_bytes().to_vec()),
            (
                "semicolons",
                export_with(dispute, Separator::Semicolon).into_bytes(),
            ),
            ("tabs", export_with(dispute, Separator::Tab).into_bytes()),
            ("Excel, German", format!("\u{feff}{german}").into_bytes()),
            (
                "Excel, German, with a separator line",
                format!("sep=;\r\n{german}").into_bytes(),
            ),
            ("Excel, French", french.into_bytes()),
            ("Excel, Unicode text", utf16(&russian)),
            ("PowerShell, redirected to a file", utf16(&sheet)),
            (
                "carriage returns",
                german.replace("\r\n", "\r").into_bytes(),
            ),
            (
                "headers in capitals",
                format!("{}\r\n{rest}", head.join(",")).into_bytes(),
            ),
            ("empty rows and columns", {
                let wide = rewrite(&sheet, b',', str::to_owned);
                let wide = wide.trim_end();
                format!("\r\n{wide}\r\n,,,,\r\n\r\n,\r\n").into_bytes()
            }),
            ("with a second header row", {
                let (heads, _) = text.split_once('\n').unwrap();
                format!("{sheet}\u{feff}{heads}\n").into_bytes()
            }),
        ] {
            let read = reimport(dispute, &bytes);
            let read = read.unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
            assert_eq!(export(&read), sheet, "{name}");
            assert_eq!(removed_values(dispute, &read), [""; 0], "{name}");
            assert_eq!(read.speakers, dispute.speakers, "{name}");
        }
    }
}

#[test]
fn text_in_the_wrong_encoding_is_one_problem() {
    for dispute in disputes() {
        let sheet = export(dispute);
        let text = sheet.trim_start_matches('\u{feff}');
        for (read_as, garbled, help) in [
            (
                "Windows-1252",
                decode_with(WINDOWS, text.as_bytes()),
                "UTF-8",
            ),
            (
                "code page 850",
                decode_with(CONSOLE, text.as_bytes()),
                "--out",
            ),
            (
                "code page 850",
                decode_with(CONSOLE, sheet.as_bytes()),
                "--out",
            ),
        ] {
            let twice = decode_with(WINDOWS, garbled.as_bytes());
            for bytes in [garbled.as_bytes(), &utf16(&garbled), twice.as_bytes()] {
                let found = reimport(dispute, bytes).unwrap_err();
                let message = &found[0].message;
                assert!(message.contains("before a program read it as"), "{message}");
                assert_eq!(found.len(), 1, "{found:#?}");
            }
            let found = reimport(dispute, garbled.as_bytes()).unwrap_err();
            assert!(found[0].message.contains(read_as), "{found:#?}");
            assert!(found[0].help.contains(help), "{found:#?}");
        }
        // Characters that the old encoding lacks have become question marks.
        let asked = sheet.replace(['“', '”', '’'], "?");
        assert!(reimport(dispute, asked.as_bytes()).is_err());
    }
}

#[test]
fn legacy_encodings_and_workbooks_are_one_problem_each() {
    let old = b"point,said\r\np,\"one\r\ntwo\"\r\np,\x93a formal notice\x94\r\np,\x93b\x94\r\n";
    let found = problems(old);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].row, found[0].column.as_str()), (3, "said"));
    assert!(found[0].help.contains("CSV UTF-8"));
    for other in [
        &b"PK\x03\x04 xl/workbook.xml"[..],
        b"\xd0\xcf\x11\xe0\xa1\xb1",
    ] {
        let found = problems(other);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].message.contains("Excel workbook"));
    }
    for controls in ["said\np,a\0b", "\0\0\0\0", "id,said,point\na,x\u{1b}[31m,p"] {
        for problem in problems(controls.as_bytes()) {
            let shown = problem.to_string();
            assert!(
                shown.chars().all(|c| c == '\n' || !c.is_control()),
                "{shown:?}"
            );
        }
    }
    assert!(input::is_json(
        &input::text("\u{feff}{\"id\": 1}".as_bytes()).unwrap()
    ));
}

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

#[test]
fn reimporting_a_sheet_keeps_what_it_does_not_contain() {
    let (mut shortened, mut renamed_columns) = (0, 0);
    for dispute in disputes() {
        let sheet = export(dispute);
        let read = reimport(dispute, sheet.as_bytes()).unwrap();
        assert_eq!(export(&read), sheet);
        let parts = |dispute: &Dispute| {
            let d = dispute.clone();
            (
                d.dispute,
                d.documents,
                d.events,
                d.open_questions,
                d.quotations,
                d.register,
            )
        };
        assert_eq!(parts(&read), parts(dispute));
        // A removed row or column is not lost silently.
        let mut lines = rewrite(&sheet, b',', |cell| cell.replace('\n', " "));
        let last = lines.trim_end().rfind("\r\n").unwrap();
        lines.truncate(last);
        let shorter = reimport(dispute, lines.as_bytes());
        if let Ok(shorter) = shorter {
            assert_ne!(removed_values(dispute, &shorter), [""; 0]);
            shortened += 1;
        }
        let renamed = sheet.replacen(",role,", ",my remarks,", 1);
        if renamed != sheet {
            let read = import_into(dispute, renamed.as_bytes());
            if let Ok(read) = read {
                let gone = removed_values(dispute, &read.dispute);
                assert!(gone.iter().any(|path| path.ends_with(".role")), "{gone:?}");
                let said = |note: &says_who_formats::sheet::SheetNote| note.column == "my remarks";
                assert!(read.notes.iter().any(said));
                renamed_columns += 1;
            }
        }
    }
    // Some disputes can be imported with a row or a column less.
    assert!(
        shortened > 0 && renamed_columns > 0,
        "{shortened}, {renamed_columns}"
    );
}
