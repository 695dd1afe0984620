//! `register`: updates the registers of published ids.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use says_who_model::read::RegisterUpdate;

use crate::{new, problems, text_file};

/// Adds what the registers lack, or reports why that can't be done yet.
pub fn run(data: &Path) -> Result<ExitCode> {
    let updates = match says_who_files::register_updates(data, &new::examples()) {
        Ok(updates) => updates,
        Err(report) => {
            err!("{}", problems::render(report.problems()));
            return Ok(ExitCode::FAILURE);
        }
    };
    for update in updates.iter().filter(|update| update.is_due()) {
        let path = data.join(&update.path);
        text_file::write_atomically(&path, &update.text)?;
        out!(
            "{}: {} new, {} changed; commit it",
            path.display(),
            update.added.len(),
            update.changed.len()
        );
    }
    if !updates.iter().any(RegisterUpdate::is_due) {
        out!("every id and every version is registered");
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::ExitCode;

    use super::run;
    use crate::publish_check::check_publishable;
    use crate::testing::copy;

    /// What has to be done before the data may be published.
    fn due(data: &Path) -> Option<String> {
        let due = check_publishable(data).err();
        due.map(|due| due.to_string())
    }

    // Over 60 lines: each step continues with the register of the previous one.
    #[test]
    fn changes_of_registered_texts_need_a_revision() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture"),
            data,
        );
        let register = data.join("bridge-repair/register.toml");
        fs::remove_file(&register).expect("the fixture has one");
        let missing = due(data).expect("nothing is registered");
        assert!(
            missing.contains("`bridge-repair` is not registered yet"),
            "{missing}"
        );
        assert_eq!(run(data).expect("a run"), ExitCode::SUCCESS);
        assert_eq!(due(data), None);
        let written = fs::read_to_string(&register).expect("a register");
        assert_eq!(run(data).expect("a run"), ExitCode::SUCCESS);
        assert_eq!(fs::read_to_string(&register).expect("a register"), written);

        let point = data.join("bridge-repair/points/who-pays.toml");
        let text = fs::read_to_string(&point).expect("a point");
        fs::write(&point, text.replace("Who pays", "Who is to pay")).expect("a file");
        assert!(due(data).is_some_and(|due| due.contains("`who-pays`")));
        assert_eq!(run(data).expect("a run"), ExitCode::FAILURE);
        assert_eq!(fs::read_to_string(&register).expect("a register"), written);

        let head = data.join("bridge-repair/dispute.toml");
        let revision = "\n[[revision]]\ndate = 2021-03-20\nkind = \"wording\"\nwhat = \"The question was put again.\"\nitems = [\"who-pays\"]\n";
        let text = fs::read_to_string(&head).expect("a head") + revision;
        fs::write(&head, &text).expect("a file");
        assert_eq!(run(data).expect("a run"), ExitCode::FAILURE);
        assert_eq!(fs::read_to_string(&register).expect("a register"), written);
        let changed = fs::read_to_string(&point).expect("a point");
        let supported = "\nrests-on = [\"mayor-county-pays\"]\n\n[[statement]]";
        fs::write(&point, changed.replacen("\n[[statement]]", supported, 1)).expect("a file");
        assert_eq!(run(data).expect("a run"), ExitCode::SUCCESS);
        let now = fs::read_to_string(&register).expect("a register");
        assert!(
            now.contains("who-pays = [{ since = 2021-03-14") && now.contains("since = 2021-03-20"),
            "{now}"
        );
        for line in written.lines().filter(|line| !line.starts_with("who-pays")) {
            assert!(now.contains(line), "{line} is gone");
        }

        // A revision covers one change, not later ones.
        let changed = fs::read_to_string(&point).expect("a point");
        fs::write(&point, changed.replace("Who is to pay", "Who pays")).expect("a file");
        assert_eq!(run(data).expect("a run"), ExitCode::FAILURE);
        assert_eq!(fs::read_to_string(&register).expect("a register"), now);
        fs::write(&head, format!("{text}{revision}")).expect("a file");
        assert_eq!(run(data).expect("a run"), ExitCode::SUCCESS);
        fs::write(&point, &changed).expect("a file");
        fs::write(&head, &text).expect("a file");
        fs::write(&register, &now).expect("a file");
        assert_eq!(due(data), None);

        // The texts of the dispute itself are registered too.
        let shorter = text.replace(
            "closed the Mill Bridge for repair",
            "closed the Mill Bridge",
        );
        assert_ne!(shorter, text);
        fs::write(&head, &shorter).expect("a file");
        assert!(due(data).is_some_and(|due| due.contains("`_summary`")));
        assert_eq!(run(data).expect("a run"), ExitCode::FAILURE);
        let revision = revision.replace("items = [\"who-pays\"]", "texts = [\"summary\"]");
        fs::write(&head, shorter + &revision).expect("a file");
        assert_eq!(run(data).expect("a run"), ExitCode::SUCCESS);
        let last = fs::read_to_string(&register).expect("a register");
        assert!(
            last.lines()
                .any(|line| line.starts_with("_summary = [") && line.contains("2021-03-20")),
            "{last}"
        );

        // Removing a text is a change too.
        let clock = data.join("mill-clock/dispute.toml");
        let text = fs::read_to_string(&clock).expect("a head");
        let next = text.lines().find(|line| line.starts_with("next = "));
        let without = text.replace(next.expect("what happened next"), "");
        fs::write(&clock, &without).expect("a file");
        assert!(due(data).is_some_and(|due| due.contains("`_next`")));
        assert_eq!(run(data).expect("a run"), ExitCode::FAILURE);
        let revision = "\n[[revision]]\ndate = 2021-06-07\nkind = \"wording\"\nwhat = \"What happened next was taken out.\"\ntexts = [\"next\"]\n";
        fs::write(&clock, without + revision).expect("a file");
        assert_eq!(run(data).expect("a run"), ExitCode::SUCCESS);
        assert_eq!(due(data), None);
    }
}
