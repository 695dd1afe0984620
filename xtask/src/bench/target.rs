//! What the figures are to come to, and whether they do.

use super::case::FLAGSHIP;
use super::condition::Condition;
use super::measure::Unit;
use super::ratio::Ratio;
use super::record::{PROJECT, Record};

/// One frame of a screen with sixty a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// How much more the hydration of each point may cost among a thousand than
/// among a hundred and still count as linear.
const LINEAR: f64 = 1.1;

/// How many times as late as the floor's a paint may be.
const AS_LATE: f64 = 1.05;

/// Something that is to hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    /// What is to be so.
    pub(super) what: String,
    /// What is so.
    pub(super) found: String,
    /// Whether it is.
    pub(super) verdict: Verdict,
}

/// Whether a target holds, the better before the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Unmeasured,
    Met,
    /// What was found is worse, but may be so by chance: more loads would tell.
    Open,
    NotMet,
}

impl Verdict {
    /// In a word or two.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Unmeasured => "not measured",
            Self::Met => "met",
            Self::Open => "open",
            Self::NotMet => "not met",
        }
    }

    fn of(met: Option<bool>) -> Self {
        match met {
            None => Self::Unmeasured,
            Some(true) => Self::Met,
            Some(false) => Self::NotMet,
        }
    }

    /// Of a ratio that is to be at most so much.
    fn at_most(ratio: Ratio, limit: f64) -> Self {
        if ratio.middle <= limit {
            Self::Met
        } else if ratio.range.0 <= limit {
            Self::Open
        } else {
            Self::NotMet
        }
    }
}

/// Every target.
pub(super) fn all(record: &Record) -> Vec<Target> {
    let found = Found(record);
    let (hundred, thousand) = (found.case(100), found.case(1000));
    let mut targets = Vec::new();
    for (measure, name) in [
        ("fcp", "first contentful paint"),
        ("lcp", "largest contentful paint"),
    ] {
        let ratios = found.everywhere(|case, condition| {
            let figure = |variant| record.figure(case, condition, variant, measure);
            let ratio = Ratio::of(figure("app")?, figure("floor")?)?;
            Some((Verdict::at_most(ratio, AS_LATE), ratio))
        });
        let worst = ratios.into_iter().max_by(|((one, a), _), ((other, b), _)| {
            one.cmp(other).then(a.middle.total_cmp(&b.middle))
        });
        targets.push(Target {
            what: format!("{name} at most {AS_LATE} times the floor’s, everywhere"),
            verdict: worst
                .as_ref()
                .map_or(Verdict::Unmeasured, |((verdict, _), _)| *verdict),
            found: worst.map_or_else(String::new, |((_, ratio), place)| {
                format!("{} times ({place})", ratio.shown())
            }),
        });
    }
    let shifts = found.everywhere(|case, condition| found.median(case, condition, "app", "cls"));
    targets.push(at_most(
        "no layout shift, anywhere".to_owned(),
        worst(shifts),
        0.0,
        |value| Unit::Score.shown(value),
    ));
    let phone = Condition::Phone.name();
    let unthrottled = Condition::Unthrottled.name();
    targets.push(at_most(
        "no total blocking time on the flagship as a phone".to_owned(),
        found.here(FLAGSHIP, phone, "app", "tbt"),
        0.0,
        ms,
    ));
    let tasks = Condition::ALL
        .iter()
        .filter_map(|condition| found.here(hundred, condition.name(), "app", "longest_task"));
    targets.push(at_most(
        "no task of more than 50 ms after the first paint at 100 points".to_owned(),
        worst(tasks.collect()),
        50.0,
        ms,
    ));
    for (measure, what, limit) in [
        (
            "bytes_program",
            "JS and wasm of the flagship at most 100 KB in gzip",
            100e3,
        ),
        (
            "bytes_all",
            "a first visit to the flagship at most 150 KB in gzip",
            150e3,
        ),
    ] {
        let value = found.here(FLAGSHIP, unthrottled, "app", measure);
        targets.push(at_most(what.to_owned(), value, limit, bytes));
    }
    for (measure, name, limit) in [
        ("show_all", "show all", 10.0),
        ("hide_all", "hide all", 50.0),
    ] {
        let of = |variant| found.median(thousand, unthrottled, variant, measure);
        let ratio = of("peer").zip(of("app")).map(|(peer, app)| peer / app);
        targets.push(Target {
            what: format!("{name} at 1,000 points at least {limit} times as fast as the peer"),
            found: ratio.map_or_else(String::new, times),
            verdict: Verdict::of(ratio.map(|ratio| ratio >= limit)),
        });
    }
    let of = |variant| found.median(thousand, unthrottled, variant, "fcp");
    let paints = of("app").zip(of("plain").or_else(|| of("floor")));
    targets.push(Target {
        what: "first contentful paint at 1,000 points before the plain page’s".to_owned(),
        found: paints.map_or_else(String::new, |(app, plain)| {
            format!("{} against {}", ms(app), ms(plain))
        }),
        verdict: Verdict::of(paints.map(|(app, plain)| app < plain)),
    });
    let letters = ["key_first_handler", "key_handler"];
    let letters = letters.map(|measure| found.here(thousand, unthrottled, "app", measure));
    targets.push(at_most(
        "a letter of a search at 1,000 points handled within a frame".to_owned(),
        worst(letters.into_iter().flatten().collect()),
        FRAME,
        ms,
    ));
    for case in [hundred, thousand].into_iter().zip(["100", "1,000"]) {
        let (case, points) = case;
        let ratio = |condition| {
            let of = |variant, measure| found.median(case, condition, variant, measure);
            let ready = of("app", "ready")?;
            let peer = of("peer", "ready")?;
            // As a phone, apart from what the download takes longer.
            let longer = if condition == phone {
                of("app", "arrived")? - of("peer", "arrived")?
            } else {
                0.0
            };
            Some((ready - longer) / peer)
        };
        targets.push(at_most(
            format!("ready at {points} points at most 1.5 times as late as the peer"),
            ratio(unthrottled).map(|value| (value, String::new())),
            1.5,
            times,
        ));
        targets.push(at_most(
            format!("the same as a phone at {points} points, apart from the download"),
            ratio(phone).map(|value| (value, String::new())),
            1.5,
            times,
        ));
    }
    let each = |case: Option<&str>, points: f64| {
        Some(found.median(case, unthrottled, "app", "hydration")? / points)
    };
    let growth = each(thousand, 1000.0).zip(each(hundred, 100.0));
    targets.push(at_most(
        format!("hydration of each point among 1,000 at most {LINEAR} times what it is among 100"),
        growth.map(|(many, few)| (many / few, String::new())),
        LINEAR,
        times,
    ));
    targets.push(at_most(
        "wasm memory at 1,000 points at most 10 MB, even at the end".to_owned(),
        found.here(thousand, unthrottled, "app", "wasm_memory_after"),
        10e6,
        bytes,
    ));
    targets.push(at_most(
        "data at 1,000 points at most 100 KB in gzip".to_owned(),
        found.here(thousand, unthrottled, "app", "bytes_data"),
        100e3,
        bytes,
    ));
    targets
}

/// The targets as lines of text.
pub(super) fn lines(targets: &[Target]) -> String {
    let lines = targets.iter().map(|target| {
        let found = match target.found.as_str() {
            "" => String::new(),
            found => format!(": {found}"),
        };
        format!("{:12}  {}{found}\n", target.verdict.name(), target.what)
    });
    lines.collect()
}

/// What was found, asked by case.
struct Found<'a>(&'a Record);

impl<'a> Found<'a> {
    /// The name of the generated dispute with so many points and four
    /// statements on each.
    fn case(&self, points: usize) -> Option<&'a str> {
        let name = format!("{points} points");
        let mut cases = self.0.cases.iter();
        Some(cases.find(|case| case.name == name)?.name.as_str())
    }

    fn median<'b>(
        &self,
        case: impl Into<Option<&'b str>>,
        condition: &str,
        variant: &str,
        measure: &str,
    ) -> Option<f64> {
        let figure = self.0.figure(case.into()?, condition, variant, measure);
        Some(figure?.median)
    }

    /// A figure, and where it is.
    fn here<'b>(
        &self,
        case: impl Into<Option<&'b str>>,
        condition: &str,
        variant: &str,
        measure: &str,
    ) -> Option<(f64, String)> {
        let value = self.median(case, condition, variant, measure)?;
        Some((value, condition.to_owned()))
    }

    /// What a rule gives for each page under each condition, and where that is.
    fn everywhere<T>(&self, rule: impl Fn(&'a str, &'a str) -> Option<T>) -> Vec<(T, String)> {
        let sections = self.0.sections().into_iter();
        sections
            .filter(|(_, condition)| *condition != PROJECT)
            .filter_map(|(case, condition)| {
                Some((rule(case, condition)?, format!("{case}, {condition}")))
            })
            .collect()
    }
}

fn worst(all: Vec<(f64, String)>) -> Option<(f64, String)> {
    all.into_iter()
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
}

fn at_most(
    what: String,
    found: Option<(f64, String)>,
    limit: f64,
    shown: impl Fn(f64) -> String,
) -> Target {
    let verdict = Verdict::of(found.as_ref().map(|(value, _)| *value <= limit));
    let found = found.map_or_else(String::new, |(value, place)| match place.as_str() {
        "" => shown(value),
        place => format!("{} ({place})", shown(value)),
    });
    Target {
        what,
        found,
        verdict,
    }
}

fn times(value: f64) -> String {
    format!("{value:.2} times")
}

fn ms(value: f64) -> String {
    Unit::Ms.shown(value)
}

fn bytes(value: f64) -> String {
    Unit::Bytes.shown(value)
}

#[cfg(test)]
mod tests {
    use super::{Target, Verdict, all, lines};
    use crate::bench::record::{About, CaseAbout, Record};

    /// A record in which every target is just met.
    fn good() -> Vec<(&'static str, &'static str, &'static str, &'static str, f64)> {
        let (phone, free) = ("phone", "unthrottled");
        let (hundred, thousand) = ("100 points", "1000 points");
        vec![
            ("flagship", phone, "app", "fcp", 105.0),
            ("flagship", phone, "floor", "fcp", 100.0),
            ("flagship", phone, "app", "lcp", 105.0),
            ("flagship", phone, "floor", "lcp", 100.0),
            ("flagship", phone, "app", "cls", 0.0),
            ("flagship", phone, "app", "tbt", 0.0),
            (hundred, phone, "app", "longest_task", 0.0),
            ("flagship", free, "app", "bytes_program", 100e3),
            ("flagship", free, "app", "bytes_all", 150e3),
            (thousand, free, "peer", "show_all", 1000.0),
            (thousand, free, "app", "show_all", 100.0),
            (thousand, free, "peer", "hide_all", 5000.0),
            (thousand, free, "app", "hide_all", 100.0),
            (thousand, free, "app", "fcp", 99.0),
            (thousand, free, "plain", "fcp", 100.0),
            (thousand, free, "app", "key_first_handler", 16.0),
            (thousand, free, "app", "key_handler", 4.0),
            (hundred, free, "app", "ready", 150.0),
            (hundred, free, "peer", "ready", 100.0),
            (hundred, phone, "app", "ready", 2150.0),
            (hundred, phone, "app", "arrived", 2060.0),
            (hundred, phone, "peer", "ready", 100.0),
            (hundred, phone, "peer", "arrived", 60.0),
            (thousand, free, "app", "ready", 1500.0),
            (thousand, free, "peer", "ready", 1000.0),
            (thousand, phone, "app", "ready", 1500.0),
            (thousand, phone, "app", "arrived", 900.0),
            (thousand, phone, "peer", "ready", 1000.0),
            (thousand, phone, "peer", "arrived", 900.0),
            (hundred, free, "app", "hydration", 100.0),
            (thousand, free, "app", "hydration", 1100.0),
            (thousand, free, "app", "wasm_memory_after", 10e6),
            (thousand, free, "app", "bytes_data", 100e3),
        ]
    }

    fn targets(figures: &[(&str, &str, &str, &str, f64)]) -> Vec<Target> {
        let mut record = Record::new(About::default());
        for points in [100, 1000] {
            record.cases.push(CaseAbout {
                name: format!("{points} points"),
                points,
                statements: points * 4,
            });
        }
        for (case, condition, variant, measure, value) in figures {
            record
                .add(case, condition, variant, measure, *value)
                .expect("a measure");
        }
        all(&record)
    }

    #[test]
    fn what_is_just_enough_is_enough() {
        for target in targets(&good()) {
            assert_eq!(target.verdict, Verdict::Met, "{target:?}");
        }
    }

    #[test]
    fn each_is_missed_by_a_figure_that_is_worse() {
        let count = targets(&good()).len();
        for index in 0..count {
            let missed = good().into_iter().enumerate().any(|(changed, _)| {
                [0.5, 2.0].into_iter().any(|factor| {
                    let mut figures = good();
                    let value = &mut figures[changed].4;
                    *value = if *value == 0.0 { 60.0 } else { *value * factor };
                    targets(&figures)[index].verdict == Verdict::NotMet
                })
            });
            assert!(missed, "{:?} can't be missed", targets(&good())[index]);
        }
    }

    #[test]
    fn what_may_be_by_chance_is_open() {
        let paints = |app: [f64; 3]| {
            let figures: Vec<_> = app
                .into_iter()
                .flat_map(|app| {
                    let figure = |variant, value| ("flagship", "phone", variant, "fcp", value);
                    [figure("app", app), figure("floor", 100.0)]
                })
                .collect();
            let target = targets(&figures).remove(0);
            (target.verdict.name(), target.found)
        };
        let place = "times (flagship, phone)";
        assert_eq!(
            paints([100.0, 105.0, 140.0]),
            ("met", format!("1.05 (1.00–1.40) {place}"))
        );
        assert_eq!(
            paints([100.0, 130.0, 140.0]),
            ("open", format!("1.30 (1.00–1.40) {place}"))
        );
        assert_eq!(
            paints([120.0, 130.0, 140.0]),
            ("not met", format!("1.30 (1.20–1.40) {place}"))
        );
    }

    #[test]
    fn what_was_not_measured_is_neither() {
        let targets = targets(&[]);
        let unmeasured = |target: &Target| target.verdict == Verdict::Unmeasured;
        assert!(targets.iter().all(unmeasured));
        let text = lines(&targets);
        assert_eq!(text.lines().count(), targets.len());
        assert!(text.lines().all(|line| line.starts_with("not measured  ")));
    }
}
