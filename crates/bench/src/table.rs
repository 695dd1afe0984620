//! Renders the figures as text tables, and the changes since another record.

use crate::measure::{self, Unit};
use crate::ratio::Ratio;
use crate::record::{Figure, Record};

/// The table of a case under a condition: one row per measure, with columns for the
/// app, the floor and the peer. A cell is empty if there is no figure.
pub(crate) fn section(record: &Record, case: &str, condition: &str) -> String {
    let mut rows = vec![[
        format!("{case}, {condition}"),
        "app".to_owned(),
        "floor".to_owned(),
        "peer".to_owned(),
        "app/floor".to_owned(),
        "app/peer".to_owned(),
    ]];
    for measure in measure::ALL {
        let figure = |variant| record.figure(case, condition, variant, measure.name);
        let (app, floor, peer) = (figure("app"), figure("floor"), figure("peer"));
        let cell = |figure: Option<&Figure>| {
            figure.map_or_else(String::new, |figure| with_range(measure.unit, figure))
        };
        if [app, floor, peer].iter().all(Option::is_none) || is_nothing(&[app, floor, peer]) {
            continue;
        }
        rows.push([
            measure.label.to_owned(),
            cell(app),
            cell(floor),
            cell(peer),
            if measure::PAINTS.contains(&measure.name) {
                paired(app, floor)
            } else {
                ratio(app, floor)
            },
            ratio(app, peer),
        ]);
    }
    aligned(&rows)
}

/// The changes of the app's figures: one row for each that both records have.
pub(crate) fn comparison(now: &Record, before: &Record) -> String {
    let mut rows = vec![[
        "figure".to_owned(),
        "before".to_owned(),
        "now".to_owned(),
        "change".to_owned(),
        String::new(),
    ]];
    for figure in now.figures.iter().filter(|figure| figure.variant == "app") {
        let (case, condition, variant, name) = figure.key();
        let earlier = before.figure(case, condition, variant, name);
        let (Some(earlier), Some(measure)) = (earlier, measure::named(name)) else {
            continue;
        };
        if is_nothing(&[Some(earlier), Some(figure)]) {
            continue;
        }
        rows.push([
            format!("{case}, {condition}: {}", measure.label),
            with_range(measure.unit, earlier),
            with_range(measure.unit, figure),
            change(earlier.median, figure.median),
            if overlap(earlier, figure) {
                "the ranges meet".to_owned()
            } else {
                String::new()
            },
        ]);
    }
    if rows.len() == 1 {
        return "the two records have no figure in common\n".to_owned();
    }
    aligned(&rows)
}

/// The size of the wasm by crate.
pub(crate) fn wasm(record: &Record) -> String {
    let all: usize = record.wasm.iter().map(|share| share.bytes).sum();
    let mut rows = vec![[
        "wasm, before gzip".to_owned(),
        shown(all),
        "100 %".to_owned(),
    ]];
    rows.extend(record.wasm.iter().map(|share| {
        let part = share.bytes as f64 * 100.0 / all as f64;
        [
            share.name.clone(),
            shown(share.bytes),
            format!("{part:.1} %"),
        ]
    }));
    aligned(&rows)
}

fn shown(bytes: usize) -> String {
    Unit::Bytes.format(bytes as f64)
}

/// Formats the median, and the range if there is one.
pub(crate) fn with_range(unit: Unit, figure: &Figure) -> String {
    let median = unit.format(figure.median);
    let (least, most) = (unit.format(figure.least), unit.format(figure.most));
    if least == most {
        median
    } else {
        let unit = most.split_once(' ').map_or("", |(_, unit)| unit);
        let least = least.strip_suffix(unit).unwrap_or(&least).trim_end();
        format!("{median} ({least}–{most})")
    }
}

/// Formats the relative change of a figure.
pub(crate) fn change(before: f64, now: f64) -> String {
    if before == now {
        "none".to_owned()
    } else if before == 0.0 {
        "from nothing".to_owned()
    } else {
        let part = (now / before - 1.0) * 100.0;
        // Use a minus sign (U+2212) instead of a hyphen.
        format!("{part:+.1} %").replace('-', "−")
    }
}

fn overlap(one: &Figure, other: &Figure) -> bool {
    one.least <= other.most && other.least <= one.most && one.median != other.median
}

fn ratio(figure: Option<&Figure>, base: Option<&Figure>) -> String {
    match (figure, base) {
        (Some(figure), Some(base)) if base.median != 0.0 => {
            format!("{:.2}", figure.median / base.median)
        }
        _ => String::new(),
    }
}

/// The ratio of pairs with its range; without pairs, the ratio of the medians.
fn paired(figure: Option<&Figure>, base: Option<&Figure>) -> String {
    let ratio = figure
        .zip(base)
        .and_then(|(figure, base)| Ratio::from_pairs(figure, base));
    ratio.map_or_else(|| self::ratio(figure, base), Ratio::format)
}

/// Whether all of them are 0 bytes, like the fonts of a page without fonts.
fn is_nothing(figures: &[Option<&Figure>]) -> bool {
    figures
        .iter()
        .flatten()
        .all(|figure| figure.unit == Unit::Bytes.name() && figure.most == 0.0)
}

/// Aligns the columns: the first to the left, the others to the right.
fn aligned<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let width = |column: usize| {
        let lengths = rows.iter().map(|row| row[column].chars().count());
        lengths.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..COLUMNS).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = format!("{:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            line.push_str(&format!("  {cell:>width$}"));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{change, comparison, section, wasm};
    use crate::record::{Record, RunInfo, Share};

    fn record(values: &[(&str, &str, f64)]) -> Record {
        let mut record = Record::new(RunInfo::default());
        for (variant, measure, value) in values {
            record
                .add("8 points", "phone", variant, measure, *value)
                .expect("a measure");
        }
        record
    }

    #[test]
    fn the_app_is_compared_with_the_others() {
        let record = record(&[
            ("app", "fcp", 105.0),
            ("app", "fcp", 115.0),
            ("floor", "fcp", 100.0),
            ("floor", "fcp", 100.0),
            ("peer", "fcp", 110.0),
            ("app", "ready", 300.0),
            ("peer", "ready", 200.0),
            ("app", "bytes_font", 0.0),
            ("floor", "cls", 0.0),
        ]);
        assert_eq!(
            section(&record, "8 points", "phone"),
            "\
8 points, phone                          app   floor    peer         app/floor  app/peer
first contentful paint   110 ms (105–115 ms)  100 ms  110 ms  1.10 (1.05–1.15)      1.00
cumulative layout shift                        0.000
ready                                 300 ms          200 ms                        1.50
"
        );
    }

    #[test]
    fn changes_and_overlapping_ranges_are_shown() {
        let before = record(&[
            ("app", "fcp", 100.0),
            ("app", "fcp", 120.0),
            ("app", "nodes", 8.0),
        ]);
        let now = record(&[
            ("app", "fcp", 90.0),
            ("app", "fcp", 110.0),
            ("app", "nodes", 4.0),
        ]);
        let text = comparison(&now, &before);
        assert_eq!(
            text,
            "\
figure                                                before                   now   change
8 points, phone: first contentful paint  110 ms (100–120 ms)  100 ms (90.0–110 ms)   −9.1 %  the ranges meet
8 points, phone: nodes                                     8                     4  −50.0 %
"
        );
        let other = record(&[("app", "lcp", 1.0)]);
        assert!(comparison(&now, &other).contains("no figure in common"));
        assert_eq!(change(0.0, 1.0), "from nothing");
        assert_eq!(change(2.0, 2.0), "none");
        assert_eq!(change(2.0, 3.0), "+50.0 %");
    }

    #[test]
    fn shares_are_percentages_of_the_whole() {
        let mut record = record(&[]);
        for (name, bytes) in [("says_who", 3000), ("core", 1000)] {
            record.wasm.push(Share {
                name: name.to_owned(),
                bytes,
            });
        }
        assert_eq!(
            wasm(&record),
            "\
wasm, before gzip  4.0 KB   100 %
says_who           3.0 KB  75.0 %
core               1.0 KB  25.0 %
"
        );
    }
}
