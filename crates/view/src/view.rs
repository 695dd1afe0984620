//! What every part of a dispute's page is drawn from.

use says_who_model::{Dispute, Id, Item, ItemRef, SiteInfo, Source, Statement};

use crate::dom::ORIGIN_PLACEHOLDER;
use crate::subject::Subject;
use crate::words::Words;
use says_who_routes::{Base, Route, as_sent};

/// One dispute, the site it stands on, and the words of the interface.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Whose site it is.
    pub site: &'a SiteInfo,
    pub dispute: &'a Dispute,
    pub base: &'a Base,
    /// What stands before a path in a whole address: the scheme and host of the
    /// site; nothing, or what stands for them, where they are not known.
    pub origin: &'a str,
    pub words: &'static Words,
    /// The level of a point's question as a heading: 1 on its own page.
    pub level: u8,
}

impl<'a> View<'a> {
    /// The name of a heading `below` levels below a point's question.
    pub fn heading(&self, below: u8) -> String {
        format!("h{}", self.level + below)
    }

    /// The address of the whole explainer, from the host's root.
    pub fn whole(&self) -> String {
        self.base.href(&Route::Dispute(self.dispute.id.clone()))
    }

    /// The address of an item's own page, from the host's root.
    pub fn page(&self, id: &Id) -> String {
        self.base
            .href(&Route::Item(self.dispute.id.clone(), id.clone()))
    }

    /// The address of an item's place in the whole, from the host's root.
    pub fn place(&self, id: &Id) -> String {
        if self.base.is_one_file() {
            return self.page(id);
        }
        format!("{}#{id}", self.whole())
    }

    /// The address of the list of everything one can send, from the host's
    /// root; `None` where this is one file that does not know the site.
    pub fn share(&self) -> Option<String> {
        self.base.page(&Route::Share(self.dispute.id.clone()))
    }

    /// The address of the figures; `None` as for [`View::share`].
    pub fn figures(&self) -> Option<String> {
        self.base.page(&Route::Figures(self.dispute.id.clone()))
    }

    /// The address of the short edition; `None` as for [`View::share`].
    pub fn print(&self) -> Option<String> {
        self.base.page(&Route::Print(self.dispute.id.clone()))
    }

    /// An address with scheme and host, as far as they are known.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The route of what can be sent.
    pub fn route(&self, subject: &Subject<'_>) -> Route {
        let dispute = self.dispute.id.clone();
        match subject.id() {
            None => Route::Dispute(dispute),
            Some(id) => Route::Item(dispute, id.clone()),
        }
    }

    /// The address to cite: the page itself; where one file does not know it,
    /// the place in the file.
    pub fn cited(&self, subject: &Subject<'_>) -> String {
        let route = self.route(subject);
        let page = self.base.page(&route);
        self.absolute(&page.unwrap_or_else(|| self.base.href(&route)))
    }

    /// The address to cite where it leads there from anywhere; nothing where the
    /// host is not known and no browser will fill it in.
    pub fn cited_whole(&self, subject: &Subject<'_>) -> Option<String> {
        Some(self.cited(subject)).filter(|address| !address.starts_with('/'))
    }

    /// The address to send: the page, with a memory of how the item is.
    pub fn sent(&self, subject: &Subject<'_>) -> String {
        self.cited(subject) + &self.version(subject)
    }

    /// How an item is, as the query of a link to it has it; empty for the whole.
    pub fn version(&self, subject: &Subject<'_>) -> String {
        // What stands in one file does not change.
        let changes = !self.base.site().is_empty();
        let id = subject.id().filter(|_| changes);
        let print = id.and_then(|id| self.dispute.fingerprint(id));
        print.map(as_sent).unwrap_or_default()
    }

    /// The same as a link on the page has it.
    pub fn sent_path(&self, subject: &Subject<'_>) -> String {
        self.sent(subject).replace(ORIGIN_PLACEHOLDER, "")
    }

    /// What has this id; the whole where the id is empty.
    pub fn subject(&self, id: &str) -> Option<Subject<'a>> {
        if id.is_empty() {
            return Some(Subject::Whole);
        }
        match self.dispute.find(id)? {
            ItemRef::Item(item) => Some(Subject::Item(item)),
            ItemRef::Alias(_) | ItemRef::Gone(..) => None,
        }
    }

    /// Everything that can be sent, the whole first.
    pub fn subjects(&self) -> impl Iterator<Item = Subject<'a>> {
        std::iter::once(Subject::Whole).chain(self.dispute.items().map(Subject::Item))
    }

    /// What the explainer itself calls it, beside which nothing needs to be told
    /// apart.
    pub fn name(&self, subject: &Subject<'_>) -> String {
        match subject {
            Subject::Item(Item::Point(point)) => point.question.clone(),
            Subject::Item(Item::OpenQuestion(open)) => open.question.clone(),
            other => self.title(other),
        }
    }

    /// What it is called where it is not on show: in titles, links, lists.
    pub fn title(&self, subject: &Subject<'_>) -> String {
        match subject {
            Subject::Whole => self.dispute.question.clone(),
            Subject::Item(item) => self.item_title(item),
        }
    }

    /// What an item is called where it is not on show.
    pub fn item_title(&self, item: &Item<'_>) -> String {
        self.words.item_title(self.dispute, item)
    }

    /// What a statement is called where it is not on show.
    pub fn statement_title(&self, statement: &Statement) -> String {
        self.subject(statement.id.as_str())
            .map_or_else(String::new, |subject| self.title(&subject))
    }

    /// The outlet and the day it published.
    pub fn source_title(&self, source: &Source) -> String {
        self.words.source_title(self.dispute, source)
    }
}
