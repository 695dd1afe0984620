//! What makes the site look like its publisher's: the logo as a file, and the accent
//! as a rule behind those of the style sheet.

use says_who_model::SiteInfo;

use super::digest::digits;
use super::offline::Named;

/// The logo, which every page shows.
pub(super) fn logo(site: &SiteInfo) -> Option<Named> {
    let logo = site.logo.as_ref()?;
    Some((logo.file_name(), logo.bytes().to_owned()))
}

/// The rule for the accent; empty without one. It stands in no layer, so that it
/// wins over the tokens.
pub(super) fn rule(site: &SiteInfo) -> String {
    site.accent.map_or_else(String::new, |accent| {
        let (light, dark) = (accent.light(), accent.dark());
        format!(":root{{--link-day:{light};--link-night:{dark}}}")
    })
}

/// Adds the accent to the style sheet among the `shared` files, under another name,
/// as browsers keep what they have under the old one. The two names, where there is
/// an accent.
pub(super) fn add_accent(site: &SiteInfo, shared: &mut [Named]) -> Option<(String, String)> {
    let rule = rule(site);
    let styles = shared.iter_mut().find(|(name, _)| name.ends_with(".css"))?;
    if rule.is_empty() {
        return None;
    }
    styles.1.extend(rule.as_bytes());
    let name = format!("main-{}.css", digits(&styles.1));
    Some((std::mem::replace(&mut styles.0, name.clone()), name))
}
