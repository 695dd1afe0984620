//! The titles of items, statements and sources.

use says_who_model::{
    Disambiguation, Dispute, Event, Headline, Item, Source, Speaker, Statement, When, title_excerpt,
};

use super::{Words, capitalized};
use crate::direction::isolated;

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
            Item::Absence(place) => {
                let side = &dispute.sides.get(place.side).name;
                let kind = (self.absence)(place.absence.kind);
                let name = (self.items.absence_title)(side, kind, &place.point.question);
                (name, None)
            }
            Item::Document(document) => (document.name.clone(), Some(&document.when)),
            Item::Event(event) => (self.event_title(event), Some(&event.when)),
            Item::OpenQuestion(open) if disambiguation.more => {
                (format!("{}: {}", (self.kicker)(item), open.question), None)
            }
            Item::OpenQuestion(open) => (open.question.clone(), None),
            Item::Source(source) => return self.source_title(dispute, source),
            Item::Speaker(speaker) if disambiguation.more => {
                (self.name_and_role(dispute, speaker), None)
            }
            Item::Speaker(speaker) => (self.speaker_name(dispute, speaker), None),
        };
        self.disambiguated(name, date, disambiguation)
    }

    /// A speaker's name as a title.
    pub fn speaker_name(&self, dispute: &Dispute, speaker: &Speaker) -> String {
        let name = capitalized(&speaker.name);
        isolated(&dispute.language, &name).into_owned()
    }

    /// A speaker's name and role, or what the sources say of them in place of a name.
    pub fn name_and_role(&self, dispute: &Dispute, speaker: &Speaker) -> String {
        let name = self.speaker_name(dispute, speaker);
        match &speaker.role {
            Some(role) => format!("{name}, {role}"),
            None => name,
        }
    }

    /// What happened; the title of an event that is not certain says so.
    pub fn event_title(&self, event: &Event) -> String {
        event.doubt.map_or_else(
            || event.what.clone(),
            |doubt| (self.items.doubted)(doubt, &event.what),
        )
    }

    /// The title of a statement, from its speaker's name and the beginning of its
    /// words.
    fn statement_title_by(&self, dispute: &Dispute, statement: &Statement, by: &str) -> String {
        let excerpt = statement.wording.title_excerpt();
        let name = (self.statement_title)(by, &isolated(&dispute.language, &excerpt));
        let disambiguation = dispute.disambiguation(&statement.id);
        self.disambiguated(name, Some(&statement.when), disambiguation)
    }

    /// Adds to a title what distinguishes it from equal titles.
    fn disambiguated(
        &self,
        name: String,
        date: Option<&When>,
        disambiguation: Disambiguation,
    ) -> String {
        let date = date.filter(|_| disambiguation.more);
        let title = date.map_or_else(
            || name.clone(),
            |date| format!("{name}, {}", (self.when)(date)),
        );
        match disambiguation.number {
            Some(number) => (self.numbered)(&title, number),
            None => title,
        }
    }

    /// Who said a statement: the speaker or, for a summary, the outlet and whose
    /// position it sums up.
    pub fn said_by(&self, dispute: &Dispute, statement: &Statement) -> String {
        let name = |name| isolated(&dispute.language, name);
        let speaker = name(&dispute.speaker(statement.speaker).name);
        match &statement.summarised_by {
            Some(outlet) => (self.summary_of)(&name(outlet), &speaker),
            None => speaker.into_owned(),
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
        let outlet = isolated(&dispute.language, &source.outlet);
        let mut title = format!("{outlet}, {}", (self.when)(&source.published));
        if disambiguation.more {
            let excerpt = title_excerpt(source.headline.text());
            let headline = isolated(&dispute.language, &excerpt);
            title = if source.headline.is_known() {
                format!("{title}: “{headline}”")
            } else {
                format!("{title}: {headline}")
            };
        }
        self.disambiguated(title, None, disambiguation)
    }
}

/// The headline in quotation marks, or the description in its place without them.
pub fn quoted_headline(headline: &Headline) -> String {
    match headline {
        Headline::Known(headline) => format!("“{headline}”"),
        Headline::Unknown { description, .. } => description.clone(),
    }
}
