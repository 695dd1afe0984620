//! What stands at the head of every printed page: the as-of date and the address.

use gloo::utils::window;
use yew::prelude::*;

/// What the line is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The date, in words.
    pub(crate) as_of: String,
    /// The page's address from the host's root; empty where it has none.
    pub(crate) path: String,
    /// The scheme and host, where they are known.
    pub(crate) origin: Option<String>,
}

/// The line. On a screen it is not shown.
#[component]
pub(crate) fn PrintLine(props: &Props) -> Html {
    let here = use_state_eq(|| None::<String>);
    {
        let here = here.setter();
        use_effect_with(props.origin.is_some(), move |known| {
            if !known {
                here.set(window().location().origin().ok());
            }
        });
    }
    let origin = props.origin.as_ref().or(here.as_ref());
    let origin = origin.map_or("", String::as_str);
    let (then, origin) = match props.path.as_str() {
        "" => ("", ""),
        _ => (" · ", origin),
    };
    html! {
        <p class="print-line" aria-hidden="true">
            <span>{ &props.as_of }{ then }{ origin }{ &props.path }</span>
        </p>
    }
}
