//! The app: one component over one store. It renders into several places of the page,
//! as portals; everything else on a page stays as the generator wrote it.

mod action;
mod effect;
mod filtering;
mod hosts;
mod results;
mod state;
mod store;

use gloo::utils::document;
use says_who_view::all_sources::all_sources_content;
use says_who_view::live_text::live_text;
use says_who_view::search_form::{SearchAction, search_form};
use says_who_view::shortcuts_switch::shortcuts_switch;
use web_sys::MouseEvent;
use yew::prelude::*;

pub(super) use self::action::{Action, Count, Place};
use self::hosts::Hosts;
pub(super) use self::state::State;
pub(super) use self::store::{dispatch, show_page, start, when_ready, when_rendered, with};
use super::app_element;
use super::comparison::Comparing;

/// The component.
pub(super) struct App {
    hosts: Hosts,
    /// The number of the page in view. Each gets elements of its own.
    page: usize,
    /// How many messages it has had.
    messages: usize,
    comparing: Comparing,
    /// The title of the page while nothing is compared.
    page_title: String,
    on_form: Callback<SearchAction>,
    on_all_sources: Callback<MouseEvent>,
    on_shortcuts: Callback<bool>,
}

/// Messages of the component.
pub(super) enum Msg {
    /// The page with this number is in view.
    PageShown(usize),
    /// The state has changed.
    Changed,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self {
            hosts: Hosts::default(),
            page: 0,
            messages: 0,
            comparing: Comparing::default(),
            page_title: String::new(),
            on_form: Callback::from(|action| dispatch(Action::Form(action))),
            on_all_sources: Callback::from(|_| dispatch(Action::AllSourcesPressed)),
            on_shortcuts: Callback::from(|on| dispatch(Action::ShortcutsTurned(on))),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        self.messages += 1;
        if let Msg::PageShown(number) = msg {
            self.hosts = Hosts::find(with(|state| state.page.data.is_some()));
            self.page = number;
            self.comparing = Comparing::default();
            self.page_title = document().title();
        }
        with(|state| self.comparing.follow(state));
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let hosts = &self.hosts;
        with(|state| {
            let words = &state.page.words;
            html! {
                <key={self.page}>
                    { hosts.search.render(|| search_form(words, &state.form, &self.on_form)) }
                    { hosts.comparison.render(|| self.comparing.content()) }
                    { hosts.all_sources.render(|| {
                        all_sources_content(words, state.sources, &self.on_all_sources)
                    }) }
                    { hosts.disputes_found.render(|| live_text(&state.disputes_found)) }
                    { hosts.disputes_announced.render(|| live_text(&state.disputes_announced)) }
                    { hosts.place.render(|| live_text(&state.place_in_words())) }
                    { hosts.shortcuts_switch.render(|| {
                        shortcuts_switch(state.are_shortcuts_on, &self.on_shortcuts)
                    }) }
                    if let Some(shared) = &state.shared {
                        { hosts.shared_title.render(|| live_text(&shared.title)) }
                        { hosts.shared_tools.render(|| Html::VRef(shared.element.clone().into())) }
                    }
                </>
            }
        })
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if self.comparing.has_changed() {
            document().set_title(&match self.comparing.heading() {
                Some(heading) => format!("{heading} · {}", self.page_title),
                None => self.page_title.clone(),
            });
            app_element::set_print_line();
        }
        store::rendered(self.messages);
    }
}
