//! Texts about speakers.

use crate::words::SpeakerWords;

pub(super) static SPEAKERS: SpeakerWords = SpeakerWords {
    title: "Who speaks",
    lead: "Everyone who is quoted or summed up in this explainer. Roles are those held when the statements were made.",
    all: |speakers| match speakers {
        1 => "The one who speaks, with role and number of statements".to_owned(),
        _ => format!("All {speakers} who speak, with role and number of statements"),
    },
    see_all: "See everyone who speaks",
    role: |role| format!("Role at the time: {role}."),
    speaks_for: |name| format!("Speaks for: {name}."),
    speaks_for_press: "The press, in its own voice.",
    speaks_for_neither: "Speaks for neither side.",
    not_named: "Not named in the sources read.",
    statements,
    in_the_ledger: "Show them among all statements",
    also_on: "Also quoted on:",
    in_order: "Statements in order of time, with what each side says",
};

fn statements(statements: usize, summaries: usize) -> String {
    match (statements, summaries) {
        (0, _) => "no statement".to_owned(),
        (1, 0) => "1 statement".to_owned(),
        (1, _) => "1 statement, summed up by an outlet".to_owned(),
        (all, 0) => format!("{all} statements"),
        (all, summed_up) if summed_up == all => {
            format!("{all} statements, all summed up by outlets")
        }
        (all, 1) => format!("{all} statements, 1 of them summed up by an outlet"),
        (all, summed_up) => format!("{all} statements, {summed_up} of them summed up by outlets"),
    }
}

#[cfg(test)]
mod tests {
    use super::statements;

    #[test]
    fn statements_and_summaries_are_counted() {
        for (all, summed_up, expected) in [
            (0, 0, "no statement"),
            (1, 1, "1 statement, summed up by an outlet"),
            (2, 0, "2 statements"),
            (2, 1, "2 statements, 1 of them summed up by an outlet"),
            (2, 2, "2 statements, all summed up by outlets"),
            (5, 2, "5 statements, 2 of them summed up by outlets"),
        ] {
            assert_eq!(statements(all, summed_up), expected);
        }
    }
}
