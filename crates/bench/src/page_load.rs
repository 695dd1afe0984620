//! Loads one page once and measures it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::condition::Condition;
use crate::devtools::Devtools;

/// The script that is injected into each page before its own.
const PROBE: &str = include_str!("probe.js");

/// The values of one load, by the name of the measure.
pub(crate) type Sample = BTreeMap<String, f64>;

/// A page to load.
pub(crate) struct PageLoad<'a> {
    pub(crate) address: &'a str,
    /// Whether it has a script, which sets `data-app` when it is ready.
    pub(crate) has_script: bool,
    /// Whether it is the app.
    pub(crate) is_app: bool,
    /// The search word for the interactions; `None` to only load the page.
    pub(crate) word: Option<&'a str>,
    /// The page counts as idle after this time without activity, in milliseconds.
    pub(crate) idle_ms: u32,
}

impl PageLoad<'_> {
    /// Loads the page in its own tab and runs the interactions.
    pub(crate) fn run(&self, devtools: &mut Devtools, condition: Condition) -> Result<Sample> {
        let mut tab = devtools.tab()?;
        tab.call("Page.enable", json!({}))?;
        tab.call(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": PROBE }),
        )?;
        tab.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )?;
        condition.apply(&mut tab)?;
        tab.call("Page.navigate", json!({ "url": self.address }))?;
        let (address, idle_ms) = (json!(self.address), self.idle_ms);
        tab.evaluate(&format!(
            "saysWhoBench.waitUntilIdle({address}, {}, {idle_ms})",
            self.has_script
        ))?;
        let mut sample = Sample::new();
        add(&mut sample, tab.evaluate("saysWhoBench.loadFigures()")?)?;
        tab.call("HeapProfiler.collectGarbage", json!({}))?;
        let heap = tab.call("Runtime.getHeapUsage", json!({}))?;
        add(&mut sample, json!({ "heap": heap["usedSize"] }))?;
        if let Some(word) = self.word.filter(|_| self.has_script) {
            let (word, is_app) = (json!(word), self.is_app);
            // Shorter pauses are enough: the page is already idle.
            let idle_ms = idle_ms.min(300);
            add(
                &mut sample,
                tab.evaluate(&format!(
                    "saysWhoBench.interactionFigures({word}, {is_app}, {idle_ms})"
                ))?,
            )?;
        }
        Ok(sample)
    }
}

/// Adds the values to the sample; a value that the page can't have is null.
fn add(sample: &mut Sample, figures: Value) -> Result<()> {
    let figures = figures.as_object().context("the page gives no figures")?;
    for (name, value) in figures.iter().filter(|(_, value)| !value.is_null()) {
        let value = value
            .as_f64()
            .with_context(|| format!("{name} is no number: {value}"))?;
        sample.insert(name.clone(), value);
    }
    Ok(())
}
