//! Unmarked cuts of quotations, and how they are confirmed.

use std::collections::BTreeMap;

use says_who_model::Cut;
use says_who_model::read::{InputFile, QuotationsUpdate, Report, library, search_quotations};

use super::{LOCK, converted, fixture, today};

/// Searches `text`, in place of the text of the newspaper, and confirms the cuts of the
/// items in `confirm`.
fn search_transcript(
    files: &[InputFile],
    text: &str,
    confirm: &[&str],
) -> Result<QuotationsUpdate, Report> {
    let texts = BTreeMap::from([("courier-bridge-closes".to_owned(), text.to_owned())]);
    let confirm = confirm.iter().map(|id| (*id).to_owned()).collect();
    let updates = search_quotations("data", files, &texts, &confirm, today())?;
    Ok(updates.into_iter().next().unwrap())
}

#[test]
fn an_unmarked_cut_can_be_confirmed_by_its_item() {
    let mut files = fixture();
    let sources = "bridge-repair/sources.toml";
    let file = files.iter_mut().find(|file| file.path == sources).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let transcript = "read = \"whole\"\ntranscript = true";
    file.bytes = text
        .replacen("read = \"whole\"", transcript, 1)
        .into_bytes();
    let text = "We sent a formal notice to the town hall, but nobody signed it. \
        We never saw it <or> heard of it. Nothing in the register. A formal notice.";
    let put = |files: &mut Vec<InputFile>, lock: String| {
        let file = files.iter_mut().find(|file| file.path == LOCK).unwrap();
        file.bytes = lock.into_bytes();
    };
    let update = search_transcript(&files, text, &[]).unwrap();
    let shown: Vec<&str> = update.to_review.iter().map(|of| of.item.as_str()).collect();
    assert_eq!(shown, ["engineer-sent-letter", "closure-letter"]);
    put(&mut files, update.text.unwrap());
    let report = library("data", &files).unwrap_err().to_string();
    assert!(
        report.contains("--confirm engineer-sent-letter"),
        "{report}"
    );
    assert!(report.contains("--confirm closure-letter"), "{report}");
    // Only items with an unmarked cut can be confirmed.
    for wrong in ["clerk-on-register", "no-such-id"] {
        let report = search_transcript(&files, text, &[wrong]).unwrap_err();
        assert_eq!(report.problems()[0].rule(), "cuts-marked");
    }
    let both = ["closure-letter", "engineer-sent-letter"];
    let update = search_transcript(&files, text, &both).unwrap();
    let lock = update.text.unwrap();
    assert_eq!(lock.matches("confirmed = 2031-05-06").count(), 2, "{lock}");
    put(&mut files, lock.clone());
    let read = library("data", &files).unwrap();
    let statement = read.disputes[0].points[0].statements();
    let cuts: Vec<Option<Cut>> = statement.map(|one| one.wording.cut).collect();
    assert_eq!(cuts, [Some(Cut::Sentence), None, None, None]);
    // It stays confirmed as long as the text is the same, and if no text is given.
    assert_eq!(
        search_transcript(&files, text, &[]).unwrap().text.unwrap(),
        lock
    );
    assert_eq!(converted(&files), lock);
    let other = text.replace("nobody signed", "the mayor signed");
    let update = search_transcript(&files, &other, &[]).unwrap();
    assert!(!update.text.unwrap().contains("confirmed"));
}
