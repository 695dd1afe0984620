//! Files that are no data and may lie in a data folder all the same: those of
//! editors, systems, synchronisers and merges. They are told by their names.

/// Why a file or folder is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A synchroniser could not choose between two versions, and kept both.
    Conflict,
    /// A merge left it behind.
    Merge,
    /// An earlier version, or one that is being written.
    Copy,
    /// Of a system or an editor itself, or notes: it never was data.
    Silent,
}

/// Endings of copies that editors and programs make.
const COPIES: &str = "bak backup old orig rej tmp temp sav save autosave asv swp swo swn swx swap kate-swp part \
    partial filepart crdownload download !sync !ut bup undo un lock lck";

/// Endings and parts of names that merges leave, in git, Mercurial and Subversion.
const MERGES: &str = "base local remote backup mine theirs ours yours merged working";

/// Files and folders of systems and synchronisers.
const SYSTEMS: &str = "thumbs.db ehthumbs.db ehthumbs_vista.db desktop.ini folder.htt $recycle.bin lost+found \
    __macosx @eadir #recycle #snapshot recycler cvs rcs sccs 4913 node_modules __pycache__ ___jb_tmp___ ___jb_old___ \
    icon\r";

/// What synchronisers put into the name of a version that lost, in some of their
/// languages.
const CONFLICTS: [&str; 16] = [
    "conflicted copy",
    "case conflict",
    "unicode conflict",
    "selective sync conflict",
    ".sync-conflict-",
    "_conflict-",
    "_conflict_",
    "(conflict",
    "[conflict",
    "(sfconflict",
    ".conflict.",
    "in konflikt stehende kopie",
    "konfliktkopie",
    "copie en conflit",
    "copia en conflicto",
    "конфликтующая копия",
];

/// Why a file or folder of this name is left alone; `None` where it may be data.
#[must_use]
pub fn left_out(name: &str) -> Option<LeftOut> {
    if is_of_data(name) {
        return None;
    }
    let lower = name.to_lowercase();
    let in_list = |list: &str, word: &str| {
        list.split(' ')
            .any(|known| !known.is_empty() && known == word)
    };
    if CONFLICTS.iter().any(|part| lower.contains(part)) {
        return Some(LeftOut::Conflict);
    }
    // A hidden file; `._x` and `.#x` among them.
    let notes = [".md", ".markdown"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    let systems = in_list(SYSTEMS, lower.trim_end()) || in_list(SYSTEMS, &lower);
    let folders = [
        "system volume information",
        "network trash folder",
        "temporary items",
    ];
    if name.starts_with('.') || notes || systems || folders.contains(&lower.as_str()) {
        return Some(LeftOut::Silent);
    }
    if of_merge(name) {
        return Some(LeftOut::Merge);
    }
    let mut endings = lower.split('.').skip(1);
    let copies = name.ends_with('~')
        || name.starts_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || endings.any(|ending| {
            in_list(
                COPIES,
                ending.trim_end_matches(|c: char| c.is_ascii_digit()),
            )
        })
        || is_of_vim(name);
    copies.then_some(LeftOut::Copy)
}

/// Whether vim made this file to see whether it can write here: it is named 4913,
/// or a multiple of 123 more where that is taken.
fn is_of_vim(name: &str) -> bool {
    let number = name.parse::<u32>().ok();
    let above = number.and_then(|number| number.checked_sub(4913));
    above.is_some_and(|above| above % 123 == 0 && above < 20 * 123)
}

/// Whether a name is one that a file of the data has: words of a to z, digits
/// and hyphens, and `.toml`; whatever the words are.
fn is_of_data(name: &str) -> bool {
    name.strip_suffix(".toml").is_some_and(|stem| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !stem.is_empty() && stem.chars().all(plain)
    })
}

/// `x.toml.BASE.123`, `x_REMOTE_123.toml`, `x.LOCAL.123.toml`, `x.toml.mine`,
/// `x.toml.r42`, `x.toml.orig.2`.
fn of_merge(name: &str) -> bool {
    let Some((stem, rest)) = name.split_once(['.', '_']) else {
        return false;
    };
    let parts: Vec<&str> = rest.split(['.', '_']).collect();
    let listed = |part: &str| {
        MERGES
            .split_whitespace()
            .any(|known| known == part.to_lowercase())
    };
    let revision = |part: &str| {
        let number = part.strip_prefix('r');
        number
            .is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
    };
    let last = parts.last().copied().unwrap_or_default();
    let behind = parts.contains(&"toml") && (listed(last) || revision(last));
    let marked = parts
        .iter()
        .any(|part| listed(part) && part.chars().all(|c| c.is_ascii_uppercase()));
    !stem.is_empty() && (behind || marked)
}

#[cfg(test)]
mod tests {
    use super::{LeftOut, left_out};

    #[test]
    fn what_is_no_data_is_told_by_its_name() {
        let kinds = [
            (
                LeftOut::Silent,
                &[
                    ".DS_Store",
                    "._x.toml",
                    ".x.toml.swp",
                    ".#x.toml",
                    ".git",
                    ".idea",
                    ".vscode",
                    ".svn",
                    ".syncthing.x.toml.tmp",
                    ".stfolder",
                    ".directory",
                    ".Trash-1000",
                    ".x.toml.icloud",
                    "Thumbs.db",
                    "thumbs.db",
                    "ehthumbs.db",
                    "desktop.ini",
                    "Desktop.ini",
                    "Icon\r",
                    "notes.md",
                    "README.md",
                    "$RECYCLE.BIN",
                    "__MACOSX",
                    "lost+found",
                    "@eaDir",
                    "System Volume Information",
                    "CVS",
                    "4913",
                ][..],
            ),
            (
                LeftOut::Copy,
                &[
                    "x.toml~",
                    "x.toml.~1~",
                    "#x.toml#",
                    "x.toml.bak",
                    "x.toml.bak2",
                    "x.bak",
                    "x.toml.orig",
                    "x.toml.rej",
                    "x.toml.tmp",
                    "x.tmp",
                    "x.toml.swp",
                    "x.toml.swo",
                    "x.toml.old",
                    "x.toml.save.1",
                    "~$x.toml",
                    "~syncthing~x.toml.tmp",
                    "x.toml.part",
                    "x.toml.tmp.123.456",
                    "x.toml.kate-swp",
                    "5036",
                    "~x.tmp",
                    "x.toml.sav",
                ],
            ),
            (
                LeftOut::Merge,
                &[
                    "x.toml.BASE.123",
                    "x_REMOTE_123.toml",
                    "x_LOCAL_9.toml",
                    "x_BACKUP_9.toml",
                    "x.LOCAL.123.toml",
                    "x.toml.mine",
                    "x.toml.r42",
                    "x.toml.theirs",
                ],
            ),
            (
                LeftOut::Conflict,
                &[
                    "x (conflicted copy).toml",
                    "x (Ada's conflicted copy 2022-01-01).toml",
                    "x.sync-conflict-20220101-101010-ABC.toml",
                    "x_conflict-20220101-101010.toml",
                    "x (Case Conflict).toml",
                    "x (in Konflikt stehende Kopie).toml",
                    "x [conflicted].toml",
                    "x (Copie en conflit de Ada).toml",
                ],
            ),
        ];
        for (kind, names) in kinds {
            for name in names {
                assert_eq!(left_out(name), Some(kind), "{name:?}");
            }
        }
    }

    #[test]
    fn what_may_be_data_is_not() {
        for name in [
            "dispute.toml",
            "sources.toml",
            "backup.toml",
            "old.toml",
            "tmp.toml",
            "conflict-of-laws.toml",
            "4913.toml",
            "base.toml",
            "points",
            "bridge-repair",
            "X.toml",
            "x.toml.txt",
            "x copy.toml",
            "x (1).toml",
            "x.yaml",
            "library.json",
            "sources.csv",
            "x_y.toml",
            "a b.toml",
            "no-ending",
            "remote-control",
            "lock",
            "2022",
            "1234",
        ] {
            assert_eq!(left_out(name), None, "{name:?}");
        }
    }
}
