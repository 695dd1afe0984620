//! Registering data before it is published, and pruning registers: removing what was
//! never published.
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
    fn apply_pruning(&mut self, site: &Versions) -> Vec<PrunedRegister> {
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
fn an_unregistered_dispute_is_a_draft() {
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
fn a_change_needs_a_revision_and_then_registration() {
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
fn pruning_removes_ids_and_versions_that_were_never_published() {
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
    // The source is removed again, which is an error as long as it is registered.
    data.put("bridge-repair/sources.toml", sources);
    assert!(library("data", &data.0).is_err());

    let gone = data.apply_pruning(&site);
    let [gone] = gone.as_slice() else {
        panic!("{gone:?}");
    };
    assert_eq!(gone.ids, ["late"]);
    assert_eq!(gone.versions, [("notice-given".to_owned(), 2)]);
    assert_eq!(data.text(REGISTER), published);
    assert_eq!(data.drafts(&site).unwrap(), []);
    // The current version only has to be registered again, not revised.
    let due = publishable("data", &data.0, &[]).unwrap_err().to_string();
    assert!(due.contains("the register lacks `notice-given`\n"), "{due}");
}

#[test]
fn pruning_removes_the_register_of_an_unpublished_dispute() {
    let mut data = Data::new();
    let mut site = data.site();
    site.remove("bridge-repair");
    let gone = data.apply_pruning(&site);
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
fn pruning_by_a_site_of_other_or_newer_data_is_rejected() {
    let data = Data::new();
    let refused = |site: &Versions| data.drafts(site).unwrap_err().to_string();
    let other: Versions = [("elsewhere".to_owned(), Default::default())].into();
    for site in [Versions::new(), other] {
        assert!(refused(&site).contains("none of these disputes"));
    }
    // The site has ids and versions that the register lacks.
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
    // Disputes of the site that are no longer in the data don't matter.
    let mut fewer = Data::new();
    fewer.0.retain(|file| !file.path.starts_with("mill-clock/"));
    assert_eq!(fewer.drafts(&data.site()).unwrap(), []);
}

#[test]
fn pruning_an_invalid_register_is_rejected() {
    let mut data = Data::new();
    let site = data.site();
    data.replace(REGISTER, "fingerprint = ", "print = ");
    let report = data.drafts(&site).unwrap_err().to_string();
    assert!(report.contains("bridge-repair/register.toml:4"), "{report}");
}

#[test]
fn an_unlisted_point_is_one_problem() {
    // It refers to missing ids, has a quotation that was never verified, and repeats
    // an id of the dispute.
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
        // Problems in other files are reported too.
        data.replace(POINT, "speaker = \"mayor\"", "speaker = \"major\"");
        let report = library("data", &data.0).unwrap_err().to_string();
        assert!(
            report.contains("`major`") && report.ends_with("\n2 problems"),
            "{report}"
        );
    }
    // A point with valid references that is missing from the list.
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
fn crlf_line_endings_are_equivalent() {
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
fn texts_of_the_example_must_not_be_published() {
    let file = |text: &str| InputFile {
        path: "dispute.toml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let data = Data::new();
    assert!(publishable("data", &data.0, &[file("id = \"bridge-repair\"")]).is_ok());
    // An author may write the first text too; the second one must be from the example.
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
