//! A copy of a dispute in one file: the page of the whole with its styles, the
//! app, and what of the other pages it needs inside. It asks nothing of anybody, so it opens from a
//! folder, from a mail, from an archive.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use super::escape::escape;
use super::{Site, head, identity};
use says_who_routes::{Base, Route};
use says_who_view::direction;
use says_who_view::dom::id;
use says_who_view::pages::Page;

/// What starts the app, with three places to fill.
const BOOT: &str = include_str!("../../../web/boot-single.js");

/// What starts the app of a site; above [`LOADS`] it is about a page whose app
/// fails, which one file may have too.
const GUARD: &str = include_str!("../../../web/boot.js");

/// The line of `boot.js` below which it loads files.
const LOADS: &str = "// From here on: how the parts come.";

/// By this `cargo xtask build` knows a file that it may replace.
const GENERATOR: &str = r#"<meta name="generator" content="Says Who, one file">"#;

/// What Trunk made, of which the file holds everything.
struct Parts {
    styles: String,
    icon: String,
    /// What wasm-bindgen wrote around the program: a module that imports nothing.
    glue: String,
    program: Vec<u8>,
}

impl Parts {
    fn of(shell: &Path) -> Result<Self> {
        let text = |begin, end| {
            let path = one(shell, begin, end)?;
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
        };
        let program = one(shell, "", ".wasm")?;
        Ok(Self {
            styles: text("", ".css")?,
            icon: text("icon", ".svg")?,
            glue: text("app", ".js")?,
            program: fs::read(&program)
                .with_context(|| format!("reading {}", program.display()))?,
        })
    }
}

/// The one file of a folder whose name begins and ends like this.
fn one(folder: &Path, begin: &str, end: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(begin) && name.ends_with(end) {
            found.push(entry.path());
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => bail!(
            "{} has {} files `{begin}…{end}`, and must have one",
            folder.display(),
            found.len()
        ),
    }
}

/// The copy of the first dispute of `site`, which should have no other. `shell`
/// is the folder that Trunk wrote.
pub(super) fn single_file(site: &Site<'_>, shell: &Path) -> Result<String> {
    let parts = Parts::of(shell)?;
    let dispute = site.library.disputes.first();
    let route = Route::Dispute(dispute.context("there is no dispute")?.id.clone());
    let page = Page::at(site.library, &route);

    let base: Base = match site.origin {
        None => "#".parse()?,
        Some(origin) => format!("#{origin}{}", site.base.as_str())
            .parse()
            .with_context(|| {
                format!("`{origin}` is no scheme and host, like https://example.org")
            })?,
    };
    let copy = Site {
        base: &base,
        // Its addresses are whole as they are.
        origin: site.origin.map(|_| ""),
        ..*site
    };
    let body = copy.root(&route);
    let tools = copy.tools();

    let head = match site.origin {
        Some(_) => head::head(site, &page, &route),
        // Previews need an address.
        None => format!(
            r#"<title>{}</title><meta name="description" content="{}">"#,
            escape(&page.meta().title),
            escape(&page.preview().description),
        ),
    };
    // What marks the beginning of a file would be a letter of its first rule.
    let styles = parts.styles.trim_start_matches('\u{feff}').trim();
    let styles = format!("{styles}{}", identity::rule(&site.library.site));
    let styles = inside("style", &styles)?;
    let script = script(&parts)?;
    let script = inside("script", &script)?;
    Ok(format!(
        r#"<!DOCTYPE html>
<html lang="{}" dir="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">{GENERATOR}{head}<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{}"><style>{styles}</style></head>
<body>{}{body}<template id="{}">{tools}</template>
<script type="module">{script}</script></body></html>
"#,
        escape(&page.meta().language),
        direction::of_page(&page),
        digest(script),
        digest(styles),
        BASE64_STANDARD.encode(parts.icon.trim()),
        provenance(site, &page, &route),
        id::TOOLS,
    ))
}

/// The line above the page: what this is, of when, from where.
fn provenance(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let words = page.words();
    let as_of = page.dispute().map_or_else(String::new, |dispute| {
        format!("{}. ", words.as_of_words(dispute))
    });
    let from = site.origin.map_or_else(String::new, |_| {
        let address = escape(&site.address(&site.base.href(route)));
        format!(r#" {} <a href="{address}">{address}</a>"#, words.made_from)
    });
    format!(
        r#"<section class="one-file" aria-label="{}"><p>{}{}{from}</p></section>"#,
        escape(words.this_copy),
        escape(&as_of),
        escape(words.one_file),
    )
}

/// The whole script: one module, which is allowed by its digest.
fn script(parts: &Parts) -> Result<String> {
    let local = |name: &str| {
        local_name(&parts.glue, name)
            .with_context(|| format!("what wasm-bindgen wrote exports no `{name}`"))
    };
    ensure!(
        !parts.glue.contains("import{") && !parts.glue.contains("import "),
        "what wasm-bindgen wrote imports other files, which one file has not"
    );
    let (init, boot) = (local("default")?, local("boot")?);
    let mut program = GzBuilder::new().write(Vec::new(), Compression::best());
    program.write_all(&parts.program)?;
    let program = program.finish()?;
    let (guard, _) = GUARD
        .split_once(LOADS)
        .context("boot.js has no line from which on it loads files")?;
    // Without the comments, which are for those who read the project.
    let code: Vec<&str> = guard
        .lines()
        .chain(BOOT.lines())
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
        .collect();
    // A block keeps its names apart from those of the other part.
    let code = format!("{{\n{}\n}}", code.join("\n"));
    for place in ["%init%", "%boot%", "%program%"] {
        ensure!(
            code.matches(place).count() == 1,
            "boot-single.js must have `{place}` exactly once"
        );
    }
    let code = code
        .replace("%init%", init)
        .replace("%boot%", boot)
        .replace("%program%", &BASE64_STANDARD.encode(program));
    Ok(format!("{}\n{code}", parts.glue.trim()))
}

/// What the module `glue` itself calls what it exports as `name`.
fn local_name<'g>(glue: &'g str, name: &str) -> Option<&'g str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    for (at, _) in glue.match_indices("export") {
        let rest = glue[at + "export".len()..].trim_start();
        if let Some(list) = rest
            .strip_prefix('{')
            .and_then(|rest| rest.split('}').next())
        {
            let entries = list.split(',').map(|entry| {
                let mut words = entry.split_whitespace();
                let local = words.next().unwrap_or_default();
                (local, words.last().unwrap_or(local))
            });
            for (local, exported) in entries {
                if exported == name {
                    return Some(local);
                }
            }
        } else if let Some(function) = rest.strip_prefix("function ") {
            let local = function.split(|c| !is_name(c)).next()?;
            if local == name {
                return Some(local);
            }
        } else if let Some(local) = rest.strip_prefix("default ").filter(|_| name == "default") {
            return local.split(|c| !is_name(c)).next();
        }
    }
    None
}

/// A text that an element `name` can hold as it is.
fn inside<'t>(name: &str, text: &'t str) -> Result<&'t str> {
    let lower = text.to_ascii_lowercase();
    // A parser would end the element at the first, read the second as the
    // beginning of something else, and change the third: the digest would be
    // of another text.
    for place in [format!("</{name}"), "<!--".to_owned(), "\r".to_owned()] {
        ensure!(!lower.contains(&place), "a `{name}` can't hold {place:?}");
    }
    Ok(text)
}

/// The digest of a text, as a Content Security Policy writes it.
fn digest(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::{inside, local_name};

    #[test]
    fn what_a_module_exports_is_found_in_every_form() {
        for (glue, init, boot) in [
            (
                "export function boot(a){}export{c as initSync,d as default}",
                "d",
                "boot",
            ),
            (
                "export { initSync, __wbg_init as default, x as boot };",
                "__wbg_init",
                "x",
            ),
            ("export default $init;export {boot}", "$init", "boot"),
        ] {
            assert_eq!(local_name(glue, "default"), Some(init), "{glue}");
            assert_eq!(local_name(glue, "boot"), Some(boot), "{glue}");
        }
        assert_eq!(local_name("export function reboot(){}", "boot"), None);
    }

    #[test]
    fn what_would_end_an_element_is_refused() {
        assert!(inside("script", "a < b").is_ok());
        for text in ["'</Script>'", "a<!--b", "a\r\nb"] {
            assert!(inside("script", text).is_err(), "{text}");
        }
        assert!(inside("style", "</script>").is_ok());
    }
}
