//! Writes statements: the wording, the speaker, the chain and the renderings.

use says_who_model::{
    Chain, Outlet, Rendering, SourceIx, Speaker, SpeakerOrSide, Statement, Step, Verification,
    Wording,
};
use says_who_view::components::translation;
use says_who_view::words::{begins_sentence, capitalized, mark_before};

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
        let day = (words.when)(&statement.when);
        let mut line = if statement.is_summary() {
            let by = escape(&words.said_by(self.dispute, statement));
            format!("{by}, {day}: ")
        } else {
            let rest = words.role_and_naming(speaker);
            let rest: String = rest.map(|part| format!(", {}", escape(part))).collect();
            format!(
                "**{}**{rest}, {day}: ",
                escape(&self.isolated(&capitalized(&speaker.name)))
            )
        };
        let by = statement.summarised_by.as_deref();
        line.push_str(&self.chain(&speaker.name, &statement.chain, by));
        self.wording(&statement.wording, &mut line);
        self.other_names(speaker, &mut line);
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
                if let Some(note) = &rendering.note {
                    line.push_str(&format!(" {}", escape(note)));
                }
                line
            });
            let renderings: Vec<String> = renderings.collect();
            self.list(renderings);
        }
    }

    /// Appends the speaker's name in its own script, and its other spellings.
    fn other_names(&self, speaker: &Speaker, line: &mut String) {
        let words = self.words;
        if let Some(name) = &speaker.own_name {
            let label = (words.own_name)((words.language_name)(name.language.as_str()));
            line.push_str(&format!(" {label} {}.", escape(&self.isolated(&name.text))));
        }
        if !speaker.other_spellings.is_empty() {
            let names = speaker.other_spellings.iter();
            let names: Vec<String> = names.map(|name| escape(&self.isolated(name))).collect();
            line.push_str(&format!(" {} {}.", words.other_spellings, names.join(", ")));
        }
    }

    /// Words with who uses them and their source. `later` is the mark of what came after
    /// the as-of date.
    pub(super) fn attributed_words(
        &self,
        wording: &Wording,
        by: SpeakerOrSide,
        source: SourceIx,
        later: &str,
    ) -> String {
        let words = escape(&wording.with_quotation_marks());
        let by = escape(&self.isolated(self.dispute.name_of(by)));
        let mut line = format!("{words} — {by} ({}){later}.", self.link(source));
        self.wording(wording, &mut line);
        line
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
        let indirect = wording
            .indirect
            .then(|| format!("{}.", (words.how_quoted)(wording)));
        // The check of the quotations follows.
        let indirect = indirect.filter(|_| wording.verification == Verification::NothingQuoted);
        let translation = translation(words, wording).into_iter();
        for more in indirect
            .into_iter()
            .chain(translation)
            .chain(cut)
            .chain(verification)
        {
            line.push(' ');
            line.push_str(&escape(&more));
        }
    }

    fn chain(&self, speaker: &str, chain: &Chain, summarised_by: Option<&str>) -> String {
        let words = self.words;
        let verb = |outlet: Option<&str>, verb: &Option<String>| match verb {
            Some(verb) => {
                let outlet = outlet.map(|outlet| self.isolated(outlet));
                format!(" ({})", escape(&(words.wrote)(outlet.as_deref(), verb)))
            }
            None => String::new(),
        };
        let speaker = &self.isolated(speaker);
        let summarised_by = summarised_by.map(|outlet| self.isolated(outlet));
        let summarised_by = summarised_by.as_deref();
        let first = words.first_hop(speaker, chain, summarised_by);
        let mut line = escape(&first.unwrap_or_default());
        for (index, step) in chain.steps.iter().enumerate() {
            if !line.is_empty() {
                line.push_str(mark_before(chain, index));
                line.push(' ');
            }
            let relay = match step {
                Step::Unknown(reason) => {
                    let said = words.unknown_step(self.dispute, speaker, chain, index, reason);
                    line.push_str(&escape(&said));
                    continue;
                }
                Step::Relay(relay) => relay,
            };
            let named = self.dispute.outlet_name(&relay.by);
            let by = match &relay.by {
                Outlet::Read(source) => self.link(*source),
                Outlet::Named(name) => escape(&self.isolated(name)),
                Outlet::NotStated => words.not_stated.to_owned(),
            };
            let details = words.hop_details(relay.at.as_deref(), &relay.circumstances);
            line.push_str(&words.relay_hop(relay.kind, &by, begins_sentence(chain, index)));
            line.push_str(&escape(&details));
            line.push_str(&verb(named, &relay.verb));
        }
        let last = chain.steps.len();
        let by = self.link(chain.source);
        let by = words.relay_hop(chain.kind, &by, begins_sentence(chain, last));
        let details = words.hop_details(chain.at.as_deref(), &chain.circumstances);
        let outlet = &self.dispute.source(chain.source).outlet;
        format!(
            "{line}{} {by}{}{}.",
            mark_before(chain, last),
            escape(&details),
            verb(Some(outlet), &chain.verb)
        )
    }
}
