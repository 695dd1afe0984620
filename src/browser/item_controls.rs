//! The controls of items. A page is written with those that are links; the
//! button that copies is added here, as far as it is in sight: what is folded gets
//! its own when it unfolds.

use web_sys::{Element, HtmlTemplateElement, Node};

use super::find::{all, all_in, first};

/// The id of the part of a page where its item is shared and cited.
pub(crate) const SHARE: &str = "_share";

/// The id of the template of what is added.
pub(crate) const BUTTON: &str = "_copy_link";

/// Controls that are not all there yet.
const SHORT: &str = ".item-controls:not([data-full])";

/// Those of them that are in no folded source.
const IN_SIGHT: &str = ".item-controls:not([data-full]):not(.sourcing:not([open]) *)";

/// Completes the controls that are in sight.
pub(super) fn complete() {
    add(&all(IN_SIGHT));
}

/// Completes all that an element has, also folded ones.
pub(super) fn complete_in(element: &Element) {
    add(&all_in(element, SHORT));
}

fn add(to: &[Element]) {
    if let Some(button) = first::<HtmlTemplateElement>(&format!("#{BUTTON}")) {
        for controls in to {
            add_to(controls, &button.content());
        }
    }
}

/// What refuses to be added leaves the links that are there.
fn add_to(controls: &Element, button: &Node) -> Option<()> {
    controls.set_attribute("data-full", "").ok()?;
    let button = button.clone_node_with_deep(true).ok()?;
    controls.append_child(&button).ok()?;
    // The first says whose they are to those who hear them one by one.
    let mut control = controls.first_element_child()?;
    let name = control.last_element_child()?;
    while let Some(next) = control.next_element_sibling() {
        let name = name.clone_node_with_deep(true).ok()?;
        next.append_child(&name).ok()?;
        control = next;
    }
    Some(())
}
