//! Separators, headers, words and flags that are written in another way.

use says_who_formats::format::Id;

use super::support::{documented, notes, problems, read};

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
