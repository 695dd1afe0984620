//! Embed pages in frames on other sites, in three browsers: in every sandbox they
//! have their styles and their URL, both sides are visible at every width, and they
//! report their height to a page that listens.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod height;
mod host;
mod sandboxes;
mod visible_parts;
