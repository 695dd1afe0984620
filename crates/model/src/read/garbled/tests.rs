//! Tests of the detection of garbled text.

use super::garbled;

#[test]
fn what_programs_make_of_marks_and_letters_is_garbled() {
    for (seen, meant) in [
        ("The county sent â€œa formal noticeâ€\u{9d}.", "“"),
        ("The county sent â€œa formal notice.", "“"),
        ("they donâ€™t", "’"),
        ("1914â€“1918", "–"),
        ("and soâ€¦", "…"),
        ("The county sent â\u{80}\u{9c}a formal notice", "“"),
        ("Ã¢â‚¬Å“a formal notice", "“"),
        ("caf\u{c3}\u{a9}", "é"),
        ("Ã‰tat", "É"),
        ("Ãœber “uns”", "Ü"),
        ("MÃ¼ller", "ü"),
        ("5Â°C", "°"),
        ("Â«textÂ»", "«"),
        ("ðŸ˜€", "😀"),
        ("вЂњa formal noticeвЂќ", "“"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("«РџСЂРёРІРµС‚»", "Привет"),
        ("РЈРєСЂР°С—РЅР°", "Україна"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("ä¸\u{ad}æ–‡ç¬¬ä¸€", "中文第一"),
        ("‚Äúa formal notice‚Äù", "“"),
        ("caf√© d√©j√†", "é"),
        ("вАЬa formal noticeвАЭ", "“"),
        ("ΓÇ£a formal noticeΓÇ¥", "“"),
        ("ÔÇ£a formal noticeÔÇØ", "“"),
        ("тАЬa formal noticeтАЭ", "“"),
        ("╨Я╤А╨╕╨▓╨╡╤В", "Привет"),
        ("donβ€™t", "’"),
        ("1914โ€“1918", "–"),
        ("donג€™t", "’"),
        ("п»їkind", "\u{feff}"),
        ("ï»¿kind", "\u{feff}"),
        ("ï¿½", "\u{fffd}"),
        ("鈥渁 formal notice", "a quotation mark"),
        ("锟斤拷", "a quotation mark"),
    ] {
        let found = garbled(seen).unwrap_or_else(|| panic!("{seen} is garbled"));
        assert!(found.meant.starts_with(meant), "{seen}: {found:?}");
    }
}

#[test]
fn words_of_any_language_are_not() {
    for text in [
        "The county sent “a formal notice”; it’s 5 °C – so…",
        "« Il est là »",
        "L’ÉTÉ DÉJÀ… AU CAFÉ… “BEYONCÉ’S”",
        "l’âge d’être “été”",
        "‚Änderung‘ „Ärger“ »Öl«",
        "IRMÃ” NÃO “MAÇÔ AMANHÃ",
        "Å’s “SMÅ”",
        "“США” «НАТО» «ООО» О… Я—",
        "«УКРАЇНА» РІШЕННЯ “МІСТО” ЄС",
        "МОЈЕ РЕШЕЊЕ “ЊЕГОВО”",
        "чем так сам фон",
        "Письмо, а капитан подписал: “Рђа, рђав, лалала”",
        "“Čeština” ještě žlutý",
        "ŁÓDŹ “ŻÓŁĆ”",
        "北京不会接受任何条件。“不会接受”",
        "貧窶れる",
        "ราคาลดลง รักกันนะ",
        "الحرية “إثيوبيا”",
        "שלום “עולם”",
        "Ελλάδα «ΕΛΛΆΔΑ»",
        "እስክንድር",
        "€5 ™ ½ × 2",
    ] {
        assert_eq!(garbled(text), None, "{text}");
    }
}

#[test]
fn letters_that_look_like_it_are_not() {
    for text in [
        "NÃO, JOÃO",
        "“AMANHÔ",
        "A IRMû, disse",
        "a MAÇÃ… e a IRMÃ’",
        "« Il a été »",
        "«\u{a0}été\u{a0}»",
        "café…”",
        "voilà…”",
        "voilà\u{a0}»",
        "NESTLÉ®",
        "CAFÉ™",
        "CITROËN°",
        "Â",
        "Ångström",
        "TRÄ”",
        "Ä Ö Å",
        "РІК",
        "рік, Сірі",
        "СІРІ КОТИ",
        "Ђорђе",
        "ђак и њива",
        "пункты А, Б и В»",
        "√2 ≈ 1.41",
        "Ñandú",
        "Gänsefüßchen „so“",
        "El País",
        "Viktor Orbán",
        "北京不会接受任何条件",
        "Ðorður",
        "ÉÈÊ",
        "Ô, ÇA",
        "Lê Đức Thọ",
        "Nguyễn Văn Thiệu",
        "TRẦN",
        "Äpfel",
        "“É”",
        "à «l’É»",
        "Ï»",
        "Τι είναι;",
        "٪",
    ] {
        assert_eq!(garbled(text), None, "{text}");
    }
}
