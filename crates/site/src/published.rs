//! Each dispute in the forms of `cargo xtask export`, beside its folder.

use anyhow::Result;
use says_who_formats::format::Dispute;
use says_who_formats::{schema, sheet};
use says_who_model::read::InputFile;

use super::{File, Site, markdown};
use says_who_view::forms::Form;
use says_who_view::words::ENGLISH;

/// The name of the JSON Schema of the JSON form, in the site's folder. No
/// dispute can have it: there is no dot in an id.
const SCHEMA: &str = "dispute.schema.json";

/// The files, from those that the library was read from.
///
/// # Errors
///
/// Where the files are not those of a library that was checked.
pub(super) fn files(site: &Site<'_>, inputs: &[InputFile]) -> Result<Vec<File>> {
    let mut files = vec![File {
        path: SCHEMA.to_owned(),
        text: schema::whole(),
    }];
    for dispute in &site.library.disputes {
        let mut written = Dispute::from_files(dispute.id.as_str(), inputs)?;
        written.schema = Some(match site.origin {
            Some(_) => site.address(&format!("{}{SCHEMA}", site.base.as_str())),
            // They lie side by side.
            None => format!("./{SCHEMA}"),
        });
        let view = site.view(dispute, &ENGLISH);
        for form in Form::ALL {
            let path = view.form(form);
            let below = path.strip_prefix(site.base.as_str()).unwrap_or(&path);
            files.push(File {
                path: below.to_owned(),
                text: match form {
                    Form::Json => format!("{}\n", serde_json::to_string_pretty(&written)?),
                    Form::Csv => sheet::export(&written),
                    Form::Markdown => markdown(&site.library.site, dispute),
                },
            });
        }
    }
    Ok(files)
}
