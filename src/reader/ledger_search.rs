//! The search over the ledger and its filters. The address has the query, so that a
//! reader can share what is shown.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use says_who_model::Id;
use says_who_view::dom::id;
use says_who_view::filter::FilterQuery;
use says_who_view::search_form::{SearchAction, SearchFormProps, SearchFormState, search_form};
use says_who_view::words::controls::ENGLISH;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::apply_filter::{Count, FilteredLedger, Progress, source_name};
use super::island;
use super::live_region::announce;
use super::{address, dom};

/// How long after the last letter the address is written and the result announced,
/// in milliseconds. Browsers limit how often the address is written, and a screen
/// reader should not announce a result for every letter.
pub(super) const DEBOUNCE: u32 = 300;

/// The search form, and the ledger that it filters.
pub(super) struct Search {
    state: SearchFormState,
    ledger: FilteredLedger,
    filters: NodeRef,
    address_changed: Option<EventListener>,
    /// Whether the query of the address has been applied once.
    is_ready: bool,
    /// Runs until the reader has stopped typing.
    debounce: Option<Timeout>,
    /// Runs until the next step of a filter that is being applied.
    next_step: Option<Timeout>,
}

/// Messages of the component.
pub(super) enum Msg {
    /// The query of the address may have changed.
    AddressChanged,
    /// The reader used the form.
    Form(SearchAction),
    /// The reader has stopped typing.
    Typed,
    /// The browser has had its turn: the filter takes its next step.
    Continue,
}

impl Component for Search {
    type Message = Msg;
    type Properties = SearchFormProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            state: SearchFormState::default(),
            ledger: FilteredLedger::default(),
            filters: NodeRef::default(),
            address_changed: None,
            is_ready: false,
            debounce: None,
            next_step: None,
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let link = ctx.link().clone();
            let changed = address::on_change(move || link.send_message(Msg::AddressChanged));
            self.address_changed = Some(changed);
            // Now, before the page scrolls to anything.
            ctx.link().send_message(Msg::AddressChanged);
        } else if self.next_step.is_none() && !std::mem::replace(&mut self.is_ready, true) {
            island::ready();
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let mut query = self.state.query.clone();
        match msg {
            Msg::AddressChanged => {
                query = address::query();
                self.debounce = None;
                if query.has_selects() {
                    self.find_choices();
                    if let Some(filters) = self.filters.cast::<Element>() {
                        dom::open(&filters, true);
                    }
                }
            }
            Msg::Form(SearchAction::ToggleFilters) => self.find_choices(),
            Msg::Form(SearchAction::Focus) => {
                self.ledger.forget_texts();
                return false;
            }
            Msg::Form(SearchAction::Set(set, value)) => {
                set(&mut query, value);
                self.write_address_later(ctx);
            }
            Msg::Typed => {
                self.debounce = None;
                address::write_query(&query);
            }
            Msg::Form(SearchAction::Clear) => {
                query = query.cleared();
                focus_search();
                self.write_address_later(ctx);
            }
            Msg::Form(SearchAction::Swap) => {
                let props = ctx.props();
                let second = props.ids[1].parse::<Id>().ok();
                let is_swapped = query.first.is_some() && query.first == second;
                query.first = second.filter(|_| !is_swapped);
                announce(&(ENGLISH.stands_first)(
                    &props.names[usize::from(!is_swapped)],
                ));
                // At once: the page is in the order that the address asks for.
                self.debounce = None;
                address::write_query(&query);
            }
            Msg::Continue => {}
        }
        let ids = &ctx.props().ids;
        self.next_step = match self.ledger.apply(&query, ids, ENGLISH.matches) {
            Progress::Done(count) => {
                self.state.found = count.map_or_else(String::new, |count| found(&query, count));
                None
            }
            Progress::Pending => {
                let link = ctx.link().clone();
                Some(Timeout::new(0, move || link.send_message(Msg::Continue)))
            }
        };
        if self.next_step.is_none() && self.debounce.is_none() {
            self.state.announced = self.state.found.clone();
        }
        self.state.query = query;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let on_action = ctx.link().callback(Msg::Form);
        search_form(ctx.props(), &self.state, &self.filters, &on_action)
    }
}

impl Search {
    /// Finds what there is to choose among: only once it is wanted, because every
    /// statement has to be looked at.
    fn find_choices(&mut self) {
        if self.state.choices.is_none() {
            self.state.choices = Some(self.ledger.choices());
        }
    }

    /// Writes the address once the reader has stopped typing.
    fn write_address_later(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let typed = move || link.send_message(Msg::Typed);
        self.debounce = Some(Timeout::new(DEBOUNCE, typed));
    }
}

/// What is found, in words.
fn found(query: &FilterQuery, count: Count) -> String {
    let found = (ENGLISH.found)(count.points, count.of, count.statements);
    // Only a link can ask for what rests on one source.
    let source = query.source.as_ref().map(|id| {
        let name = source_name(id.as_str()).unwrap_or_else(|| id.to_string());
        (ENGLISH.only_source)(&name)
    });
    source.map_or(found.clone(), |source| format!("{found}. {source}"))
}

/// Moves focus to the search field.
pub(super) fn focus_search() {
    if let Some(field) = dom::first::<HtmlInputElement>(&format!("#{}", id::SEARCH)) {
        let _ = field.focus();
        field.select();
    }
}
