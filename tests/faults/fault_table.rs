//! The table of faults.

use says_who_tests::Served;

use crate::proxies::{archived, minified};
use crate::served_files::{
    change_page, change_without_integrity, is_boot, is_css, is_hashed, is_wasm, longer_if,
    missing_if, prepend_to_boot, unanswered_if,
};

/// A script that wraps every text node in an element, as a browser's translator does.
const TRANSLATED: &str = "{
    const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
  }";

/// A script that adds an element to the page, as an extension of the browser does.
const EXTRA_ELEMENT: &str = "document.querySelector('main').prepend(document.createElement('b'));";

/// The same in the part of the page with the search.
const EXTRA_ELEMENT_IN_SEARCH: &str =
    "document.querySelector('.island').prepend(document.createElement('b'));";

/// The expected outcome of a fault.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// The app has hydrated the page, as without the fault.
    Ready,
    /// The page is marked as failed, and says which features are unavailable.
    Failed,
    /// The page has loaded, but no script ran that could mark it.
    Unmarked,
    /// The page still waits for a response.
    Waiting,
}

/// Whether the style sheet loads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Style {
    Loads,
    Missing,
}

use Outcome::{Failed, Ready, Unmarked, Waiting};
use Style::{Loads, Missing};

pub(crate) type Fault = fn(&str, Served) -> Served;

/// Each fault with its name, its outcome, and whether the style sheet loads.
pub(crate) const FAULTS: &[(&str, Outcome, Style, Fault)] = &[
    ("no fault", Ready, Loads, |_, served| served),
    // Missing files, as for an old page on a new site, or a page that was deployed
    // before its files.
    ("no boot", Unmarked, Loads, |path, served| {
        missing_if(is_boot(path), served)
    }),
    ("no wasm", Failed, Loads, |path, served| {
        missing_if(is_wasm(path), served)
    }),
    ("no css", Ready, Loads, |path, served| {
        missing_if(is_css(path), served)
    }),
    ("no hashed file", Unmarked, Loads, |path, served| {
        missing_if(is_hashed(path), served)
    }),
    ("no hashed file but boot", Failed, Loads, |path, served| {
        missing_if(is_hashed(path) && !is_boot(path), served)
    }),
    // Files that differ from those the page was generated for.
    ("changed boot", Ready, Loads, |path, served| {
        longer_if(is_boot(path), served)
    }),
    ("changed wasm", Failed, Loads, |path, served| {
        longer_if(is_wasm(path), served)
    }),
    ("changed css", Ready, Loads, |path, served| {
        longer_if(is_css(path), served)
    }),
    // Proxies that modify responses.
    ("a web archive", Ready, Loads, archived),
    ("a minifying proxy", Ready, Loads, minified),
    (
        "changed styles in the page",
        Ready,
        Loads,
        |path, served| {
            change_page(path, served, |html| {
                html.replacen("</style>", " </style>", 1)
            })
        },
    ),
    (
        "changed styles in the page, and no css",
        Ready,
        Missing,
        |path, served| {
            let served = missing_if(is_css(path), served);
            change_page(path, served, |html| {
                html.replacen("</style>", " </style>", 1)
            })
        },
    ),
    ("incomplete words", Failed, Loads, |path, served| {
        change_page(path, served, |html| html.replacen('¶', "", 1))
    }),
    // Broken files, without an integrity attribute that would reveal it.
    ("half the wasm", Failed, Loads, |path, served| {
        change_without_integrity(path, served, is_wasm, |mut bytes| {
            bytes.truncate(bytes.len() / 2);
            bytes
        })
    }),
    ("invalid wasm", Failed, Loads, |path, served| {
        change_without_integrity(path, served, is_wasm, |_| b"<!doctype html>".to_vec())
    }),
    // Hosts that don't know a media type.
    ("wasm as text/plain", Ready, Loads, |path, served| {
        if is_wasm(path) {
            served.with_media_type("text/plain")
        } else {
            served
        }
    }),
    ("boot as text/plain", Unmarked, Loads, |path, served| {
        if is_boot(path) {
            served.with_media_type("text/plain")
        } else {
            served
        }
    }),
    // Requests that are never answered.
    ("boot unanswered", Waiting, Loads, |path, served| {
        unanswered_if(is_boot(path), served)
    }),
    ("wasm unanswered", Waiting, Loads, |path, served| {
        unanswered_if(is_wasm(path), served)
    }),
    // Browsers without a feature, or with it disabled.
    (
        "wasm not allowed by the policy",
        Failed,
        Loads,
        |path, served| change_page(path, served, |html| html.replace("'wasm-unsafe-eval'", "")),
    ),
    ("no WebAssembly", Failed, Loads, |path, served| {
        prepend_to_boot(path, served, "delete globalThis.WebAssembly;")
    }),
    ("no DecompressionStream", Ready, Loads, |path, served| {
        prepend_to_boot(path, served, "delete globalThis.DecompressionStream;")
    }),
    ("no fetch", Failed, Loads, |path, served| {
        prepend_to_boot(path, served, "delete globalThis.fetch;")
    }),
    ("a syntax error in boot", Unmarked, Loads, |path, served| {
        prepend_to_boot(path, served, "this is no script;")
    }),
    // Other programs that change the page before the app starts.
    ("an extra element", Ready, Loads, |path, served| {
        prepend_to_boot(path, served, EXTRA_ELEMENT)
    }),
    (
        "an extra element in the search",
        Ready,
        Loads,
        |path, served| prepend_to_boot(path, served, EXTRA_ELEMENT_IN_SEARCH),
    ),
    ("a translated page", Ready, Loads, |path, served| {
        prepend_to_boot(path, served, TRANSLATED)
    }),
];
