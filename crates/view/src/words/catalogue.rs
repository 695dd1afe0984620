//! What a catalogue of the pages' texts has.

use says_who_model::{
    AbsenceKind, Cut, Date, EdtfDate, HeadText, Item, Quoting, ReadAs, RelayKind, RevisionKind,
    SourceKind, SpeaksFor, Status, When, Wording,
};

use super::Message;
use super::items::ItemWords;
use super::publisher::StatementPublisher;
use super::sentence::SplitSentence;
use super::speakers::SpeakerWords;
use super::voices::VoiceWords;
use crate::citations::Format;
use crate::components::{AppFeatures, DateBasis, GlossaryTerm};
use crate::exports::ExportFormat;
use crate::shortcut::Shortcut;

/// The interface in one language.
pub struct Words {
    /// The messages of the app: the only texts that it has.
    pub message: fn(Message) -> &'static str,
    /// The texts about whom a speaker speaks for.
    pub voices: &'static VoiceWords,
    /// The texts about absences, events, documents and statuses.
    pub items: &'static ItemWords,
    /// The texts about speakers.
    pub speakers: &'static SpeakerWords,
    pub language: &'static str,
    pub close: &'static str,
    pub copy: &'static str,
    pub copy_by_hand: &'static str,
    pub share_and_cite: &'static str,
    pub compare_with_another: &'static str,
    pub shortcuts: &'static str,
    pub shortcuts_note: &'static str,
    pub shortcuts_on: &'static str,
    pub shortcut: fn(Shortcut) -> &'static str,
    pub find_dispute: &'static str,
    pub points_found: &'static str,
    pub search_within: SplitSentence,
    pub site_description: &'static str,
    pub skip: &'static str,
    pub without_app: fn(AppFeatures) -> &'static str,
    pub breadcrumb: &'static str,
    pub home_lead: &'static str,
    pub read_whole: &'static str,
    pub other_disputes: &'static str,
    pub points_counted: fn(points: usize, kinds: &str) -> String,
    pub as_of: &'static str,
    pub as_of_report: fn(outlet: &str) -> String,
    /// Before the time and place that an explainer covers.
    pub covers: &'static str,
    pub swapped: &'static str,
    pub both_accept: &'static str,
    pub they_contest: &'static str,
    /// The labels below a point's status, which must not contradict it.
    pub accepted_here: fn(Status) -> &'static str,
    pub contested_here: fn(Status) -> &'static str,
    pub contents: &'static str,
    pub ledger: &'static str,
    pub point: fn(number: usize) -> String,
    pub point_word: &'static str,
    /// The name of the group of later points.
    pub later_points: &'static str,
    /// The noun for a number of points, beside their numbers.
    pub points_named: fn(points: usize) -> &'static str,
    /// The status of a later point.
    pub later_status: fn(Status) -> String,
    pub status_map: &'static str,
    pub others_say: &'static str,
    pub sourcing_of: fn(speaker: &str) -> String,
    pub sourcing_of_summary: fn(summary: &str) -> String,
    pub addressee: fn(whom: &str) -> String,
    /// Where a statement was read and how its words are reported, in one line.
    pub sourcing_line: fn(way: &[&str], how: &str) -> String,
    pub summary_in_its_words: &'static str,
    pub original: &'static str,
    pub original_of: fn(source: &str) -> String,
    pub an_outlet: &'static str,
    pub how_quoted: fn(&Wording) -> String,
    pub details: &'static str,
    pub said_to: fn(whom: Option<&str>) -> String,
    pub not_stated: &'static str,
    /// The source's verb for the utterance itself.
    pub said_verb: fn(verb: &str) -> String,
    pub way_not_known: fn(from: &str, to: &str, reason: &str) -> String,
    /// In a list of outlets: a part of the way that is not known.
    pub way_unknown: &'static str,
    pub nearest_not_known: &'static str,
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
    pub glossary_indirect: &'static str,
    pub glossary_terms: &'static str,
    pub term: fn(GlossaryTerm) -> &'static str,
    pub explanation: fn(GlossaryTerm) -> &'static str,
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
    pub date_given_by: &'static str,
    /// The accessible name of an item's “⋯” link.
    pub more_of: fn(title: &str) -> String,
    pub title_suffix: fn(title: &str) -> String,
    pub quotation: &'static str,
    pub copy_link: &'static str,
    pub share_device: &'static str,
    pub address: &'static str,
    pub cite: &'static str,
    pub citation_format: fn(Format) -> &'static str,
    pub copy_citation: &'static str,
    pub copy_quotation: &'static str,
    pub copy_embed: &'static str,
    pub copy_auto_height_embed: &'static str,
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
    /// A number with thousands separators.
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
    pub card_note: fn(address: &str) -> String,
    pub changed_title: &'static str,
    pub changed_lead: fn(date: &str) -> String,
    pub changed_unlisted: &'static str,
    pub cited_in: fn(outlet: &str, headline: &str, date: &str) -> String,
    pub cited_from: fn(site: &str, question: &str, as_of: &str) -> String,
    pub said_on: fn(&When) -> String,
    /// Beside a speaker whom the source does not name.
    pub unnamed: &'static str,
    /// Words by which a description itself says that a speaker is unnamed.
    pub unnamed_words: [&'static str; 3],
    /// What a citation calls such a speaker.
    pub unnamed_author: fn(description: &str) -> String,
    /// The authors that an author line omits.
    pub other_authors: &'static str,
    /// The title of a citation whose words are a paraphrase.
    pub paraphrase: fn(text: &str) -> String,
    pub indirect_speech: fn(&str) -> String,
    /// The title of a citation in which an outlet sums up a position.
    pub summarised: fn(text: &str, whose: &str) -> String,
    pub in_the_whole: &'static str,
    pub searched: &'static str,
    /// The summary of a folded list of searched sources.
    pub searched_sources: fn(sources: usize) -> String,
    pub see_also: &'static str,
    pub timeline: &'static str,
    /// Before the heading under which a list continues.
    pub continued: &'static str,
    pub timeline_lead: &'static str,
    /// A link to the page of the timeline.
    pub timeline_at: fn(entries: usize) -> String,
    /// The name of the lane between those of the two sides.
    pub timeline_between: &'static str,
    pub an_event: &'static str,
    pub date_basis: fn(DateBasis) -> &'static str,
    /// If some sources of a date give it, and some don't.
    pub date_bases_differ: &'static str,
    /// A date, as precise as it is known, for the middle of a sentence.
    pub edtf_date: fn(EdtfDate) -> String,
    /// What is not known of a date that is wider than a day.
    pub date_width: fn(EdtfDate) -> Option<&'static str>,
    /// The time of the day or the part of the day, if it is known.
    pub time_in_day: fn(&When) -> Option<String>,
    /// How much later a date is than the one before it. Longer times are rounded.
    pub days_later: fn(days: u32) -> String,
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
    /// The link from there if no later point tells it.
    pub read_on: &'static str,
    /// A link to a point, by its number.
    pub see_point: fn(number: usize) -> String,
    /// A further statement by the same speaker on the same day.
    pub also_here: &'static str,
    pub after_lead: &'static str,
    pub revisions: &'static str,
    pub last_changed: fn(day: &str) -> String,
    pub all_changes: fn(count: usize) -> String,
    pub affects: &'static str,
    pub head_text: fn(HeadText) -> &'static str,
    pub feed: &'static str,
    pub feed_of: fn(question: &str) -> String,
    pub feed_of_site: fn(site: &str) -> String,
    pub feed_note: &'static str,
    pub as_data: &'static str,
    pub export_format: fn(ExportFormat) -> &'static str,
    pub provenance: &'static str,
    pub provenance_at: &'static str,
    pub provenance_lead: &'static str,
    pub by_publication: &'static str,
    pub publication: &'static str,
    pub by_outlet: &'static str,
    pub outlet: &'static str,
    pub others: &'static str,
    /// Follows a name that links to its statements, for screen readers.
    pub its_statements: &'static str,
    pub all_statements: &'static str,
    pub sources: &'static str,
    /// The column heads of the table of sources.
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
    pub report_steps: &'static [&'static str],
    /// Shown if the site has no contact.
    pub report_nowhere: &'static str,
    /// A statement, by its speaker and the beginning of its words.
    pub statement_title: fn(speaker: &str, words: &str) -> String,
    /// A statement, by its speaker and the point that it is on.
    pub statement_on: fn(speaker: &str, question: &str) -> String,
    /// The title of an item that has the same title as others.
    pub numbered: fn(title: &str, number: usize) -> String,
    /// The title of a page that belongs to an explainer.
    pub page_title: fn(title: &str, question: &str) -> String,
    /// The title of an embed page.
    pub embed_title: fn(title: &str) -> String,
    pub kicker: fn(&Item<'_>) -> &'static str,
    pub previous: fn(&Item<'_>) -> &'static str,
    pub next: fn(&Item<'_>) -> &'static str,
    pub neighbours: &'static str,
    pub what_each_side_says: &'static str,
    pub nothing_rests_on_it: &'static str,
    pub more: fn(count: usize) -> String,
    pub not_found_title: &'static str,
    pub not_found_lead: &'static str,
    pub no_such_id: SplitSentence,
    pub offline_title: &'static str,
    pub offline_lead: &'static str,
    pub offline_pages: &'static str,
    pub no_offline_pages: &'static str,
    pub newer: &'static str,
    pub show_newer: &'static str,
    pub did_you_mean: &'static str,
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
    /// The subject and the body of an error report.
    pub report_subject: fn(title: &str) -> String,
    pub report_body: fn(title: &str, address: &str) -> String,
    pub report_error: &'static str,
    pub report_to: fn(publisher: Option<&str>) -> String,
    pub quoting: fn(Quoting, StatementPublisher<'_>) -> String,
    /// Like `quoting`, for indirect speech.
    pub in_words_of: fn(StatementPublisher<'_>) -> String,
    pub statement_publisher: fn(StatementPublisher<'_>) -> String,
    pub status: fn(Status) -> &'static str,
    pub absence: fn(AbsenceKind) -> &'static str,
    pub relay: fn(RelayKind, by: &str) -> String,
    pub read_as: fn(ReadAs) -> &'static str,
    pub source_kind: fn(SourceKind) -> &'static str,
    pub headline_not_known: fn(reason: &str) -> String,
    pub carries_agency: fn(agency: &str) -> String,
    pub copy_read_at: fn(place: &str) -> String,
    pub read_on_day: fn(day: &str) -> String,
    pub revision: fn(RevisionKind) -> &'static str,
    /// The text of a first revision, which is not shown because its kind says the
    /// same.
    pub first_publication: &'static str,
    pub speaks_for: fn(SpeaksFor) -> Option<&'static str>,
    pub date: fn(Date) -> String,
    /// A shorter date.
    pub short_date: fn(Date) -> String,
    /// When something was, as precise as it is known, for the middle of a sentence.
    pub when: fn(&When) -> String,
    pub short_when: fn(&When) -> String,
    pub date_not_known: &'static str,
    pub date_not_known_because: fn(reason: &str) -> String,
    pub other_calendar: fn(date: &str) -> String,
    pub language_name: fn(tag: &str) -> Option<&'static str>,
    /// Before a speaker's name in its own script; the language, if it has a name
    /// here.
    pub own_name: fn(language: Option<&str>) -> String,
    pub other_spellings: &'static str,
}

/// There is one catalogue per language, so only the same catalogue is equal.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
