//! What happens to the state, and what has to be done outside.

use says_who_page_data::{Named, PageData};
use says_who_view::all_sources::SourceCount;
use says_who_view::copyable::CopyKind;
use says_who_view::filter::FilterQuery;
use says_who_view::search_form::SearchAction;
use says_who_view::words::ENGLISH;

use super::{Action, AfterRendering, Effect, Filtered, PageFacts, Place, State};
use crate::reader::app::Count;

fn named(id: &str, name: &str) -> Named {
    Named {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}

/// The state on a page of a dispute without points, at this query.
fn at(query: &str) -> (State, Vec<Effect>) {
    let data = PageData {
        sides: [named("county", "County"), named("town", "Town")],
        parties: Vec::new(),
        speakers: Vec::new(),
        outlets: Vec::new(),
        sources: Vec::new(),
        points: Vec::new(),
        former_ids: Vec::new(),
    };
    let page = PageFacts {
        data: Some(data.into()),
        second_side: Some("town".to_owned()),
        words: ENGLISH.app_words().into(),
    };
    let mut state = State::default();
    let effects = state.reduce(Action::PageShown(page, query.to_owned()));
    (state, effects)
}

fn filtered(points: usize) -> Action {
    Action::Filtered(Filtered {
        count: Some(Count {
            points,
            of: 3,
            statements: 0,
        }),
        ..Filtered::default()
    })
}

fn type_letters(state: &mut State, text: &str) -> Vec<Effect> {
    let set = |query: &mut FilterQuery, value| query.text = value;
    state.reduce(Action::Form(SearchAction::Set(set, text.to_owned())))
}

#[test]
fn a_page_is_ready_once_its_address_was_applied() {
    let (mut state, effects) = at("?speaker=mayor&first=town");
    let query = FilterQuery::parse("?speaker=mayor&first=town");
    assert_eq!(
        effects,
        [
            Effect::StopWaiting,
            Effect::OrderSides { swapped: true },
            Effect::ShowChange(None),
            Effect::ShowComparison(false),
            Effect::AfterRendering(AfterRendering::UnfoldFilters),
            Effect::Filter(query, true),
        ]
    );
    let effects = state.reduce(filtered(1));
    assert_eq!(
        effects,
        [
            Effect::AfterRendering(AfterRendering::Ready),
            Effect::ReadTexts { at_once: false }
        ]
    );
    // Only once.
    assert_eq!(state.reduce(filtered(2)), []);
}

#[test]
fn a_page_without_data_waits_for_nothing() {
    let mut state = State::default();
    let shown = Action::PageShown(PageFacts::default(), "?q=x".to_owned());
    let effects = state.reduce(shown);
    assert!(!effects.iter().any(|one| matches!(one, Effect::Filter(..))));
    assert_eq!(state.reduce(Action::StoppedTyping), []);
}

#[test]
fn results_are_announced_when_the_reader_has_stopped_typing() {
    let (mut state, _) = at("");
    state.reduce(filtered(3));
    let effects = type_letters(&mut state, "a");
    let query = FilterQuery::parse("?q=a");
    assert_eq!(
        effects,
        [Effect::WaitForTyping, Effect::Filter(query.clone(), false)]
    );
    let before = state.form.announced.clone();
    state.reduce(filtered(1));
    assert!(
        state.form.found.starts_with("1 of 3"),
        "{}",
        state.form.found
    );
    assert_eq!(state.form.announced, before);
    assert_eq!(
        state.reduce(Action::StoppedTyping),
        [Effect::WriteAddress(query)]
    );
    assert_eq!(state.form.announced, state.form.found);
    // A filter that takes longer is announced at its end.
    type_letters(&mut state, "ab");
    state.reduce(Action::StoppedTyping);
    assert!(state.form.announced.starts_with("1 of 3"));
    state.reduce(filtered(2));
    assert!(state.form.announced.starts_with("2 of 3"));
}

#[test]
fn swapping_twice_restores_the_order() {
    let (mut state, _) = at("?q=x");
    let swap = || Action::Form(SearchAction::Swap);
    let effects = state.reduce(swap());
    assert_eq!(
        effects,
        [
            Effect::Announce("Now listed first: Town.".to_owned()),
            Effect::StopWaiting,
            Effect::WriteAddress(FilterQuery::parse("?q=x&first=town")),
        ]
    );
    let effects = state.reduce(swap());
    assert_eq!(
        effects.last(),
        Some(&Effect::WriteAddress(FilterQuery::parse("?q=x")))
    );
}

#[test]
fn clearing_in_place_keeps_the_place_until_the_filter_is_gone() {
    let (mut state, _) = at("?q=x&first=town");
    state.reduce(filtered(1));
    let effects = state.reduce(Action::Form(SearchAction::ClearHere));
    let query = FilterQuery::parse("?first=town");
    assert_eq!(
        effects,
        [
            Effect::KeepPlace,
            Effect::WaitForTyping,
            Effect::Filter(query, false)
        ]
    );
    let effects = state.reduce(Action::Filtered(Filtered::default()));
    assert_eq!(
        effects,
        [Effect::AfterRendering(AfterRendering::RestorePlace)]
    );
    assert_eq!(state.form.found, "");
    assert!(state.form.active.is_empty());
}

#[test]
fn the_button_closes_all_sources_only_while_all_are_open() {
    let (mut state, _) = at("");
    for (open, of, opens) in [(0, 3, true), (2, 3, true), (3, 3, false), (0, 0, true)] {
        state.reduce(Action::SourcesCounted(SourceCount { open, of }));
        assert_eq!(
            state.reduce(Action::AllSourcesPressed),
            [Effect::OpenAllSources(opens)],
            "{open} of {of}"
        );
    }
}

#[test]
fn another_page_starts_afresh() {
    let (mut state, _) = at("?compare=a&q=x");
    assert!(state.comparison.is_some());
    state.reduce(filtered(1));
    state.reduce(Action::PageShown(PageFacts::default(), String::new()));
    assert!(state.comparison.is_none());
    assert_eq!(state.form.found, "");
    assert_eq!(state.form.query, FilterQuery::default());
}

#[test]
fn the_place_in_view_has_a_number_if_it_is_a_point() {
    let (mut state, _) = at("");
    let place = |number| Place {
        id: "notice".to_owned(),
        name: "Was notice given?".to_owned(),
        number,
    };
    for (place, words) in [
        (
            Some(place(Some((2, 13)))),
            "Point 2 of 13 · Was notice given?",
        ),
        (Some(place(None)), "Was notice given?"),
        (None, ""),
    ] {
        let id = place.as_ref().map(|place| place.id.clone());
        let effects = state.reduce(Action::PlaceInView(place));
        assert_eq!(effects, [Effect::MarkEntry(id)]);
        assert_eq!(state.place_in_words(), words);
    }
}

#[test]
fn the_switch_shows_whether_the_browser_stored_what_was_chosen() {
    let (mut state, _) = at("");
    let effects = state.reduce(Action::ShortcutsAsked(true));
    assert_eq!(
        effects,
        [Effect::AfterRendering(AfterRendering::OpenShortcutsDialog)]
    );
    assert!(state.are_shortcuts_on);
    let effects = state.reduce(Action::ShortcutsTurned(false));
    assert_eq!(effects, [Effect::TurnShortcuts(false)]);
    assert!(state.are_shortcuts_on);
    state.reduce(Action::ShortcutsStored(false));
    assert!(!state.are_shortcuts_on);
    state.reduce(Action::ShortcutsStored(true));
    state.reduce(Action::PageShown(PageFacts::default(), String::new()));
    assert!(state.are_shortcuts_on);
}

#[test]
fn what_is_done_is_announced_in_words() {
    let (mut state, _) = at("");
    let all = SourceCount { open: 3, of: 3 };
    for (action, words) in [
        (Action::AllSourcesChanged(all), "Sources open: 3 of 3"),
        (Action::Copied(CopyKind::Link), "Link copied"),
        (Action::Copied(CopyKind::Citation), "Citation copied"),
    ] {
        assert_eq!(state.reduce(action), [Effect::Announce(words.to_owned())]);
    }
}

#[test]
fn disputes_found_are_counted_in_words() {
    let mut state = State::default();
    let page = PageFacts {
        words: ENGLISH.app_words().into(),
        ..PageFacts::default()
    };
    state.reduce(Action::PageShown(page, String::new()));
    for (found, words) in [
        (Some((0, 2)), "No dispute matches."),
        (Some((1, 2)), "1 of 2 disputes matches."),
        (Some((2, 2)), "2 of 2 disputes match."),
        (None, ""),
    ] {
        state.reduce(Action::DisputesFound(found));
        assert_eq!(state.disputes_found, words);
    }
}
