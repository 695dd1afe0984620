//! Tests of the targets.

use super::verdict::Verdict;
use super::{Target, all, render};
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
