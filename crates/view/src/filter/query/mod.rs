//! Parses and writes the query. Unknown parameters are kept, so that opening a link
//! loses nothing.

use says_who_model::{Date, Id};
use says_who_page_data::PageData;
use says_who_routes::percent::{decoded, encoded};
use says_who_routes::segments;

use super::parameters::parameters;
use super::side_filter::SideFilter;
use super::wording_filter::WordingFilter;

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

    /// Replaces former ids by the present ones: a speaker or a source may have had
    /// another id when the address was published.
    pub fn update_ids(&mut self, data: &PageData) {
        for id in [&mut self.speaker, &mut self.source].into_iter().flatten() {
            update_id(id, data);
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

/// Replaces a former id by the present one.
pub(crate) fn update_id(id: &mut Id, data: &PageData) {
    if let Ok(present) = data.present_id(id.as_str()).parse() {
        *id = present;
    }
}

#[cfg(test)]
mod tests;
