//! A copy of the fixture that a test changes, registers and prunes.

use says_who_model::read::{
    InputFile, PrunedRegister, Report, Versions, prune_registers, register_updates, site_data,
};

use super::support::fixture;

pub(super) const HEAD: &str = "bridge-repair/dispute.toml";
pub(super) const POINT: &str = "bridge-repair/points/notice-given.toml";
pub(super) const REGISTER: &str = "bridge-repair/register.toml";

/// The files of a data folder.
pub(super) struct Data(pub(super) Vec<InputFile>);

impl Data {
    pub(super) fn new() -> Self {
        Self(fixture())
    }

    pub(super) fn text(&self, path: &str) -> String {
        let file = self.0.iter().find(|file| file.path == path);
        String::from_utf8(file.unwrap().bytes.clone()).unwrap()
    }

    pub(super) fn put(&mut self, path: &str, text: String) {
        self.0.retain(|file| file.path != path);
        let bytes = text.into_bytes();
        self.0.push(InputFile {
            path: path.to_owned(),
            bytes,
        });
        self.0.sort_by(|one, other| one.path.cmp(&other.path));
    }

    #[track_caller]
    pub(super) fn replace(&mut self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{from}");
        self.put(path, text.replacen(from, to, 1));
    }

    /// Appends a revision of the point to the dispute's revisions.
    pub(super) fn revise(&mut self, day: &str) {
        let revision = format!(
            "\n[[revision]]\ndate = {day}\nkind = \"wording\"\nwhat = \"The question.\"\nitems = [\"notice-given\"]\n"
        );
        let head = self.text(HEAD);
        self.put(HEAD, head + &revision);
    }

    pub(super) fn register(&mut self) {
        for update in register_updates("data", &self.0, &[]).unwrap() {
            self.put(&update.path, update.text);
        }
    }

    pub(super) fn site(&self) -> Versions {
        site_data("data", &self.0).unwrap().versions
    }

    pub(super) fn drafts(&self, site: &Versions) -> Result<Vec<PrunedRegister>, Report> {
        prune_registers("data", &self.0, site)
    }

    /// Removes from the registers what `site` does not have.
    pub(super) fn apply_pruning(&mut self, site: &Versions) -> Vec<PrunedRegister> {
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
