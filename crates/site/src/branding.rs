//! The publisher's accent colour, as a CSS rule appended to the style sheet.

use anyhow::Result;
use says_who_bundle::Bundle;
use says_who_model::SiteInfo;

/// The CSS rule for the accent colour; empty without one. It is in no cascade
/// layer, so that it overrides the design tokens.
fn accent_rule(site: &SiteInfo) -> String {
    site.accent.map_or_else(String::new, |accent| {
        let (light, dark) = (accent.light(), accent.dark());
        format!(":root{{--link-day:{light};--link-night:{dark}}}")
    })
}

/// Appends the accent rule, if there is one, to the style sheet. That changes the
/// style sheet's name, because browsers cache the contents under the old one.
pub(super) fn add_accent(site: &SiteInfo, bundle: &mut Bundle) -> Result<()> {
    let rule = accent_rule(site);
    if rule.is_empty() {
        return Ok(());
    }
    let mut style = bundle.contents(&bundle.manifest.style)?.to_owned();
    style.extend(rule.as_bytes());
    bundle.set_style(style);
    Ok(())
}
