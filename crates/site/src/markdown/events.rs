//! Writes the events of the timeline.

use says_who_model::{Account, Event, SideKey};

use super::Writer;
use super::inline::escape;
use says_who_view::words::capitalized;

impl Writer<'_> {
    pub(super) fn events(&mut self, head: &str, events: &[&Event]) {
        if !events.is_empty() {
            self.block(&format!("## {head}"));
            self.list(
                events
                    .iter()
                    .map(|event| self.event(event))
                    .collect::<Vec<_>>(),
            );
        }
    }

    pub(super) fn event(&self, event: &Event) -> String {
        let words = self.words;
        let (day, what) = (capitalized(&(words.when)(&event.when)), escape(&event.what));
        let actor = event.actor.map_or_else(String::new, |actor| {
            format!("{}: ", escape(self.dispute.actor_name(actor)))
        });
        let doubt = event.doubt.map_or_else(String::new, |doubt| {
            format!("*{}.* ", (words.items.doubt)(doubt))
        });
        let sources = self.links(&event.sources);
        let accounts = self.accounts(event);
        format!(
            "**{day}.** {doubt}{actor}{what} {} {sources}.{accounts}",
            words.attested_by
        )
    }

    /// What each side says of an event that is not certain, as nested lists.
    fn accounts(&self, event: &Event) -> String {
        let words = self.words;
        if event.doubt.is_none() {
            return String::new();
        }
        let mut lines = String::new();
        for side in [Some(SideKey::First), Some(SideKey::Second), None] {
            let of_side = |one: &&Account| self.dispute.side_of(one.by) == side;
            let accounts: Vec<&Account> = event.accounts.iter().filter(of_side).collect();
            if let (Some(side), true) = (side, accounts.is_empty()) {
                let name = self.isolated(&self.dispute.sides.get(side).name);
                let none = escape(&(words.items.no_account_from)(&name));
                lines.push_str(&format!("\n  - {none}"));
            }
            for account in accounts {
                let line = self.attributed_words(&account.wording, account.by, account.source, "");
                lines.push_str(&format!("\n  - {line}"));
            }
        }
        lines
    }
}
