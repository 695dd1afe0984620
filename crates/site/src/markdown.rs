//! Exports a dispute as Markdown (CommonMark).

use says_who_model::{
    Absence, Called, Cell, Chain, Coverage, Dispute, Document, Event, ItemRef, Link, Outlet,
    PerSide, Point, Rendering, Retired, SideKey, SiteInfo, Source, SourceIx, Statement,
    Verification, Wording, with_quotation_marks,
};

use says_who_view::components::translation;
use says_who_view::words::{ENGLISH, Words, capitalized};

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
        self.points(1, points);
        let (after, before): (Vec<&Event>, Vec<&Event>) =
            self.dispute.events.iter().partition(|event| event.after);
        self.events(self.words.timeline, &before);
        self.documents();
        self.open_questions();
        self.after(1 + points.len(), &after);
        self.sources();
        self.method();
        self.revisions();
        self.block(&escape(&(self.words.footer)(&self.site.name)));
    }

    /// The question, the as-of date, the positions, and what both sides accept and
    /// contest.
    fn opening(&mut self) {
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

    /// Points with consecutive numbers.
    fn points(&mut self, first_number: usize, points: &[Point]) {
        for (number, point) in (first_number..).zip(points) {
            self.point(number, point);
        }
    }

    fn documents(&mut self) {
        let documents = &self.dispute.documents;
        if documents.is_empty() {
            return;
        }
        self.block(&format!("## {}", self.words.documents));
        documents
            .iter()
            .for_each(|document| self.document(document));
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

    fn sources(&mut self) {
        self.block(&format!("## {}", self.words.sources));
        let sources = self.dispute.sources.iter();
        let sources = sources.map(|source| self.source(source));
        self.list(sources.collect::<Vec<_>>());
    }

    fn method(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        self.block(&format!("## {}", words.method));
        words.method_site.iter().for_each(|text| self.block(text));
        for paragraph in &dispute.method {
            self.block(&escape(paragraph));
        }
        if let Some(coverage) = dispute.principal_coverage() {
            self.coverage(coverage);
        }
    }

    /// Each side's position on the dispute as a whole, and what happened next.
    fn positions(&mut self) {
        let (words, dispute) = (self.words, self.dispute);
        for (side, position) in dispute.positions().iter().flat_map(PerSide::iter) {
            let said = escape(&with_quotation_marks(&position.spans));
            let statements = position.rests_on.iter();
            let statements = statements.filter_map(|id| dispute.statement(id));
            let rests_on = statements.map(|statement| {
                let day = (words.date)(statement.when.date);
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

    /// The mark of an item from after the as-of date; empty for others.
    fn later_mark(&self, is_later: bool) -> String {
        if !is_later {
            return String::new();
        }
        format!(" ({})", escape(&self.words.later_label(self.dispute)))
    }

    fn coverage(&mut self, coverage: &Coverage) {
        let words = self.words;
        let source = words.source_title(self.dispute, self.dispute.source(coverage.source));
        let (taken, left_out) = (coverage.taken(), coverage.left_out());
        let counted = (words.coverage)(taken, coverage.sentences.len(), left_out);
        self.block(&format!("{}: {counted}", escape(&source)));
        if left_out > 0 {
            let reasons = coverage.reasons().into_iter();
            let entry = |(reason, count)| format!("{} {}", escape(reason), (words.left_out)(count));
            self.list(reasons.map(entry).collect::<Vec<_>>());
        }
    }

    fn point(&mut self, number: usize, point: &Point) {
        let words = self.words;
        self.block(&format!(
            "### {}: {}",
            (words.point)(number),
            escape(&point.question)
        ));
        self.block(&format!("*{}*", (words.status)(point.status)));
        let ground = [
            ((words.accepted_here)(point.status), &point.accepted),
            ((words.contested_here)(point.status), &point.contested),
        ];
        for (head, text) in ground {
            if let Some(text) = text {
                self.block(&format!("**{head}:** {}", escape(text)));
            }
        }
        for side in [SideKey::First, SideKey::Second] {
            self.block(&format!(
                "#### {}",
                escape(&self.dispute.sides.get(side).says)
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
                ItemRef::Item(item) => Some(escape(&words.item_title(self.dispute, &item))),
                _ => None,
            })
            .collect();
        let see = match see.as_slice() {
            [] => String::new(),
            see => format!(" {} {}.", words.see_also, see.join("; ")),
        };
        let note = escape(&absence.note);
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
        let (day, what) = ((words.date)(event.when.date), escape(&event.what));
        let actor = event.actor.map_or_else(String::new, |side| {
            format!("{}: ", escape(&self.dispute.sides.get(side).name))
        });
        let sources = self.links(&event.sources);
        format!("**{day}.** {actor}{what} {} {sources}.", words.attested_by)
    }

    fn document(&mut self, document: &Document) {
        let words = self.words;
        self.block(&format!("### {}", escape(&document.name)));
        let (day, about) = ((words.date)(document.when.date), escape(&document.about));
        let sources = self.links(&document.sources);
        let later = self.later_mark(document.after);
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
                .map(|called| self.naming(called))
                .collect();
            match (name, names.is_empty()) {
                (Some(name), true) => self.block(&escape(&(words.no_name_from)(name))),
                (None, true) => {}
                (Some(name), false) => {
                    self.block(&format!("**{}**", escape(&(words.calls_it)(name))));
                    self.list(names);
                }
                (None, false) => {
                    self.block(&format!("**{}**", words.others_call_it));
                    self.list(names);
                }
            }
        }
    }

    fn naming(&self, called: &Called) -> String {
        let speaker = escape(&self.dispute.speaker(called.by).name);
        let words = escape(&called.wording.with_quotation_marks());
        let later = self.later_mark(called.after);
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
                texts => format!(" {} {}.", words.affects, texts.join(", ")),
            };
            format!("**{day}.** {kind}. {}{touched}", escape(&revision.what))
        });
        let gone = dispute.retired.iter().filter_map(|retired| match retired {
            Retired::Tombstone { id, date, reason } => Some(format!(
                "**{}.** {}. {}",
                (words.date)(*date),
                escape(&(words.gone_title)(id.as_str())),
                escape(reason)
            )),
            Retired::Alias { .. } => None,
        });
        self.list(revisions.chain(gone));
    }

    fn source(&self, source: &Source) -> String {
        let words = self.words;
        let title = format!("{}: {}", escape(&source.outlet), escape(&source.headline));
        let authors = words.author_names(source);
        let authors = authors.map_or_else(String::new, |authors| format!("{}. ", escape(&authors)));
        let archived = source.archived.as_deref();
        let archived = archived.map_or_else(String::new, |address| {
            format!(" {}.", link(words.archived, address))
        });
        let (title, unlinked) = match &source.link {
            Link::At(address) => (link(&title, address), String::new()),
            Link::NotRecorded(why) => (
                title,
                format!(" {}", escape(&(words.link_not_recorded)(why))),
            ),
        };
        let note = source.note.as_ref();
        let note = note.map_or_else(String::new, |note| format!(" {}", escape(note)));
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

    /// A source's outlet and date, as a link if the source has a URL.
    fn link(&self, source: SourceIx) -> String {
        let source = self.dispute.source(source);
        let title = escape(&self.words.source_title(self.dispute, source));
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

/// Escapes text so that Markdown takes it literally.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // List markers, thematic breaks and setext headings count at the start only.
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - after_digits.len();
    for (index, c) in text.char_indices() {
        let is_marker = (index == 0 && matches!(c, '+' | '-' | '='))
            || (digits > 0 && index == digits && matches!(c, '.' | ')'));
        if is_marker || "\\`*_[]<>#|~&!".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A link. The title must be escaped already.
fn link(title: &str, address: &str) -> String {
    // A link destination in angle brackets ends at one of these.
    let address = address
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E");
    format!("[{title}](<{address}>)")
}
