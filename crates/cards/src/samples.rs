//! Sample cards for the tests.

use crate::{Card, CardSide, Direction};

fn card(site: &str, as_of: &str, title: &str, sides: [(&str, &str); 2]) -> Card {
    Card {
        site: site.to_owned(),
        as_of: as_of.to_owned(),
        kicker: None,
        title: title.to_owned(),
        sides: sides.map(|(label, text)| CardSide {
            label: label.to_owned(),
            text: text.to_owned(),
        }),
        note: None,
        direction: Direction::LeftToRight,
    }
}

pub(crate) fn short() -> Card {
    card(
        "Says Who",
        "As of 31 January 2022",
        "Did it?",
        [("One says", "Yes."), ("The other says", "No, it did not.")],
    )
}

/// Longer than any real card.
pub(crate) fn long() -> Card {
    let mut card = card(
        &"Says Who ".repeat(60),
        &"As of 31 January 2022 ".repeat(30),
        &"Did it, or did it not? ".repeat(220),
        [
            (&"One says ".repeat(30), &"Yes, it did. ".repeat(400)),
            ("The other says", &"n".repeat(300)),
        ],
    );
    card.kicker = Some("Statement ".repeat(100));
    card
}

pub(crate) fn hebrew() -> Card {
    let card = card(
        "מי אומר מה",
        "נכון ל־31 בינואר 2022",
        "האם רוסיה עומדת לפלוש לאוקראינה?",
        [
            ("רוסיה אומרת", "לא: הכוחות נמצאים בשטחה."),
            ("אוקראינה אומרת", "כן: הסכנה אמיתית, שָׁלוֹם."),
        ],
    );
    Card {
        direction: Direction::RightToLeft,
        ..card
    }
}

/// A card for each script that the fonts cover.
pub(crate) fn scripts() -> Vec<Card> {
    vec![
        card(
            "Qui dit quoi – Łódź",
            "Stand: 31. Jänner 2022",
            "Ce qu’affirme “l’autre côté”: ½ × 3 € …",
            [
                ("Türkiye’ye göre", "İstanbul, ğ, ş; Việt Nam: Đường."),
                ("Česko říká", "„Příliš žluťoučký kůň“ — åæøß."),
            ],
        ),
        card(
            "Хто що каже",
            "Станом на 31 січня 2022 року",
            "Чи готується Росія до вторгнення в Україну?",
            [
                ("Россия говорит", "Нет: съешь же ещё этих мягких булок."),
                ("Україна каже", "Так: ґанок, її їжа, Ђорђе, Љубљана."),
            ],
        ),
        card(
            "Ποιος λέει τι",
            "Στις 31 Ιανουαρίου 2022",
            "Σε ποιον ανήκει το όνομα;",
            [
                ("Η Ελλάδα λέει", "Το όνομα είναι μέρος της ιστορίας της."),
                ("Η άλλη χώρα λέει", "Ὀδυσσεύς, ΐ, ΰ."),
            ],
        ),
        card(
            "من يقول ماذا",
            "حتى ٣١ يناير 2022",
            "هل تستعد روسيا لغزو أوكرانيا؟",
            [
                ("روسيا تقول", "لا: ليست لديها أي خطط، كما يُقال."),
                ("ایران می‌گوید", "گفت‌وگو پیش از هر چیز."),
            ],
        ),
        hebrew(),
    ]
}

/// All of these, and some with odd strings.
pub(crate) fn all() -> Vec<Card> {
    let odd = [
        String::new(),
        "\u{0}\u{1b}\r\n\t\u{2028}\u{2029}\u{85}".to_owned(),
        "\u{2067}".repeat(200) + "a" + &"\u{202e}ב".repeat(200),
        "z".to_owned() + &"\u{301}".repeat(60),
        "\u{301}".repeat(3000),
        // Isolates nested as deep as Unicode allows, then numbers.
        "\u{2067}\u{2066}".repeat(62) + "\u{2067}" + &"1".repeat(300),
        "\u{200b}".repeat(3000),
        "日本語 ไทย \u{1f600} \u{10ffff} ".repeat(300),
        "W".repeat(300) + "؟",
    ];
    let odd = odd.iter().map(|text| {
        let mut card = card(text, text, text, [(text, text), (text, "Short.")]);
        card.kicker = Some(text.clone());
        card
    });
    let mut cards = scripts();
    cards.extend([short(), long()]);
    cards.extend(odd);
    cards
}
