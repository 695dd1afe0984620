//! Chromium on the built sites, under three base paths, with and without scripts.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod built_pages;
mod hydration;
mod items;
mod navigation;
mod without_app;
