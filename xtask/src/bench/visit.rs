//! One load of one page, and what was seen of it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::condition::Condition;
use super::devtools::Devtools;

/// What is put into each page before its own.
const WATCH: &str = include_str!("watch.js");

/// Figures by the names of their measures.
pub(super) type Sample = BTreeMap<String, f64>;

/// A page to load.
pub(super) struct Visit<'a> {
    pub(super) address: &'a str,
    /// Whether it says when it is ready.
    pub(super) has_script: bool,
    /// Whether it is the app.
    pub(super) is_app: bool,
    /// What is searched for where the page is worked; nothing where it is not.
    pub(super) word: Option<&'a str>,
    /// How long nothing has to happen before it counts as calm, in milliseconds.
    pub(super) quiet: u32,
}

impl Visit<'_> {
    /// Loads the page in a tab of its own, and works it.
    pub(super) fn pay(&self, devtools: &mut Devtools, condition: Condition) -> Result<Sample> {
        let mut tab = devtools.tab()?;
        tab.ask("Page.enable", json!({}))?;
        tab.ask(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCH }),
        )?;
        tab.ask(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )?;
        condition.apply(&mut tab)?;
        tab.ask("Page.navigate", json!({ "url": self.address }))?;
        let (address, quiet) = (json!(self.address), self.quiet);
        tab.value(&format!(
            "saysWhoBench.settled({address}, {}, {quiet})",
            self.has_script
        ))?;
        let mut sample = Sample::new();
        add(&mut sample, tab.value("saysWhoBench.loaded()")?)?;
        tab.ask("HeapProfiler.collectGarbage", json!({}))?;
        let heap = tab.ask("Runtime.getHeapUsage", json!({}))?;
        add(&mut sample, json!({ "heap": heap["usedSize"] }))?;
        if let Some(word) = self.word.filter(|_| self.has_script) {
            let (word, is_app) = (json!(word), self.is_app);
            // Shorter pauses: the page is calm already.
            let quiet = quiet.min(300);
            add(
                &mut sample,
                tab.value(&format!("saysWhoBench.worked({word}, {is_app}, {quiet})"))?,
            )?;
        }
        Ok(sample)
    }
}

/// Takes up the figures that there are; one that a page can't have is null.
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
