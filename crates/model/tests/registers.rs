//! What has to be done before data is published, and removing what was never
//! published from the registers.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use says_who_model::read::{
    InputFile, PrunedRegister, Report, Versions, library, prune_registers, publishable,
    register_updates, versions,
};
use support::fixture;

const HEAD: &str = "bridge-repair/dispute.toml";
const POINT: &str = "bridge-repair/points/notice-given.toml";
const REGISTER: &str = "bridge-repair/register.toml";

/// The files of a data folder.
struct Data(Vec<InputFile>);

impl Data {
    fn new() -> Self {
        Self(fixture())
    }

    fn text(&self, path: &str) -> String {
        let file = self.0.iter().find(|file| file.path == path);
        String::from_utf8(file.unwrap().bytes.clone()).unwrap()
    }

    fn put(&mut self, path: &str, text: String) {
        self.0.retain(|file| file.path != path);
        let bytes = text.into_bytes();
        self.0.push(InputFile {
            path: path.to_owned(),
            bytes,
        });
        self.0.sort_by(|one, other| one.path.cmp(&other.path));
    }

    #[track_caller]
    fn replace(&mut self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{from}");
        self.put(path, text.replacen(from, to, 1));
    }

    /// Appends a revision of the point to the dispute's revisions.
    fn revise(&mut self, day: &str) {
        let revision = format!(
            "\n[[revision]]\ndate = {day}\nkind = \"wording\"\nwhat = \"The question.\"\nitems = [\"notice-given\"]\n"
        );
        let head = self.text(HEAD);
        self.put(HEAD, head + &revision);
    }

    fn register(&mut self) {
        for update in register_updates("data", &self.0, &[]).unwrap() {
            self.put(&update.path, update.text);
        }
    }

    fn site(&self) -> Versions {
        versions("data", &self.0).unwrap()
    }

    fn drafts(&self, site: &Versions) -> Result<Vec<PrunedRegister>, Report> {
        prune_registers("data", &self.0, site)
    }

    /// Removes from the registers what `site` does not have.
    fn forget(&mut self, site: &Versions) -> Vec<PrunedRegister> {
        let drafts = self.drafts(site).unwrap();
        for draft in &drafts {
            match &draft.text {
                Some(text) => self.put(&draft.path, text.clone()),
                None => self.0.retain(|file| file.path != draft.path),
            }
        }
        drafts
    }
}

#[test]
fn a_dispute_that_was_never_registered_is_a_draft() {
    let mut data = Data::new();
    data.0.retain(|file| file.path != REGISTER);
    assert!(library("data", &data.0).is_ok());
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(
        due.contains("data/bridge-repair/register.toml:1:1: error[register]: `bridge-repair` is not registered yet")
            && due.contains("1 problem"),
        "{due}"
    );
    data.register();
    assert!(publishable("data", &data.0, &[]).is_ok());
}

#[test]
fn what_has_its_revision_only_has_to_be_registered() {
    let mut data = Data::new();
    data.replace(POINT, "Was notice", "Was a notice");
    data.replace(
        POINT,
        "\n[[statement]]",
        "\nrests-on = [\"mayor-never-saw-it\"]\n\n[[statement]]",
    );
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(
        due.contains("no revision says that `notice-given` changed"),
        "{due}"
    );
    assert!(due.contains("`items = [\"notice-given\"]`"), "{due}");
    assert!(!due.contains("the register lacks"), "{due}");
    assert_eq!(
        register_updates("data", &data.0, &[])
            .unwrap_err()
            .to_string(),
        due
    );
    data.revise("2021-03-20");
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(due.contains("the register lacks `notice-given`\n"), "{due}");
    data.register();
    assert!(publishable("data", &data.0, &[]).is_ok());
}

#[test]
fn what_the_site_never_carried_leaves_the_register() {
    let mut data = Data::new();
    let published = data.text(REGISTER);
    let site = data.site();
    assert_eq!(data.drafts(&site).unwrap(), []);

    // Two drafts of a point and a new source were registered too early.
    data.replace(
        POINT,
        "\n[[statement]]",
        "\nrests-on = [\"mayor-never-saw-it\"]\n\n[[statement]]",
    );
    for (from, to) in [
        ("Was notice", "Was a notice"),
        ("Was a notice", "Was any notice"),
    ] {
        data.replace(POINT, from, to);
        data.revise("2021-03-20");
        data.register();
    }
    let sources = data.text("bridge-repair/sources.toml");
    let more = "\n[late]\noutlet = \"A\"\nheadline = \"B\"\npublished = 2021-03-10\nlanguage = \"en\"\nlink = \"https://example.org/\"\nread = \"whole\"\n";
    data.put("bridge-repair/sources.toml", sources.clone() + more);
    data.register();
    assert!(publishable("data", &data.0, &[]).is_ok());
    // The source is removed again: it was never published, so nothing is due.
    data.put("bridge-repair/sources.toml", sources);
    assert!(library("data", &data.0).is_err());

    let gone = data.forget(&site);
    let [gone] = gone.as_slice() else {
        panic!("{gone:?}");
    };
    assert_eq!(gone.ids, ["late"]);
    assert_eq!(gone.versions, [("notice-given".to_owned(), 2)]);
    assert_eq!(data.text(REGISTER), published);
    assert_eq!(data.drafts(&site).unwrap(), []);
    // The current version does not need a revision for each draft.
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(due.contains("the register lacks `notice-given`\n"), "{due}");
}

#[test]
fn of_a_dispute_that_the_site_never_had_nothing_stays() {
    let mut data = Data::new();
    let mut site = data.site();
    site.remove("bridge-repair");
    let gone = data.forget(&site);
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].text, None);
    assert!(data.0.iter().all(|file| file.path != REGISTER));
    assert!(
        data.0
            .iter()
            .any(|file| file.path == "mill-clock/register.toml")
    );
}

#[test]
fn a_site_of_other_or_newer_data_takes_nothing_out() {
    let data = Data::new();
    let refused = |site: &Versions| data.drafts(site).unwrap_err().to_string();
    let other: Versions = [("elsewhere".to_owned(), Default::default())].into();
    for site in [Versions::new(), other] {
        assert!(refused(&site).contains("none of these disputes"));
    }
    // Ids and versions that were published since, from this data or other data.
    let mut newer = data.site();
    let known = newer["bridge-repair"]["who-pays"][0];
    newer
        .get_mut("bridge-repair")
        .unwrap()
        .insert("who-asked".to_owned(), vec![known]);
    assert!(refused(&newer).contains("versions of `who-asked` that are missing from the register"));
    let mut newer = data.site();
    let versions = newer.get_mut("bridge-repair").unwrap();
    versions.get_mut("radio-bridge").unwrap().push(known);
    assert!(
        refused(&newer).contains("versions of `radio-bridge` that are missing from the register")
    );
    // The register is missing.
    let mut lost = Data::new();
    lost.0.retain(|file| file.path != REGISTER);
    let report = lost.drafts(&data.site()).unwrap_err().to_string();
    assert!(
        report.contains("bridge-repair/register.toml")
            && report.contains("missing from the register"),
        "{report}"
    );
    // A dispute that is no longer in the data does not matter.
    let mut fewer = Data::new();
    fewer.0.retain(|file| !file.path.starts_with("mill-clock/"));
    assert_eq!(fewer.drafts(&data.site()).unwrap(), []);
}

#[test]
fn a_register_that_cant_be_read_stays() {
    let mut data = Data::new();
    let site = data.site();
    data.replace(REGISTER, "fingerprint = ", "print = ");
    let report = data.drafts(&site).unwrap_err().to_string();
    assert!(report.contains("bridge-repair/register.toml:4"), "{report}");
}

#[test]
fn a_point_that_no_list_names_gets_one_message() {
    // References to missing things, a quotation that was never searched, and ids
    // that the dispute already has.
    let left_over = "question = \"What?\"\nstatus = \"agreed\"\nrests-on = [\"nothing\"]\n\n[[statement]]\nid = \"engineer-sent-letter\"\nspeaker = \"nobody\"\nsaid = \"“Words.”\"\nwhen = { date = 2021-03-10 }\nchain = [{ hop = \"said\", to = \"all\" }, { hop = \"reported\", source = \"none\" }]\n";
    for (name, help) in [
        (
            "first-point",
            "what to do: delete this file if it is the example",
        ),
        ("zeroth", "or delete this file if it is left over"),
    ] {
        let mut data = Data::new();
        let path = format!("bridge-repair/points/{name}.toml");
        data.put(&path, left_over.to_owned());
        let report = library("data", &data.0).unwrap_err().to_string();
        assert!(
            report.contains(&format!(
                "data/{path}:1:1: error[files]: the point `{name}` is not listed"
            )) && report.contains(help)
                && report.ends_with("\n1 problem"),
            "{report}"
        );
        // Problems elsewhere are reported too.
        data.replace(POINT, "speaker = \"mayor\"", "speaker = \"major\"");
        let report = library("data", &data.0).unwrap_err().to_string();
        assert!(
            report.contains("`major`") && report.ends_with("\n2 problems"),
            "{report}"
        );
    }
    // A point that is missing from the list, but whose references are right.
    let mut data = Data::new();
    data.replace(HEAD, "points = [\"notice-given\", ", "points = [");
    let report = library("data", &data.0).unwrap_err().to_string();
    assert!(
        report.contains("`notice-given` is not listed") && report.ends_with("\n1 problem"),
        "{report}"
    );
}

/// A checkout can have other line endings.
#[test]
fn line_ends_of_either_kind_say_the_same() {
    let data = Data::new();
    let mut other = Data::new();
    let texts = other.0.iter_mut();
    for file in texts.filter(|file| file.path.ends_with(".toml")) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace('\n', "\r\n").into_bytes();
    }
    assert_eq!(library("data", &other.0), library("data", &data.0));
    assert_eq!(
        register_updates("data", &other.0, &[]),
        register_updates("data", &data.0, &[])
    );
    assert_eq!(other.site(), data.site());
    assert!(publishable("data", &other.0, &[]).is_ok());
    // Problems keep their places.
    let broken = |data: &mut Data| {
        data.replace(POINT, "speaker = \"mayor\"", "speaker = \"major\"");
        library("data", &data.0).unwrap_err()
    };
    assert_eq!(broken(&mut other), broken(&mut Data::new()));
}

#[test]
fn texts_of_the_example_are_no_texts_to_publish() {
    let file = |text: &str| InputFile {
        path: "dispute.toml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let data = Data::new();
    assert!(publishable("data", &data.0, &[file("id = \"bridge-repair\"")]).is_ok());
    // Texts that may be the author's own, and one that is from the example.
    let example = file(
        "order-note = \"The sides stand in alphabetical order.\"\n[[a]]\nb = [{ c = \"Asked by the  newspaper, the county gave no answer.\" }]",
    );
    let examples = [example];
    let report = publishable("data", &data.0, &examples)
        .unwrap_err()
        .to_string();
    assert!(
        report.contains("data/bridge-repair/points/later-notice.toml:7:8: error[examples]: `Asked by the newspaper, the county gave no answer.` is the text")
            && report.contains("1 problem"),
        "{report}"
    );
    assert_eq!(
        register_updates("data", &data.0, &examples)
            .unwrap_err()
            .to_string(),
        report
    );
    assert!(library("data", &data.0).is_ok());
}
