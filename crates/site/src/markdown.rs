//! A dispute as Markdown (CommonMark), for reading and for passing on.

use says_who_model::{
    Absence, Called, Cell, Chain, Coverage, Dispute, Document, Event, ItemRef, Link, Outlet,
    PerSide, Point, Rendering, Retired, SideKey, SiteInfo, Source, SourceIx, Statement,
    Verification, Wording, in_marks,
};

use says_who_view::components::translation;
use says_who_view::words::{ENGLISH, Words, capital};

/// The whole dispute.
#[must_use]
pub fn markdown(site: &SiteInfo, dispute: &Dispute) -> String {
    let mut out = Writer {
        site,
        dispute,
        words: &ENGLISH,
        text: String::new(),
    };
    out.whole();
    out.text
}

struct Writer<'a> {
    site: &'a SiteInfo,
    dispute: &'a Dispute,
    words: &'static Words,
    text: String,
}

impl Writer<'_> {
    fn whole(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        self.block(&format!("# {}", plain(&dispute.question)));
        let as_of = plain(&words.as_of_words(dispute));
        let setting = words.setting_of(dispute);
        let setting = setting.map_or_else(String::new, |setting| {
            format!(" {} {}.", words.covers, plain(setting))
        });
        self.block(&format!("**{as_of}.**{setting}"));
        self.positions();
        for paragraph in dispute.summary.iter().chain(&dispute.as_of_note) {
            self.block(&plain(paragraph));
        }
        for (head, list) in [
            (words.both_accept, &dispute.accepted),
            (words.they_contest, &dispute.contested),
        ] {
            if !list.is_empty() {
                self.block(&format!("## {head}"));
                self.list(list.iter().map(|one| plain(&one.text)));
            }
        }
        self.block(&plain(&dispute.order_note));

        self.block(&format!("## {}", words.ledger));
        let mut number = 0;
        for point in &dispute.points {
            number += 1;
            self.point(number, point);
        }
        let (after, before): (Vec<&Event>, Vec<&Event>) =
            dispute.events.iter().partition(|event| event.after);
        self.events(words.timeline, &before);
        if !dispute.documents.is_empty() {
            self.block(&format!("## {}", words.documents));
            dispute
                .documents
                .iter()
                .for_each(|document| self.document(document));
        }
        if !dispute.open_questions.is_empty() {
            self.block(&format!("## {}", words.open_questions));
            let open = dispute.open_questions.iter().map(|open| {
                let (question, settled) = (plain(&open.question), plain(&open.settled_by));
                let later = self.later(open.after);
                format!("{question} {}: {settled}{later}", words.would_settle)
            });
            let open: Vec<String> = open.collect();
            self.list(open);
        }
        if !dispute.after.is_empty() || !after.is_empty() {
            let head = plain(&words.after_words(dispute));
            self.block(&format!("## {head}"));
            self.block(words.after_lead);
            for point in &dispute.after {
                number += 1;
                self.point(number, point);
            }
            self.list(
                after
                    .iter()
                    .map(|event| self.event(event))
                    .collect::<Vec<_>>(),
            );
        }
        self.block(&format!("## {}", words.sources));
        self.list(
            dispute
                .sources
                .iter()
                .map(|source| self.source(source))
                .collect::<Vec<_>>(),
        );
        self.block(&format!("## {}", words.method));
        words.method_site.iter().for_each(|text| self.block(text));
        for paragraph in &dispute.method {
            self.block(&plain(paragraph));
        }
        if let Some(coverage) = dispute.principal_coverage() {
            self.coverage(coverage);
        }
        self.revisions();
        self.block(&plain(&(words.footer)(&self.site.name)));
    }

    /// What each side says on the whole, and what happened next.
    fn positions(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        for (side, position) in dispute.positions().iter().flat_map(PerSide::iter) {
            let said = plain(&in_marks(&position.spans));
            let statements = position.rests_on.iter();
            let statements = statements.filter_map(|id| dispute.statement(id));
            let rests_on = statements.map(|statement| {
                let day = (words.date)(statement.when.date);
                let by = words.said_by(dispute, statement);
                plain(&format!("{by}, {day}"))
            });
            let rests_on: Vec<String> = rests_on.collect();
            self.block(&format!(
                "**{}:** {said} — {}.",
                plain(&dispute.sides.get(side).says),
                rests_on.join("; ")
            ));
        }
        if let Some(next) = &dispute.next {
            let head = words.what_happened_next;
            self.block(&format!("**{head}** {}", plain(&next.text)));
        }
    }

    /// The mark of what came after; nothing where it did not.
    fn later(&self, is_later: bool) -> String {
        if !is_later {
            return String::new();
        }
        format!(" ({})", plain(&self.words.later_words(self.dispute)))
    }

    fn coverage(&mut self, coverage: &Coverage) {
        let words = self.words;
        let source = words.source_title(self.dispute, self.dispute.source(coverage.source));
        let (taken, left_out) = (coverage.taken(), coverage.left_out());
        let counted = (words.coverage)(taken, coverage.sentences.len(), left_out);
        self.block(&format!("{}: {counted}", plain(&source)));
        if left_out > 0 {
            let reasons = coverage.reasons().into_iter();
            let entry = |(reason, count)| format!("{} {}", plain(reason), (words.left_out)(count));
            self.list(reasons.map(entry).collect::<Vec<_>>());
        }
    }

    fn point(&mut self, number: usize, point: &Point) {
        let words = self.words;
        self.block(&format!(
            "### {}: {}",
            (words.point)(number),
            plain(&point.question)
        ));
        self.block(&format!("*{}*", (words.status)(point.status)));
        let ground = [
            ((words.accepted_here)(point.status), &point.accepted),
            ((words.contested_here)(point.status), &point.contested),
        ];
        for (head, text) in ground {
            if let Some(text) = text {
                self.block(&format!("**{head}:** {}", plain(text)));
            }
        }
        for side in [SideKey::First, SideKey::Second] {
            self.block(&format!(
                "#### {}",
                plain(&self.dispute.sides.get(side).says)
            ));
            match point.cells.get(side) {
                Cell::Statements(statements) => {
                    statements
                        .iter()
                        .for_each(|statement| self.statement(statement));
                }
                Cell::Absence(absence) => self.absence(absence),
            }
        }
        if !point.others.is_empty() {
            self.block(&format!("#### {}", words.others_say));
            point
                .others
                .iter()
                .for_each(|statement| self.statement(statement));
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let words = self.words;
        let speaker = self.dispute.speaker(statement.speaker);
        self.block(&format!("> {}", plain(&statement.wording.in_marks())));
        let day = (words.date)(statement.when.date);
        let mut line = if statement.is_summary() {
            let by = plain(&words.said_by(self.dispute, statement));
            format!("{by}, {day}: ")
        } else {
            let rest = words.after_name(speaker);
            let rest: String = rest.map(|part| format!(", {}", plain(part))).collect();
            format!("**{}**{rest}, {day}: ", plain(&capital(&speaker.name)))
        };
        let by = statement.summarised_by.as_deref();
        line.push_str(&self.chain(&speaker.name, &statement.chain, by));
        self.wording(&statement.wording, &mut line);
        self.block(&line);
        if let Some(note) = &statement.note {
            self.block(&plain(note));
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
                let mut line = format!("{} — ", plain(&rendering.wording.in_marks()));
                line.push_str(&self.chain(who, &rendering.chain, None));
                self.wording(&rendering.wording, &mut line);
                line
            });
            let renderings: Vec<String> = renderings.collect();
            self.list(renderings);
        }
    }

    /// Whose translation it is, and whether what is quoted was verified.
    fn wording(&self, wording: &Wording, line: &mut String) {
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
            line.push_str(&plain(&more));
        }
    }

    fn chain(&self, speaker: &str, chain: &Chain, summarised_by: Option<&str>) -> String {
        let words = self.words;
        let verb = |outlet: Option<&str>, verb: &Option<String>| match verb {
            Some(verb) => format!(" ({})", plain(&(words.wrote)(outlet, verb))),
            None => String::new(),
        };
        let outlet = |source| Some(self.dispute.source(source).outlet.as_str());
        let mut line = plain(&words.first_hop(speaker, chain, summarised_by));
        if let Some(how) = &chain.said.how {
            line.push_str(&format!(", {}", plain(how)));
        }
        for relay in &chain.relays {
            let named = self.dispute.outlet_name(&relay.by);
            let by = match &relay.by {
                Outlet::Read(source) => self.link(*source),
                Outlet::Named(name) => plain(name),
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

    fn absence(&mut self, absence: &Absence) {
        let words = self.words;
        let kind = (words.absence)(absence.kind);
        let searched = match self.links(&absence.searched) {
            links if links.is_empty() => links,
            links => format!(" {} {links}.", words.searched),
        };
        let see = absence
            .see
            .iter()
            .filter_map(|id| self.dispute.find(id.as_str()));
        let see: Vec<String> = see
            .filter_map(|found| match found {
                ItemRef::Item(item) => Some(plain(&words.item_title(self.dispute, &item))),
                _ => None,
            })
            .collect();
        let see = match see.as_slice() {
            [] => String::new(),
            see => format!(" {} {}.", words.see_also, see.join("; ")),
        };
        let note = plain(&absence.note);
        self.block(&format!("*{kind}.* {note}{see}{searched}"));
    }

    fn events(&mut self, head: &str, events: &[&Event]) {
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

    fn event(&self, event: &Event) -> String {
        let words = self.words;
        let (day, what) = ((words.date)(event.when.date), plain(&event.what));
        let actor = event.actor.map_or_else(String::new, |side| {
            format!("{}: ", plain(&self.dispute.sides.get(side).name))
        });
        let sources = self.links(&event.sources);
        format!("**{day}.** {actor}{what} {} {sources}.", words.attested_by)
    }

    fn document(&mut self, document: &Document) {
        let words = self.words;
        self.block(&format!("### {}", plain(&document.name)));
        let (day, about) = ((words.date)(document.when.date), plain(&document.about));
        let sources = self.links(&document.sources);
        let later = self.later(document.after);
        self.block(&format!(
            "{day}. {about}{later} {} {sources}.",
            words.attested_by
        ));
        for side in [Some(SideKey::First), Some(SideKey::Second), None] {
            let of_side =
                |called: &&Called| self.dispute.speaker(called.by).speaks_for.side() == side;
            let called: Vec<&Called> = document.called.iter().filter(of_side).collect();
            let name = side.map(|side| &self.dispute.sides.get(side).name);
            let names: Vec<String> = called
                .into_iter()
                .map(|called| self.called(called))
                .collect();
            match (name, names.is_empty()) {
                (Some(name), true) => self.block(&plain(&(words.no_name_from)(name))),
                (None, true) => {}
                (Some(name), false) => {
                    self.block(&format!("**{}**", plain(&(words.calls_it)(name))));
                    self.list(names);
                }
                (None, false) => {
                    self.block(&format!("**{}**", words.others_call_it));
                    self.list(names);
                }
            }
        }
    }

    fn called(&self, called: &Called) -> String {
        let speaker = plain(&self.dispute.speaker(called.by).name);
        let words = plain(&called.wording.in_marks());
        let later = self.later(called.after);
        let mut line = format!("{words} — {speaker} ({}){later}.", self.link(called.source));
        self.wording(&called.wording, &mut line);
        line
    }

    fn revisions(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        if dispute.revisions.is_empty() && dispute.retired.is_empty() {
            return;
        }
        self.block(&format!("## {}", words.revisions));
        let revisions = dispute.revisions.iter().map(|revision| {
            let (day, kind) = ((words.date)(revision.date), (words.revision)(revision.kind));
            let texts = revision.texts.iter().map(|text| (words.head_text)(*text));
            let texts: Vec<&str> = texts.collect();
            let touched = match texts.as_slice() {
                [] => String::new(),
                texts => format!(" {} {}.", words.touched, texts.join(", ")),
            };
            format!("**{day}.** {kind}. {}{touched}", plain(&revision.what))
        });
        let gone = dispute.retired.iter().filter_map(|retired| match retired {
            Retired::Tombstone { id, date, reason } => Some(format!(
                "**{}.** {}. {}",
                (words.date)(*date),
                plain(&(words.gone_title)(id.as_str())),
                plain(reason)
            )),
            Retired::Alias { .. } => None,
        });
        self.list(revisions.chain(gone));
    }

    fn source(&self, source: &Source) -> String {
        let words = self.words;
        let title = format!("{}: {}", plain(&source.outlet), plain(&source.headline));
        let authors = words.authors(source);
        let authors = authors.map_or_else(String::new, |authors| format!("{}. ", plain(&authors)));
        let archived = source.archived.as_deref();
        let archived = archived.map_or_else(String::new, |address| {
            format!(" {}.", link(words.archived, address))
        });
        let (title, unlinked) = match &source.link {
            Link::At(address) => (link(&title, address), String::new()),
            Link::NotRecorded(why) => (
                title,
                format!(" {}", plain(&(words.link_not_recorded)(why))),
            ),
        };
        let note = source.note.as_ref();
        let note = note.map_or_else(String::new, |note| format!(" {}", plain(note)));
        format!(
            "{title}. {authors}{} {}. {}.{archived}{unlinked}{note}",
            words.published,
            (words.date)(source.published),
            (words.read_as)(source.read),
        )
    }

    fn links(&self, sources: &[SourceIx]) -> String {
        let links: Vec<String> = sources.iter().map(|source| self.link(*source)).collect();
        links.join("; ")
    }

    /// A source by its outlet and day, leading to it where it has an address.
    fn link(&self, source: SourceIx) -> String {
        let source = self.dispute.source(source);
        let title = plain(&self.words.source_title(self.dispute, source));
        match &source.link {
            Link::At(address) => link(&title, address),
            Link::NotRecorded(_) => title,
        }
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

/// Text that means nothing to Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    // What begins a list, a rule or a heading does so at a beginning.
    let first = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.len() - first.len();
    for (index, c) in text.char_indices() {
        let begins = (index == 0 && matches!(c, '+' | '-' | '='))
            || (number > 0 && index == number && matches!(c, '.' | ')'));
        if begins || "\\`*_[]<>#|~&!".contains(c) {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// A link; the title is Markdown already.
fn link(title: &str, address: &str) -> String {
    // Between angle brackets only these end an address early.
    let address = address
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E");
    format!("[{title}](<{address}>)")
}
