//! Links and sharing, in three browser engines. Each scenario is one function, which
//! reports what an engine does not support.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod copying;
mod embed;
mod history;
mod hostile_addresses;
mod ids;
mod item_page;
mod link_preview;
mod sharing;
mod target;
mod without_script;

/// The explainer of the small dispute. Its site has the base path `/a/b/`.
const EXPLAINER: &str = "bridge-repair/";
const STATEMENT: &str = "mayor-never-saw-it";
const POINT: &str = "notice-given";
