//! The nodes of corrections.

use says_who_model::{Id, ItemRef, Revision, RevisionKind};

use super::node::Node;
use super::node_builder::NodeBuilder;

impl NodeBuilder<'_> {
    /// The corrections for which `is_relevant` holds, each with the items that it
    /// concerns and that are described on the page. They correct this explainer,
    /// not what it reports.
    pub(super) fn corrections(
        &self,
        is_relevant: impl Fn(&Revision) -> bool,
        is_on_page: impl Fn(&Id) -> bool,
    ) -> Vec<Node> {
        let dispute = self.context.dispute;
        let corrections = dispute.revisions.iter();
        let corrections = corrections
            .filter(|revision| revision.kind == RevisionKind::Correction && is_relevant(revision));
        let node = |revision: &Revision| {
            let items = revision.items.iter();
            let items = items.filter_map(|id| match dispute.follow(id.as_str()) {
                Some(ItemRef::Item(item)) => Some(item.id()),
                _ => None,
            });
            let items: Vec<Node> = items
                .filter(|id| is_on_page(id))
                .map(|id| Node::reference(&self.anchor_url(id)))
                .collect();
            Node::new("CorrectionComment")
                .with("text", revision.what.as_str())
                .with("datePublished", revision.date.to_string())
                .with("inLanguage", dispute.language.as_str())
                .with("about", items)
        };
        corrections.map(node).collect()
    }
}
