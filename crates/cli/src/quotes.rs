//! `quotes`: searches quotations in the texts of their sources.

mod omissions;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use says_who_model::read::{QuotationsUpdate, escape_hidden, nearest, replace_hidden};

use crate::today::today;
use crate::{problems, text_file};

/// Searches the texts in `folder`, each named after the id of its source, and
/// records the quotations it finds. If a quotation is not in its text, nothing is
/// written. For the items in `confirm`, records that a person has reviewed what
/// the quotations leave out. Prints a summary of the disputes that the texts
/// belong to, or with `all` of every dispute.
pub fn run(
    data: &Path,
    folder: Option<&Path>,
    confirm: &BTreeSet<String>,
    all: bool,
) -> Result<ExitCode> {
    let texts = folder.map(read_texts).transpose()?.unwrap_or_default();
    let updates = match says_who_files::search_quotations(data, &texts, confirm, today()?) {
        Ok(updates) => updates,
        Err(report) => {
            err!(
                "{}\nnothing was recorded",
                problems::render(report.problems())
            );
            return Ok(ExitCode::FAILURE);
        }
    };
    if let Some(folder) = folder {
        warn_of_unknown_texts(&texts, &updates, folder);
    }
    let mut unlisted = 0;
    for update in updates {
        let path = data.join(&update.path);
        let is_written = match &update.text {
            Some(text) if !text_file::has_content(&path, text) => {
                text_file::write_atomically(&path, text)?;
                true
            }
            None if path.exists() => {
                fs::remove_file(&path)
                    .with_context(|| format!("{} can't be deleted", path.display()))?;
                true
            }
            _ => false,
        };
        let has_texts = update.sources.iter().any(|id| texts.contains_key(id));
        if !(all || is_written || has_texts) {
            unlisted += 1;
            continue;
        }
        for quotation in &update.to_review {
            out!("{}\n", replace_hidden(&omissions::render(quotation)));
        }
        print_summary(&path, &update, is_written, all);
    }
    match unlisted {
        0 => {}
        1 => out!("1 other dispute is as it was (--all lists it)"),
        more => out!("{more} other disputes are as they were (--all lists them)"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints how many quotations of a dispute are recorded, and which sources still
/// need a text; with `all`, also the sources with a stated reason for having none.
fn print_summary(path: &Path, update: &QuotationsUpdate, is_written: bool, all: bool) {
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

/// Prints a note for each text that is named after no source, probably by mistake.
fn warn_of_unknown_texts(
    texts: &BTreeMap<String, String>,
    updates: &[QuotationsUpdate],
    folder: &Path,
) {
    let sources = || updates.iter().flat_map(|update| &update.sources);
    for id in texts
        .keys()
        .filter(|id| !sources().any(|known| known == *id))
    {
        let similar = nearest(id, sources().map(String::as_str));
        out!(
            "note: {} is the text of no source: there is no `{id}` in sources.toml{}",
            folder.join(format!("{id}.txt")).display(),
            similar
                .map(|id| format!("; did you mean `{id}.txt`?"))
                .unwrap_or_default()
        );
    }
}

/// Prints the sentences of a source's text, and the entry for coverage.toml.
pub fn outline(data: &Path, folder: &Path, source: &str) -> Result<ExitCode> {
    let texts = read_texts(folder)?;
    let text = texts
        .get(source)
        .with_context(|| format!("{} has no {source}.txt", folder.display()))?;
    let outlines = match says_who_files::outline(data, source, text) {
        Ok(outlines) => outlines,
        Err(report) => {
            err!("{}", problems::render(report.problems()));
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

/// Reads the texts in a folder; the key is the source id in the file name.
fn read_texts(folder: &Path) -> Result<BTreeMap<String, String>> {
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
        // Skip files of editors and file synchronisers.
        if says_who_files::ignore_reason(&format!("{id}.toml")).is_some() {
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
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
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
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture"),
            &data,
        );
        // coverage.toml belongs to one version of the text; this test has several.
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
