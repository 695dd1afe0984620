//! Renders a record as one self-contained HTML page with plots.

use std::fmt::Write as _;

use crate::goals::Target;
use crate::measure::{self, Measure};
use crate::record::{PROJECT, Record};
use crate::table;

const STYLE: &str = include_str!("html_report.css");

/// The length of the longest bar, in SVG user units.
const LENGTH: f64 = 440.0;

/// The variants in a plot, in the order of the bars.
const VARIANTS: [&str; 4] = ["app", "floor", "plain", "peer"];

/// Renders the page; with the changes since the record `before`, if there is one.
/// Over 60 lines, because it writes the sections of the page in order.
pub(crate) fn render(record: &Record, targets: &[Target], before: Option<&Record>) -> String {
    let about = &record.about;
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>Benchmark of Says Who</title><style>{STYLE}</style></head><body>\n<h1>Benchmark of Says Who</h1>\n"
    );
    let _ = writeln!(
        page,
        "<p>{}, commit {}, {}, {} processors, {} loads in pairs, {} runs{}. Bars are medians, lines the range; shorter is better.</p>",
        escape(&about.date),
        escape(&about.commit),
        escape(&about.browser),
        about.processors,
        about.loads,
        about.runs,
        if about.quick { ", a quick trial" } else { "" },
    );
    page.push_str("<h2>Targets</h2>\n<table><tbody>\n");
    for target in targets {
        let verdict = target.verdict.name();
        let _ = writeln!(
            page,
            "<tr class=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            verdict.replace(' ', "-"),
            escape(&target.what),
            escape(&target.found),
            verdict,
        );
    }
    page.push_str("</tbody></table>\n");
    if let Some(before) = before {
        let _ = write!(
            page,
            "<h2>Change since {} ({})</h2>\n<pre>{}</pre>\n",
            escape(&before.about.commit),
            escape(&before.about.date),
            escape(&table::comparison(record, before)),
        );
    }
    page.push_str("<h2>Figures</h2>\n");
    page.push_str("<p class=\"legend\">");
    for variant in VARIANTS {
        let _ = write!(
            page,
            "<span><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"{variant}\" width=\"12\" height=\"12\"/></svg> {variant}</span> "
        );
    }
    page.push_str("</p>\n<div class=\"plots\">\n");
    for measure in measure::ALL {
        page.push_str(&plot(record, measure));
    }
    page.push_str("</div>\n");
    if !record.wasm.is_empty() {
        let _ = write!(
            page,
            "<h2>What the wasm is made of</h2>\n<pre>{}</pre>\n",
            escape(&table::wasm(record))
        );
    }
    page.push_str("<h2>Tables</h2>\n");
    for (case, condition) in record.sections() {
        let _ = writeln!(
            page,
            "<pre>{}</pre>",
            escape(&table::section(record, case, condition))
        );
    }
    page.push_str("</body></html>\n");
    page
}

/// The plot of a measure for every case and condition; empty if all values are 0.
/// Over 60 lines, because of the SVG templates.
fn plot(record: &Record, measure: &Measure) -> String {
    const LINE: f64 = 16.0;
    const LABELS: f64 = 200.0;
    let mut figures = record.figures.iter();
    let most = figures
        .by_ref()
        .filter(|figure| figure.measure == measure.name)
        .map(|figure| figure.most)
        .fold(0.0, f64::max);
    if most == 0.0 {
        return String::new();
    }
    let mut bars = String::new();
    let mut top = 4.0;
    for (case, condition) in record.sections() {
        let found: Vec<_> = VARIANTS
            .iter()
            .filter_map(|variant| record.figure(case, condition, variant, measure.name))
            .collect();
        if found.is_empty() {
            continue;
        }
        let place = match condition {
            PROJECT => case.to_owned(),
            _ => format!("{case}, {condition}"),
        };
        let _ = write!(
            bars,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            LABELS - 8.0,
            top + 11.0,
            escape(&place)
        );
        for figure in found {
            let at = |value: f64| LABELS + value / most * LENGTH;
            let (end, middle) = (at(figure.median), top + LINE / 2.0);
            let _ = write!(
                bars,
                "<rect class=\"{}\" x=\"{LABELS}\" y=\"{}\" width=\"{:.1}\" height=\"{}\"><title>{}</title></rect><path d=\"M{:.1} {middle}H{:.1}\"/><text x=\"{:.1}\" y=\"{}\">{}</text>",
                figure.variant,
                top + 2.0,
                end - LABELS,
                LINE - 4.0,
                escape(&format!("{}, {place}", figure.variant)),
                at(figure.least),
                at(figure.most),
                at(figure.most) + 6.0,
                top + 12.0,
                escape(&measure.unit.format(figure.median)),
            );
            top += LINE;
        }
        top += LINE / 2.0;
    }
    format!(
        "<figure><figcaption>{}</figcaption><svg viewBox=\"0 0 {} {top}\" role=\"img\" aria-label=\"{}\">{bars}</svg></figure>\n",
        escape(measure.label),
        LABELS + LENGTH + 80.0,
        escape(measure.label),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::goals;
    use crate::record::{Record, RunInfo};

    #[test]
    fn the_page_shows_the_figures_and_loads_nothing() {
        let mut record = Record::new(RunInfo {
            browser: "A <browser> & more".to_owned(),
            ..RunInfo::default()
        });
        for (variant, value) in [
            ("app", 120.0),
            ("app", 130.0),
            ("floor", 100.0),
            ("peer", 110.0),
        ] {
            record
                .add("8 points", "phone", variant, "fcp", value)
                .expect("a measure");
        }
        let page = render(&record, &goals::all(&record), Some(&record));
        assert!(page.contains("A &lt;browser&gt; &amp; more"));
        assert_eq!(page.matches("<figure>").count(), 1);
        for shown in ["125 ms", "100 ms", "110 ms", "not measured", "Change since"] {
            assert!(page.contains(shown), "{shown}");
        }
        for asked in ["src=", "href=", "url(", "@import", "<script", "http"] {
            assert!(!page.contains(asked), "{asked}");
        }
    }
}
