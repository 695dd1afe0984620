//! The positions of the two sides.

use crate::fixture_pages::{edited, main_of, page, pages};

/// A speaker who is quoted twice by one outlet on one day is named once; each
/// statement has its own link, with a distinct accessible name.
#[test]
fn a_position_names_a_speaker_once() {
    let more = |id: &str| {
        format!(
            "\n[[statement]]\nid = \"{id}\"\nspeaker = \"master\"\nsaid = \"The mill was told nothing, {id}.\"\nwhen = {{ date = 2021-06-02 }}\nchain = [\n  {{ hop = \"said\", to = \"not stated in the source\" }},\n  {{ hop = \"reported\", source = \"herald-clock-stops\" }},\n]\n"
        )
    };
    let pages = edited(|path, text| match path {
        "mill-clock/points/clock-agreed.toml" => text + &more("second") + &more("third"),
        "mill-clock/dispute.toml" => text.replace(
            "rests-on = [\"master-not-asked\", \"millers-want-it-to-run\"]",
            "rests-on = [\"master-not-asked\", \"second\", \"third\"]",
        ),
        _ => text,
    });
    let main = main_of(page(&pages, "mill-clock/index.html"));
    let by = main.split("position__by").nth(2).unwrap();
    let by = by.split("</p>").next().unwrap();
    let first = "Tom Brock, 2 June 2021 (The Vale Herald)";
    assert_eq!(by.matches(&format!(">{first}</a>")).count(), 1, "{by}");
    assert_eq!(by.matches(">also here</a>").count(), 2, "{by}");
    for (id, heard) in [("second", "also here"), ("third", "also here (3)")] {
        let link = format!("#{id}\" aria-label=\"{first}, {heard}\"");
        assert!(by.contains(&link), "{link} is not in {by}");
    }
}

/// Previews of a dispute show what its page begins with.
#[test]
fn the_positions_lead_the_dispute_page_and_its_previews() {
    let pages = pages();
    let says = [
        "The parish says: The clock was stopped “by common consent”.",
        "The millers say: “Nobody asked the mill”, and the clock should run.",
    ];
    let whole = page(&pages, "mill-clock/index.html");
    let head = whole.split_once("</head>").unwrap().0;
    for said in says {
        assert!(head.contains(said), "{said} in {head}");
    }
    for path in ["mill-clock/index.html", "embed/mill-clock/index.html"] {
        let main = main_of(page(&pages, path));
        assert_eq!(
            main.matches("class=\"position__head\"").count(),
            2,
            "{main}"
        );
        assert!(main.contains("<span class=\"verbatim\">“by common consent”</span>"));
        assert!(main.contains("What happened next:"), "{main}");
    }
    // Without positions, the embed begins with the first point, and the page with the
    // summary.
    let framed = main_of(page(&pages, "embed/bridge-repair/index.html"));
    assert!(framed.contains("County says") && framed.contains("Town says"));
    let whole = main_of(page(&pages, "bridge-repair/index.html"));
    assert!(!whole.contains("position__head"));
    let (summary, map) = (
        whole.find("opening__summary").unwrap(),
        whole.find("status-map").unwrap(),
    );
    assert!(summary < map);
}
