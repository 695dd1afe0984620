//! The titles of items, statements and sources.

use says_who_model::{Date, Disambiguation, Dispute, Item, Source, Statement, title_excerpt};

use super::{Words, capitalized};

impl Words {
    /// The title of an item, for places where the item is not visible. No two items
    /// of a dispute have the same title.
    pub fn item_title(&self, dispute: &Dispute, item: &Item<'_>) -> String {
        let disambiguation = dispute.disambiguation(item.id());
        let (name, date) = match item {
            Item::Point(point) if disambiguation.more => {
                let number = (self.point)(dispute.point_number(&point.id));
                (format!("{number}: {}", point.question), None)
            }
            Item::Point(point) => (point.question.clone(), None),
            Item::Statement(place) => {
                let by = capitalized(&self.said_by(dispute, place.statement));
                return self.statement_title_by(dispute, place.statement, &by);
            }
            Item::Document(document) => (document.name.clone(), Some(document.when.date)),
            Item::Event(event) => (event.what.clone(), Some(event.when.date)),
            Item::OpenQuestion(open) if disambiguation.more => {
                (format!("{}: {}", (self.kicker)(item), open.question), None)
            }
            Item::OpenQuestion(open) => (open.question.clone(), None),
            Item::Source(source) => return self.source_title(dispute, source),
        };
        self.disambiguated(name, date, disambiguation)
    }

    /// The title of a statement, from its speaker's name and the beginning of its
    /// words.
    fn statement_title_by(&self, dispute: &Dispute, statement: &Statement, by: &str) -> String {
        let name = (self.statement_title)(by, &statement.wording.title_excerpt());
        let disambiguation = dispute.disambiguation(&statement.id);
        self.disambiguated(name, Some(statement.when.date), disambiguation)
    }

    /// Adds to a title what distinguishes it from equal titles.
    fn disambiguated(
        &self,
        name: String,
        date: Option<Date>,
        disambiguation: Disambiguation,
    ) -> String {
        let date = date.filter(|_| disambiguation.more);
        let title = date.map_or_else(
            || name.clone(),
            |date| format!("{name}, {}", (self.date)(date)),
        );
        match disambiguation.number {
            Some(number) => (self.numbered)(&title, number),
            None => title,
        }
    }

    /// Who said a statement: the speaker or, for a summary, the outlet and whose
    /// position it sums up.
    pub fn said_by(&self, dispute: &Dispute, statement: &Statement) -> String {
        let speaker = &dispute.speaker(statement.speaker).name;
        match &statement.summarised_by {
            Some(outlet) => (self.summary_of)(outlet, speaker),
            None => speaker.clone(),
        }
    }

    /// Names the statement of a sourcing link, for screen readers.
    pub fn sourcing_label(&self, dispute: &Dispute, statement: &Statement) -> String {
        let by = self.said_by(dispute, statement);
        let title = self.statement_title_by(dispute, statement, &by);
        self.sourcing_of_title(statement, &title)
    }

    fn sourcing_of_title(&self, statement: &Statement, whose: &str) -> String {
        if statement.is_summary() {
            (self.sourcing_of_summary)(whose)
        } else {
            (self.sourcing_of)(whose)
        }
    }

    /// The title of a source: outlet and date; if there are several, the headline
    /// too.
    pub fn source_title(&self, dispute: &Dispute, source: &Source) -> String {
        let disambiguation = dispute.disambiguation(&source.id);
        let mut title = format!("{}, {}", source.outlet, (self.date)(source.published));
        if disambiguation.more {
            title = format!("{title}: “{}”", title_excerpt(&source.headline));
        }
        self.disambiguated(title, None, disambiguation)
    }
}
