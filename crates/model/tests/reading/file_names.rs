//! Files and folders whose name is no id.

use says_who_model::read::{InputFile, library};

use super::support::fixture;

#[test]
fn the_id_of_a_dispute_follows_the_rules_for_ids() {
    for name in [
        "share",
        "index.html",
        "Bridge Repair",
        "bridge\u{202e}-repair",
    ] {
        let mut files = fixture();
        for file in &mut files {
            file.path = file.path.replace("bridge-repair", name);
            if file.path == "library.toml" {
                file.bytes = format!("disputes = [\"{name}\"]").into_bytes();
            }
        }
        let report = library("data", &files).unwrap_err().to_string();
        assert!(report.contains("error[given-ids]"), "{report}");
    }
}

#[test]
fn a_copy_of_a_point_file_is_rejected() {
    for name in [
        "Copy of who-pays",
        "who-pays (1)",
        "who-pays - Copy",
        "WHO-PAYS",
    ] {
        let mut files = fixture();
        let point = files
            .iter()
            .find(|file| file.path.ends_with("/who-pays.toml"));
        let bytes = point.unwrap().bytes.clone();
        let path = format!("bridge-repair/points/{name}.toml");
        files.push(InputFile { path, bytes });
        let report = library("data", &files).unwrap_err().to_string();
        let help = "delete this file if it is a copy; otherwise name it anew: an id is made of";
        assert!(report.contains(help), "{report}");
    }
}

#[test]
fn a_missing_file_is_reported_without_all_that_refers_to_it() {
    for name in ["sources.toml", "speakers.toml", "dispute.toml"] {
        let mut files = fixture();
        let path = format!("bridge-repair/{name}");
        files.retain(|file| file.path != path);
        let report = library("data", &files).unwrap_err().to_string();
        assert!(report.contains("this file is missing"), "{report}");
        assert!(report.ends_with("1 problem"), "{report}");
    }
}
