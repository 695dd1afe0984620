//! Parties beside the two sides, on every kind of page.

use says_who_model::Library;
use says_who_site::{File, markdown};

use crate::fixture_pages::{data_of, edited_library, main_of, page, written};

/// The fixture with a party: a speaker, a statement, an act and a name for a document.
fn library_with_party() -> Library {
    edited_library(|path, text| {
        let added = match path {
            "bridge-repair/dispute.toml" => {
                r#"
[[party]]
id = "harbour"
name = "Harbour & lock"
about = "The office that runs the lock below the bridge."
"#
            }
            "bridge-repair/speakers.toml" => {
                r#"
[lock-keeper]
name = "Pia Holm"
role = "Lock-keeper"
for = "harbour"
"#
            }
            "bridge-repair/points/notice-given.toml" => {
                r#"
[[statement]]
id = "lock-keeper-saw-boat"
speaker = "lock-keeper"
said = "Boats were warned a week before."
when = { date = 2021-03-10 }
chain = [
  { hop = "said", to = "its readers" },
  { hop = "reported", source = "courier-bridge-closes" },
]
"#
            }
            "bridge-repair/documents.toml" => {
                r#"
[[closure-letter.called]]
by = "lock-keeper"
words = "a notice to boats"
source = "courier-bridge-closes"
"#
            }
            "bridge-repair/events.toml" => {
                return text.replacen("actor = \"county\"", "actor = \"harbour\"", 1);
            }
            _ => "",
        };
        text + added
    })
}

fn with_party() -> Vec<File> {
    written(library_with_party())
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn the_strip_names_each_voice_and_no_party_has_a_column() {
    let pages = with_party();
    let whole = main_of(page(&pages, "bridge-repair/index.html"));
    for head in ["The press says", "Harbour &amp; lock says"] {
        assert_eq!(
            count(&whole, &format!("point-row__others-head\">{head}</h4>")),
            1,
            "{head}"
        );
    }
    let (press, party) = (whole.find("The press says"), whole.find("lock says"));
    assert!(press < party, "in the order of the data");
    let data = data_of(page(&pages, "bridge-repair/index.html"));
    let parties: Vec<_> = data
        .parties
        .iter()
        .map(|one| (&*one.id, &*one.name))
        .collect();
    assert_eq!(parties, [("harbour", "Harbour & lock")]);
    assert!(!whole.contains("Others say"));
    assert!(whole.contains("<dd>The office that runs the lock below the bridge.</dd>"));
    let own = main_of(page(
        &pages,
        "bridge-repair/lock-keeper-saw-boat/index.html",
    ));
    for part in ["Harbour &amp; lock says", "County says", "Town says"] {
        assert!(own.contains(part), "{part}");
    }
}

#[test]
fn acts_names_and_figures_are_those_of_the_party() {
    let pages = with_party();
    let whole = main_of(page(&pages, "bridge-repair/index.html"));
    assert!(
        whole.contains("<span class=\"timeline__side\">Harbour &amp; lock</span>"),
        "{whole}"
    );
    assert!(whole.contains("Harbour &amp; lock: in these words"));
    let figures = main_of(page(&pages, "bridge-repair/figures/index.html"));
    assert!(
        figures.contains("Harbour &amp; lock: 1 statement, 6 words, 1 source"),
        "{figures}"
    );
    assert!(figures.contains("The press: 1 statement, "));
    let print = main_of(page(&pages, "bridge-repair/print/index.html"));
    assert!(print.contains("<h4>Harbour &amp; lock says</h4>"));
    let embed = page(
        &pages,
        "embed/bridge-repair/lock-keeper-saw-boat/index.html",
    );
    assert!(embed.contains("Harbour &amp; lock says"));
}

#[test]
fn exports_name_the_party() {
    let library = library_with_party();
    let dispute = library.dispute("bridge-repair").unwrap();
    let text = markdown(&library.site, dispute);
    for part in [
        "#### Harbour \\& lock says",
        "**Harbour \\& lock: in these words**",
        "**Harbour \\& lock:** The office that runs the lock below the bridge.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let pages = written(library);
    let own = page(&pages, "bridge-repair/lock-keeper-saw-boat/index.html");
    let party = "bridge-repair/#_party-harbour";
    assert!(count(own, party) >= 2, "a node, and a reference to it");
    let of = r##""sourceOrganization":{"@id":"https://example.org/repo/bridge-repair/#_party-harbour"}"##;
    assert!(own.contains(of), "{own}");
}
