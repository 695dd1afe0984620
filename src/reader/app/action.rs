//! What can happen in the app.

use std::rc::Rc;

use says_who_page_data::PageData;
use says_who_view::all_sources::SourceCount;
use says_who_view::filter::Choices;
use says_who_view::search_form::SearchAction;

use crate::reader::item_tools::Tools;

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
    /// Sources were opened or closed.
    SourcesCounted(SourceCount),
    /// The reader searches the disputes.
    DisputesSearched(String),
    /// So many disputes were found, in words.
    DisputesFound(String),
    /// The part of the page in view has this name.
    PlaceInView(String),
    /// The reader wants to share an item, which has these tools.
    ShareAsked(Tools),
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
