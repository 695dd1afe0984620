//! Which names are split into their parts, and which stay whole.

use super::importers::{parts, whole};
use super::{cited, read_alike};
use crate::citations::Format;

#[test]
fn a_name_is_parted_where_its_parts_are_known() {
    for (name, expected) in [
        ("Sam Reed", parts("Reed", "Sam", "")),
        ("Jan van der Berg", parts("van der Berg", "Jan", "")),
        ("Charles de Gaulle", parts("de Gaulle", "Charles", "")),
        ("Bashar al-Assad", parts("al-Assad", "Bashar", "")),
        (
            "Martin Luther King Jr.",
            parts("King", "Martin Luther", "Jr."),
        ),
        (
            "Martin Luther King, Jr.",
            parts("King", "Martin Luther", "Jr."),
        ),
        ("William Hague III", parts("Hague", "William", "III")),
        ("J. K. Rowling", parts("Rowling", "J. K.", "")),
        ("George W. Bush", parts("Bush", "George W.", "")),
        ("Conor O’Brien", parts("O’Brien", "Conor", "")),
        ("Jean-Luc Mélenchon", parts("Mélenchon", "Jean-Luc", "")),
        // The family name first, as in a bibliography.
        ("Reed, Sam", parts("Reed", "Sam", "")),
        ("van der Berg, Jan", parts("van der Berg", "Jan", "")),
        (
            "King, Martin Luther, Jr.",
            parts("King", "Martin Luther", "Jr."),
        ),
        ("Orbán, Viktor", parts("Orbán", "Viktor", "")),
        // A role is not part of a name.
        ("Sam Reed, Chief Reporter", parts("Reed", "Sam", "")),
        ("Sam Reed, political editor", parts("Reed", "Sam", "")),
        ("Sam Reed (Valley Courier)", parts("Reed", "Sam", "")),
    ] {
        read_alike(&format!("authors = [{name:?}]"), &[expected]);
    }
}

#[test]
fn a_name_stays_whole_where_its_parts_are_not_known() {
    for name in [
        "Madonna",
        "Xi Jinping",
        "Kim Jong-un",
        "Nguyen Phu Trong",
        "Orbán Viktor",
        "Murakami Haruki",
        "毛泽东",
        "山田 太郎",
        "Сергей Лавров",
        "محمد بن سلمان",
        "Gabriel García Márquez",
        "Katrín Jakobsdóttir",
        "Sir Tom Brock",
        "Abbot Ives",
        "The Editors",
        "Valley Courier Staff",
        "bell hooks",
        "AFP",
        "A. B.",
    ] {
        read_alike(&format!("authors = [{name:?}]"), &[whole(name)]);
    }
}

#[test]
fn bodies_stay_whole_whatever_is_in_their_names() {
    for name in [
        "Smith, Jones and Co.",
        "Department of Foreign Affairs, Trade and Development",
        "Ministry of Truth and others",
        "O’Melveny & Myers",
        "Reed, Sam",
        "A {curly} agency",
        "} closed before it opened {",
        "C:\\news_100%",
        "Sam Reed",
        "others",
    ] {
        let lines = format!("authors = [\"Ada Berg\"]\ncorporate-authors = [{name:?}]");
        let library = read_alike(&lines, &[parts("Berg", "Ada", ""), whole(name)]);
        let plain = cited(&library, "courier-bridge-closes", Format::Plain);
        assert!(plain.starts_with("Ada Berg"), "{plain}");
        assert!(
            plain.contains(&format!("{name}, 10 March 2021: ")),
            "{plain}"
        );
        // A comma that a format can't represent is kept in its note.
        if name.contains(',') {
            let ris = cited(&library, "courier-bridge-closes", Format::Ris);
            assert!(
                ris.contains(&format!("N1  - Ada Berg; {}", name.trim_end_matches('.'))),
                "{ris}"
            );
        }
    }
}
