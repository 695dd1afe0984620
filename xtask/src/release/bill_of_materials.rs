//! The list of the packages in the program as a software bill of materials, in the form
//! CycloneDX 1.5 (cyclonedx.org/docs/1.5/json).

use anyhow::Result;
use serde_json::{Value, json};

use super::packages::Package;

/// The JSON. It has no date and no serial number, so that two builds write the same.
pub(super) fn to_json(packages: &[Package]) -> Result<String> {
    let components: Vec<Value> = packages.iter().map(component).collect();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "says-who",
                "version": env!("CARGO_PKG_VERSION"),
            },
        },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

fn component(package: &Package) -> Value {
    let Package { name, version, .. } = package;
    let mut component = json!({
        "type": "library",
        "name": name,
        "version": version,
        "purl": format!("pkg:cargo/{name}@{version}"),
    });
    if let Some(license) = &package.license {
        // Older packages write a slash for `OR`.
        let expression = license.replace('/', " OR ");
        component["licenses"] = json!([{ "expression": expression }]);
    }
    component
}
