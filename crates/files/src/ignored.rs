//! Ignored files: files in a data folder that are not data, left by editors,
//! operating systems, sync programs and merges. They are recognised by name.

/// Why a file or folder is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IgnoreReason {
    /// A sync program could not choose between two versions and kept both.
    Conflict,
    /// A merge left it.
    Merge,
    /// A backup, or a temporary file of a program that is writing.
    Backup,
    /// A file of the operating system or an editor, or notes. It never was data, so
    /// it isn't reported.
    System,
}

/// File extensions of backups and temporary files of editors and programs.
const BACKUP_EXTENSIONS: &str = "bak backup old orig rej tmp temp sav save autosave asv swp swo swn swx swap kate-swp part \
    partial filepart crdownload download !sync !ut bup undo un lock lck";

/// Labels in the names of files that merges leave, in git, Mercurial and Subversion.
const MERGE_LABELS: &str = "base local remote backup mine theirs ours yours merged working";

/// Files and folders of operating systems, sync programs and development tools.
const SYSTEM_NAMES: &str = "thumbs.db ehthumbs.db ehthumbs_vista.db desktop.ini folder.htt $recycle.bin lost+found \
    __macosx @eadir #recycle #snapshot recycler cvs rcs sccs 4913 node_modules __pycache__ ___jb_tmp___ ___jb_old___ \
    icon\r";

/// What sync programs put into the name of the losing version of a file, in some
/// of their languages.
const CONFLICT_MARKERS: [&str; 16] = [
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

/// Why a file or folder of this name is ignored; `None` if it may be data.
#[must_use]
pub fn ignore_reason(name: &str) -> Option<IgnoreReason> {
    if is_data_name(name) {
        return None;
    }
    let lower = name.to_lowercase();
    let in_list = |list: &str, word: &str| {
        list.split(' ')
            .any(|known| !known.is_empty() && known == word)
    };
    if CONFLICT_MARKERS.iter().any(|part| lower.contains(part)) {
        return Some(IgnoreReason::Conflict);
    }
    let notes = [".md", ".markdown"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    let systems = in_list(SYSTEM_NAMES, lower.trim_end()) || in_list(SYSTEM_NAMES, &lower);
    let folders = [
        "system volume information",
        "network trash folder",
        "temporary items",
    ];
    // Hidden files include `._x` (macOS) and `.#x` (Emacs).
    if name.starts_with('.') || notes || systems || folders.contains(&lower.as_str()) {
        return Some(IgnoreReason::System);
    }
    if is_merge_leftover(name) {
        return Some(IgnoreReason::Merge);
    }
    let mut endings = lower.split('.').skip(1);
    let is_backup = name.ends_with('~')
        || name.starts_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || endings.any(|ending| {
            in_list(
                BACKUP_EXTENSIONS,
                ending.trim_end_matches(|c: char| c.is_ascii_digit()),
            )
        })
        || is_vim_probe(name);
    is_backup.then_some(IgnoreReason::Backup)
}

/// Whether this is a file with which vim tests if it can write to the folder. Its
/// name is 4913, plus a multiple of 123 if that name is taken.
fn is_vim_probe(name: &str) -> bool {
    let number = name.parse::<u32>().ok();
    let above = number.and_then(|number| number.checked_sub(4913));
    above.is_some_and(|above| above % 123 == 0 && above < 20 * 123)
}

/// Whether a data file can have this name: `a` to `z`, digits and hyphens, then
/// `.toml`. Such a file is never ignored, whatever the words are.
fn is_data_name(name: &str) -> bool {
    name.strip_suffix(".toml").is_some_and(|stem| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !stem.is_empty() && stem.chars().all(plain)
    })
}

/// Whether a merge left this file: `x.toml.BASE.123`, `x_REMOTE_123.toml`,
/// `x.LOCAL.123.toml`, `x.toml.mine`, `x.toml.r42`, `x.toml.orig.2`.
fn is_merge_leftover(name: &str) -> bool {
    let Some((stem, rest)) = name.split_once(['.', '_']) else {
        return false;
    };
    let parts: Vec<&str> = rest.split(['.', '_']).collect();
    let listed = |part: &str| {
        MERGE_LABELS
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
    use super::{IgnoreReason, ignore_reason};

    // Long because it lists the names of every program.
    #[test]
    fn files_that_are_not_data_are_recognised_by_name() {
        let kinds = [
            (
                IgnoreReason::System,
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
                IgnoreReason::Backup,
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
                IgnoreReason::Merge,
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
                IgnoreReason::Conflict,
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
                assert_eq!(ignore_reason(name), Some(kind), "{name:?}");
            }
        }
    }

    #[test]
    fn files_that_may_be_data_are_not_ignored() {
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
            assert_eq!(ignore_reason(name), None, "{name:?}");
        }
    }
}
