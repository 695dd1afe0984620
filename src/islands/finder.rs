//! Above the ledger: the search, the choices, the order of the sides. What is
//! chosen stands in the address, so that a view can be sent.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use says_who_model::{Date, Id};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Island;
use super::host::begun;
use crate::browser::filtered::{Choices, Count, Done, Filtered, source_name};
use crate::browser::{address, announce, find};
use crate::showing::{Handed, Showing, Speaks};
use crate::words::controls::ENGLISH;

/// What the finder is drawn from: the ids and the names of both sides.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) ids: [String; 2],
    pub(crate) names: [String; 2],
}

impl Island for Finder {
    const NAME: &'static str = "finder";

    #[cfg(not(target_arch = "wasm32"))]
    fn write(props: &Props) -> Vec<(&'static str, String)> {
        let [first, second] = props.ids.clone();
        let [first_name, second_name] = props.names.clone();
        vec![
            ("data-first", first),
            ("data-second", second),
            ("data-first-name", first_name),
            ("data-second-name", second_name),
        ]
    }

    #[cfg(target_arch = "wasm32")]
    fn read(value: impl Fn(&'static str) -> String) -> Props {
        Props {
            ids: [value("data-first"), value("data-second")],
            names: [value("data-first-name"), value("data-second-name")],
        }
    }
}

/// How long the address, and those who hear what is found, wait for the next
/// letter, in milliseconds: browsers refuse to write it too often, and nobody
/// wants to hear of every letter.
pub(crate) const PAUSE: u32 = 300;

/// The search and the choices. What they ask is done to the page as it stands;
/// it is drawn for a page that asks for everything.
pub(crate) struct Finder {
    showing: Showing,
    /// What is found, as one reads it; nothing where everything is shown.
    found: String,
    /// The same as it was last heard: the reader has stopped typing.
    heard: String,
    /// What is folded is drawn when it is first wanted: it takes a look at every
    /// statement.
    choices: Option<Choices>,
    filtered: Filtered,
    more: NodeRef,
    changed: Option<EventListener>,
    /// Whether what the address asks has been done.
    begun: bool,
    /// Until when the address waits, and whoever hears what is found.
    later: Option<Timeout>,
    /// Until when what is asked for waits to be gone on with.
    next: Option<Timeout>,
}

/// What happens to it.
pub(crate) enum Msg {
    /// The address may ask for something else.
    Address,
    /// The choices are unfolded.
    Look,
    /// The reader comes to the search.
    Search,
    /// The reader asks for something else.
    Ask(Set, String),
    /// The reader has stopped typing.
    Rest,
    /// For everything.
    Clear,
    /// For the other order of the sides.
    Swap,
    /// The browser has had its turn.
    GoOn,
}

/// Sets a part of what is asked for to what a field holds.
type Set = fn(&mut Showing, String);

impl Component for Finder {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            showing: Showing::default(),
            found: String::new(),
            heard: String::new(),
            choices: None,
            filtered: Filtered::default(),
            more: NodeRef::default(),
            changed: None,
            begun: false,
            later: None,
            next: None,
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let link = ctx.link().clone();
            self.changed = Some(address::on_change(move || link.send_message(Msg::Address)));
            // Now, before anybody comes to a place on the page.
            ctx.link().send_message(Msg::Address);
        } else if self.next.is_none() && !std::mem::replace(&mut self.begun, true) {
            begun();
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let mut asked = self.showing.clone();
        match msg {
            Msg::Address => {
                asked = address::showing();
                self.later = None;
                if asked.has_choices() {
                    self.look();
                    if let Some(more) = self.more.cast::<Element>() {
                        find::open(&more, true);
                    }
                }
            }
            Msg::Look => self.look(),
            Msg::Search => {
                self.filtered.forget_texts();
                return false;
            }
            Msg::Ask(set, value) => {
                set(&mut asked, value);
                self.rest_later(ctx);
            }
            Msg::Rest => {
                self.later = None;
                address::show(&asked);
            }
            Msg::Clear => {
                asked = asked.cleared();
                focus_search();
                self.rest_later(ctx);
            }
            Msg::Swap => {
                let props = ctx.props();
                let second = props.ids[1].parse::<Id>().ok();
                let swapped = asked.first.is_some() && asked.first == second;
                asked.first = second.filter(|_| !swapped);
                announce(&(ENGLISH.stands_first)(&props.names[usize::from(!swapped)]));
                // At once: the page is in the order that the address asks for.
                self.later = None;
                address::show(&asked);
            }
            Msg::GoOn => {}
        }
        let ids = &ctx.props().ids;
        self.next = match self.filtered.apply(&asked, ids, ENGLISH.matches) {
            Done::All(count) => {
                self.found = count.map_or_else(String::new, |count| self.found(&asked, count));
                None
            }
            Done::Part => {
                let link = ctx.link().clone();
                Some(Timeout::new(0, move || link.send_message(Msg::GoOn)))
            }
        };
        if self.next.is_none() && self.later.is_none() {
            self.heard = self.found.clone();
        }
        self.showing = asked;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (words, link) = (&ENGLISH, ctx.link());
        let typed = link.callback(|event: InputEvent| {
            Msg::Ask(|asked, value| asked.words = value, value(&event))
        });
        html! {
            <div class="finder" role="search" aria-label={words.finder}>
                <label class="finder__search">
                    <span>{ words.find }</span>
                    <input
                        type="search"
                        id={SEARCH}
                        autocomplete="off"
                        spellcheck="false"
                        dir="auto"
                        value={self.showing.words.clone()}
                        oninput={typed}
                        onfocusin={link.callback(|_: FocusEvent| Msg::Search)}
                    />
                </label>
                <button
                    type="button"
                    class="control"
                    id={SWAP}
                    onclick={link.callback(|_: MouseEvent| Msg::Swap)}
                >
                    { words.swap }
                </button>
                <details
                    class="finder__more"
                    ref={self.more.clone()}
                    ontoggle={link.callback(|_: Event| Msg::Look)}
                >
                    <summary>{ words.more_choices }</summary>
                    <div class="finder__choices">
                        if let Some(choices) = &self.choices {
                            { self.selects(ctx, choices) }
                        }
                    </div>
                </details>
                <p class="visually-hidden" aria-live="polite">{ changing(&self.heard) }</p>
                <p class="finder__count">{ changing(&self.found) }</p>
                <button
                    type="button"
                    class="control"
                    hidden={self.found.is_empty()}
                    onclick={link.callback(|_: MouseEvent| Msg::Clear)}
                >
                    { words.show_everything }
                </button>
            </div>
        }
    }
}

impl Finder {
    /// Finds what there is to choose among.
    fn look(&mut self) {
        if self.choices.is_none() {
            self.choices = Some(self.filtered.choices());
        }
    }

    /// Waits until the reader has stopped typing.
    fn rest_later(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.later = Some(Timeout::new(PAUSE, move || link.send_message(Msg::Rest)));
    }

    /// What is found, in words.
    fn found(&self, asked: &Showing, count: Count) -> String {
        let found = (ENGLISH.found)(count.points, count.of, count.statements);
        // Only a link can ask for what rests on one source.
        let source = asked.source.as_ref().map(|id| {
            let name = source_name(id.as_str()).unwrap_or_else(|| id.to_string());
            (ENGLISH.only_source)(&name)
        });
        source.map_or(found.clone(), |source| format!("{found}. {source}"))
    }

    /// The choices beside the words.
    fn selects(&self, ctx: &Context<Self>, choices: &Choices) -> Html {
        let (words, showing, props) = (&ENGLISH, &self.showing, ctx.props());
        let change = |set: Set| {
            ctx.link()
                .callback(move |event: Event| Msg::Ask(set, value(&event)))
        };
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        let sides = props.ids.iter().zip(&props.names);
        let sides = sides.map(|(id, name)| pair(id, name));
        let sides: Vec<_> = sides.chain([pair(Speaks::NEITHER, words.others)]).collect();
        let handed = Handed::ALL.map(|handed| pair(handed.name(), (words.handed)(handed)));
        let named = [pair("yes", words.named), pair("no", words.anonymous)];
        let date = |label, value: Option<Date>, set: Set| {
            let value = value.map(|date| date.to_string()).unwrap_or_default();
            let onchange = ctx.link().batch_callback(move |event: Event| {
                let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
                // While a day is typed, it is half there, or of the year 2, 20, 202.
                field.check_validity().then(|| Msg::Ask(set, field.value()))
            });
            html! {
                <label>
                    <span>{ label }</span>
                    <input type="date" min="1000-01-01" max="9999-12-31" {value} {onchange} />
                </label>
            }
        };
        html! {
            <>
                { select(
                    words.side,
                    showing.side.as_ref().map_or("", Speaks::name),
                    &sides,
                    change(|asked, value| asked.side = Speaks::named(&value)),
                ) }
                { select(
                    words.speaker,
                    showing.speaker.as_ref().map_or("", Id::as_str),
                    &choices.speakers,
                    change(|asked, value| asked.speaker = value.parse().ok()),
                ) }
                { select(
                    words.outlet,
                    showing.outlet.as_deref().unwrap_or_default(),
                    &choices.outlets,
                    change(|asked, value| {
                        asked.outlet = Some(value).filter(|value| !value.is_empty());
                    }),
                ) }
                { select(
                    words.wording,
                    showing.handed.map_or("", Handed::name),
                    &handed,
                    change(|asked, value| {
                        asked.handed = Handed::ALL.into_iter().find(|handed| handed.name() == value);
                    }),
                ) }
                { select(
                    words.naming,
                    match showing.named {
                        Some(true) => "yes",
                        Some(false) => "no",
                        None => "",
                    },
                    &named,
                    change(|asked, value| {
                        asked.named = match value.as_str() {
                            "yes" => Some(true),
                            "no" => Some(false),
                            _ => None,
                        };
                    }),
                ) }
                { date(
                    words.from,
                    showing.from,
                    |asked, value| asked.from = value.parse().ok(),
                ) }
                { date(
                    words.until,
                    showing.until,
                    |asked, value| asked.until = value.parse().ok(),
                ) }
            </>
        }
    }
}

/// A text that changes: as an element of its own, which is put in place of the one
/// before. A text alone may by then be one that a translator has put there.
fn changing(text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.to_owned()}>{ text.to_owned() }</span> }
}

/// The id of the search field.
pub(crate) const SEARCH: &str = "_search";

/// The id of the button that swaps the sides.
pub(crate) const SWAP: &str = "_swap";

/// One choice; the first answer is "any".
fn select(
    label: &'static str,
    chosen: &str,
    answers: &[(String, String)],
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ ENGLISH.any }</option>
                { for answers.iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={chosen == value}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// What a field holds.
fn value(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(target) => target
            .dyn_into::<HtmlSelectElement>()
            .map(|field| field.value())
            .unwrap_or_default(),
    }
}

/// Moves focus to the search field.
pub(crate) fn focus_search() {
    if let Some(field) = find::first::<HtmlInputElement>(&format!("#{SEARCH}")) {
        let _ = field.focus();
        field.select();
    }
}
