//! The search for quotations in the texts they are from.

mod looked_at;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::today::today;
use crate::{problems, put};
use anyhow::{Context, Result, anyhow, bail};
use says_who_model::read::{QuotationsUpdate, escape_hidden, nearest, replace_hidden};

/// Searches the texts in `folder`, each named after its source's id, and
/// records what was found; where a quotation is not in its text, nothing is
/// written. The cuts of the items in `confirm` are recorded as looked at. Says how
/// it stands with the disputes that the texts are of, or with all of them.
pub(crate) fn run(
    data: &Path,
    folder: Option<&Path>,
    confirm: &BTreeSet<String>,
    all: bool,
) -> Result<ExitCode> {
    let texts = folder.map(texts).transpose()?.unwrap_or_default();
    let updates = match says_who_files::quotations(data, &texts, confirm, today()?) {
        Ok(updates) => updates,
        Err(report) => {
            err!(
                "{}\nnothing was recorded",
                problems::shown(report.problems())
            );
            return Ok(ExitCode::FAILURE);
        }
    };
    if let Some(folder) = folder {
        strays(&texts, &updates, folder);
    }
    let mut others = 0;
    for update in updates {
        let path = data.join(&update.path);
        let is_written = match &update.text {
            Some(text) if !put::has(&path, text) => {
                put::whole(&path, text)?;
                true
            }
            None if path.exists() => {
                fs::remove_file(&path)
                    .with_context(|| format!("{} can't be deleted", path.display()))?;
                true
            }
            _ => false,
        };
        let is_meant = update.sources.iter().any(|id| texts.contains_key(id));
        if !(all || is_written || is_meant) {
            others += 1;
            continue;
        }
        for looked_at in &update.looked_at {
            out!("{}\n", replace_hidden(&looked_at::shown(looked_at)));
        }
        said(&path, &update, is_written, all);
    }
    match others {
        0 => {}
        1 => out!("1 other dispute is as it was (--all lists it)"),
        more => out!("{more} other disputes are as they were (--all lists them)"),
    }
    Ok(ExitCode::SUCCESS)
}

/// What is on record of a dispute, and of what a text is still needed; with `all`,
/// also of what it was said why none is.
fn said(path: &Path, update: &QuotationsUpdate, is_written: bool, all: bool) {
    let (quotations, sources) = update.found;
    out!(
        "{}: {quotations} {} on record, found in {sources} {}{}",
        path.display(),
        if quotations == 1 {
            "quotation"
        } else {
            "quotations"
        },
        if sources == 1 { "source" } else { "sources" },
        match &update.text {
            Some(_) if is_written => "; commit it",
            _ => "",
        }
    );
    if !update.needed.is_empty() {
        out!("  still needed, the text of: {}", update.needed.join(", "));
    }
    if all && !update.without_text.is_empty() {
        out!(
            "  neither on record nor with a text: {}",
            update.without_text.join(", ")
        );
    }
}

/// Texts that are named after no source are likely to be named wrongly.
fn strays(texts: &BTreeMap<String, String>, updates: &[QuotationsUpdate], folder: &Path) {
    let sources = || updates.iter().flat_map(|update| &update.sources);
    for id in texts
        .keys()
        .filter(|id| !sources().any(|known| known == *id))
    {
        let near = nearest(id, sources().map(String::as_str));
        out!(
            "note: {} is the text of no source: there is no `{id}` in sources.toml{}",
            folder.join(format!("{id}.txt")).display(),
            near.map(|near| format!("; did you mean `{near}.txt`?"))
                .unwrap_or_default()
        );
    }
}

/// Prints the sentences of a source's text, and the account to give of them.
pub(crate) fn outline(data: &Path, folder: &Path, source: &str) -> Result<ExitCode> {
    let texts = texts(folder)?;
    let text = texts
        .get(source)
        .with_context(|| format!("{} has no {source}.txt", folder.display()))?;
    let outlines = match says_who_files::outline(data, source, text) {
        Ok(outlines) => outlines,
        Err(report) => {
            err!("{}", problems::shown(report.problems()));
            return Ok(ExitCode::FAILURE);
        }
    };
    if let Some(outline) = outlines.first() {
        for (at, sentence) in outline.sentences.iter().enumerate() {
            out!("{:>4}  {}", at + 1, escape_hidden(sentence));
        }
    }
    for outline in outlines {
        out!(
            "\nFor {}, without the text:\n\n{}",
            data.join(&outline.path).display(),
            outline.account
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The texts of a folder, by the id in their name.
fn texts(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    let entries = fs::read_dir(folder).with_context(|| {
        format!(
            "{} can't be read; give the folder with the texts, one `<source>.txt` each",
            folder.display()
        )
    })?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(id) = name.and_then(|name| name.strip_suffix(".txt")) else {
            continue;
        };
        // Editors and synchronisers leave files of their own here too.
        if says_who_files::left_out(&format!("{id}.toml")).is_some() {
            continue;
        }
        let text = says_who_files::read_text(&path).map_err(|why| anyhow!("{why}"))?;
        texts.insert(id.to_owned(), text);
    }
    if texts.is_empty() {
        bail!(
            "{} holds no texts; save the text of a source as `<source>.txt`, named after its id in sources.toml",
            folder.display()
        );
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::ExitCode;

    fn run(data: &Path, texts: &Path, confirm: &[&str]) -> anyhow::Result<ExitCode> {
        let confirm = confirm.iter().map(|id| (*id).to_owned()).collect();
        super::run(data, Some(texts), &confirm, false)
    }

    use crate::testing::copy;

    #[test]
    fn sentences_are_listed_and_nothing_is_recorded() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let (data, texts) = (root.join("tests/fixture"), root.join("tests/texts"));
        let outline = |source| super::outline(&data, &texts, source);
        let listed = outline("courier-bridge-closes").expect("a run");
        assert_eq!(listed, ExitCode::SUCCESS);
        assert!(outline("radio-bridge").is_err(), "no text");
    }

    #[test]
    fn what_is_found_is_recorded_and_nothing_where_anything_is_missing() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixture"),
            &data,
        );
        // The account of its sentences is of one text, and this test has several.
        fs::remove_file(data.join("bridge-repair/coverage.toml")).expect("the fixture has one");
        let record = data.join("bridge-repair/quotations.toml");
        let before = fs::read_to_string(&record).expect("the fixture has one");
        let texts = folder.path().join("texts");
        fs::create_dir(&texts).expect("a folder");
        assert!(run(&data, &texts, &[]).is_err(), "no texts");

        let courier = texts.join("courier-bridge-closes.txt");
        fs::write(&courier, "The mayor: \"We never saw it <or> heard of it.\"").expect("a file");
        assert_eq!(run(&data, &texts, &[]).expect("a run"), ExitCode::FAILURE);
        assert_eq!(fs::read_to_string(&record).expect("a record"), before);

        let whole = "The mayor: \"We never saw it <or> heard of it.\" There was\n'a formal notice   to the town hall', a \"formal notice\", said the engineer. \"Nothing in the register.\"";
        fs::write(&courier, whole).expect("a file");
        assert_eq!(run(&data, &texts, &[]).expect("a run"), ExitCode::SUCCESS);
        let after = fs::read_to_string(&record).expect("a record");
        assert!(
            after.contains("  { words = \"a formal notice to the town hall\", whole = true },\n"),
            "{after}"
        );
        assert_ne!(after, before, "the text is another than the one on record");
        assert_eq!(run(&data, &texts, &[]).expect("a run"), ExitCode::SUCCESS);
        assert_eq!(fs::read_to_string(&record).expect("a record"), after);
        assert!(says_who_files::library(&data).is_ok());
    }
}
