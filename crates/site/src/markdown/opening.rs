//! Writes what comes before the points: the question, the as-of date, the positions,
//! and what both sides accept and contest.

use says_who_model::{PerSide, with_quotation_marks};

use super::Writer;
use super::inline::escape;

impl Writer<'_> {
    /// The question, the as-of date, the positions, and what both sides accept and
    /// contest.
    pub(super) fn opening(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        self.block(&format!("# {}", escape(&dispute.question)));
        let as_of = escape(&words.as_of_phrase(dispute));
        let setting = words.setting_unless_in_date(dispute);
        let setting = setting.map_or_else(String::new, |setting| {
            format!(" {} {}.", words.covers, escape(setting))
        });
        self.block(&format!("**{as_of}.**{setting}"));
        self.positions();
        for paragraph in dispute.summary.iter().chain(&dispute.as_of_note) {
            self.block(&escape(paragraph));
        }
        for (head, list) in [
            (words.both_accept, &dispute.accepted),
            (words.they_contest, &dispute.contested),
        ] {
            if !list.is_empty() {
                self.block(&format!("## {head}"));
                self.list(list.iter().map(|one| escape(&one.text)));
            }
        }
        self.block(&escape(&dispute.order_note));
    }

    /// Each side's position on the dispute as a whole, and what happened next.
    fn positions(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        for (side, position) in dispute.positions().iter().flat_map(PerSide::iter) {
            let said = escape(&with_quotation_marks(&position.spans));
            let statements = position.rests_on.iter();
            let statements = statements.filter_map(|id| dispute.statement(id));
            let rests_on = statements.map(|statement| {
                let day = (words.when)(&statement.when);
                let by = words.said_by(dispute, statement);
                escape(&format!("{by}, {day}"))
            });
            let rests_on: Vec<String> = rests_on.collect();
            self.block(&format!(
                "**{}:** {said} — {}.",
                escape(&dispute.sides.get(side).says),
                rests_on.join("; ")
            ));
        }
        if let Some(next) = &dispute.next {
            let head = words.what_happened_next;
            self.block(&format!("**{head}** {}", escape(&next.text)));
        }
    }
}
