//! Hashes dispute-level texts.

use super::ItemHasher;
use crate::{HeadText, Id};

impl ItemHasher<'_> {
    /// Hashes a dispute-level text. Returns false if the dispute has none.
    pub(super) fn head(&mut self, text: HeadText) -> bool {
        let dispute = self.dispute;
        let name = text.name();
        match text {
            HeadText::Question => {
                self.field(name, &dispute.question);
                self.optional_field("short-title", dispute.short_title.as_deref());
                true
            }
            HeadText::AsOf => {
                self.date(name, dispute.as_of);
                let time = dispute.as_of_time.map(|time| time.to_string());
                self.optional_field("time", time.as_deref());
                if let Some(source) = dispute.as_of_report {
                    self.cited("report", source);
                }
                self.optional_field("note", dispute.as_of_note.as_deref());
                true
            }
            HeadText::Summary => self.repeated_field(name, &dispute.summary),
            HeadText::Accepted => {
                self.repeated_field(name, dispute.accepted.iter().map(|one| &one.text))
            }
            HeadText::Contested => {
                self.repeated_field(name, dispute.contested.iter().map(|one| &one.text))
            }
            HeadText::Positions => {
                for (_, side) in dispute.sides.iter() {
                    if let Some(position) = &side.position {
                        self.field("position", &side.name);
                        self.spans(&position.spans);
                        self.rests_on(&position.rests_on);
                    }
                }
                dispute.sides.first.position.is_some()
            }
            HeadText::Next => {
                if let Some(next) = &dispute.next {
                    self.field(name, &next.text);
                    self.rests_on(&next.rests_on);
                }
                dispute.next.is_some()
            }
            HeadText::OrderNote => self.repeated_field(name, [&dispute.order_note]),
            HeadText::Method => self.repeated_field(name, &dispute.method),
        }
    }

    /// The supporting items, which the page shows beside the text.
    pub(super) fn rests_on(&mut self, ids: &[Id]) {
        for id in ids {
            self.field("rests-on", id.as_str());
        }
    }
}
