//! What a reader can choose among, with how many statements each choice would match.

use says_who_model::Id;
use says_who_page_data::{OutletIx, PageData, Quoting, SpeakerIx, Statement, Voice};

use super::ledger_filter::Facet;
use super::{FilterQuery, LedgerFilter, PointTexts, SideFilter, WordingFilter};

/// One choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its value in the address.
    pub value: String,
    /// Its name; empty if the words of the interface name it, or if it is unknown.
    pub name: String,
    /// How many statements it matches, with the other filters as they are.
    pub count: usize,
}

/// The choices of each filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The sides, the parties that speak, and neither.
    pub sides: Vec<Choice>,
    /// The speakers, by name.
    pub speakers: Vec<Choice>,
    /// The outlets, by name.
    pub outlets: Vec<Choice>,
    /// How words are given.
    pub wordings: Vec<Choice>,
    /// Named, unnamed.
    pub named: Vec<Choice>,
}

/// The counts while statements are looked at.
struct Counts<'d> {
    data: &'d PageData,
    /// The first and the second side, neither, then the parties.
    voices: Vec<usize>,
    /// `None` for those of whom only summaries are given.
    speakers: Vec<Option<usize>>,
    outlets: Vec<Option<usize>>,
    wordings: [usize; 3],
    named: [usize; 2],
}

impl LedgerFilter<'_> {
    /// The choices of each filter. `texts` are those of the points, which are needed
    /// only where the query has words; `name` returns the name of a speaker; `sort_key`
    /// is what names are sorted by.
    pub fn choices(
        &self,
        texts: &[PointTexts],
        name: impl Fn(SpeakerIx) -> String,
        sort_key: impl Fn(&str) -> String,
    ) -> Choices {
        let data = self.data;
        let mut counts = Counts {
            data,
            voices: vec![0; 3 + data.parties.len()],
            speakers: vec![None; data.speakers.len()],
            outlets: vec![None; data.outlets.len()],
            wordings: [0; 3],
            named: [0; 2],
        };
        for (at, point) in data.points.iter().enumerate() {
            let texts = texts.get(at);
            for (at, statement) in point.statements.iter().enumerate() {
                let texts = texts.and_then(|texts| texts.statements.get(at));
                let failing = self.failing(statement);
                let has_words = self.has_words(texts);
                counts.add(statement, |facet| has_words && failing.is_at_most(facet));
            }
        }
        counts.choices(self.query, name, sort_key)
    }
}

impl Counts<'_> {
    /// Counts a statement. `matches` returns whether it would match if a facet were not
    /// filtered by.
    fn add(&mut self, statement: &Statement, matches: impl Fn(Facet) -> bool) {
        let count = |facet| usize::from(matches(facet));
        let speaker = self.data.speaker(statement.speaker);
        self.voices[voice_place(speaker.voice)] += count(Facet::Side);
        self.wordings[statement.quoting as usize] += count(Facet::Wording);
        if statement.quoting != Quoting::Summarised {
            self.named[usize::from(!speaker.is_named)] += count(Facet::Named);
            let own = &mut self.speakers[usize::from(statement.speaker.0)];
            *own = Some(own.unwrap_or_default() + count(Facet::Speaker));
        }
        let mut outlets: Vec<OutletIx> = statement.outlets(self.data).collect();
        outlets.sort_unstable();
        outlets.dedup();
        for outlet in outlets {
            let own = &mut self.outlets[usize::from(outlet.0)];
            *own = Some(own.unwrap_or_default() + count(Facet::Outlet));
        }
    }

    fn choices(
        self,
        query: &FilterQuery,
        name: impl Fn(SpeakerIx) -> String,
        sort_key: impl Fn(&str) -> String,
    ) -> Choices {
        let data = self.data;
        let choice = |value: &str, name: String, count| Choice {
            value: value.to_owned(),
            name,
            count,
        };
        let sides = data.sides.iter().zip(&self.voices);
        let parties = data.parties.iter().zip(&self.voices[3..]);
        let named = sides.chain(parties);
        let mut sides: Vec<Choice> = named
            .map(|(one, count)| choice(&one.id, one.name.clone(), *count))
            .collect();
        sides.push(choice(SideFilter::NEITHER, String::new(), self.voices[2]));
        let mut speakers = Sorted::new(&sort_key);
        let all = data.speakers.iter().zip(&self.speakers).zip(0..);
        for ((one, count), at) in all {
            if let Some(count) = count {
                speakers.add(choice(&one.id, name(SpeakerIx(at)), *count));
            }
        }
        let mut outlets = Sorted::new(&sort_key);
        for (name, count) in data.outlets.iter().zip(&self.outlets) {
            if let Some(count) = count {
                outlets.add(choice(name, name.clone(), *count));
            }
        }
        let (mut speakers, mut outlets) = (speakers.choices, outlets.choices);
        let asked = [
            (&mut sides, query.side.as_ref().map(SideFilter::name)),
            (&mut speakers, query.speaker.as_ref().map(Id::as_str)),
            (&mut outlets, query.outlet.as_deref()),
        ];
        for (list, asked) in asked {
            // An address may ask for what is not here. It is shown, so that it can be
            // taken back.
            if let Some(asked) = asked
                && list.iter().all(|one| one.value != asked)
            {
                list.push(choice(asked, String::new(), 0));
            }
        }
        let wordings = WordingFilter::ALL.into_iter().zip(self.wordings);
        Choices {
            sides,
            speakers,
            outlets,
            wordings: wordings
                .map(|(one, count)| choice(one.name(), String::new(), count))
                .collect(),
            named: [
                choice("yes", String::new(), self.named[0]),
                choice("no", String::new(), self.named[1]),
            ]
            .into(),
        }
    }
}

/// Choices that are kept in the order of their names. Its code is smaller than that of
/// sorting at the end.
struct Sorted<'k> {
    sort_key: &'k dyn Fn(&str) -> String,
    keys: Vec<String>,
    choices: Vec<Choice>,
}

impl<'k> Sorted<'k> {
    fn new(sort_key: &'k dyn Fn(&str) -> String) -> Self {
        Self {
            sort_key,
            keys: Vec::new(),
            choices: Vec::new(),
        }
    }

    fn add(&mut self, choice: Choice) {
        let key = (self.sort_key)(&choice.name);
        let place = self.keys.partition_point(|other| *other <= key);
        self.keys.insert(place, key);
        self.choices.insert(place, choice);
    }
}

/// Where a voice is counted.
fn voice_place(voice: Voice) -> usize {
    match voice {
        Voice::FirstSide => 0,
        Voice::SecondSide => 1,
        Voice::Press | Voice::ThirdParty => 2,
        Voice::Party(party) => 3 + usize::from(party.0),
    }
}
