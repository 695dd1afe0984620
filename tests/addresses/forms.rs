//! The mangled forms of an id, from `addresses.toml`.

use std::fs;
use std::path::Path;

/// A list in `addresses.toml`.
pub(crate) fn list(name: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("addresses.toml");
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    let list = table[name].as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Every mangled form of an id.
pub(crate) fn forms(id: &str) -> Vec<String> {
    let around = list("around");
    let around = around.iter().map(|form| form.replace("{}", id));
    let hyphens = list("hyphens");
    let hyphens = hyphens.iter().map(|hyphen| id.replace('-', hyphen));
    let inside = list("inside");
    let inside = inside.iter().flat_map(|wrap| {
        let places = [1, id.find('-').unwrap_or(2), id.find('-').unwrap_or(2) + 1];
        places.map(|at| format!("{}{wrap}{}", &id[..at], &id[at..]))
    });
    let full_width = id
        .chars()
        .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap());
    let full_width: String = full_width.collect();
    let capitals = id.to_uppercase();
    around
        .chain(hyphens)
        .chain(inside)
        .chain([full_width, capitals])
        .collect()
}

/// The forms of an id to test in a browser: only some, because each one is a page
/// load. All forms of all ids are tested without a browser in `resolving.rs`.
pub(crate) fn forms_for_browsers(id: &str) -> Vec<String> {
    // In a browser, the `#` would begin the hash.
    let forms = forms(id).into_iter().filter(|form| !form.contains("&#"));
    let forms: Vec<String> = forms.collect();
    forms
        .iter()
        .step_by(forms.len() / FORMS_PER_BROWSER)
        .cloned()
        .collect()
}

/// The approximate number of forms of one id to test in a browser.
const FORMS_PER_BROWSER: usize = 20;
