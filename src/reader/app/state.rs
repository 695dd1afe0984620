//! The state of the app, and how it changes. Nothing here touches the page: what has to
//! be done outside is returned as effects.

use says_who_model::Id;
use says_who_routes::fingerprint_in_query;
use says_who_view::all_sources::SourceCount;
use says_who_view::comparison::ComparisonQuery;
use says_who_view::filter::{Choices, FilterQuery};
use says_who_view::search_form::{SearchAction, SearchFormState, active_filters};
use says_who_view::words::Message;

use super::action::{Action, Filtered, PageFacts, Place};
use super::effect::{AfterRendering, Effect};
use super::results::{disputes_found, found};
use crate::reader::item_tools::Tools;
use crate::reader::notice::NotFound;

/// The state of the app on the page in view.
#[derive(Default)]
pub(in crate::reader) struct State {
    /// The search form.
    pub(in crate::reader) form: SearchFormState,
    /// What is compared.
    pub(in crate::reader) comparison: Option<ComparisonQuery>,
    /// How many sources are open.
    pub(in crate::reader) sources: SourceCount,
    /// How many disputes were found, in words; empty if everything is shown.
    pub(in crate::reader) disputes_found: String,
    /// The same, once the reader has stopped typing.
    pub(in crate::reader) disputes_announced: String,
    /// The part of the page in view.
    pub(in crate::reader) place: Option<Place>,
    /// What the address leads to and the dispute does not have.
    not_found: Option<NotFound>,
    /// Whether the keyboard shortcuts are on, once the reader has asked for them.
    pub(in crate::reader) are_shortcuts_on: bool,
    /// The tools of the item that is shared.
    pub(in crate::reader) shared: Option<Tools>,
    /// The page in view.
    pub(in crate::reader) page: PageFacts,
    /// Whether the choices have been unfolded: until then nobody sees them.
    has_choices: bool,
    is_typing: bool,
    is_filtering: bool,
    /// Whether the query of the address has been applied once.
    is_address_applied: bool,
    /// Whether the place in view is kept until the filter is applied.
    keeps_place: bool,
}

impl State {
    /// Changes the state by what happened. Returns what has to be done, in order.
    pub(in crate::reader) fn reduce(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::PageShown(page, query) => {
                *self = Self {
                    is_address_applied: page.data.is_none(),
                    // The dialog stays open while the page is replaced.
                    are_shortcuts_on: self.are_shortcuts_on,
                    page,
                    ..Self::default()
                };
                self.follow_address(&query)
            }
            Action::AddressChanged(query) => self.follow_address(&query),
            Action::Form(action) => self.use_form(action),
            Action::StoppedTyping => {
                self.is_typing = false;
                self.announce();
                if self.page.data.is_some() {
                    vec![Effect::WriteAddress(self.form.query.clone())]
                } else {
                    Vec::new()
                }
            }
            Action::Filtered(filtered) => self.show_filtered(filtered),
            Action::AllSourcesPressed => {
                vec![Effect::OpenAllSources(!self.sources.are_all_open())]
            }
            Action::AllSourcesChanged(sources) => {
                self.sources = sources;
                vec![Effect::Announce(sources.in_words(&self.page.words))]
            }
            Action::SourcesCounted(sources) => {
                self.sources = sources;
                Vec::new()
            }
            Action::DisputesSearched(words) => {
                self.is_typing = true;
                vec![Effect::FindDisputes(words), Effect::WaitForTyping]
            }
            Action::DisputesFound(found) => {
                let words = &self.page.words;
                self.disputes_found =
                    found.map_or_else(String::new, |(found, of)| disputes_found(words, found, of));
                Vec::new()
            }
            Action::PlaceInView(place) => {
                self.place = place;
                let id = self.place.as_ref().map(|place| place.id.clone());
                vec![Effect::MarkEntry(id)]
            }
            Action::NotFound(not_found) => {
                if self.not_found == not_found {
                    return Vec::new();
                }
                self.not_found.clone_from(&not_found);
                vec![Effect::ShowNotFound(not_found)]
            }
            Action::ShareAsked(tools) => {
                self.shared = Some(tools);
                vec![Effect::AfterRendering(AfterRendering::OpenShareDialog)]
            }
            Action::Copied(kind) => vec![Effect::Announce(self.page.words.copied(kind))],
            Action::ShortcutsAsked(are_on) => {
                self.are_shortcuts_on = are_on;
                vec![Effect::AfterRendering(AfterRendering::OpenShortcutsDialog)]
            }
            Action::ShortcutsTurned(on) => vec![Effect::TurnShortcuts(on)],
            Action::ShortcutsStored(are_on) => {
                self.are_shortcuts_on = are_on;
                Vec::new()
            }
        }
    }

    /// The part of the page in view, in words; empty if there is none.
    pub(in crate::reader) fn place_in_words(&self) -> String {
        match &self.place {
            Some(Place {
                name,
                number: Some((number, of)),
                ..
            }) => self.page.words.fill(
                Message::PlaceOfPoint,
                &[("number", number), ("of", of), ("name", name)],
            ),
            Some(place) => place.name.clone(),
            None => String::new(),
        }
    }

    fn follow_address(&mut self, query: &str) -> Vec<Effect> {
        self.form.query = FilterQuery::parse(query);
        self.comparison = None;
        if let Some(data) = &self.page.data {
            self.form.query.update_ids(data);
            let mut compared = ComparisonQuery::parse(query);
            if let Some(compared) = &mut compared {
                compared.update_ids(data);
            }
            self.comparison = compared;
        }
        self.is_typing = false;
        let mut effects = vec![
            Effect::StopWaiting,
            Effect::OrderSides {
                swapped: self.is_swapped(),
            },
            Effect::ShowChange(fingerprint_in_query(query)),
            Effect::ShowComparison(self.comparison.is_some()),
        ];
        if self.form.query.has_selects() {
            self.has_choices = true;
            effects.push(Effect::AfterRendering(AfterRendering::UnfoldFilters));
        }
        effects.extend(self.filter());
        effects
    }

    fn use_form(&mut self, action: SearchAction) -> Vec<Effect> {
        let mut effects = Vec::new();
        match action {
            SearchAction::Focus => return vec![Effect::ReadTexts { at_once: true }],
            SearchAction::Choose(set, value) => {
                set(&mut self.form.comparison, value);
                return effects;
            }
            SearchAction::ToggleChoices => self.has_choices = true,
            SearchAction::Set(set, value) => {
                set(&mut self.form.query, value);
                effects.push(self.type_on());
            }
            SearchAction::Clear => {
                self.form.query = self.form.query.cleared();
                effects.extend([Effect::FocusSearch, self.type_on()]);
            }
            SearchAction::ClearHere => {
                self.form.query = self.form.query.cleared();
                self.keeps_place = true;
                effects.extend([Effect::KeepPlace, self.type_on()]);
            }
            SearchAction::Swap => return self.swap(),
        }
        effects.extend(self.filter());
        effects
    }

    fn type_on(&mut self) -> Effect {
        self.is_typing = true;
        Effect::WaitForTyping
    }

    /// Swaps the sides. The address is written at once: the page is in the order that it
    /// asks for.
    fn swap(&mut self) -> Vec<Effect> {
        let Some(data) = &self.page.data else {
            return Vec::new();
        };
        let first = usize::from(!self.is_swapped());
        let side = &data.sides[first];
        let id = side.id.parse::<Id>().ok();
        let message = self
            .page
            .words
            .fill(Message::SideFirst, &[("side", &side.name)]);
        self.form.query.first = id.filter(|_| first == 1);
        self.is_typing = false;
        vec![
            Effect::Announce(message),
            Effect::StopWaiting,
            Effect::WriteAddress(self.form.query.clone()),
        ]
    }

    fn is_swapped(&self) -> bool {
        let first = self.form.query.first.as_ref().map(Id::as_str);
        first.is_some() && first == self.page.second_side.as_deref()
    }

    fn filter(&mut self) -> Option<Effect> {
        self.page.data.as_ref()?;
        self.is_filtering = true;
        Some(Effect::Filter(self.form.query.clone(), self.has_choices))
    }

    /// Says what is filtered by and what is found.
    fn show_filtered(&mut self, filtered: Filtered) -> Vec<Effect> {
        let Filtered {
            count,
            source,
            choices,
        } = filtered;
        self.is_filtering = false;
        let words = &self.page.words;
        let source = source.map(|name| words.fill(Message::CitedFrom, &[("source", &name)]));
        self.form.found =
            count.map_or_else(String::new, |count| found(words, count, source.as_deref()));
        let none = Choices::default();
        self.form.active = active_filters(
            words,
            &self.form.query,
            choices.as_ref().unwrap_or(&none),
            source,
        );
        self.form.choices = choices;
        self.announce();
        let mut effects = Vec::new();
        if std::mem::take(&mut self.keeps_place) {
            effects.push(Effect::AfterRendering(AfterRendering::RestorePlace));
        }
        if !std::mem::replace(&mut self.is_address_applied, true) {
            effects.extend([
                Effect::AfterRendering(AfterRendering::Ready),
                Effect::ReadTexts { at_once: false },
            ]);
        }
        effects
    }

    /// Announces what is found, once the reader has stopped typing: not for every
    /// letter.
    fn announce(&mut self) {
        if !self.is_typing && !self.is_filtering {
            self.form.announced = self.form.found.clone();
            self.disputes_announced = self.disputes_found.clone();
        }
    }
}

#[cfg(test)]
mod tests;
