//! A site that is built from an edited fixture, in memory.

use std::path::Path;
use std::sync::Arc;

use says_who_bundle::Bundle;
use says_who_model::read::{InputFile, library};
use says_who_routes::Base;
use says_who_site::{File, Site};

/// The files of a site with only the first dispute of the fixture, with `edit`
/// applied to each data file.
pub(crate) fn fixture_site(
    origin: Option<&str>,
    edit: impl Fn(&str, &mut toml::Table),
) -> Vec<File> {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture");
    let mut inputs: Vec<InputFile> = says_who_files::read_folder(&fixture).unwrap();
    // The register is of the unedited revisions.
    inputs.retain(|file| {
        let alone = !file.path.contains('/') || file.path.starts_with("bridge-repair/");
        alone && !file.path.ends_with("register.toml")
    });
    let data = inputs
        .iter_mut()
        .filter(|file| file.path.ends_with(".toml"));
    for file in data {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let mut table: toml::Table = text.parse().unwrap();
        if file.path == "library.toml" {
            table["disputes"].as_array_mut().unwrap().truncate(1);
        }
        edit(file.path.rsplit('/').next().unwrap(), &mut table);
        file.bytes = table.to_string().into_bytes();
    }
    let library = library("data", &inputs).unwrap_or_else(|report| panic!("{report}"));
    let library = Arc::new(library);
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, origin).unwrap();
    site.files()
}

pub(crate) fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap().text
}
