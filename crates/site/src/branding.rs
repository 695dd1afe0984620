//! The publisher's branding: the logo as a file, and the accent colour as a CSS
//! rule appended to the style sheet.

use says_who_model::SiteInfo;

use super::digest::fingerprint;
use super::offline::Asset;

/// The logo file. Every page shows it.
pub(super) fn logo(site: &SiteInfo) -> Option<Asset> {
    let logo = site.logo.as_ref()?;
    Some((logo.file_name(), logo.bytes().to_owned()))
}

/// The CSS rule for the accent colour; empty without one. It is in no cascade
/// layer, so that it overrides the design tokens.
pub(super) fn accent_rule(site: &SiteInfo) -> String {
    site.accent.map_or_else(String::new, |accent| {
        let (light, dark) = (accent.light(), accent.dark());
        format!(":root{{--link-day:{light};--link-night:{dark}}}")
    })
}

/// Appends the accent rule to the style sheet among `assets` and renames it,
/// because browsers cache the contents under the old name. Returns the old and
/// the new name, or `None` without an accent.
pub(super) fn add_accent(site: &SiteInfo, assets: &mut [Asset]) -> Option<(String, String)> {
    let rule = accent_rule(site);
    let (name, css) = assets.iter_mut().find(|(name, _)| name.ends_with(".css"))?;
    if rule.is_empty() {
        return None;
    }
    css.extend(rule.as_bytes());
    let new_name = format!("main-{}.css", fingerprint(css));
    Some((std::mem::replace(name, new_name.clone()), new_name))
}
