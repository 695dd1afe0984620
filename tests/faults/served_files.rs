//! The files of a site by kind, and the ways in which a server spoils them.

use std::path::Path;

use says_who_tests::Served;

pub(crate) fn is_boot(path: &str) -> bool {
    path.starts_with("boot-")
}

pub(crate) fn is_wasm(path: &str) -> bool {
    has_extension(path, "wasm")
}

pub(crate) fn is_css(path: &str) -> bool {
    has_extension(path, "css")
}

pub(crate) fn is_hashed(path: &str) -> bool {
    is_boot(path) || is_wasm(path) || is_css(path)
}

pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|e| e == extension)
}

pub(crate) fn missing_if(condition: bool, served: Served) -> Served {
    if condition { Served::Missing } else { served }
}

pub(crate) fn unanswered_if(condition: bool, served: Served) -> Served {
    if condition { Served::Never } else { served }
}

/// Appends a newline, which changes a file's digest but not the meaning of a script or
/// a style sheet.
pub(crate) fn longer_if(condition: bool, served: Served) -> Served {
    if !condition {
        return served;
    }
    served.with(|mut bytes| {
        bytes.push(b'\n');
        bytes
    })
}

/// Changes the HTML of a page; any other file is unchanged.
pub(crate) fn change_page(
    path: &str,
    served: Served,
    change: impl FnOnce(String) -> String,
) -> Served {
    if has_extension(path, "html") {
        served.with(|html| change(String::from_utf8(html).unwrap()).into_bytes())
    } else {
        served
    }
}

/// Changes the files that `which` selects, and removes the integrity attributes from
/// pages.
pub(crate) fn change_without_integrity(
    path: &str,
    served: Served,
    which: fn(&str) -> bool,
    change: impl FnOnce(Vec<u8>) -> Vec<u8>,
) -> Served {
    if which(path) {
        served.with(change)
    } else {
        change_page(path, served, |html| without_integrity(&html))
    }
}

/// The boot script may run before the whole page has arrived.
const PAGE_PARSED: &str = "while (document.readyState === 'loading') {
    await new Promise((go) => setTimeout(go));
}";

/// Prepends a script to the boot script. It sees the whole page.
pub(crate) fn prepend_to_boot(path: &str, served: Served, first: &str) -> Served {
    change_without_integrity(path, served, is_boot, |boot| {
        [
            PAGE_PARSED.as_bytes(),
            b"\n",
            first.as_bytes(),
            b"\n",
            &boot,
        ]
        .concat()
    })
}

fn without_integrity(html: &str) -> String {
    let without = |html: &str, name: &str| {
        let mut parts = html.split(name);
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |html, part| {
            html + &part[part.find([' ', '>']).unwrap()..]
        })
    };
    without(&without(html, " integrity="), " data-integrity=")
}
