//! The disputes of the fixtures, and the import of sheets.

use std::path::Path;
use std::sync::LazyLock;

use says_who_formats::format::Dispute;
use says_who_formats::sheet::{SheetProblem, import, import_into};

/// All disputes of the fixtures.
static DISPUTES: LazyLock<Vec<Dispute>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let all = ["fixture", "fixture-large"].map(|folder| {
        let folder = root.join(folder);
        let files = says_who_files::read_folder(&folder).unwrap();
        let library = says_who_files::library(&folder).unwrap();
        let ids: Vec<String> = library.disputes.iter().map(|d| d.id.to_string()).collect();
        let read = |id: &String| Dispute::from_files(id, &files).unwrap();
        ids.iter().map(read).collect::<Vec<_>>()
    });
    all.concat()
});

pub(super) fn disputes() -> impl Iterator<Item = &'static Dispute> {
    DISPUTES.iter()
}

pub(super) fn reimport(dispute: &Dispute, bytes: &[u8]) -> Result<Dispute, Vec<SheetProblem>> {
    import_into(dispute, bytes).map(|imported| imported.dispute)
}

pub(super) fn problems(bytes: &[u8]) -> Vec<SheetProblem> {
    let dispute = &DISPUTES[0];
    match import(&dispute.id, &dispute.dispute, bytes) {
        Err(problems) => problems,
        Ok(imported) => imported.validate("").err().unwrap_or_default(),
    }
}
