//! Tests of the search for foreign marks.

use super::foreign_marks;

fn found(text: &str) -> Vec<String> {
    foreign_marks(text).map(|mark| mark.mark).collect()
}

// Long only because of the table of cases.
#[test]
fn marks_that_set_words_apart_are_found() {
    for (open, close) in [
        ("\"", "\""),
        ("‘", "’"),
        ("'", "'"),
        ("’", "’"),
        ("‚", "‘"),
        ("‛", "’"),
        ("„", "“"),
        ("„", "‟"),
        ("«", "»"),
        ("« ", " »"),
        ("»", "«"),
        ("‹", "›"),
        ("›", "‹"),
        ("「", "」"),
        ("『", "』"),
        ("﹁", "﹂"),
        ("﹃", "﹄"),
        ("｢", "｣"),
        ("〝", "〞"),
        ("〝", "〟"),
        ("❛", "❜"),
        ("❝", "❞"),
        ("″", "″"),
        ("‶", "″"),
        ("′", "′"),
        ("‵", "′"),
        ("''", "''"),
        ("``", "''"),
        ("`", "'"),
        ("`", "`"),
        ("´", "´"),
        ("´´", "´´"),
        (",,", "\""),
        (",,", "''"),
        ("<<", ">>"),
        ("<< ", " >>"),
        (">>", "<<"),
        ("‘‘", "’’"),
        ("‚‚", "‘‘"),
        ("＂", "＂"),
        ("＇", "＇"),
        ("\u{2bc}", "\u{2bc}"),
        ("״", "״"),
        ("⹂", "”"),
        ("🙶", "🙷"),
        ("′′", "′′"),
        ("&quot;", "&quot;"),
        ("&ldquo;", "&rdquo;"),
        ("&#8220;", "&#8221;"),
        ("&#x201C;", "&#x201D;"),
        ("&laquo;", "&raquo;"),
        ("&#147;", "&#148;"),
        ("&#34;", "&#34;"),
        ("&amp;quot;", "&amp;quot;"),
        ("&quot", "&quot"),
        ("\\u201c", "\\u201d"),
        ("\\\"", "\\\""),
        ("=E2=80=9C", "=E2=80=9D"),
        ("%E2%80%9C", "%E2%80%9D"),
        ("\\x93", "\\x94"),
        ("&lsquo;", "&rsquo;"),
        ("&#39;", "&#39;"),
    ] {
        for text in [
            format!("It sent {open}a formal notice{close} then."),
            format!("{open}Notice{close}"),
            format!("It said ({open}Is it so?{close})"),
        ] {
            assert!(!found(&text).is_empty(), "{text}");
        }
        let nested = [
            "‘", "'", "’", "‚", "‛", "‹", "›", "「", "『", "﹁", "﹃", "｢", "❛", "′", "‵", "`",
            "´", "＇", "\u{2bc}", "״", "″",
        ];
        let text = format!("“It sent {open}a formal notice{close} then.”");
        if !nested.contains(&open) && !close.contains(['“', '”']) {
            assert!(!found(&text).is_empty(), "{text}");
        }
    }
}

// Long only because of the table of cases.
#[test]
fn what_only_looks_like_them_is_not() {
    for text in [
        "The mayor’s and the clerks’ letters",
        "the mayor's and the clerks' letters",
        "It’s the ’90s, ’tis so",
        "in the '90s the clerks' choice",
        "'Tis the clerks' choice",
        "rock ’n’ roll",
        "rock 'n' roll",
        "rock ’n roll",
        "It is 5'2\" tall and 6″ wide",
        "5' 2\" tall",
        "a 12\" pipe",
        "55°45′21″ N",
        "37' 38'' E",
        "9½\" of rain",
        "Hawaiʻi",
        "Hawai‘i",
        "ʻokina",
        "Oʼahu",
        "п’ять, п'ять, пʼять",
        "м'яч і п'ять",
        "צה״ל",
        "צה\"ל",
        "ג׳ירפה",
        "ארה״ב אמרה",
        "Rus′ and podʺezd",
        "Ta‘ang",
        "the Ka`aba",
        "x << 2",
        "a < b > c",
        "<or>",
        "f(x), g",
        "1,,2",
        "AT&T",
        "R&D; more",
        "a &amp; b",
        "snake_case and C++",
        "the mayor’s “formal notice” of the ’90s",
        "“It’s the clerks’ ‘notice’”",
        "“It is 5'2\" tall”",
        "“He said ‘no’”",
        "“「不」と”",
        "the Jones’ and the Smiths’ house",
        "l’été et l'été",
        "’s-Hertogenbosch",
        "'s avonds in 't Hof",
        "in ’68 the workers’ strike",
        "dell’arte",
        "O'Brien's 'em",
        "d’être “x” d’être",
        "《北京》 said",
        "workin’ hard for ’em",
        "the “a” and the “b”",
        "100% of +5",
        "50%E of it",
        "qu’il a dit",
        "ma’am",
        "the l’s and m’s",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn each_mark_stands_where_it_is() {
    let all: Vec<_> = foreign_marks("é 'a' “b \"c\"” «d»")
        .map(|mark| (mark.at, mark.inside))
        .collect();
    let expected = [
        (2, false),
        (4, false),
        (9, true),
        (11, true),
        (14, false),
        (16, false),
    ];
    assert_eq!(all, expected);
}
