//! The exports of each dispute, beside its folder: JSON, CSV and Markdown, the
//! formats of `says-who export`, and the JSON Schema.

use anyhow::Result;
use says_who_formats::format::Dispute;
use says_who_formats::{schema, sheet};

use super::{File, Site, markdown};
use says_who_view::exports::ExportFormat;
use says_who_view::words::ENGLISH;

/// The name of the JSON Schema of the JSON export, in the site's root folder. It
/// can't collide with a dispute: an id has no dot.
const SCHEMA: &str = "dispute.schema.json";

/// The exported files. `tables` are the disputes of the library, in its order, as the
/// data files have them.
///
/// # Errors
///
/// Never in practice: fails if a dispute can't be serialised.
pub(super) fn files(site: &Site<'_>, tables: Vec<Dispute>) -> Result<Vec<File>> {
    let mut files = vec![File {
        path: SCHEMA.to_owned(),
        text: schema::whole(),
    }];
    for (dispute, mut exported) in site.library.disputes.iter().zip(tables) {
        exported.schema = Some(match site.origin {
            Some(_) => site.address(&format!("{}{SCHEMA}", site.base.as_str())),
            // Both files are in the same folder.
            None => format!("./{SCHEMA}"),
        });
        let context = site.context(dispute, &ENGLISH);
        for format in ExportFormat::ALL {
            let path = context.export_url(format);
            let relative = path.strip_prefix(site.base.as_str()).unwrap_or(&path);
            files.push(File {
                path: relative.to_owned(),
                text: match format {
                    ExportFormat::Json => format!("{}\n", serde_json::to_string_pretty(&exported)?),
                    ExportFormat::Csv => sheet::export(&exported),
                    ExportFormat::Markdown => markdown(&site.library.site, dispute),
                },
            });
        }
    }
    Ok(files)
}
