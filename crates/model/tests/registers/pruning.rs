//! Pruning registers: removing what was never published.

use says_who_model::read::{Versions, library, publishable};

use super::data::{Data, POINT, REGISTER};

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
