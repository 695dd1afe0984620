//! The controls of items. A page is written with those that are links; the
//! button that copies is added here as they come into view. All at once would have
//! the browser lay out the whole page again.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlTemplateElement, IntersectionObserver, IntersectionObserverEntry};

use super::find::{all, first};

/// The id of the part of a page where its item is shared and cited.
pub(crate) const SHARE: &str = "_share";

/// The id of the template of what is added.
pub(crate) const BUTTON: &str = "_copy_link";

/// Controls that are not all there yet.
const SHORT: &str = ".item-controls:not([data-full])";

/// Sees to it that controls are all there when somebody sees them.
pub(super) struct Watch(Option<IntersectionObserver>);

impl Watch {
    /// Watches nothing yet.
    pub(super) fn begin() -> Self {
        let seen = Closure::<dyn Fn(Array, IntersectionObserver)>::new(
            |entries: Array, watch: IntersectionObserver| {
                for entry in entries {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if entry.is_intersecting() {
                        let controls = entry.target();
                        watch.unobserve(&controls);
                        complete(&controls);
                    }
                }
            },
        );
        // It lives as long as the page.
        let seen = seen.into_js_value();
        Self(IntersectionObserver::new(seen.unchecked_ref()).ok())
    }

    /// Watches the controls of the page in view too.
    pub(super) fn watch(&self) {
        if let Some(watch) = &self.0 {
            for controls in all(SHORT) {
                watch.observe(&controls);
            }
        }
    }
}

/// What refuses to be added leaves the links that are there.
fn complete(controls: &Element) -> Option<()> {
    let button = first::<HtmlTemplateElement>(&format!("#{BUTTON}"))?;
    let button = button.content().clone_node_with_deep(true).ok()?;
    controls.set_attribute("data-full", "").ok()?;
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
