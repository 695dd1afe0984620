//! The panel over the page in which an item is shared and cited, and the
//! controls that copy without it.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::{document, window};
use says_who_model::SideKey;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlTextAreaElement, MouseEvent};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::{share_tools, text};
use crate::app::Shared;
use crate::browser::{Sent, announce, can_send, copy, send};
use crate::pages::Page;
use crate::routes::{Base, Route};
use crate::share::Text;
use crate::view::View;

/// What the panel is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) library: Shared,
    pub(crate) base: Base,
    pub(crate) origin: Option<String>,
    pub(crate) route: Route,
}

/// What the panel shows. Each opening is another, so that the same item can be
/// opened twice.
#[derive(Clone, Debug, PartialEq)]
struct Opened {
    time: u32,
    shows: Shows,
}

#[derive(Clone, Debug, PartialEq)]
enum Shows {
    /// The tools for the item with this name.
    Tools(String),
    /// A text that the browser would not copy.
    ByHand(String),
}

/// What a control asks for.
enum Ask {
    Copy(Text, String),
    Device(String),
    Open(String),
}

/// The panel, closed until a control opens it, and the line for messages.
#[component]
pub(crate) fn SharePanel(props: &Props) -> Html {
    let opened = use_state(|| None::<Opened>);
    let dialog = use_node_ref();
    let current = use_mut_ref(|| props.clone());
    current.replace(props.clone());

    {
        let (opened, current) = (opened.setter(), current.clone());
        use_effect_with((), move |()| {
            can_send();
            let options = EventListenerOptions {
                // Before the app's own links, one of which this may be.
                phase: EventListenerPhase::Capture,
                passive: false,
            };
            let mut time = 0;
            let click =
                EventListener::new_with_options(&document(), "click", options, move |event| {
                    let Some(ask) = asked(event) else {
                        return;
                    };
                    event.prevent_default();
                    time += 1;
                    let props = current.borrow().clone();
                    answer(props, ask, time, opened.clone());
                });
            move || drop(click)
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with((*opened).clone(), move |opened| {
            if let (Some(opened), Some(dialog)) = (opened, dialog.cast::<HtmlDialogElement>()) {
                show(&dialog, &opened.shows);
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let content = opened
        .as_ref()
        .and_then(|opened| content(&with_origin(props.clone()), &opened.shows, &close));
    html! {
        <>
            <p class="announcement" role="status"></p>
            <dialog
                class="panel"
                ref={dialog}
                aria-labelledby={opened.as_ref().map(|_| HEAD)}
                closedby="any"
            >
                { for content }
            </dialog>
        </>
    }
}

/// The id of the panel's heading.
const HEAD: &str = "_panel";

fn content(props: &Props, shows: &Shows, close: &Callback<MouseEvent>) -> Option<Html> {
    let view = view(props)?;
    let words = view.words;
    let inside = match shows {
        Shows::Tools(name) => {
            let subject = view.subject(name)?;
            html! {
                <>
                    <h2 class="panel__head" id={HEAD}>{ words.share_and_cite }</h2>
                    <p class="panel__title">{ text(&view.title(&subject)) }</p>
                    { share_tools(view, &subject) }
                </>
            }
        }
        Shows::ByHand(words_to_copy) => html! {
            <>
                <h2 class="panel__head" id={HEAD}>{ words.copy }</h2>
                <label class="panel__by-hand">
                    { words.copy_by_hand }
                    <textarea readonly={true} rows="6" value={words_to_copy.clone()} />
                </label>
            </>
        },
    };
    Some(html! {
        <div class="panel__inside">
            { inside }
            <p class="panel__foot">
                <button type="button" class="control" onclick={close.clone()}>{ words.close }</button>
            </p>
            <p class="announcement" role="status"></p>
        </div>
    })
}

/// What a click asks for; nothing where it is not on one of the controls, or
/// where a link among them is to be opened elsewhere.
fn asked(event: &Event) -> Option<Ask> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if click.button() != 0 || click.meta_key() || click.ctrl_key() || click.shift_key() {
        return None;
    }
    let target = click.target()?.dyn_into::<Element>().ok()?;
    let control = target
        .closest("[data-copy], [data-device], [data-share]")
        .ok()??;
    if let Some(name) = control.get_attribute("data-share") {
        return Some(Ask::Open(name));
    }
    if let Some(name) = control.get_attribute("data-device") {
        return Some(Ask::Device(name));
    }
    let what = Text::named(&control.get_attribute("data-copy")?)?;
    Some(Ask::Copy(what, control.get_attribute("data-item")?))
}

fn answer(props: Props, ask: Ask, time: u32, opened: UseStateSetter<Option<Opened>>) {
    let open = move |shows| opened.set(Some(Opened { time, shows }));
    let (what, name) = match ask {
        Ask::Open(name) => return open(Shows::Tools(name)),
        Ask::Copy(what, name) => (Some(what), name),
        Ask::Device(name) => (None, name),
    };
    let props = with_origin(props);
    let texts = view(&props).and_then(|view| {
        let subject = view.subject(&name)?;
        let copied = what.unwrap_or(Text::Link);
        Some((
            copied.of(view, &subject)?,
            (view.words.copied)(copied.copied()),
            view.title(&subject),
        ))
    });
    let Some((words, message, title)) = texts else {
        return;
    };
    spawn_local(async move {
        if what.is_none() && send(&title, &words).await == Sent::Settled {
            return;
        }
        if copy(&words).await {
            announce(message);
        } else {
            open(Shows::ByHand(words));
        }
    });
}

/// A copied address is whole, also where the site does not know its own host.
fn with_origin(mut props: Props) -> Props {
    if props.origin.is_none() {
        props.origin = window().location().origin().ok();
    }
    props
}

fn view(props: &Props) -> Option<View<'_>> {
    let page = Page::at(&props.library.0, &props.route);
    Some(View {
        dispute: page.dispute()?,
        base: &props.base,
        origin: props.origin.as_deref(),
        words: page.words(),
        level: 3,
        first: SideKey::First,
    })
}

fn show(dialog: &HtmlDialogElement, shows: &Shows) {
    // Opening one that is open is an error, and nothing else.
    let _ = dialog.show_modal();
    if let Shows::ByHand(_) = shows
        && let Ok(Some(field)) = dialog.query_selector("textarea")
        && let Some(field) = field.dyn_ref::<HtmlTextAreaElement>()
    {
        field.select();
    }
}
