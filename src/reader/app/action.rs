//! What can happen in the app.

use std::rc::Rc;

use says_who_page_data::PageData;
use says_who_view::all_sources::SourceCount;
use says_who_view::copyable::CopyKind;
use says_who_view::filter::Choices;
use says_who_view::search_form::SearchAction;
use says_who_view::words::AppWords;

use crate::reader::item_tools::Tools;
use crate::reader::notice::NotFound;

/// How much of the ledger is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reader) struct Count {
    /// Points that are shown.
    pub(in crate::reader) points: usize,
    /// All points.
    pub(in crate::reader) of: usize,
    /// Statements that match.
    pub(in crate::reader) statements: usize,
}

/// What the app knows of a page.
#[derive(Clone, Debug, Default)]
pub(in crate::reader) struct PageFacts {
    /// The data of the page, if it has any.
    pub(in crate::reader) data: Option<Rc<PageData>>,
    /// The id of the side that is second in the data.
    pub(in crate::reader) second_side: Option<String>,
    /// The words of the app.
    pub(in crate::reader) words: Rc<AppWords>,
}

/// A part of the page that “On this page” lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reader) struct Place {
    /// The id of the part.
    pub(in crate::reader) id: String,
    /// Its name, as it is listed.
    pub(in crate::reader) name: String,
    /// The number of a point, and how many there are.
    pub(in crate::reader) number: Option<(usize, usize)>,
}

/// What happened.
#[derive(Clone)]
pub(in crate::reader) enum Action {
    /// A page was put in view, whose address has this query.
    PageShown(PageFacts, String),
    /// The query of the address may have changed.
    AddressChanged(String),
    /// The reader used the search form.
    Form(SearchAction),
    /// The reader has stopped typing.
    StoppedTyping,
    /// A filter was applied.
    Filtered(Filtered),
    /// The reader pressed the button that opens or closes all sources.
    AllSourcesPressed,
    /// All sources were opened or closed.
    AllSourcesChanged(SourceCount),
    /// Sources were opened or closed.
    SourcesCounted(SourceCount),
    /// The reader searches the disputes.
    DisputesSearched(String),
    /// How many disputes were found, and how many there are; `None` without a search.
    DisputesFound(Option<(usize, usize)>),
    /// This part of the page is in view; `None` above the first.
    PlaceInView(Option<Place>),
    /// What the address asks for and the dispute does not have; `None` if it has
    /// everything.
    NotFound(Option<NotFound>),
    /// The reader wants to share an item, which has these tools.
    ShareAsked(Tools),
    /// This was copied.
    Copied(CopyKind),
    /// The reader wants to see the keyboard shortcuts, which are on or off.
    ShortcutsAsked(bool),
    /// The reader turns the shortcuts on or off.
    ShortcutsTurned(bool),
    /// The shortcuts are on or off.
    ShortcutsStored(bool),
}

/// The result of a filter.
#[derive(Clone, Debug, Default)]
pub(in crate::reader) struct Filtered {
    /// `None` if everything is shown.
    pub(in crate::reader) count: Option<Count>,
    /// The name of the source that the filter asks for.
    pub(in crate::reader) source: Option<String>,
    /// What can be chosen, if that was asked for.
    pub(in crate::reader) choices: Option<Choices>,
}
