//! The query, read and written. What this version does not know is kept, so
//! that a link loses nothing by being opened.

use says_who_model::{Date, Id};

use super::settings::settings;
use says_who_routes::parts;
use says_who_routes::percent::{decoded, encoded};

/// What an address asks to see. Nothing asked is everything, in the order of
/// the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Showing {
    /// Words that have to occur, each somewhere.
    pub(crate) words: String,
    /// For whom it was said.
    pub(crate) side: Option<Speaks>,
    /// Who said it.
    pub(crate) speaker: Option<Id>,
    /// An outlet on the way, by its name.
    pub(crate) outlet: Option<String>,
    /// The source at the end of a chain.
    pub(crate) source: Option<Id>,
    /// Quoted, paraphrased or summed up.
    pub(crate) handed: Option<Handed>,
    /// Whether the speaker is named.
    pub(crate) named: Option<bool>,
    /// Not said before this day.
    pub(crate) from: Option<Date>,
    /// Not said after it.
    pub(crate) until: Option<Date>,
    /// The side that stands first; where it is the data's own, nothing is asked.
    pub(crate) first: Option<Id>,
}

/// For whom somebody speaks, as far as one can ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Speaks {
    /// For the side with this id.
    For(Id),
    /// For neither: the press, third parties.
    ForNeither,
}

impl Speaks {
    /// The name of [`Speaks::ForNeither`] in an address. It is no side's id: an
    /// underscore can't stand in one.
    pub(crate) const NEITHER: &str = "_others";

    /// Reads a name; `None` where it is no id.
    pub(crate) fn named(name: &str) -> Option<Self> {
        if name == Self::NEITHER {
            return Some(Self::ForNeither);
        }
        name.parse().ok().map(Self::For)
    }

    /// Its name in an address.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::For(side) => side.as_str(),
            Self::ForNeither => Self::NEITHER,
        }
    }
}

/// How the words were handed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handed {
    /// At least in part word for word.
    Quoted,
    /// In an outlet's own words.
    Paraphrased,
    /// By nobody: an outlet sums up a position.
    Summarised,
}

impl Handed {
    /// Every one.
    pub(crate) const ALL: [Self; 3] = [Self::Quoted, Self::Paraphrased, Self::Summarised];

    /// Its name in an address.
    pub(crate) fn name(self) -> &'static str {
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
const HANDED: &str = "wording";
const NAMED: &str = "named";
const FROM: &str = "from";
const UNTIL: &str = "until";
const FIRST: &str = "first";
const ALL: [&str; 10] = [
    WORDS, SIDE, SPEAKER, OUTLET, SOURCE, HANDED, NAMED, FROM, UNTIL, FIRST,
];

impl Showing {
    /// Reads a query, with or without its question mark. What can't be read
    /// asks nothing.
    pub(crate) fn parse(query: &str) -> Self {
        let settings = settings(query);
        let value = |name: &str| {
            let setting = settings.iter().find(|setting| setting.name == name)?;
            // A form would write a space as a plus sign.
            let value = decoded(&setting.value.replace('+', " "));
            (!value.trim().is_empty()).then_some(value)
        };
        // What is one of a few names may have come with marks around it.
        let part = |name| parts(&value(name)?).into_iter().next();
        let id = |name| part(name)?.name().parse::<Id>().ok();
        let date = |name| part(name)?.name().parse::<Date>().ok();
        let handed = |name| Handed::ALL.into_iter().find(|handed| handed.name() == name);
        Self {
            words: value(WORDS).unwrap_or_default(),
            side: part(SIDE).and_then(|side| {
                let joint = if side.is_own() { "_" } else { "" };
                Speaks::named(&format!("{joint}{}", side.name()))
                    .or_else(|| Speaks::named(&side.name()))
            }),
            speaker: id(SPEAKER),
            outlet: value(OUTLET),
            source: id(SOURCE),
            handed: part(HANDED).and_then(|part| handed(part.name())),
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
    pub(crate) fn is_all(&self) -> bool {
        self.settings().iter().all(|(name, _)| *name == FIRST)
    }

    /// Whether something is asked that is chosen, beside the words and the order.
    pub(crate) fn has_choices(&self) -> bool {
        let others = [WORDS, SOURCE, FIRST];
        self.settings()
            .iter()
            .any(|(name, _)| !others.contains(name))
    }

    /// The same with nothing left out; the order stays.
    pub(crate) fn cleared(&self) -> Self {
        Self {
            first: self.first.clone(),
            ..Self::default()
        }
    }

    /// A query that asks this, with its question mark, or nothing; what `query`
    /// holds beside it is kept.
    pub(crate) fn within(&self, query: &str) -> String {
        let settings = settings(query).into_iter();
        let kept = settings.filter(|setting| !ALL.contains(&setting.name.as_str()));
        let mut all: Vec<String> = kept.map(|setting| setting.text).collect();
        for (name, value) in self.settings() {
            all.push(format!("{name}={}", encoded(&value)));
        }
        if all.is_empty() {
            String::new()
        } else {
            format!("?{}", all.join("&"))
        }
    }

    /// What is asked, by the names of the query's parts.
    fn settings(&self) -> Vec<(&'static str, String)> {
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
            (HANDED, self.handed.map(|handed| handed.name().to_owned())),
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

    use super::{Handed, Showing, Speaks};

    fn id() -> impl Strategy<Value = Id> {
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".prop_filter_map("reserved", |text| text.parse().ok())
    }

    fn date() -> impl Strategy<Value = Date> {
        (1_i16..=9999, 1_u8..=12, 1_u8..=28).prop_filter_map("a date", |(year, month, day)| {
            format!("{year:04}-{month:02}-{day:02}").parse().ok()
        })
    }

    fn showing() -> impl Strategy<Value = Showing> {
        let side = prop_oneof![id().prop_map(Speaks::For), Just(Speaks::ForNeither)];
        let text = || "[\\PC]{0,12}".prop_filter("blank", |text| !text.trim().is_empty());
        (
            of(text()),
            of(side),
            of(id()),
            of(text()),
            of(id()),
            of(proptest::sample::select(&Handed::ALL[..])),
            of(any::<bool>()),
            of(date()),
            of(date()),
            of(id()),
        )
            .prop_map(
                |(words, side, speaker, outlet, source, handed, named, from, until, first)| {
                    Showing {
                        words: words.unwrap_or_default(),
                        side,
                        speaker,
                        outlet,
                        source,
                        handed,
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
            prop_assert_eq!(Showing::parse(&query), showing);
        }

        #[test]
        fn what_is_not_known_is_kept(one in showing(), other in showing(), x in "[a-z0-9]{1,5}") {
            let before = one.within(&format!("?v=abcdefgh&x={x}&y"));
            let after = other.within(&before);
            prop_assert!(after.starts_with(&format!("?v=abcdefgh&x={x}&y")), "{}", after);
            prop_assert_eq!(Showing::parse(&after), other);
        }

        #[test]
        fn any_query_has_an_answer(query in "\\PC*") {
            let showing = Showing::parse(&query);
            let again = Showing::parse(&showing.within(&query));
            prop_assert_eq!(again, showing);
        }
    }

    #[test]
    fn a_form_writes_spaces_as_plus_signs() {
        assert_eq!(Showing::parse("?q=written+reply").words, "written reply");
        assert_eq!(
            Showing::parse("?q=%D0%BE%D1%82%D0%B2%D0%B5%D1%82").words,
            "ответ"
        );
        assert!(Showing::parse("?q=+&from=2022-02-30&named=maybe").is_all());
    }

    #[test]
    fn a_mangled_view_asks_for_the_same() {
        let clean = "?q=a+reply&side=_others&speaker=ada-okafor&source=courier&outlet=AT%26T\
                     &wording=quoted&named=yes&from=2022-01-02&until=2022-02-03&first=town";
        let expected = Showing::parse(clean);
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
            assert_eq!(Showing::parse(&query), expected, "{query}");
        }
        let encoded = super::encoded(clean.trim_start_matches('?'));
        assert_eq!(Showing::parse(&encoded), expected, "{encoded}");
        let shouted = Showing::parse("?Q=a+reply&SIDE=TOWN&From=2022–01–02");
        assert_eq!(
            shouted,
            Showing::parse("?q=a+reply&side=town&from=2022-01-02")
        );
        // What was mangled is written as it is meant, once.
        let again = expected.within("?q=x&amp;side=us%26first=us&y=1");
        assert_eq!(again, expected.within("?y=1"));
    }
}
