//! Writes the events of the timeline.

use says_who_model::Event;

use super::Writer;
use super::inline::escape;

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
        let (day, what) = ((words.date)(event.when.date), escape(&event.what));
        let actor = event.actor.map_or_else(String::new, |side| {
            format!("{}: ", escape(&self.dispute.sides.get(side).name))
        });
        let sources = self.links(&event.sources);
        format!("**{day}.** {actor}{what} {} {sources}.", words.attested_by)
    }
}
