//! The pages of the site, and the address of each.

use std::fmt;

use says_who_model::Id;

use crate::dispute_path::{is_skipped, path_segments};

/// A page's address below the base path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Home,
    /// The page “About”.
    About,
    /// The whole explainer of a dispute.
    Dispute(Id),
    /// One item of a dispute.
    Item(Id, Id),
    /// The share page of a dispute: every item with its link, card and citation.
    Share(Id),
    /// Figures on how even-handed a dispute is.
    Figures(Id),
    /// The timeline of a dispute, if it is too long for the explainer page.
    Timeline(Id),
    /// Everyone who speaks in a dispute.
    Speakers(Id),
    /// The short print edition of a dispute.
    Print(Id),
    /// An address that no page of this site can have.
    Unknown,
    /// The fallback page that is shown offline for an address that is not available
    /// offline.
    NotOffline,
}

impl Route {
    /// Parses a path below the base path, also one that was changed on its way (see
    /// [`segments`](crate::segments)). It doesn't know which ids exist, so it returns
    /// the likeliest route; [`DisputePath`](crate::DisputePath) knows. Any text is
    /// accepted; what is no address becomes [`Route::Unknown`].
    #[must_use]
    pub fn parse(path: &str) -> Self {
        if path == NOT_OFFLINE {
            return Self::NotOffline;
        }
        let segments = path_segments(path);
        let mut segments = segments.iter().filter(|segment| !is_skipped(segment));
        let Some(first) = segments.next() else {
            return Self::Home;
        };
        let Ok(dispute) = first.name().parse() else {
            return match first.name() == ABOUT {
                true => Self::About,
                false => Self::Unknown,
            };
        };
        let Some(below) = segments.next() else {
            return Self::Dispute(dispute);
        };
        match below.name().as_str() {
            SHARE => Self::Share(dispute),
            FIGURES => Self::Figures(dispute),
            TIMELINE => Self::Timeline(dispute),
            SPEAKERS => Self::Speakers(dispute),
            PRINT => Self::Print(dispute),
            item => item
                .parse()
                .map_or(Self::Unknown, |item| Self::Item(dispute, item)),
        }
    }

    /// The dispute that the page belongs to.
    #[must_use]
    pub fn dispute(&self) -> Option<&Id> {
        match self {
            Self::Dispute(dispute)
            | Self::Item(dispute, _)
            | Self::Share(dispute)
            | Self::Figures(dispute)
            | Self::Timeline(dispute)
            | Self::Speakers(dispute)
            | Self::Print(dispute) => Some(dispute),
            Self::Home | Self::About | Self::Unknown | Self::NotOffline => None,
        }
    }
}

/// The path below the base path, with its trailing slash. [`Route::Unknown`] has no
/// path of its own and is displayed as `404.html`, the page that is served for it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => Ok(()),
            Self::About => write!(f, "{ABOUT}/"),
            Self::Dispute(dispute) => write!(f, "{dispute}/"),
            Self::Item(dispute, item) => write!(f, "{dispute}/{item}/"),
            Self::Share(dispute) => write!(f, "{dispute}/{SHARE}/"),
            Self::Figures(dispute) => write!(f, "{dispute}/{FIGURES}/"),
            Self::Timeline(dispute) => write!(f, "{dispute}/{TIMELINE}/"),
            Self::Speakers(dispute) => write!(f, "{dispute}/{SPEAKERS}/"),
            Self::Print(dispute) => write!(f, "{dispute}/{PRINT}/"),
            Self::Unknown => f.write_str("404.html"),
            Self::NotOffline => f.write_str(NOT_OFFLINE),
        }
    }
}

/// The file of [`Route::NotOffline`]: a name that no dispute can have.
const NOT_OFFLINE: &str = "offline.html";

/// A word that no dispute can have as its id.
const ABOUT: &str = "about";

/// Below a dispute's page; no item can have this id.
pub(crate) const SHARE: &str = "share";

/// As [`SHARE`].
pub(crate) const FIGURES: &str = "figures";

/// As [`SHARE`].
pub(crate) const PRINT: &str = "print";

/// As [`SHARE`].
pub(crate) const TIMELINE: &str = "timeline";

/// As [`SHARE`].
pub(crate) const SPEAKERS: &str = "speakers";
