//! URLs that mail, chat and other programs have mangled still lead to the item that
//! they name (`addresses.toml`).
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod forms;
mod library;
mod offline;
mod order_of_sides;
mod paths_and_hashes;
mod resolving;
mod suggestions;
mod versions_and_views;

const WHOLE: &str = "bridge-repair/";
const ITEM: &str = "who-pays";
