//! The query, read and written. What this version does not know is kept, so
//! that a link loses nothing by being opened.

use says_who_model::{Date, Id};

use super::parameters::parameters;
use says_who_routes::parts;
use says_who_routes::percent::{decoded, encoded};

/// What an address asks to see. Nothing asked is everything, in the order of
/// the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterQuery {
    /// Words that have to occur, each somewhere.
    pub words: String,
    /// For whom it was said.
    pub side: Option<SideFilter>,
    /// Who said it.
    pub speaker: Option<Id>,
    /// An outlet on the way, by its name.
    pub outlet: Option<String>,
    /// The source at the end of a chain.
    pub source: Option<Id>,
    /// Quoted, paraphrased or summed up.
    pub wording: Option<WordingFilter>,
    /// Whether the speaker is named.
    pub named: Option<bool>,
    /// Not said before this day.
    pub from: Option<Date>,
    /// Not said after it.
    pub until: Option<Date>,
    /// The side that stands first; where it is the data's own, nothing is asked.
    pub first: Option<Id>,
}

/// For whom somebody speaks, as far as one can ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideFilter {
    /// For the side with this id.
    Side(Id),
    /// For neither: the press, third parties.
    Neither,
}

impl SideFilter {
    /// The name of [`SideFilter::Neither`] in an address. It is no side's id: an
    /// underscore can't stand in one.
    pub const NEITHER: &str = "_others";

    /// Reads a name; `None` where it is no id.
    pub fn named(name: &str) -> Option<Self> {
        if name == Self::NEITHER {
            return Some(Self::Neither);
        }
        name.parse().ok().map(Self::Side)
    }

    /// Its name in an address.
    pub fn name(&self) -> &str {
        match self {
            Self::Side(side) => side.as_str(),
            Self::Neither => Self::NEITHER,
        }
    }
}

/// How the words were wording down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingFilter {
    /// At least in part word for word.
    Quoted,
    /// In an outlet's own words.
    Paraphrased,
    /// By nobody: an outlet sums up a position.
    Summarised,
}

impl WordingFilter {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Quoted, Self::Paraphrased, Self::Summarised];

    /// Its name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quoted => "quoted",
            Self::Paraphrased => "paraphrased",
            Self::Summarised => "summarised",
        }
    }
}

/// The names of the query's parts.
const WORDS: &str = "q";
const SIDE: &str = "side";
const SPEAKER: &str = "speaker";
const OUTLET: &str = "outlet";
const SOURCE: &str = "source";
const WORDING: &str = "wording";
const NAMED: &str = "named";
const FROM: &str = "from";
const UNTIL: &str = "until";
const FIRST: &str = "first";
const ALL: [&str; 10] = [
    WORDS, SIDE, SPEAKER, OUTLET, SOURCE, WORDING, NAMED, FROM, UNTIL, FIRST,
];

impl FilterQuery {
    /// Reads a query, with or without its question mark. What can't be read
    /// asks nothing.
    pub fn parse(query: &str) -> Self {
        let parameters = parameters(query);
        let value = |name: &str| {
            let parameter = parameters.iter().find(|parameter| parameter.name == name)?;
            // A form would write a space as a plus sign.
            let value = decoded(&parameter.value.replace('+', " "));
            (!value.trim().is_empty()).then_some(value)
        };
        // What is one of a few names may have come with marks around it.
        let part = |name| parts(&value(name)?).into_iter().next();
        let id = |name| part(name)?.name().parse::<Id>().ok();
        let date = |name| part(name)?.name().parse::<Date>().ok();
        let wording = |name| {
            WordingFilter::ALL
                .into_iter()
                .find(|wording| wording.name() == name)
        };
        Self {
            words: value(WORDS).unwrap_or_default(),
            side: part(SIDE).and_then(|side| {
                let joint = if side.is_own() { "_" } else { "" };
                SideFilter::named(&format!("{joint}{}", side.name()))
                    .or_else(|| SideFilter::named(&side.name()))
            }),
            speaker: id(SPEAKER),
            outlet: value(OUTLET),
            source: id(SOURCE),
            wording: part(WORDING).and_then(|part| wording(part.name())),
            named: part(NAMED).and_then(|named| match named.name().as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            }),
            from: date(FROM),
            until: date(UNTIL),
            first: id(FIRST),
        }
    }

    /// Whether every statement is asked for.
    pub fn is_all(&self) -> bool {
        self.parameters().iter().all(|(name, _)| *name == FIRST)
    }

    /// Whether something is asked that is chosen, beside the words and the order.
    pub fn has_choices(&self) -> bool {
        let others = [WORDS, SOURCE, FIRST];
        self.parameters()
            .iter()
            .any(|(name, _)| !others.contains(name))
    }

    /// The same with nothing left out; the order stays.
    pub fn cleared(&self) -> Self {
        Self {
            first: self.first.clone(),
            ..Self::default()
        }
    }

    /// A query that asks this, with its question mark, or nothing; what `query`
    /// holds beside it is kept.
    pub fn within(&self, query: &str) -> String {
        let parameters = parameters(query).into_iter();
        let kept = parameters.filter(|parameter| !ALL.contains(&parameter.name.as_str()));
        let mut all: Vec<String> = kept.map(|parameter| parameter.text).collect();
        for (name, value) in self.parameters() {
            all.push(format!("{name}={}", encoded(&value)));
        }
        if all.is_empty() {
            String::new()
        } else {
            format!("?{}", all.join("&"))
        }
    }

    /// What is asked, by the names of the query's parts.
    fn parameters(&self) -> Vec<(&'static str, String)> {
        let words = Some(&self.words).filter(|words| !words.trim().is_empty());
        let id = |id: &Option<Id>| id.as_ref().map(Id::to_string);
        let date = |date: &Option<Date>| date.as_ref().map(Date::to_string);
        let named = self.named.map(|named| if named { "yes" } else { "no" });
        let all = [
            (WORDS, words.cloned()),
            (SIDE, self.side.as_ref().map(|side| side.name().to_owned())),
            (SPEAKER, id(&self.speaker)),
            (OUTLET, self.outlet.clone()),
            (SOURCE, id(&self.source)),
            (
                WORDING,
                self.wording.map(|wording| wording.name().to_owned()),
            ),
            (NAMED, named.map(str::to_owned)),
            (FROM, date(&self.from)),
            (UNTIL, date(&self.until)),
            (FIRST, id(&self.first)),
        ];
        let asked = all
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        asked.collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::option::of;
    use proptest::prelude::*;
    use says_who_model::{Date, Id};

    use super::{FilterQuery, SideFilter, WordingFilter};

    fn id() -> impl Strategy<Value = Id> {
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".prop_filter_map("reserved", |text| text.parse().ok())
    }

    fn date() -> impl Strategy<Value = Date> {
        (1_i16..=9999, 1_u8..=12, 1_u8..=28).prop_filter_map("a date", |(year, month, day)| {
            format!("{year:04}-{month:02}-{day:02}").parse().ok()
        })
    }

    fn showing() -> impl Strategy<Value = FilterQuery> {
        let side = prop_oneof![id().prop_map(SideFilter::Side), Just(SideFilter::Neither)];
        let text = || "[\\PC]{0,12}".prop_filter("blank", |text| !text.trim().is_empty());
        (
            of(text()),
            of(side),
            of(id()),
            of(text()),
            of(id()),
            of(proptest::sample::select(&WordingFilter::ALL[..])),
            of(any::<bool>()),
            of(date()),
            of(date()),
            of(id()),
        )
            .prop_map(
                |(words, side, speaker, outlet, source, wording, named, from, until, first)| {
                    FilterQuery {
                        words: words.unwrap_or_default(),
                        side,
                        speaker,
                        outlet,
                        source,
                        wording,
                        named,
                        from,
                        until,
                        first,
                    }
                },
            )
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(showing in showing()) {
            let query = showing.within("");
            prop_assert!(!query.contains(['#', ' ', '"', '<', '>', '\'']));
            prop_assert_eq!(FilterQuery::parse(&query), showing);
        }

        #[test]
        fn what_is_not_known_is_kept(one in showing(), other in showing(), x in "[a-z0-9]{1,5}") {
            let before = one.within(&format!("?v=abcdefgh&x={x}&y"));
            let after = other.within(&before);
            prop_assert!(after.starts_with(&format!("?v=abcdefgh&x={x}&y")), "{}", after);
            prop_assert_eq!(FilterQuery::parse(&after), other);
        }

        #[test]
        fn any_query_has_an_answer(query in "\\PC*") {
            let showing = FilterQuery::parse(&query);
            let again = FilterQuery::parse(&showing.within(&query));
            prop_assert_eq!(again, showing);
        }
    }

    #[test]
    fn a_form_writes_spaces_as_plus_signs() {
        assert_eq!(
            FilterQuery::parse("?q=written+reply").words,
            "written reply"
        );
        assert_eq!(
            FilterQuery::parse("?q=%D0%BE%D1%82%D0%B2%D0%B5%D1%82").words,
            "ответ"
        );
        assert!(FilterQuery::parse("?q=+&from=2022-02-30&named=maybe").is_all());
    }

    #[test]
    fn a_mangled_view_asks_for_the_same() {
        let clean = "?q=a+reply&side=_others&speaker=ada-okafor&source=courier&outlet=AT%26T\
                     &wording=quoted&named=yes&from=2022-01-02&until=2022-02-03&first=town";
        let expected = FilterQuery::parse(clean);
        assert!(expected.side.is_some() && expected.until.is_some() && expected.first.is_some());
        for (written, as_it_is) in [
            ("&", "&amp;"),
            ("&", ";"),
            ("&", "%26"),
            ("&", "%26amp%3B"),
            ("&", "&#38;"),
            ("&", "&%0A"),
            ("=", "=3D"),
            (
                "&wording=quoted&named=yes",
                "&wording=quoted).&named=**yes**",
            ),
        ] {
            let query = clean.replace(written, as_it_is);
            assert_eq!(FilterQuery::parse(&query), expected, "{query}");
        }
        let encoded = super::encoded(clean.trim_start_matches('?'));
        assert_eq!(FilterQuery::parse(&encoded), expected, "{encoded}");
        let shouted = FilterQuery::parse("?Q=a+reply&SIDE=TOWN&From=2022–01–02");
        assert_eq!(
            shouted,
            FilterQuery::parse("?q=a+reply&side=town&from=2022-01-02")
        );
        // What was mangled is written as it is meant, once.
        let again = expected.within("?q=x&amp;side=us%26first=us&y=1");
        assert_eq!(again, expected.within("?y=1"));
    }
}
