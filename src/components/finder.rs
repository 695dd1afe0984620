//! Above the ledger: the search, the choices, the order of the sides. What is
//! chosen stands in the address, so that a view can be sent.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use says_who_model::{Dispute, Id, SideKey};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::text;
use crate::app::Shared;
use crate::browser::filtered::{self, Unfolded};
use crate::browser::{address, announce};
use crate::showing::{Handed, Index, Showing, Speaks, needles, outlets};
use crate::words::Words;

/// What the finder is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) words: &'static Words,
    pub(crate) library: Shared,
    pub(crate) dispute: Id,
}

/// How long the address waits for the next letter, in milliseconds: browsers
/// refuse to write it too often.
const PAUSE: u32 = 300;

/// How many points and statements are on show.
#[derive(Clone, Copy, PartialEq)]
struct Count {
    points: usize,
    of: usize,
    statements: usize,
}

/// The search and the choices. What they ask is done to the page in effects; it
/// is drawn for a page that asks for everything.
#[component]
pub(crate) fn Finder(props: &Props) -> Html {
    let words = props.words;
    let showing = use_state_eq(Showing::default);
    let count = use_state_eq(|| None::<Count>);
    // What is folded is drawn once the app has come: nobody waits for it.
    let choices = use_state_eq(|| false);
    let more = use_node_ref();
    let memory = use_mut_ref(Memory::default);

    {
        let (showing, choices, more) = (showing.setter(), choices.setter(), more.clone());
        let (props, count, memory) = (props.clone(), count.setter(), memory.clone());
        use_effect_with((), move |()| {
            let asked = address::showing();
            choices.set(true);
            // Now, before anybody comes to a place on the page: effects of a
            // component run before those of the one it stands in.
            count.set(apply(&props, &asked, &memory));
            if has_choices(&asked) {
                unfold(&more);
            }
            showing.set(asked);
            let changed = address::on_change(move || {
                let asked = address::showing();
                if has_choices(&asked) {
                    unfold(&more);
                }
                showing.set(asked);
            });
            move || drop(changed)
        });
    }
    {
        let (props, count, memory) = (props.clone(), count.setter(), memory);
        use_effect_with((*showing).clone(), move |showing| {
            // The first time this is what the page was drawn for, not what the
            // address asks.
            let begun = std::mem::replace(&mut memory.borrow_mut().begun, true);
            let later = begun.then(|| {
                count.set(apply(&props, showing, &memory));
                let showing = showing.clone();
                Timeout::new(PAUSE, move || address::show(&showing))
            });
            move || drop(later)
        });
    }
    let Some(dispute) = props.library.0.dispute(props.dispute.as_str()) else {
        return Html::default();
    };
    let change = |set: fn(&mut Showing, String)| {
        let showing = showing.clone();
        Callback::from(move |event: Event| {
            let mut asked = (*showing).clone();
            set(&mut asked, value(&event));
            showing.set(asked);
        })
    };
    let typed = {
        let showing = showing.clone();
        Callback::from(move |event: InputEvent| {
            let mut asked = (*showing).clone();
            asked.words = value(&event);
            showing.set(asked);
        })
    };
    let clear = {
        let showing = showing.clone();
        Callback::from(move |_: MouseEvent| {
            showing.set(showing.cleared());
            focus_search();
        })
    };
    let swap = {
        let showing = showing.clone();
        let (first, second) = (dispute.sides.first.clone(), dispute.sides.second.clone());
        Callback::from(move |_: MouseEvent| {
            let swapped = showing.first.as_ref() == Some(&second.id);
            let mut asked = (*showing).clone();
            asked.first = (!swapped).then(|| second.id.clone());
            let now = if swapped { &first } else { &second };
            announce(&(words.stands_first)(&now.name));
            // At once: the page is drawn by the address.
            address::show(&asked);
            showing.set(asked);
        })
    };
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
                    value={showing.words.clone()}
                    oninput={typed}
                />
            </label>
            <button type="button" class="control" id={SWAP} onclick={swap}>{ words.swap }</button>
            <details class="finder__more" ref={more}>
                <summary>{ words.more_choices }</summary>
                <div class="finder__choices">
                    if *choices {
                        { selects(words, dispute, &showing, &change) }
                    }
                </div>
            </details>
            <p class="finder__count" aria-live="polite">
                if let Some(count) = *count {
                    { (words.found)(count.points, count.of, count.statements) }
                    if let Some(source) = chosen_source(words, dispute, &showing) {
                        { " " }{ source }
                    }
                }
            </p>
            <button type="button" class="control" hidden={count.is_none()} onclick={clear}>
                { words.show_everything }
            </button>
        </div>
    }
}

/// The id of the search field.
pub(crate) const SEARCH: &str = "_search";

/// The id of the button that swaps the sides.
pub(crate) const SWAP: &str = "_swap";

/// What lasts from one keystroke to the next.
#[derive(Default)]
struct Memory {
    index: Option<Index>,
    unfolded: Unfolded,
    applied: Option<(Showing, Count)>,
    begun: bool,
}

/// Shows what is asked for; says how much that is, unless it is everything.
fn apply(props: &Props, showing: &Showing, memory: &Rc<RefCell<Memory>>) -> Option<Count> {
    let memory = &mut *memory.borrow_mut();
    if showing.is_all() {
        if memory.applied.take().is_some() {
            filtered::show_all(&mut memory.unfolded);
        }
        return None;
    }
    // Done once: what a link showed since then stays.
    if let Some((before, count)) = &memory.applied
        && before == showing
    {
        return Some(*count);
    }
    let dispute = props.library.0.dispute(props.dispute.as_str())?;
    let index = memory
        .index
        .get_or_insert_with(|| Index::of(dispute, props.words));
    let found = index.matched(dispute, showing);
    filtered::show(
        &found,
        &needles(&showing.words),
        props.words.matches,
        &mut memory.unfolded,
    );
    let count = Count {
        points: found.points.len(),
        of: dispute.all_points().count(),
        statements: found.statements.len(),
    };
    memory.applied = Some((showing.clone(), count));
    Some(count)
}

/// The choices beside the words.
fn selects(
    words: &'static Words,
    dispute: &Dispute,
    showing: &Showing,
    change: &impl Fn(fn(&mut Showing, String)) -> Callback<Event>,
) -> Html {
    let side = showing.side.as_ref().map_or("", Speaks::name);
    let sides = SideKey::BOTH.map(|side| {
        let side = dispute.sides.get(side);
        (side.id.as_str(), side.name.as_str())
    });
    let sides: Vec<_> = sides
        .into_iter()
        .chain([(Speaks::NEITHER, words.others)])
        .collect();
    let mut speakers: Vec<(&str, &str)> = Vec::new();
    let mut ways: Vec<(&str, &str)> = Vec::new();
    for statement in dispute
        .all_points()
        .flat_map(says_who_model::Point::statements)
    {
        let speaker = dispute.speaker(statement.speaker);
        speakers.push((speaker.id.as_str(), speaker.name.as_str()));
        ways.extend(outlets(dispute, statement).map(|outlet| (outlet, outlet)));
    }
    for list in [&mut speakers, &mut ways] {
        list.sort_by_key(|(id, name)| (*name, *id));
        list.dedup();
    }
    let handed = Handed::ALL.map(|handed| (handed.name(), (words.handed)(handed)));
    let named = [("yes", words.named), ("no", words.unnamed)];
    let date = |label, value: Option<says_who_model::Date>, onchange| {
        let value = value.map(|date| date.to_string()).unwrap_or_default();
        html! {
            <label>
                <span>{ label }</span>
                <input type="date" {value} {onchange} />
            </label>
        }
    };
    html! {
        <>
            { select(words, words.side, side, &sides, change(|asked, value| {
                asked.side = Speaks::named(&value);
            })) }
            { select(
                words,
                words.speaker,
                showing.speaker.as_ref().map_or("", Id::as_str),
                &speakers,
                change(|asked, value| asked.speaker = value.parse().ok()),
            ) }
            { select(
                words,
                words.outlet,
                showing.outlet.as_deref().unwrap_or_default(),
                &ways,
                change(|asked, value| asked.outlet = Some(value).filter(|value| !value.is_empty())),
            ) }
            { select(
                words,
                words.wording,
                showing.handed.map_or("", Handed::name),
                &handed,
                change(|asked, value| {
                    asked.handed = Handed::ALL.into_iter().find(|handed| handed.name() == value);
                }),
            ) }
            { select(
                words,
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
            { date(words.from, showing.from, change(|asked, value| asked.from = value.parse().ok())) }
            { date(words.until, showing.until, change(|asked, value| asked.until = value.parse().ok())) }
        </>
    }
}

/// One choice; the first answer is "any".
fn select(
    words: &Words,
    label: &'static str,
    chosen: &str,
    answers: &[(&str, &str)],
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ words.any }</option>
                { for answers.iter().map(|&(value, name)| html! {
                    <option value={value.to_owned()} selected={chosen == value}>{ text(name) }</option>
                }) }
            </select>
        </label>
    }
}

/// That only what rests on one source is shown; only a link can ask for that.
fn chosen_source(words: &Words, dispute: &Dispute, showing: &Showing) -> Option<String> {
    let id = showing.source.as_ref()?;
    let source = dispute.sources.iter().find(|source| source.id == *id);
    Some((words.only_source)(&source.map_or_else(
        || id.to_string(),
        |source| words.source_title(source),
    )))
}

/// Whether something is asked beside the words and the order.
fn has_choices(showing: &Showing) -> bool {
    let others = Showing {
        words: String::new(),
        source: None,
        ..showing.clone()
    };
    !others.is_all()
}

fn unfold(more: &NodeRef) {
    if let Some(more) = more.cast::<web_sys::HtmlDetailsElement>() {
        more.set_open(true);
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
    let field = gloo::utils::document().get_element_by_id(SEARCH);
    if let Some(Ok(field)) = field.map(|field| field.dyn_into::<HtmlInputElement>()) {
        let _ = field.focus();
        field.select();
    }
}
