//! The status of a point, and the lines below it.

use crate::fixture_pages::{edited, main_of, page};

#[test]
fn a_status_and_the_lines_below_it_do_not_contradict_each_other() {
    let lines = "accepted = \"Money is needed.\"\ncontested = \"Whether the county has to pay.\"\n";
    let both = |text: &str, status: &str| {
        let text = text.replace("status = \"one-side-only\"", "");
        text.replace("status = \"not-addressed\"", "")
            .replace("status = \"disputed-fact\"", "")
            .replace("accepted = \"A letter was written.\"", "")
            .replace(
                "contested = \"Whether it was a notice, and whether it arrived.\"",
                "",
            )
            .replacen("\n[[", &format!("\nstatus = \"{status}\"\n{lines}\n[["), 1)
    };
    for (point, status, shown, accepted, contested) in [
        (
            "who-pays",
            "one-side-only",
            "One side only",
            "Not in dispute",
            "At issue",
        ),
        (
            "later-notice",
            "not-addressed",
            "Neither side has addressed it",
            "Not in dispute",
            "At issue",
        ),
        (
            "notice-given",
            "agreed",
            "Agreed",
            "Common ground",
            "Left open",
        ),
        (
            "notice-given",
            "disputed-fact",
            "In dispute",
            "Common ground",
            "Where they differ",
        ),
        (
            "notice-given",
            "disputed-characterisation",
            "Described differently",
            "Common ground",
            "Where they differ",
        ),
        (
            "notice-given",
            "contested-in-part",
            "Partly in dispute",
            "Common ground",
            "Where they differ",
        ),
        (
            "notice-given",
            "one-side-varies",
            "One side’s accounts differ",
            "Not in dispute",
            "At issue",
        ),
        (
            "notice-given",
            "not-directly-answered",
            "Not directly answered",
            "Not in dispute",
            "At issue",
        ),
        (
            "who-pays",
            "not-disputed",
            "Not disputed in the sources read",
            "Not in dispute",
            "Left open",
        ),
    ] {
        let file = format!("bridge-repair/points/{point}.toml");
        let pages = edited(|path, text| {
            if path == file {
                both(&text, status)
            } else {
                text
            }
        });
        let main = main_of(page(&pages, &format!("bridge-repair/{point}/index.html")));
        let at = |words: &str| {
            let found = main.find(words);
            found.unwrap_or_else(|| panic!("{words} is not in {main}"))
        };
        assert!(at(&format!(">{shown}<")) < at(&format!("<b>{accepted}:</b>")));
        assert!(at(&format!("<b>{accepted}:</b>")) < at(&format!("<b>{contested}:</b>")));
        let labels = [
            "Common ground",
            "Not in dispute",
            "Where they differ",
            "Left open",
            "At issue",
        ];
        assert_eq!(
            labels
                .iter()
                .map(|label| main.matches(&format!("<b>{label}:</b>")).count())
                .sum::<usize>(),
            2
        );
    }
}
