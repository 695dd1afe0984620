//! Sheets as spreadsheet programs and shells write them.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod encodings;
mod messages;
mod support;

use encodings::utf16;
use says_who_formats::format::Dispute;
use says_who_formats::removed_values;
use says_who_formats::sheet::{Separator, export, export_with, import_into};
use support::{disputes, reimport};

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
