//! The performance targets, and whether a record meets them.

use crate::case::FLAGSHIP;
use crate::condition::Condition;
use crate::measure::Unit;
use crate::ratio::Ratio;
use crate::record::{PROJECT, Record};

/// The duration of a frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// Hydration counts as linear if a point costs at most this many times as much
/// among 1000 points as among 100.
const MAX_HYDRATION_GROWTH: f64 = 1.1;

/// The maximum ratio of a paint of the app to that of the floor.
const MAX_PAINT_RATIO: f64 = 1.05;

/// A target and its result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Target {
    /// The description of the target.
    pub(crate) what: String,
    /// The measured value, formatted.
    pub(crate) found: String,
    /// Whether the target is met.
    pub(crate) verdict: Verdict,
}

/// Whether a target is met; ordered from better to worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Unmeasured,
    Met,
    /// The median is over the limit, but not significantly: more loads are needed.
    Open,
    NotMet,
}

impl Verdict {
    /// The name in tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unmeasured => "not measured",
            Self::Met => "met",
            Self::Open => "open",
            Self::NotMet => "not met",
        }
    }

    fn from_check(met: Option<bool>) -> Self {
        match met {
            None => Self::Unmeasured,
            Some(true) => Self::Met,
            Some(false) => Self::NotMet,
        }
    }

    /// The verdict on a ratio that must be at most `limit`.
    fn at_most(ratio: Ratio, limit: f64) -> Self {
        if ratio.median <= limit {
            Self::Met
        } else if ratio.range.0 <= limit {
            Self::Open
        } else {
            Self::NotMet
        }
    }
}

/// All targets.
pub(crate) fn all(record: &Record) -> Vec<Target> {
    let lookup = Lookup(record);
    let mut targets = paint_targets(record, &lookup);
    targets.extend(load_targets(&lookup));
    targets.extend(size_targets(&lookup));
    targets.extend(speed_targets(&lookup));
    targets.extend(ready_targets(&lookup));
    targets.extend(growth_targets(&lookup));
    targets
}

/// The paints, compared with the floor.
fn paint_targets(record: &Record, lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    for (measure, name) in [
        ("fcp", "first contentful paint"),
        ("lcp", "largest contentful paint"),
    ] {
        let ratios = lookup.in_each_section(|case, condition| {
            let figure = |variant| record.figure(case, condition, variant, measure);
            let ratio = Ratio::from_pairs(figure("app")?, figure("floor")?)?;
            Some((Verdict::at_most(ratio, MAX_PAINT_RATIO), ratio))
        });
        let worst = ratios.into_iter().max_by(|((one, a), _), ((other, b), _)| {
            one.cmp(other).then(a.median.total_cmp(&b.median))
        });
        targets.push(Target {
            what: format!("{name} at most {MAX_PAINT_RATIO} times the floor’s, everywhere"),
            verdict: worst
                .as_ref()
                .map_or(Verdict::Unmeasured, |((verdict, _), _)| *verdict),
            found: worst.map_or_else(String::new, |((_, ratio), place)| {
                format!("{} times ({place})", ratio.format())
            }),
        });
    }
    targets
}

/// Layout shifts and long tasks during the load.
fn load_targets(lookup: &Lookup<'_>) -> [Target; 3] {
    let hundred = lookup.case(100);
    let phone = Condition::Phone.name();
    let shifts =
        lookup.in_each_section(|case, condition| lookup.median(case, condition, "app", "cls"));
    let tasks = Condition::ALL.iter().filter_map(|condition| {
        lookup.median_with_condition(hundred, condition.name(), "app", "longest_task")
    });
    [
        target_at_most(
            "no layout shift, anywhere".to_owned(),
            worst(shifts),
            0.0,
            |value| Unit::Score.format(value),
        ),
        target_at_most(
            "no total blocking time on the flagship as a phone".to_owned(),
            lookup.median_with_condition(FLAGSHIP, phone, "app", "tbt"),
            0.0,
            ms,
        ),
        target_at_most(
            "no task of more than 50 ms after the first paint at 100 points".to_owned(),
            worst(tasks.collect()),
            50.0,
            ms,
        ),
    ]
}

/// The bytes of a first visit.
fn size_targets(lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let unthrottled = Condition::Unthrottled.name();
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
        let value = lookup.median_with_condition(FLAGSHIP, unthrottled, "app", measure);
        targets.push(target_at_most(what.to_owned(), value, limit, bytes));
    }
    targets
}

/// The speed of interactions and of the first paint at 1000 points.
fn speed_targets(lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let thousand = lookup.case(1000);
    let unthrottled = Condition::Unthrottled.name();
    for (measure, name, limit) in [
        ("show_all", "show all", 10.0),
        ("hide_all", "hide all", 50.0),
    ] {
        let median = |variant| lookup.median(thousand, unthrottled, variant, measure);
        let ratio = median("peer")
            .zip(median("app"))
            .map(|(peer, app)| peer / app);
        targets.push(Target {
            what: format!("{name} at 1,000 points at least {limit} times as fast as the peer"),
            found: ratio.map_or_else(String::new, times),
            verdict: Verdict::from_check(ratio.map(|ratio| ratio >= limit)),
        });
    }
    let median = |variant| lookup.median(thousand, unthrottled, variant, "fcp");
    let paints = median("app").zip(median("plain").or_else(|| median("floor")));
    targets.push(Target {
        what: "first contentful paint at 1,000 points before the plain page’s".to_owned(),
        found: paints.map_or_else(String::new, |(app, plain)| {
            format!("{} against {}", ms(app), ms(plain))
        }),
        verdict: Verdict::from_check(paints.map(|(app, plain)| app < plain)),
    });
    let letters = ["key_first_handler", "key_handler"];
    let letters =
        letters.map(|measure| lookup.median_with_condition(thousand, unthrottled, "app", measure));
    targets.push(target_at_most(
        "a letter of a search at 1,000 points handled within a frame".to_owned(),
        worst(letters.into_iter().flatten().collect()),
        FRAME,
        ms,
    ));
    targets
}

/// The time until the page is ready, compared with the peer.
fn ready_targets(lookup: &Lookup<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    let (hundred, thousand) = (lookup.case(100), lookup.case(1000));
    let phone = Condition::Phone.name();
    let unthrottled = Condition::Unthrottled.name();
    for case in [hundred, thousand].into_iter().zip(["100", "1,000"]) {
        let (case, points) = case;
        let ratio = |condition| {
            let median = |variant, measure| lookup.median(case, condition, variant, measure);
            let ready = median("app", "ready")?;
            let peer = median("peer", "ready")?;
            // Under the phone condition, subtract the longer download.
            let longer = if condition == phone {
                median("app", "arrived")? - median("peer", "arrived")?
            } else {
                0.0
            };
            Some((ready - longer) / peer)
        };
        targets.push(target_at_most(
            format!("ready at {points} points at most 1.5 times as late as the peer"),
            ratio(unthrottled).map(|value| (value, String::new())),
            1.5,
            times,
        ));
        targets.push(target_at_most(
            format!("the same as a phone at {points} points, apart from the download"),
            ratio(phone).map(|value| (value, String::new())),
            1.5,
            times,
        ));
    }
    targets
}

/// The growth of hydration, memory and data with the number of points.
fn growth_targets(lookup: &Lookup<'_>) -> [Target; 3] {
    let (hundred, thousand) = (lookup.case(100), lookup.case(1000));
    let unthrottled = Condition::Unthrottled.name();
    let each = |case: Option<&str>, points: f64| {
        Some(lookup.median(case, unthrottled, "app", "hydration")? / points)
    };
    let growth = each(thousand, 1000.0).zip(each(hundred, 100.0));
    [
        target_at_most(
            format!(
                "hydration of each point among 1,000 at most {MAX_HYDRATION_GROWTH} times what it is among 100"
            ),
            growth.map(|(many, few)| (many / few, String::new())),
            MAX_HYDRATION_GROWTH,
            times,
        ),
        target_at_most(
            "wasm memory at 1,000 points at most 10 MB, even at the end".to_owned(),
            lookup.median_with_condition(thousand, unthrottled, "app", "wasm_memory_after"),
            10e6,
            bytes,
        ),
        target_at_most(
            "data at 1,000 points at most 100 KB in gzip".to_owned(),
            lookup.median_with_condition(thousand, unthrottled, "app", "bytes_data"),
            100e3,
            bytes,
        ),
    ]
}

/// Renders the targets as lines of text.
pub(crate) fn render(targets: &[Target]) -> String {
    let lines = targets.iter().map(|target| {
        let found = match target.found.as_str() {
            "" => String::new(),
            found => format!(": {found}"),
        };
        format!("{:12}  {}{found}\n", target.verdict.name(), target.what)
    });
    lines.collect()
}

/// Looks up medians in a record.
struct Lookup<'a>(&'a Record);

impl<'a> Lookup<'a> {
    /// The name of the generated dispute with `points` points and four statements
    /// on each.
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

    /// A median, with the name of its condition.
    fn median_with_condition<'b>(
        &self,
        case: impl Into<Option<&'b str>>,
        condition: &str,
        variant: &str,
        measure: &str,
    ) -> Option<(f64, String)> {
        let value = self.median(case, condition, variant, measure)?;
        Some((value, condition.to_owned()))
    }

    /// The values of `rule` for each page and condition, with their names.
    fn in_each_section<T>(&self, rule: impl Fn(&'a str, &'a str) -> Option<T>) -> Vec<(T, String)> {
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

/// A target whose value must be at most `limit`. The string in `found` names the
/// condition or the page.
fn target_at_most(
    what: String,
    found: Option<(f64, String)>,
    limit: f64,
    shown: impl Fn(f64) -> String,
) -> Target {
    let verdict = Verdict::from_check(found.as_ref().map(|(value, _)| *value <= limit));
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
    Unit::Ms.format(value)
}

fn bytes(value: f64) -> String {
    Unit::Bytes.format(value)
}

#[cfg(test)]
mod tests {
    use super::{Target, Verdict, all, render};
    use crate::record::{CaseInfo, Record, RunInfo};

    /// Figures that just meet every target.
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
        let mut record = Record::new(RunInfo::default());
        for points in [100, 1000] {
            record.cases.push(CaseInfo {
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
    fn a_figure_at_the_limit_meets_the_target() {
        for target in targets(&good()) {
            assert_eq!(target.verdict, Verdict::Met, "{target:?}");
        }
    }

    #[test]
    fn each_target_is_missed_with_a_worse_figure() {
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
    fn insignificant_differences_are_open() {
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
    fn missing_figures_are_unmeasured() {
        let targets = targets(&[]);
        let unmeasured = |target: &Target| target.verdict == Verdict::Unmeasured;
        assert!(targets.iter().all(unmeasured));
        let text = render(&targets);
        assert_eq!(text.lines().count(), targets.len());
        assert!(text.lines().all(|line| line.starts_with("not measured  ")));
    }
}
