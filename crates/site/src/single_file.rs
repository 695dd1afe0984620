//! A dispute as a single HTML file: the explainer's page with the styles, the app
//! and the share tools of the other pages inlined. It makes no requests, so it opens
//! from a folder, a mail attachment or an archive.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, GzBuilder};

use super::digest::integrity;
use super::escape::escape;
use super::{Site, branding, head};
use says_who_routes::{Base, Route};
use says_who_view::direction;
use says_who_view::dom::id;
use says_who_view::pages::Page;

/// Starts the app in a single file; has three placeholders.
const BOOT_SINGLE_JS: &str = include_str!("../../../web/boot-single.js");

/// Starts the app on a site. The part above [`LOADER_MARKER`] handles an app that
/// fails, and goes into a single file too.
const BOOT_JS: &str = include_str!("../../../web/boot.js");

/// The comment in `web/boot.js` below which it loads the app's files.
const LOADER_MARKER: &str = "// Loader: fetches and starts the app.";

/// Marks a file that `cargo xtask build` may overwrite.
const GENERATOR: &str = r#"<meta name="generator" content="Says Who, one file">"#;

/// The files of the bundle, to be inlined.
struct BundleFiles {
    styles: String,
    icon: String,
    /// The JavaScript module that wasm-bindgen wrote. It imports nothing.
    glue: String,
    wasm: Vec<u8>,
}

impl BundleFiles {
    fn read(bundle: &Path) -> Result<Self> {
        let text = |prefix, suffix| {
            let path = find_only_file(bundle, prefix, suffix)?;
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
        };
        let wasm = find_only_file(bundle, "", ".wasm")?;
        Ok(Self {
            styles: text("", ".css")?,
            icon: text("icon", ".svg")?,
            glue: text("app", ".js")?,
            wasm: fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?,
        })
    }
}

/// The only file in a folder whose name has this prefix and suffix.
fn find_only_file(folder: &Path, prefix: &str, suffix: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(prefix) && name.ends_with(suffix) {
            found.push(entry.path());
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => bail!(
            "expected one file `{prefix}*{suffix}` in {}, found {}",
            folder.display(),
            found.len()
        ),
    }
}

/// The single file of the first dispute of `site`, which should have no other.
/// `bundle` is the folder that Trunk wrote.
pub(super) fn single_file(site: &Site<'_>, bundle: &Path) -> Result<String> {
    let bundle = BundleFiles::read(bundle)?;
    let dispute = site.library.disputes.first();
    let route = Route::Dispute(dispute.context("there is no dispute")?.id.clone());
    let page = Page::at(site.library, &route);

    let base: Base = match site.origin {
        None => "#".parse()?,
        Some(origin) => format!("#{origin}{}", site.base.as_str())
            .parse()
            .with_context(|| {
                format!("`{origin}` is not an origin; expected a scheme and host, such as https://example.org")
            })?,
    };
    let copy = Site {
        base: &base,
        // The base already contains the origin.
        origin: site.origin.map(|_| ""),
        ..*site
    };
    let body = copy.app_root(&route);
    let tools = copy.share_tools();

    let head = match site.origin {
        Some(_) => head::head(site, &page, &route),
        // No Open Graph tags: link previews need a URL.
        None => format!(
            r#"<title>{}</title><meta name="description" content="{}">"#,
            escape(&page.meta().title),
            escape(&page.preview().description),
        ),
    };
    // Strip the BOM, which would become part of the first rule's selector.
    let styles = bundle.styles.trim_start_matches('\u{feff}').trim();
    let styles = format!("{styles}{}", branding::accent_rule(&site.library.site));
    let styles = check_inlinable("style", &styles)?;
    let script = assemble_script(&bundle)?;
    let script = check_inlinable("script", &script)?;
    Ok(format!(
        r#"<!DOCTYPE html>
<html lang="{}" dir="{}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">{GENERATOR}{head}<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{}"><style>{styles}</style></head>
<body>{}{body}<template id="{}">{tools}</template>
<script type="module">{script}</script></body></html>
"#,
        escape(&page.meta().language),
        direction::for_page(&page),
        integrity(script.as_bytes()),
        integrity(styles.as_bytes()),
        BASE64_STANDARD.encode(bundle.icon.trim()),
        copy_notice(site, &page, &route),
        id::SHARE_TOOLS_TEMPLATE,
    ))
}

/// The line above the page: that this is a copy, its as-of date, and the URL of the
/// original.
fn copy_notice(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let words = page.words();
    let as_of = page.dispute().map_or_else(String::new, |dispute| {
        format!("{}. ", words.as_of_phrase(dispute))
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

/// Assembles the wasm-bindgen glue, the boot code and the wasm into one module.
fn assemble_script(bundle: &BundleFiles) -> Result<String> {
    let local = |name: &str| {
        local_name(&bundle.glue, name)
            .with_context(|| format!("the wasm-bindgen glue doesn't export `{name}`"))
    };
    ensure!(
        !bundle.glue.contains("import{") && !bundle.glue.contains("import "),
        "the wasm-bindgen glue imports other modules, which a single file can't contain"
    );
    let (init, boot) = (local("default")?, local("boot")?);
    let mut wasm = GzBuilder::new().write(Vec::new(), Compression::best());
    wasm.write_all(&bundle.wasm)?;
    let wasm = wasm.finish()?;
    let (failure_handling, _) = BOOT_JS
        .split_once(LOADER_MARKER)
        .context("web/boot.js lacks the comment that marks the loader")?;
    // Strip the comments, which readers of the page don't need.
    let code: Vec<&str> = failure_handling
        .lines()
        .chain(BOOT_SINGLE_JS.lines())
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
        .collect();
    // A block, so that its names don't collide with those of the glue.
    let code = format!("{{\n{}\n}}", code.join("\n"));
    for placeholder in ["%init%", "%boot%", "%program%"] {
        ensure!(
            code.matches(placeholder).count() == 1,
            "web/boot-single.js must contain `{placeholder}` exactly once"
        );
    }
    let code = code
        .replace("%init%", init)
        .replace("%boot%", boot)
        .replace("%program%", &BASE64_STANDARD.encode(wasm));
    Ok(format!("{}\n{code}", bundle.glue.trim()))
}

/// The local name of what the module `glue` exports as `name`.
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

/// Checks that a text can be the content of an element `name` without escaping.
fn check_inlinable<'t>(name: &str, text: &'t str) -> Result<&'t str> {
    let lower = text.to_ascii_lowercase();
    // An HTML parser ends the element at the first and takes the second for the
    // start of a comment. It turns the third into a line feed, after which the
    // text doesn't match its digest in the policy.
    for forbidden in [format!("</{name}"), "<!--".to_owned(), "\r".to_owned()] {
        ensure!(
            !lower.contains(&forbidden),
            "a `{name}` can't hold {forbidden:?}"
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{check_inlinable, local_name};

    #[test]
    fn exports_are_found_in_every_syntax() {
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
    fn text_that_would_end_the_element_is_refused() {
        assert!(check_inlinable("script", "a < b").is_ok());
        for text in ["'</Script>'", "a<!--b", "a\r\nb"] {
            assert!(check_inlinable("script", text).is_err(), "{text}");
        }
        assert!(check_inlinable("style", "</script>").is_ok());
    }
}
