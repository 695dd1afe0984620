//! The words of the pages, and those of the controls beside them.

use says_who_model::{
    AbsenceKind, Apart, Chain, Cut, Date, Dispute, HeadText, Item, Link, Quoting, ReadAs,
    RelayKind, RevisionKind, Source, Speaker, SpeaksFor, Stated, Statement, Status, Verification,
    in_a_title,
};

use crate::citations::Format;
use crate::components::{Known, Lacks, Term};
use crate::forms::Form;
use crate::shortcut::Shortcut;
use crate::words::controls::{self, Controls};

/// The interface in one language.
pub struct Words {
    /// Those of the controls, which the browser has too.
    pub controls: &'static Controls,
    pub language: &'static str,
    pub close: &'static str,
    pub copy: &'static str,
    pub copy_by_hand: &'static str,
    pub share_and_cite: &'static str,
    pub keys: &'static str,
    pub keys_note: &'static str,
    pub keys_on: &'static str,
    pub key: fn(Shortcut) -> &'static str,
    pub find_dispute: &'static str,
    pub points_found: &'static str,
    pub search_within: Around,
    pub site_description: &'static str,
    pub skip: &'static str,
    pub without_app: fn(Lacks) -> &'static str,
    pub breadcrumb: &'static str,
    pub home_lead: &'static str,
    pub read_whole: &'static str,
    pub other_disputes: &'static str,
    pub points_counted: fn(points: usize, kinds: &str) -> String,
    pub as_of: &'static str,
    pub as_of_report: fn(outlet: &str) -> String,
    /// What stands before the time and place that an explainer covers.
    pub covers: &'static str,
    pub swapped: &'static str,
    pub both_accept: &'static str,
    pub they_contest: &'static str,
    /// The lines below a point's status, which say nothing that it excludes.
    pub accepted_here: fn(Status) -> &'static str,
    pub contested_here: fn(Status) -> &'static str,
    pub contents: &'static str,
    pub ledger: &'static str,
    pub point: fn(number: usize) -> String,
    pub point_word: &'static str,
    /// The name of the points about what came later.
    pub later_points: &'static str,
    /// What so many points are called, beside their numbers.
    pub points_named: fn(points: usize) -> &'static str,
    /// How one of them stands.
    pub later_status: fn(Status) -> String,
    pub status_map: &'static str,
    pub others_say: &'static str,
    pub sourcing_of: fn(speaker: &str) -> String,
    pub sourcing_of_summary: fn(summary: &str) -> String,
    pub to: fn(whom: &str) -> String,
    /// Where a statement was read and how its words stand there, in a line.
    pub sourcing_line: fn(way: &[&str], how: &str) -> String,
    pub summary_in_its_words: &'static str,
    pub original: &'static str,
    pub original_of: fn(source: &str) -> String,
    pub an_outlet: &'static str,
    pub how_quoted: fn(Quoting, &Verification) -> String,
    pub details: &'static str,
    pub said_to: fn(whom: Option<&str>) -> String,
    pub not_stated: &'static str,
    pub wrote: fn(outlet: Option<&str>, verb: &str) -> String,
    pub renderings: &'static str,
    pub same_report: &'static str,
    pub same_words: fn(report: &str) -> String,
    pub small_words_differ: fn(report: &str) -> String,
    pub no_common_words: fn(report: &str) -> String,
    pub not_compared: &'static str,
    pub paraphrased_in: fn(reports: &str) -> String,
    pub paraphrased_in_both: &'static str,
    pub quoted_here_alone: fn(other: &str, words: &str) -> String,
    pub quoted_there_alone: fn(other: &str, words: &str) -> String,
    pub glossary_quoted: &'static str,
    pub glossary_paraphrased: &'static str,
    pub glossary_terms: &'static str,
    pub term: fn(Term) -> &'static str,
    pub explained: fn(Term) -> &'static str,
    pub summary_of: fn(outlet: &str, whose: &str) -> String,
    pub summary: fn(outlet: &str) -> String,
    pub position_of: &'static str,
    pub position_by: fn(outlet: &str) -> String,
    pub attributed_to: fn(whom: &str) -> String,
    pub spoken_in: fn(language: &str, by: &str) -> String,
    pub verified: fn(&str) -> String,
    pub not_verified: fn(&str) -> String,
    pub cut: fn(Cut) -> &'static str,
    pub date_words: fn(words: &str) -> String,
    pub date_counted: fn(words: &str, day: &str) -> String,
    pub date_alone: fn(day: &str) -> String,
    pub date_without_words: &'static str,
    pub date_given_by: &'static str,
    /// The name of the control of an item.
    pub more_of: fn(title: &str) -> String,
    pub of: fn(title: &str) -> String,
    pub quotation: &'static str,
    pub copy_link: &'static str,
    pub share_device: &'static str,
    pub address: &'static str,
    pub cite: &'static str,
    pub citation_format: fn(Format) -> &'static str,
    pub copy_citation: &'static str,
    pub copy_quotation: &'static str,
    pub copy_embed: &'static str,
    pub copy_fitted_embed: &'static str,
    pub embed: &'static str,
    pub embed_lead: &'static str,
    pub embed_open: fn(site: &str) -> String,
    pub figures: &'static str,
    pub figures_title: &'static str,
    pub figures_lead: &'static str,
    pub figures_rows: [&'static str; 9],
    pub figures_of: &'static str,
    pub figures_whole: &'static str,
    pub figures_by_point: &'static str,
    pub figures_point: &'static str,
    /// A number with its thousands apart.
    pub number: fn(u32) -> String,
    pub figures_of_point: fn(statements: u32, words: u32, sources: u32) -> String,
    pub figures_none: &'static str,
    pub figures_quotations: &'static str,
    pub figures_verified: fn(verified: u32, of: u32) -> String,
    pub figures_unverified: &'static str,
    pub figures_waivers: &'static str,
    pub figures_waiver: fn(quotations: u32, reason: &str) -> String,
    pub figures_single: &'static str,
    pub figures_once: &'static str,
    pub figures_not_searched: &'static str,
    pub figures_loaded: &'static str,
    pub figures_loaded_lead: &'static str,
    pub figures_instead: fn(word: &str, neutral: &str) -> String,
    pub print: &'static str,
    pub print_lead: &'static str,
    pub share_index: &'static str,
    pub whole_explainer: &'static str,
    pub share_index_title: fn(question: &str) -> String,
    pub share_index_lead: &'static str,
    pub card_of: fn(title: &str) -> String,
    pub changed_title: &'static str,
    pub changed_lead: fn(date: &str) -> String,
    pub changed_unlisted: &'static str,
    pub cited_in: fn(outlet: &str, headline: &str, date: &str) -> String,
    pub cited_from: fn(site: &str, question: &str, as_of: &str) -> String,
    pub said_on: fn(date: &str) -> String,
    /// Beside a speaker of whom the source gives no name.
    pub unnamed: &'static str,
    /// The words by which a description says so itself.
    pub unnamed_words: [&'static str; 3],
    /// What a citation calls such a speaker.
    pub unnamed_author: fn(description: &str) -> String,
    /// Those whom an author line leaves out.
    pub other_authors: &'static str,
    /// The title of a citation that is nobody's words.
    pub paraphrase: fn(text: &str) -> String,
    /// The title of a citation in which an outlet sums up a position.
    pub summarised: fn(text: &str, whose: &str) -> String,
    pub in_the_whole: &'static str,
    pub searched: &'static str,
    /// What a folded list of them is called.
    pub searched_sources: fn(sources: usize) -> String,
    pub see_also: &'static str,
    pub timeline: &'static str,
    /// Before the head of what a list goes on under.
    pub continued: &'static str,
    pub timeline_picture: &'static str,
    pub an_event: &'static str,
    pub a_statement: &'static str,
    pub day_known: fn(Known) -> &'static str,
    pub day: fn(Date) -> String,
    pub days_between: fn(days: u32) -> String,
    pub attested_by: &'static str,
    pub documents: &'static str,
    pub no_name_from: fn(side: &str) -> String,
    pub calls_it: fn(side: &str) -> String,
    pub others_call_it: &'static str,
    pub open_questions: &'static str,
    pub would_settle: &'static str,
    pub after: fn(date: &str) -> String,
    pub after_report: fn(outlet: &str, date: &str) -> String,
    pub later: fn(after: &str) -> String,
    pub what_happened_next: &'static str,
    /// The link from there to the point that answers.
    pub read_on: &'static str,
    /// The way to a point, by its number.
    pub see_point: fn(number: usize) -> String,
    /// One more statement by whom and in what the one before it was.
    pub again: &'static str,
    pub after_lead: &'static str,
    pub revisions: &'static str,
    pub last_changed: fn(day: &str) -> String,
    pub all_changes: fn(count: usize) -> String,
    pub touched: &'static str,
    pub head_text: fn(HeadText) -> &'static str,
    pub feed: &'static str,
    pub feed_of: fn(question: &str) -> String,
    pub feed_of_site: fn(site: &str) -> String,
    pub feed_note: &'static str,
    pub as_data: &'static str,
    pub form: fn(Form) -> &'static str,
    pub provenance: &'static str,
    pub provenance_at: &'static str,
    pub provenance_lead: &'static str,
    pub by_publication: &'static str,
    pub publication: &'static str,
    pub by_outlet: &'static str,
    pub outlet: &'static str,
    pub others: &'static str,
    /// What follows a name that leads to its statements.
    pub its_statements: &'static str,
    pub all_statements: &'static str,
    pub sources: &'static str,
    /// Over the columns of the sources.
    pub source_heads: [&'static str; 4],
    pub published: &'static str,
    pub archived: &'static str,
    pub and: &'static str,
    pub link_not_recorded: fn(reason: &str) -> String,
    pub method: &'static str,
    pub coverage: fn(taken: usize, of: usize, left_out: usize) -> String,
    pub left_out: fn(sentences: usize) -> String,
    pub method_site: &'static [&'static str],
    pub report_head: &'static str,
    pub report: &'static [&'static str],
    /// Where the site names nobody to write to.
    pub report_nowhere: &'static str,
    /// A statement by its speaker and the beginning of its words.
    pub statement_title: fn(speaker: &str, words: &str) -> String,
    /// A statement by its speaker and the point it speaks to.
    pub statement_on: fn(speaker: &str, question: &str) -> String,
    /// The title of an item that others are called like too.
    pub numbered: fn(title: &str, number: usize) -> String,
    /// The title of a page that belongs to an explainer.
    pub page_title: fn(title: &str, question: &str) -> String,
    /// The title of a page for a frame.
    pub embed_title: fn(title: &str) -> String,
    pub kicker: fn(&Item<'_>) -> &'static str,
    pub previous: fn(&Item<'_>) -> &'static str,
    pub next: fn(&Item<'_>) -> &'static str,
    pub neighbours: &'static str,
    pub what_each_side_says: &'static str,
    pub nothing_rests_on_it: &'static str,
    pub more: fn(count: usize) -> String,
    pub missing_title: &'static str,
    pub missing_lead: &'static str,
    pub missing_id: Around,
    pub unkept_title: &'static str,
    pub unkept_lead: &'static str,
    pub kept_pages: &'static str,
    pub no_kept_pages: &'static str,
    pub newer: &'static str,
    pub show_newer: &'static str,
    pub nearest: &'static str,
    pub gone_title: fn(id: &str) -> String,
    pub gone_lead: fn(date: &str, reason: &str) -> String,
    pub points_of: fn(question: &str) -> String,
    pub this_copy: &'static str,
    pub one_file: &'static str,
    pub made_from: &'static str,
    pub footer: fn(site: &str) -> String,
    pub site_pages: &'static str,
    pub disputes: &'static str,
    pub search: &'static str,
    pub about: &'static str,
    pub about_title: fn(site: &str) -> String,
    pub by: fn(publisher: &str) -> String,
    pub updated: &'static str,
    pub publisher: &'static str,
    pub published_by: fn(publisher: &str) -> String,
    pub contact: &'static str,
    pub licence: &'static str,
    pub licence_note: &'static str,
    pub how_made: &'static str,
    pub privacy: &'static str,
    pub privacy_note: &'static str,
    /// The beginning of a report of an error: its subject, and its text.
    pub report_subject: fn(title: &str) -> String,
    pub report_body: fn(title: &str, address: &str) -> String,
    pub report_error: &'static str,
    pub report_to: fn(publisher: Option<&str>) -> String,
    pub quoting: fn(Quoting, Place<'_>) -> String,
    pub read_at: fn(Place<'_>) -> String,
    pub status: fn(Status) -> &'static str,
    pub absence: fn(AbsenceKind) -> &'static str,
    pub relay: fn(RelayKind, by: &str) -> String,
    pub read_as: fn(ReadAs) -> &'static str,
    pub revision: fn(RevisionKind) -> &'static str,
    /// What a first revision need not say once more.
    pub first_publication: &'static str,
    pub voice: fn(SpeaksFor) -> Option<&'static str>,
    pub date: fn(Date) -> String,
    /// A date where there is little room.
    pub short_date: fn(Date) -> String,
    pub language_name: fn(tag: &str) -> Option<&'static str>,
}

/// Where a statement was read.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// In an outlet.
    In(&'a str),
    /// In what the side that speaks publishes itself, under this name.
    OfTheSide(&'a str, Own),
    /// In what the speaker publishes, a person or a body.
    OfTheSpeaker(Own, bool),
}

/// What one publishes oneself.
#[derive(Clone, Copy)]
pub enum Own {
    /// A text with an address.
    Site,
    /// What the press reports in its own voice.
    Report,
    /// Anything else.
    Publication,
}

impl Own {
    fn named(self) -> &'static str {
        match self {
            Self::Site => "own site",
            Self::Report => "own report",
            Self::Publication => "own publication",
        }
    }
}

/// A sentence in whose middle stands what only the browser may know.
pub struct Around {
    pub before: &'static str,
    pub after: fn(question: &str) -> String,
}

/// A language is its catalogue: there is one of each.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Words {
    /// What an item is called where it is not on show. No two of a dispute are
    /// called alike.
    pub fn item_title(&self, dispute: &Dispute, item: &Item<'_>) -> String {
        let apart = dispute.apart(item.id());
        let (name, date) = match item {
            Item::Point(point) if apart.more => {
                let number = (self.point)(dispute.point_number(&point.id));
                (format!("{number}: {}", point.question), None)
            }
            Item::Point(point) => (point.question.clone(), None),
            Item::Statement(place) => {
                let by = capital(&self.said_by(dispute, place.statement));
                return self.statement_by(dispute, place.statement, &by);
            }
            Item::Document(document) => (document.name.clone(), Some(document.when.date)),
            Item::Event(event) => (event.what.clone(), Some(event.when.date)),
            Item::OpenQuestion(open) if apart.more => {
                (format!("{}: {}", (self.kicker)(item), open.question), None)
            }
            Item::OpenQuestion(open) => (open.question.clone(), None),
            Item::Source(source) => return self.source_title(dispute, source),
        };
        self.apart(name, date, apart)
    }

    /// A statement by what its speaker is called here and the beginning of its words.
    fn statement_by(&self, dispute: &Dispute, statement: &Statement, by: &str) -> String {
        let name = (self.statement_title)(by, &statement.wording.in_a_title());
        let apart = dispute.apart(&statement.id);
        self.apart(name, Some(statement.when.date), apart)
    }

    /// A name with what sets it apart from its like.
    fn apart(&self, name: String, date: Option<Date>, apart: Apart) -> String {
        let date = date.filter(|_| apart.more);
        let title = date.map_or_else(
            || name.clone(),
            |date| format!("{name}, {}", (self.date)(date)),
        );
        match apart.number {
            Some(number) => (self.numbered)(&title, number),
            None => title,
        }
    }

    /// Whose words a statement's are: the speaker's; of a summary, an outlet's on
    /// the speaker's side.
    pub fn said_by(&self, dispute: &Dispute, statement: &Statement) -> String {
        let speaker = &dispute.speaker(statement.speaker).name;
        match &statement.summarised_by {
            Some(outlet) => (self.summary_of)(outlet, speaker),
            None => speaker.clone(),
        }
    }

    /// What follows “Sourcing” where the statement is not in sight.
    pub fn sourcing_label(&self, dispute: &Dispute, statement: &Statement) -> String {
        let by = self.said_by(dispute, statement);
        let title = self.statement_by(dispute, statement, &by);
        self.sourcing_whose(statement, &title)
    }

    fn sourcing_whose(&self, statement: &Statement, whose: &str) -> String {
        if statement.is_summary() {
            (self.sourcing_of_summary)(whose)
        } else {
            (self.sourcing_of)(whose)
        }
    }

    /// How a chain begins: who said it and to whom, or whose summary it is.
    pub fn first_hop(&self, speaker: &str, chain: &Chain, summarised_by: Option<&str>) -> String {
        let hop = match (summarised_by, &chain.said.to) {
            (Some(outlet), _) => (self.position_by)(outlet),
            (None, Stated::As(whom)) => (self.said_to)(Some(whom)),
            (None, Stated::NotStated) => (self.said_to)(None),
        };
        // After a name with a role, as in “Ann Lee, engineer, said”.
        let comma = if speaker.contains(", ") { "," } else { "" };
        format!("{}{comma} {hop}", capital(speaker))
    }

    /// What stands after a speaker's name: the role, or for whom they speak, and that
    /// no name is known.
    pub fn after_name<'a>(&self, speaker: &'a Speaker) -> impl Iterator<Item = &'a str> {
        let role = speaker.role.as_deref();
        let role = role.or((self.voice)(speaker.speaks_for));
        role.into_iter().chain(self.unnamed(speaker))
    }

    /// That a speaker is not named, where the description does not say so itself.
    fn unnamed(&self, speaker: &Speaker) -> Option<&'static str> {
        let said = || {
            let name = speaker.name.to_lowercase();
            self.unnamed_words.iter().any(|word| name.contains(word))
        };
        (!speaker.named && !said()).then_some(self.unnamed)
    }

    /// The point in time to which a dispute speaks: the day, with the hour or the
    /// report where it has one.
    pub fn as_of_words(&self, dispute: &Dispute) -> String {
        let day = (self.date)(dispute.as_of);
        format!("{} {day}{}", self.as_of, self.as_of_closer(dispute))
    }

    /// What follows the day: the hour, or the report.
    pub fn as_of_closer(&self, dispute: &Dispute) -> String {
        let time = dispute.as_of_time.map(|time| format!(", {time}"));
        let report = dispute.as_of_report.map(|source| {
            let outlet = &dispute.source(source).outlet;
            format!(", {}", (self.as_of_report)(outlet))
        });
        [time, report].into_iter().flatten().collect()
    }

    /// The head over what came after.
    pub fn after_words(&self, dispute: &Dispute) -> String {
        let day = (self.date)(dispute.as_of);
        match (dispute.as_of_report, dispute.as_of_time) {
            (Some(source), _) => (self.after_report)(&dispute.source(source).outlet, &day),
            (None, Some(time)) => (self.after)(&format!("{day}, {time}")),
            (None, None) => (self.after)(&day),
        }
    }

    /// That something came after the point to which a dispute speaks.
    pub fn later_words(&self, dispute: &Dispute) -> String {
        (self.later)(&small(&self.after_words(dispute)))
    }

    /// The authors of a source, people before bodies: "Sam Reed and Ana Ruiz".
    /// Not the outlet itself, which is named beside them.
    pub fn authors(&self, source: &Source) -> Option<String> {
        let all: Vec<&str> = source
            .authors
            .iter()
            .chain(&source.corporate_authors)
            .map(String::as_str)
            .filter(|name| *name != source.outlet)
            .collect();
        (!all.is_empty()).then(|| self.list(&all))
    }

    /// How a statement stands in the source cited, and where: in an outlet, or in
    /// what whoever speaks publishes.
    pub fn quoted_in(&self, dispute: &Dispute, statement: &Statement) -> String {
        let quoting = statement.wording.quoting();
        (self.quoting)(quoting, Self::place(dispute, statement))
    }

    /// Where one reads a statement: the outlet, or that it is the side's or the
    /// speaker's own.
    pub fn read_at(&self, dispute: &Dispute, statement: &Statement) -> String {
        (self.read_at)(Self::place(dispute, statement))
    }

    fn place<'d>(dispute: &'d Dispute, statement: &Statement) -> Place<'d> {
        let source = dispute.source(statement.chain.source);
        let speaker = dispute.speaker(statement.speaker);
        let side = speaker.speaks_for.side();
        let side = side.map(|side| dispute.sides.get(side).name.as_str());
        let own = match (speaker.speaks_for, &source.link) {
            (SpeaksFor::Press, _) => Own::Report,
            (_, Link::At(_)) => Own::Site,
            (_, Link::NotRecorded(_)) => Own::Publication,
        };
        if is_same_name(&source.outlet, &speaker.name) {
            let is_person = speaker.role.is_some() || !speaker.named;
            Place::OfTheSpeaker(own, is_person)
        } else if side.is_some_and(|side| is_same_name(&source.outlet, side)) {
            Place::OfTheSide(&source.outlet, own)
        } else {
            Place::In(&source.outlet)
        }
    }

    /// Names in a sentence: "one, two and three". Where a name has a comma or an
    /// "and" of its own, semicolons part the names.
    pub fn list(&self, names: &[&str]) -> String {
        let and = format!(" {} ", self.and);
        if names.len() > 1
            && names
                .iter()
                .any(|name| name.contains([',', ';']) || name.contains(&and))
        {
            return names.join("; ");
        }
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
        }
    }

    /// The outlet and the day it published; of several of one day, the headline too.
    pub fn source_title(&self, dispute: &Dispute, source: &Source) -> String {
        let apart = dispute.apart(&source.id);
        let mut title = format!("{}, {}", source.outlet, (self.date)(source.published));
        if apart.more {
            title = format!("{title}: “{}”", in_a_title(&source.headline));
        }
        self.apart(title, None, apart)
    }

    /// The time and place that an explainer covers, unless the as-of date says so
    /// already.
    pub fn setting_of<'d>(&self, dispute: &'d Dispute) -> Option<&'d str> {
        let day = (self.date)(dispute.as_of);
        let is_said = |word: &str| day.split(' ').any(|said| said == word);
        let setting = dispute.setting.as_str();
        (!setting.split_whitespace().all(is_said)).then_some(setting)
    }
}

/// An outlet's name inside a sentence: “the Courier’s report”.
fn inside(outlet: &str) -> String {
    match outlet.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => described(outlet),
    }
}

/// The same where the name keeps its “The”: “a blog in Chinese”, which describes an
/// outlet that has no name.
fn described(outlet: &str) -> String {
    let is_article = |(first, rest): &(&str, &str)| {
        matches!(*first, "A" | "An") && rest.starts_with(char::is_lowercase)
    };
    match outlet.split_once(' ').filter(is_article) {
        Some((article, rest)) => format!("{} {rest}", article.to_lowercase()),
        None => outlet.to_owned(),
    }
}

/// Whether two names are one but for the article and capitals.
fn is_same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = name.to_lowercase();
        name.strip_prefix("the ").unwrap_or(&name).to_owned()
    };
    bare(one) == bare(other)
}

/// A text that begins a title. A first word with a capital in it, like a brand's,
/// stays as it is.
pub fn capital(text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    if first.contains(char::is_uppercase) {
        return text.to_owned();
    }
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest.clone()).collect()
}

/// A text in the middle of a line.
fn small(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}

/// Words by which a description says that no name is given.
const UNNAMED: [&str; 3] = ["unnamed", "anonymous", "not named"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// “1,234” from 1234.
fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// English.
pub static ENGLISH: Words = Words {
    controls: &controls::ENGLISH,
    language: "en",
    close: "Close",
    copy: "Copy",
    copy_by_hand: "The browser did not allow copying. The text is selected: copy it from here.",
    share_and_cite: "Share and cite",
    keys: "Keyboard",
    keys_note: "They do nothing while you are typing, or together with Ctrl, Alt or Command.",
    keys_on: "Use these keys",
    key: |key| match key {
        Shortcut::NextPoint => "Next point",
        Shortcut::PreviousPoint => "Previous point",
        Shortcut::Unfold => "Show or hide the sources of the selected statement or point",
        Shortcut::UnfoldAll => "Show or hide all sources",
        Shortcut::CopyLink => "Copy the link to the selected statement or point",
        Shortcut::Find => "Search the statements",
        Shortcut::Swap => "Swap sides",
        Shortcut::Help => "This list",
    },
    find_dispute: "Search the disputes",
    points_found: "Points that match",
    search_within: Around {
        before: "Search “",
        after: |_| "” in this explainer".to_owned(),
    },
    site_description: "Disputes laid out side by side, with the source of every statement.",
    skip: "Skip to the content",
    without_app: |lacks| match lacks {
        Lacks::All => "Search, filters and copying are unavailable; the text is complete.",
        Lacks::Copying => "Copying is unavailable; the text is complete.",
        Lacks::Search => "Search is unavailable; the list is complete.",
    },
    breadcrumb: "You are here",
    home_lead: "What each side of a dispute says, next to what the other side says, with the source of every statement.",
    read_whole: "Read the explainer",
    other_disputes: "Other disputes",
    points_counted: |points, kinds| {
        let s = if points == 1 { "" } else { "s" };
        format!("{points} point{s}: {kinds}")
    },
    as_of: "As of",
    as_of_report: |outlet| format!("up to {}’s report", inside(outlet)),
    covers: "Covers:",
    swapped: "Sides swapped.",
    both_accept: "Common ground",
    they_contest: "Where they differ",
    accepted_here: |status| match status {
        Status::Agreed | Status::DisputedFact | Status::DisputedCharacterisation => "Common ground",
        Status::OneSideOnly | Status::NotAddressed => "Not in dispute",
    },
    contested_here: |status| match status {
        Status::DisputedFact | Status::DisputedCharacterisation => "Where they differ",
        Status::Agreed => "Left open",
        Status::OneSideOnly | Status::NotAddressed => "At issue",
    },
    contents: "On this page",
    ledger: "Point by point",
    point: |number| format!("Point {number}"),
    point_word: "Point",
    later_points: "Later",
    points_named: |points| if points == 1 { "point" } else { "points" },
    later_status: |status| format!("Later: {}", small((ENGLISH.status)(status))),
    status_map: "The points and how they stand",
    others_say: "Others say",
    sourcing_line: |way, how| format!("Source: {}. {how}", way.join(" → ")),
    summary_in_its_words: "The outlet’s own words",
    original: "original",
    original_of: |source| format!("original: {source}"),
    an_outlet: "an outlet",
    how_quoted: |quoting, verification| {
        let how = (ENGLISH.term)(Term::from(quoting));
        match verification {
            Verification::NothingQuoted => how.to_owned(),
            Verification::Verified(_) => format!("{how}, checked ✓"),
            Verification::NotVerified(why) => format!("{how}, not checked: {why}"),
        }
    },
    details: "How we know",
    sourcing_of: |by| format!(" of the statement by {by}"),
    sourcing_of_summary: |summary| format!(" of {summary}"),
    to: |whom| format!("to {whom}"),
    said_to: |whom| match whom {
        Some(whom) => format!("said to {whom}"),
        None => "said (audience not given)".to_owned(),
    },
    not_stated: "an outlet that the source does not name",
    wrote: |outlet, verb| match outlet {
        Some(outlet) => format!("{} wrote “{verb}”", inside(outlet)),
        None => format!("which wrote “{verb}”"),
    },
    renderings: "How others reported it",
    same_report: "Elsewhere in the same report",
    same_words: |report| format!("The same words as in {report}."),
    small_words_differ: |report| {
        format!("The same words as in {report}, but for small ones such as “the” and “had”.")
    },
    no_common_words: |report| format!("No quoted word in common with {report}."),
    not_compared: "In another language: not compared word for word.",
    paraphrased_in: |report| format!("Paraphrased in {report}: not compared word for word."),
    paraphrased_in_both: "Paraphrased in both: not compared word for word.",
    quoted_here_alone: |other, words| format!("Quoted here but not in {other}: {words}."),
    quoted_there_alone: |other, words| format!("Quoted in {other} but not here: {words}."),
    glossary_quoted: "What stands in “quotation marks” is quoted from its source.",
    glossary_paraphrased: "Grey words outside the marks are our paraphrase.",
    glossary_terms: "What the terms mean",
    term: |term| match term {
        Term::Quoted => "Quoted",
        Term::Paraphrased => "Paraphrased",
        Term::PartlyQuoted => "Partly quoted",
        Term::Summarised => "An outlet’s summary",
        Term::Verified => "Checked ✓",
        Term::Named => "Speaker named",
        Term::Unnamed => "Unnamed",
        Term::FirstHand => "Reported directly",
        Term::Relayed => "Via another outlet",
    },
    explained: |term| match term {
        Term::Quoted => {
            "Everything here stands between quotation marks in the source cited. That it was said in these words, we know from the source alone."
        }
        Term::Paraphrased => {
            "The source cited reports it in its own words, and so do we. None of the words need be the speaker’s."
        }
        Term::PartlyQuoted => {
            "What stands between quotation marks is quoted in the source cited; the rest is told in other words."
        }
        Term::Summarised => {
            "The outlet sums up a side’s position in its own words. Nobody is quoted or paraphrased, so no speaker is named, and none of the words need be the side’s."
        }
        Term::Verified => {
            "Every quoted word was found, word for word, in the text of the source. “Not checked” is followed by the reason."
        }
        Term::Named => {
            "The source cited, or another that the note names, gives the speaker’s name or an office that one person holds; or the statement is an organisation’s own."
        }
        Term::Unnamed => {
            "The source cited describes the speaker but gives no name. Who it was, the source alone knows."
        }
        Term::FirstHand => {
            "The source cited reports it itself: as far as it says, no other outlet stands between it and the speaker."
        }
        Term::Relayed => {
            "The source cited took it from another outlet, shown before it in the chain. At each further step words can change."
        }
    },
    summary_of: |outlet, whose| format!("{outlet}’s summary of the position of {whose}"),
    position_of: "Position of",
    position_by: |outlet| format!("— position summed up by {}", inside(outlet)),
    summary: |outlet| format!("Summed up by {}", inside(outlet)),
    attributed_to: |whom| format!("Attributed there to {whom}."),
    spoken_in: |language, by| match by {
        "not stated in the source" => {
            format!("Original in {language}. The source does not name the translator.")
        }
        _ => format!("Original in {language}. Translation: {by}."),
    },
    verified: |day| format!("Checked word for word on {day} ✓."),
    not_verified: |why| format!("Not checked: {why}"),
    cut: |cut| match cut {
        Cut::Sentence => "Part of a sentence.",
        Cut::Passage => "Part of a longer quotation.",
    },
    date_words: |words| format!("The report says “{words}”."),
    date_counted: |words, day| format!("The report says “{words}”, i.e. {day}."),
    date_alone: |day| format!("Dated {day}."),
    date_without_words: "The report gives no day.",
    date_given_by: "The date comes from",
    more_of: |title| format!("Share and cite: {title}"),
    of: |title| format!(": {title}"),
    quotation: "Statement",
    copy_link: "Copy link",
    share_device: "Share…",
    address: "Permalink",
    cite: "Cite",
    citation_format: |format| match format {
        Format::Plain => "Plain text",
        Format::Bibtex => "BibTeX",
        Format::Ris => "RIS",
        Format::CslJson => "CSL-JSON",
    },
    copy_citation: "Copy citation",
    copy_quotation: "Copy with attribution",
    copy_embed: "Copy embed code",
    copy_fitted_embed: "Copy embed code with a script that adjusts the height",
    embed: "Embed",
    embed_lead: "Embed this with both sides, its date and a link back.",
    embed_open: |site| format!("All sources on {site}"),
    figures: "How balanced is this page?",
    figures_title: "How balanced is this explainer?",
    figures_lead: "How much each side has in this explainer, and on what it rests, counted when the site was built. Equal figures do not prove fairness, nor unequal ones unfairness: a side that said less has less here.",
    figures_rows: [
        "Statements",
        "Words in them",
        "By named speakers",
        "By unnamed speakers",
        "Summed up by an outlet",
        "Quoted",
        "Partly quoted",
        "Paraphrased",
        "Different sources",
    ],
    figures_of: "Figure",
    figures_whole: "All points together",
    figures_by_point: "Point by point",
    figures_point: "Point",
    number,
    figures_of_point: |statements, words, sources| {
        if statements == 0 {
            return "No statements".to_owned();
        }
        let some = |count: u32, one: &str| {
            let s = if count == 1 { "" } else { "s" };
            format!("{} {one}{s}", number(count))
        };
        format!(
            "{}, {}, {}",
            some(statements, "statement"),
            some(words, "word"),
            some(sources, "source")
        )
    },
    figures_none: "None.",
    figures_quotations: "Quotations",
    figures_verified: |verified, of| {
        if of == 0 {
            return "Nothing in this explainer is quoted.".to_owned();
        }
        if verified == of {
            return format!(
                "In all {} passages of this explainer that quote, every quoted word was checked against the text of the source.",
                number(of)
            );
        }
        format!(
            "Of {} passages in this explainer that quote, {} have had every quoted word checked against the text of the source. Each of the others says why not.",
            number(of),
            number(verified)
        )
    },
    figures_waivers: "Reasons given more than twice for not checking quotations",
    figures_waiver: |quotations, reason| match quotations {
        1 => format!("For 1 quotation: {reason}"),
        _ => format!("For {quotations} quotations: {reason}"),
    },
    figures_unverified: "Statements with quotations that are not checked",
    figures_single: "Statements that rest on one source alone",
    figures_once: "Sources used once",
    figures_not_searched: "Points on which a side is absent, though not every source of the other side was searched for it",
    figures_loaded: "Our own loaded words",
    figures_loaded_lead: "Verbs that judge what they report, in this explainer’s own text outside quotations.",
    figures_instead: |word, neutral| format!("“{word}”; neutral: “{neutral}”"),
    print: "Print edition",
    print_lead: "Every point with what each side says on it. Numbers in brackets refer to the list of sources at the end; the full sourcing is in the online explainer.",
    share_index: "Links and citations",
    whole_explainer: "The whole explainer",
    share_index_title: |question| format!("Links and citations: {question}"),
    share_index_lead: "Each item of the explainer with its link, its preview card and its citation. Every link leads to a page that shows both sides.",
    card_of: |title| format!("Preview card: {title}"),
    changed_title: "Changed since you were sent this",
    changed_lead: |date| {
        format!(
            "The link you followed was made for an earlier version. The item changed on {date}."
        )
    },
    changed_unlisted: "The list of revisions has no entry for this change.",
    cited_in: |outlet, headline, date| match outlet {
        "" => format!("“{headline}”, {date}"),
        _ => format!("{outlet}, “{headline}”, {date}"),
    },
    cited_from: |site, question, as_of| format!("{site}: “{question}”, as of {as_of}"),
    said_on: |date| format!("Said on {date}."),
    unnamed: "unnamed",
    unnamed_words: UNNAMED,
    unnamed_author: |description| {
        let description = capital(description);
        if UNNAMED
            .iter()
            .any(|word| description.to_lowercase().contains(word))
        {
            return description;
        }
        format!("{description} (unnamed)")
    },
    other_authors: "others",
    paraphrase: |text| format!("{} [paraphrase]", text.trim_end_matches('.')),
    summarised: |text, whose| {
        let text = text.trim_end_matches('.');
        format!("{text} [summary of the position of {whose}]")
    },
    in_the_whole: "See this in the whole explainer",
    searched: "Searched:",
    searched_sources: |sources| format!("Searched: {sources} sources"),
    see_also: "See:",
    timeline: "Timeline",
    continued: "Continued:",
    timeline_picture: "Events and statements by date, in three columns",
    an_event: "Event",
    a_statement: "Statement",
    day_known: |known| match known {
        Known::Given => "date given in the source",
        Known::Counted => "date worked out from the source’s words",
        Known::Elsewhere => "date from another source",
    },
    day: |date| {
        let month = MONTHS
            .get(usize::from(date.month).wrapping_sub(1))
            .unwrap_or(&"");
        let month: String = month.chars().take(3).collect();
        format!("{} {month}", date.day)
    },
    days_between: |days| match days {
        1 => "1 day".to_owned(),
        _ => format!("{} days", number(days)),
    },
    attested_by: "Sources:",
    documents: "The documents, and what each side calls them",
    no_name_from: |side| format!("{side}: no name for it found."),
    calls_it: |side| format!("{side} calls it"),
    others_call_it: "Others call it",
    open_questions: "Open questions",
    would_settle: "What would settle it",
    after: |date| format!("After {date}"),
    after_report: |outlet, date| format!("After {}’s report of {date}", inside(outlet)),
    after_lead: "What happened later, kept separate from the account above: nothing above rests on it.",
    later: |after| format!("Later: {after}"),
    what_happened_next: "What happened next:",
    read_on: "Read on",
    see_point: |number| format!("See point {number}"),
    again: "also here",
    revisions: "Revisions",
    last_changed: |day| format!("Last changed on {day}."),
    all_changes: |count| match count {
        1 => "1 change".to_owned(),
        _ => format!("All {count} changes"),
    },
    touched: "Affects:",
    head_text: |text| match text {
        HeadText::Question => "the question",
        HeadText::AsOf => "the as-of date",
        HeadText::Summary => "the summary",
        HeadText::Accepted => "the common ground",
        HeadText::Contested => "where they differ",
        HeadText::Positions => "the positions",
        HeadText::Next => "what happened next",
        HeadText::OrderNote => "the order of the sides",
        HeadText::Method => "the method",
    },
    feed: "Feed of the revisions (Atom)",
    feed_of: |question| format!("Revisions: {question}"),
    feed_of_site: |site| format!("{site}: revisions of all disputes"),
    feed_note: "Changes to what was published. A revision has a date but no time; the time given is midnight UTC.",
    as_data: "This explainer as data:",
    form: |form| match form {
        Form::Json => "JSON",
        Form::Csv => "CSV",
        Form::Markdown => "Markdown",
    },
    provenance: "Where the statements come from",
    provenance_at: "Each side’s statements, counted by source and by outlet",
    provenance_lead: "Each number counts statements; outlets’ own summaries are left out. Choose a name to see its points, with both sides.",
    by_publication: "By source read",
    publication: "Source",
    by_outlet: "By outlet nearest to the speaker",
    outlet: "Outlet",
    others: "Others",
    its_statements: ": its statements",
    all_statements: "All but outlets’ summaries",
    sources: "Sources read",
    source_heads: ["Date", "Outlet", "Headline", "How read"],
    published: "Published",
    archived: "Archived copy",
    and: "and",
    link_not_recorded: |reason| format!("No link found. {reason}"),
    method: "Method",
    report_head: "How to report an error",
    report: &[
        "Say which item it is: the “⋯” beside it gives a link that also says which version you saw. Say what is wrong, and name the source that shows it, with its date and address.",
        "A correction is made in the data, dated, and listed under “Revisions”; a link made before it tells its reader that the item has changed.",
    ],
    report_nowhere: "This copy of the site does not say whom to write to.",
    coverage: |taken, of, left_out| match left_out {
        0 => format!("all of its {of} sentences stand on this page."),
        1 => format!("{taken} of its {of} sentences stand on this page; 1 was left out:"),
        _ => {
            format!("{taken} of its {of} sentences stand on this page; {left_out} were left out:")
        }
    },
    left_out: |sentences| match sentences {
        1 => "(1 sentence)".to_owned(),
        _ => format!("({sentences} sentences)"),
    },
    method_site: &[
        "Both sides have the same structure, the same typeface and the same order of parts. Where we found nothing from a side on a point, the page says so, and says where we looked.",
        "A statement is listed if a source we read carries it and it bears on the point. The method of each dispute explains the order of the statements. On the page of a single statement, that statement comes first; nothing else moves.",
        "Words between quotation marks are verbatim in the source named at the end of the chain. Everything else is paraphrase in our words. Where the source’s text is at hand, a program looks for the quoted words in it; the sourcing of each statement says whether they were found, and when. Our own verb is “said”; the verb that an outlet used is in the chain, where it is recorded.",
    ],
    statement_title: |speaker, words| format!("{speaker}: {words}"),
    statement_on: |speaker, question| format!("{} on “{question}”", capital(speaker)),
    numbered: |title, number| format!("{title} ({number})"),
    page_title: |title, question| format!("{title} · {question}"),
    embed_title: |title| format!("{title} (embed)"),
    kicker: |item| match item {
        Item::Point(_) => "Point",
        Item::Statement(_) => "Statement and response",
        Item::Document(_) => "Document",
        Item::Event(_) => "Event",
        Item::OpenQuestion(_) => "Open question",
        Item::Source(_) => "Source",
    },
    previous: |item| match item {
        Item::Point(_) | Item::Statement(_) => "Previous point",
        Item::Document(_) => "Previous document",
        Item::Event(_) => "Previous event",
        Item::OpenQuestion(_) => "Previous open question",
        Item::Source(_) => "Previous source",
    },
    next: |item| match item {
        Item::Point(_) | Item::Statement(_) => "Next point",
        Item::Document(_) => "Next document",
        Item::Event(_) => "Next event",
        Item::OpenQuestion(_) => "Next open question",
        Item::Source(_) => "Next source",
    },
    neighbours: "Previous and next",
    what_each_side_says: "What each side says",
    nothing_rests_on_it: "No point of this explainer rests on it.",
    more: |count| match count {
        1 => "One more statement on this point".to_owned(),
        _ => format!("{count} more statements on this point"),
    },
    missing_title: "Page not found",
    missing_lead: "The address may have been cut short or mistyped.",
    missing_id: Around {
        before: "There is no “",
        after: |question| format!("” in “{question}”."),
    },
    unkept_title: "Not available offline",
    unkept_lead: "The site can’t be reached, and this page isn’t saved on this device.",
    kept_pages: "These pages are available offline",
    no_kept_pages: "No pages are saved on this device. Pages are saved for reading offline when you visit them.",
    newer: "A newer version of this site is ready.",
    show_newer: "Show it",
    nearest: "Did you mean this?",
    gone_title: |id| format!("“{id}” was taken out"),
    gone_lead: |date, reason| format!("Taken out on {date}. {reason}"),
    points_of: |question| format!("The points of “{question}”"),
    this_copy: "This copy",
    one_file: "This copy is complete in one file; it does not change when the site does.",
    made_from: "It was made from",
    footer: |site| format!("{site} gives no verdict. It shows who said what, and how we know."),
    site_pages: "Site",
    disputes: "Disputes",
    search: "Search",
    about: "About",
    about_title: |site| format!("About {site}"),
    by: |publisher| format!("By {publisher}"),
    updated: "Updated",
    publisher: "Publisher",
    published_by: |publisher| format!("Published by {publisher}."),
    contact: "Contact",
    licence: "Licence of the texts",
    licence_note: "Quotations belong to those who said and published them.",
    how_made: "How the explainers are made",
    privacy: "Privacy",
    privacy_note: "This site counts no visitors, sets no cookies and loads nothing from other sites. A page you have visited may be kept on your own device, so that it can be read without a connection.",
    report_subject: |title| format!("Error in “{title}”"),
    report_body: |title, address| {
        format!(
            "What is wrong:\n\n\nThe source that shows it, with its date and address:\n\n\n{title}\n{address}\n"
        )
    },
    report_error: "Report an error",
    report_to: |publisher| match publisher {
        Some(publisher) => format!("Write to {publisher}"),
        None => "Write to the publisher".to_owned(),
    },
    quoting: |quoting, place| {
        let how = match quoting {
            Quoting::Direct => "quoted",
            Quoting::Paraphrase => "paraphrased",
            Quoting::Mixed => "partly quoted",
        };
        match place {
            Place::In(outlet) => format!("{how} in {}", described(outlet)),
            Place::OfTheSide(outlet, own) => {
                format!("{how} from {}’s {}", inside(outlet), own.named())
            }
            Place::OfTheSpeaker(own, true) => format!("{how} from their {}", own.named()),
            Place::OfTheSpeaker(own, false) => format!("{how} from its {}", own.named()),
        }
    },
    read_at: |place| match place {
        Place::In(outlet) => outlet.to_owned(),
        Place::OfTheSide(outlet, own) => format!("{}’s {}", inside(outlet), own.named()),
        Place::OfTheSpeaker(own, true) => format!("their {}", own.named()),
        Place::OfTheSpeaker(own, false) => format!("its {}", own.named()),
    },
    status: |status| match status {
        Status::Agreed => "Agreed",
        Status::DisputedFact => "In dispute",
        Status::DisputedCharacterisation => "Described differently",
        Status::OneSideOnly => "Only one side has spoken",
        Status::NotAddressed => "Neither side has addressed it",
    },
    absence: |kind| match kind {
        AbsenceKind::NotFound => "Nothing found",
        AbsenceKind::Declined => "Declined to say",
        AbsenceKind::NotDisclosed => "Not disclosed",
        AbsenceKind::NotAsked => "Not asked",
    },
    relay: |kind, by| match kind {
        RelayKind::Reported => format!("reported by {}", inside(by)),
        RelayKind::Cited => format!("cited by {}", inside(by)),
    },
    read_as: |read| match read {
        ReadAs::Whole => "Read in full",
        ReadAs::Excerpt => "Read in part",
    },
    revision: |kind| match kind {
        RevisionKind::FirstPublished => "First published",
        RevisionKind::Correction => "Correction",
        RevisionKind::NewInformation => "New information",
        RevisionKind::Wording => "Wording",
    },
    first_publication: "First publication.",
    voice: |voice| match voice {
        SpeaksFor::Side(_) => None,
        SpeaksFor::Press => Some("press"),
        SpeaksFor::ThirdParty => Some("third party"),
    },
    date: |date| {
        let month = MONTHS
            .get(usize::from(date.month).wrapping_sub(1))
            .unwrap_or(&"");
        format!("{} {month} {}", date.day, date.year)
    },
    short_date: |date| {
        let month = MONTHS
            .get(usize::from(date.month).wrapping_sub(1))
            .unwrap_or(&"");
        let short = month.get(..3).filter(|_| month.len() > 4);
        format!("{} {} {}", date.day, short.unwrap_or(month), date.year)
    },
    language_name: |tag| {
        Some(match tag {
            "en" => "English",
            "es" => "Spanish",
            "fi" => "Finnish",
            "ja" => "Japanese",
            "ko" => "Korean",
            "pl" => "Polish",
            "pt" => "Portuguese",
            "zh" => "Chinese",
            "fr" => "French",
            "de" => "German",
            "it" => "Italian",
            "ru" => "Russian",
            "uk" => "Ukrainian",
            _ => return None,
        })
    },
};
