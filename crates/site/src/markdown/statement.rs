//! Writes statements: the wording, the speaker, the chain and the renderings.

use says_who_model::{Chain, Outlet, Rendering, Statement, Verification, Wording};
use says_who_view::components::translation;
use says_who_view::words::capitalized;

use super::Writer;
use super::inline::escape;

impl Writer<'_> {
    pub(super) fn statement(&mut self, statement: &Statement) {
        let words = self.words;
        let speaker = self.dispute.speaker(statement.speaker);
        self.block(&format!(
            "> {}",
            escape(&statement.wording.with_quotation_marks())
        ));
        let day = (words.date)(statement.when.date);
        let mut line = if statement.is_summary() {
            let by = escape(&words.said_by(self.dispute, statement));
            format!("{by}, {day}: ")
        } else {
            let rest = words.role_and_naming(speaker);
            let rest: String = rest.map(|part| format!(", {}", escape(part))).collect();
            format!("**{}**{rest}, {day}: ", escape(&capitalized(&speaker.name)))
        };
        let by = statement.summarised_by.as_deref();
        line.push_str(&self.chain(&speaker.name, &statement.chain, by));
        self.wording(&statement.wording, &mut line);
        self.block(&line);
        if let Some(note) = &statement.note {
            self.block(&escape(note));
        }
        let (same, other): (Vec<&Rendering>, Vec<&Rendering>) = statement
            .renderings
            .iter()
            .partition(|rendering| statement.is_in_same_report(rendering));
        for (head, renderings) in [(words.same_report, same), (words.renderings, other)] {
            if renderings.is_empty() {
                continue;
            }
            self.block(&format!("{head}:"));
            let renderings = renderings.iter().map(|rendering| {
                let who = rendering.attributed_to.as_deref().unwrap_or(&speaker.name);
                let mut line = format!("{} — ", escape(&rendering.wording.with_quotation_marks()));
                line.push_str(&self.chain(who, &rendering.chain, None));
                self.wording(&rendering.wording, &mut line);
                line
            });
            let renderings: Vec<String> = renderings.collect();
            self.list(renderings);
        }
    }

    /// Appends whose translation it is, whether it was shortened, and whether the
    /// quotation was verified.
    pub(super) fn wording(&self, wording: &Wording, line: &mut String) {
        let words = self.words;
        let verification = match &wording.verification {
            Verification::NothingQuoted => None,
            Verification::Verified(day) => Some((words.verified)(&(words.date)(*day))),
            Verification::NotVerified(why) => Some((words.not_verified)(why)),
        };
        let cut = wording.cut.map(|cut| (words.cut)(cut).to_owned());
        let translation = translation(words, wording).into_iter();
        for more in translation.chain(cut).chain(verification) {
            line.push(' ');
            line.push_str(&escape(&more));
        }
    }

    fn chain(&self, speaker: &str, chain: &Chain, summarised_by: Option<&str>) -> String {
        let words = self.words;
        let verb = |outlet: Option<&str>, verb: &Option<String>| match verb {
            Some(verb) => format!(" ({})", escape(&(words.wrote)(outlet, verb))),
            None => String::new(),
        };
        let outlet = |source| Some(self.dispute.source(source).outlet.as_str());
        let mut line = escape(&words.first_hop(speaker, chain, summarised_by));
        if let Some(how) = &chain.said.how {
            line.push_str(&format!(", {}", escape(how)));
        }
        for relay in &chain.relays {
            let named = self.dispute.outlet_name(&relay.by);
            let by = match &relay.by {
                Outlet::Read(source) => self.link(*source),
                Outlet::Named(name) => escape(name),
                Outlet::NotStated => words.not_stated.to_owned(),
            };
            line.push_str(&format!(
                ", {}{}",
                (words.relay)(relay.kind, &by),
                verb(named, &relay.verb)
            ));
        }
        let by = self.link(chain.source);
        format!(
            "{line}, {}{}.",
            (words.relay)(chain.kind, &by),
            verb(outlet(chain.source), &chain.verb)
        )
    }
}
