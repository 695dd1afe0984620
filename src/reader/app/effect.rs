//! What the app does outside its state.

use says_who_model::Fingerprint;
use says_who_view::filter::FilterQuery;

use crate::reader::notice::NotFound;

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::reader) enum Effect {
    /// Applies the filter, and counts the choices if they are seen.
    Filter(FilterQuery, bool),
    /// Reads the texts that are missing for a search to come, at once or once the page
    /// has settled.
    ReadTexts { at_once: bool },
    /// Writes the address now.
    WriteAddress(FilterQuery),
    /// Waits until the reader has stopped typing.
    WaitForTyping,
    /// Waits no longer.
    StopWaiting,
    /// Moves focus to the search field.
    FocusSearch,
    /// Remembers the place in view, for [`AfterRendering::RestorePlace`].
    KeepPlace,
    /// Says something to a screen reader.
    Announce(String),
    /// Puts the sides in the order of the data, or the other.
    OrderSides { swapped: bool },
    /// Says whether an item has changed since a version.
    ShowChange(Option<Fingerprint>),
    /// Shows the notice that the dispute does not have what the address asks for, or
    /// removes it.
    ShowNotFound(Option<NotFound>),
    /// Marks the entry with this id in “On this page”, or none.
    MarkEntry(Option<String>),
    /// Turns the keyboard shortcuts on or off.
    TurnShortcuts(bool),
    /// Shows what is compared in place of the page, or the page.
    ShowComparison(bool),
    /// Opens or closes all sources.
    OpenAllSources(bool),
    /// Shows the disputes with these words.
    FindDisputes(String),
    /// Does this once the page shows the state.
    AfterRendering(AfterRendering),
}

/// What has to be done once the page shows the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reader) enum AfterRendering {
    /// Unfolds the filters.
    UnfoldFilters,
    /// Restores the place in view.
    RestorePlace,
    /// Opens the share dialog.
    OpenShareDialog,
    /// Opens the dialog of the keyboard shortcuts.
    OpenShortcutsDialog,
    /// The page can be used.
    Ready,
}
