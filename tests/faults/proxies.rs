//! Servers between the site and the reader that change files.

use says_who_tests::Served;

use crate::served_files::{change_page, has_extension, is_boot, is_css};

/// Changes files as a web archive does: adds a toolbar to pages, and comments to pages,
/// scripts and style sheets.
pub(crate) fn archived(path: &str, served: Served) -> Served {
    const BEGINS: &str = "/* archived */\n";
    const ENDS: &str = "\n/* FILE ARCHIVED ON 2026-11-28 */\n";
    if has_extension(path, "html") {
        return change_page(path, served, |html| {
            html.replacen(
                "<head>",
                "<head><script src=\"/_static/bar.js\"></script><style>#bar { color: red }</style>",
                1,
            )
            .replacen("<body>", "<body><div id=\"bar\">Archived</div>", 1)
                + "<!-- FILE ARCHIVED ON 2026-11-28 -->"
        });
    }
    if is_boot(path) || is_css(path) {
        return served.with(|bytes| [BEGINS.as_bytes(), &bytes, ENDS.as_bytes()].concat());
    }
    served
}

/// Changes files as a minifying proxy does.
pub(crate) fn minified(path: &str, served: Served) -> Served {
    if has_extension(path, "html") {
        return change_page(path, served, |html| html.replace("\n", " "));
    }
    let first = match path {
        path if is_css(path) => "/**/",
        path if is_boot(path) => ";",
        _ => "",
    };
    served.with(|bytes| [first.as_bytes(), &bytes].concat())
}
