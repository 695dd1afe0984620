//! The elements in which islands stand.

use std::cell::RefCell;

#[cfg(target_arch = "wasm32")]
use gloo::utils::document;
use yew::prelude::*;

/// On an element in which an island stands: which one.
const NAME: &str = "data-island";

/// A component that the browser draws as well. What it is drawn from stands as
/// attributes on its host, so that the browser draws it from the same.
pub(crate) trait Island: BaseComponent {
    /// Its name on the host.
    const NAME: &'static str;

    /// The attributes that hold what it is drawn from.
    #[cfg(not(target_arch = "wasm32"))]
    fn write(props: &Self::Properties) -> Vec<(&'static str, String)>;

    /// The same, read back: `value` gives an attribute's value, and an empty one
    /// where there is none.
    #[cfg(target_arch = "wasm32")]
    fn read(value: impl Fn(&'static str) -> String) -> Self::Properties;
}

/// An island in its host, as a page holds it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn host<I: Island>(props: I::Properties) -> Html {
    let mut host = yew::virtual_dom::VTag::new("div");
    host.add_attribute("class", "island");
    host.add_attribute(NAME, I::NAME);
    for (name, value) in I::write(&props) {
        host.add_attribute(name, value);
    }
    host.add_child(html! { <I ..props /> });
    host.into()
}

type Then = Box<dyn FnOnce()>;

thread_local! {
    /// How many islands have not begun yet, and what is done when all have.
    static WAITING: RefCell<(usize, Option<Then>)> = RefCell::default();
}

/// Says that an island answers to the reader from now on, and has done what the
/// address asks of it.
pub(super) fn begun() {
    let then = WAITING.with_borrow_mut(|(left, then)| {
        *left = left.saturating_sub(1);
        if *left == 0 { then.take() } else { None }
    });
    if let Some(then) = then {
        then();
    }
}

/// Does something once all islands have begun.
#[cfg(target_arch = "wasm32")]
pub(crate) fn when_begun(then: impl FnOnce() + 'static) {
    let is_waiting = WAITING.with_borrow(|(left, _)| *left > 0);
    if is_waiting {
        WAITING.with_borrow_mut(|(_, waiting)| *waiting = Some(Box::new(then)));
    } else {
        then();
    }
}

/// The islands of a part of the page, as the browser has drawn them.
#[cfg(target_arch = "wasm32")]
#[derive(Default)]
pub(crate) struct Islands(Vec<Box<dyn FnOnce()>>);

#[cfg(target_arch = "wasm32")]
impl Islands {
    /// Draws every island in the element that `within` finds.
    pub(crate) fn within(within: &str) -> Self {
        use super::Finder;

        let mut all = Self::default();
        all.draw::<Finder>(within);
        all
    }

    /// Draws an island in the place of what was written. That is the same, and
    /// can't be used before the app has come: nothing of the reader's is in it.
    fn draw<I: Island>(&mut self, within: &str) {
        let selector = format!("{within} [{NAME}={}]", I::NAME);
        let Ok(Some(host)) = document().query_selector(&selector) else {
            return;
        };
        let props = I::read(|name| host.get_attribute(name).unwrap_or_default());
        WAITING.with_borrow_mut(|(left, _)| *left += 1);
        let app = yew::Renderer::<I>::with_root_and_props(host, props).render();
        self.0.push(Box::new(move || app.destroy()));
    }

    /// Ends them, with all that they listen to.
    pub(crate) fn end(self) {
        WAITING.take();
        for end in self.0 {
            end();
        }
    }
}
