//! A long page skips the layout of off-screen content (`content-visibility`). This has
//! no noticeable effect on links to the far end, find in page, back, the scroll bar,
//! the filter, printing, and the accessibility tree. In other browsers it would have
//! one. They lay everything out, and the same has to hold there.
//!
//! Most scenarios run only in Chromium. The other engines lay everything out and behave
//! as on any page.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod accessibility_tree;
mod find_and_filter;
mod layout;
mod link_targets;
mod position;
mod printing;
mod scrolling;
mod site;
mod skipped_layout;

#[path = "../support/alone.rs"]
mod alone;
