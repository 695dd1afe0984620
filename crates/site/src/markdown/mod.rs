//! Exports a dispute as Markdown (CommonMark).

mod documents;
mod events;
mod inline;
mod method;
mod opening;
mod point;
mod revisions;
mod sources;
mod speakers;
mod statement;

use std::borrow::Cow;

use says_who_model::{Dispute, Event, SiteInfo};
use says_who_view::direction::isolated;
use says_who_view::words::{ENGLISH, Words};

use inline::escape;

/// The whole dispute as Markdown.
#[must_use]
pub fn markdown(site: &SiteInfo, dispute: &Dispute) -> String {
    let mut out = Writer {
        site,
        dispute,
        words: &ENGLISH,
        text: String::new(),
    };
    out.dispute();
    out.text
}

struct Writer<'a> {
    site: &'a SiteInfo,
    dispute: &'a Dispute,
    words: &'static Words,
    text: String,
}

impl Writer<'_> {
    fn dispute(&mut self) {
        self.opening();
        let points = &self.dispute.points;
        self.block(&format!("## {}", self.words.ledger));
        let parties = self.dispute.parties.iter();
        let about = parties.filter_map(|party| {
            let (name, about) = (escape(&party.name), escape(party.about.as_ref()?));
            Some(format!("**{name}:** {about}"))
        });
        about.for_each(|about| self.block(&about));
        self.points(1, points);
        let (after, before): (Vec<&Event>, Vec<&Event>) =
            self.dispute.events.iter().partition(|event| event.after);
        self.events(self.words.timeline, &before);
        self.documents();
        self.open_questions();
        self.after(1 + points.len(), &after);
        self.speakers();
        self.sources();
        self.method();
        self.revisions();
        self.block(&escape(&(self.words.footer)(&self.site.name)));
    }

    fn open_questions(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        if dispute.open_questions.is_empty() {
            return;
        }
        self.block(&format!("## {}", words.open_questions));
        let open = dispute.open_questions.iter().map(|open| {
            let (question, settled) = (escape(&open.question), escape(&open.settled_by));
            let later = self.later_mark(open.after);
            format!("{question} {}: {settled}{later}", words.would_settle)
        });
        let open: Vec<String> = open.collect();
        self.list(open);
    }

    /// The points and events after the as-of date.
    fn after(&mut self, first_number: usize, events: &[&Event]) {
        let (words, dispute) = (self.words, self.dispute);
        if dispute.after.is_empty() && events.is_empty() {
            return;
        }
        let head = escape(&words.after_heading(dispute));
        self.block(&format!("## {head}"));
        self.block(words.after_lead);
        self.points(first_number, &dispute.after);
        if !events.is_empty() {
            let events = events.iter().map(|event| self.event(event));
            self.list(events.collect::<Vec<_>>());
        }
    }

    /// The mark of an item from after the as-of date; empty for others.
    fn later_mark(&self, is_later: bool) -> String {
        if !is_later {
            return String::new();
        }
        format!(" ({})", escape(&self.words.later_label(self.dispute)))
    }

    /// A name inside a text of the dispute, isolated if it runs in the other direction.
    fn isolated<'n>(&self, name: &'n str) -> Cow<'n, str> {
        isolated(&self.dispute.language, name)
    }

    fn block(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn list(&mut self, entries: impl IntoIterator<Item = String>) {
        for entry in entries {
            self.text.push_str(&format!("- {entry}\n"));
        }
        self.text.push('\n');
    }
}
