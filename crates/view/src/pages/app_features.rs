//! What a page lacks if the app fails.

use super::Page;
use super::dispatch::Content;
use crate::components::{AppFeatures, has_search};

impl Page<'_> {
    /// The features that are unavailable if the app fails; `None` if the page needs
    /// no app.
    pub(super) fn app_features(&self) -> Option<AppFeatures> {
        match self.content {
            Content::Dispute(_) => Some(AppFeatures::All),
            Content::Item(..) | Content::Share(_) => Some(AppFeatures::Copying),
            Content::Home => has_search(self.library).then_some(AppFeatures::Search),
            Content::About
            | Content::Figures(_)
            | Content::Timeline(_)
            | Content::Speakers(_)
            | Content::Print(_)
            | Content::Gone(..)
            | Content::NotFound(_)
            | Content::Offline => None,
        }
    }
}
