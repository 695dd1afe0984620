//! Parses and writes the query. Unknown parameters are kept, so that opening a link
//! loses nothing.

use says_who_model::{Date, Id};
use says_who_routes::percent::{decoded, encoded};
use says_who_routes::segments;

use super::parameters::parameters;

/// The filters that a URL has. The default shows everything, in the order of the
/// data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterQuery {
    /// Words and phrases that must all occur, anywhere.
    pub text: String,
    /// The side that the speaker speaks for.
    pub side: Option<SideFilter>,
    /// The speaker.
    pub speaker: Option<Id>,
    /// An outlet in the chain, by its name.
    pub outlet: Option<String>,
    /// The source at the end of a chain.
    pub source: Option<Id>,
    /// Quoted, paraphrased or summed up.
    pub wording: Option<WordingFilter>,
    /// Whether the speaker is named.
    pub named: Option<bool>,
    /// Said on this day or later.
    pub from: Option<Date>,
    /// Said on this day or earlier.
    pub until: Option<Date>,
    /// The side that is shown first; `None` for the order of the data.
    pub first: Option<Id>,
}

/// A filter by the side that somebody speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideFilter {
    /// For the side with this id.
    Side(Id),
    /// For neither: the press, third parties.
    Neither,
}

impl SideFilter {
    /// The name of [`SideFilter::Neither`] in a URL. It can't be a side's id: ids
    /// have no underscores.
    pub const NEITHER: &str = "_others";

    /// Parses a name; `None` if it is not an id.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == Self::NEITHER {
            return Some(Self::Neither);
        }
        name.parse().ok().map(Self::Side)
    }

    /// Its name in a URL.
    pub fn name(&self) -> &str {
        match self {
            Self::Side(side) => side.as_str(),
            Self::Neither => Self::NEITHER,
        }
    }
}

/// A filter by how the words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingFilter {
    /// At least in part word for word.
    Quoted,
    /// In an outlet's own words.
    Paraphrased,
    /// Not said by anybody: an outlet sums up a position.
    Summarised,
}

impl WordingFilter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Quoted, Self::Paraphrased, Self::Summarised];

    /// Its name in a URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quoted => "quoted",
            Self::Paraphrased => "paraphrased",
            Self::Summarised => "summarised",
        }
    }
}

/// The names of the query's parameters.
const TEXT: &str = "q";
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
    TEXT, SIDE, SPEAKER, OUTLET, SOURCE, WORDING, NAMED, FROM, UNTIL, FIRST,
];

impl FilterQuery {
    /// Parses a query, with or without its question mark. Values that can't be
    /// parsed are ignored.
    pub fn parse(query: &str) -> Self {
        let parameters = parameters(query);
        let value = |name: &str| {
            let parameter = parameters.iter().find(|parameter| parameter.name == name)?;
            // Forms write a space as a plus sign.
            let value = decoded(&parameter.value.replace('+', " "));
            (!value.trim().is_empty()).then_some(value)
        };
        // A value out of a few may have come with punctuation around it.
        let part = |name| segments(&value(name)?).into_iter().next();
        let id = |name| part(name)?.name().parse::<Id>().ok();
        let date = |name| part(name)?.name().parse::<Date>().ok();
        let wording = |name| {
            WordingFilter::ALL
                .into_iter()
                .find(|wording| wording.name() == name)
        };
        Self {
            text: value(TEXT).unwrap_or_default(),
            side: part(SIDE).and_then(|side| {
                let underscore = if side.starts_with_underscore() {
                    "_"
                } else {
                    ""
                };
                SideFilter::from_name(&format!("{underscore}{}", side.name()))
                    .or_else(|| SideFilter::from_name(&side.name()))
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

    /// Whether every statement is shown.
    pub fn is_unfiltered(&self) -> bool {
        self.to_parameters().iter().all(|(name, _)| *name == FIRST)
    }

    /// Whether a filter is set other than the words, the source and the order.
    pub fn has_selects(&self) -> bool {
        let others = [TEXT, SOURCE, FIRST];
        self.to_parameters()
            .iter()
            .any(|(name, _)| !others.contains(name))
    }

    /// The same query without filters; the order stays.
    pub fn cleared(&self) -> Self {
        Self {
            first: self.first.clone(),
            ..Self::default()
        }
    }

    /// Writes this query into `query`, of which all other parameters are kept. The
    /// result begins with a question mark or is empty.
    pub fn merge_into(&self, query: &str) -> String {
        let parameters = parameters(query).into_iter();
        let kept = parameters.filter(|parameter| !ALL.contains(&parameter.name.as_str()));
        let mut all: Vec<String> = kept.map(|parameter| parameter.text).collect();
        for (name, value) in self.to_parameters() {
            all.push(format!("{name}={}", encoded(&value)));
        }
        if all.is_empty() {
            String::new()
        } else {
            format!("?{}", all.join("&"))
        }
    }

    /// The parameters that are set, by their names.
    fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let text = Some(&self.text).filter(|text| !text.trim().is_empty());
        let id = |id: &Option<Id>| id.as_ref().map(Id::to_string);
        let date = |date: &Option<Date>| date.as_ref().map(Date::to_string);
        let named = self.named.map(|named| if named { "yes" } else { "no" });
        let all = [
            (TEXT, text.cloned()),
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

    fn query() -> impl Strategy<Value = FilterQuery> {
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
                |(text, side, speaker, outlet, source, wording, named, from, until, first)| {
                    FilterQuery {
                        text: text.unwrap_or_default(),
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
        fn what_is_shown_reads_back(query in query()) {
            let written = query.merge_into("");
            prop_assert!(!written.contains(['#', ' ', '"', '<', '>', '\'']));
            prop_assert_eq!(FilterQuery::parse(&written), query);
        }

        #[test]
        fn what_is_not_known_is_kept(one in query(), other in query(), x in "[a-z0-9]{1,5}") {
            let before = one.merge_into(&format!("?v=abcdefgh&x={x}&y"));
            let after = other.merge_into(&before);
            prop_assert!(after.starts_with(&format!("?v=abcdefgh&x={x}&y")), "{}", after);
            prop_assert_eq!(FilterQuery::parse(&after), other);
        }

        #[test]
        fn any_query_has_an_answer(query in "\\PC*") {
            let parsed = FilterQuery::parse(&query);
            let again = FilterQuery::parse(&parsed.merge_into(&query));
            prop_assert_eq!(again, parsed);
        }
    }

    #[test]
    fn a_form_writes_spaces_as_plus_signs() {
        assert_eq!(FilterQuery::parse("?q=written+reply").text, "written reply");
        assert_eq!(
            FilterQuery::parse("?q=%D0%BE%D1%82%D0%B2%D0%B5%D1%82").text,
            "ответ"
        );
        assert!(FilterQuery::parse("?q=+&from=2022-02-30&named=maybe").is_unfiltered());
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
        // A mangled query is written correctly, once.
        let again = expected.merge_into("?q=x&amp;side=us%26first=us&y=1");
        assert_eq!(again, expected.merge_into("?y=1"));
    }
}
