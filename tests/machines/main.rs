//! Machine-readable output: structured data in the heads of pages, feeds, the
//! sitemap, and the disputes in other formats.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

#[path = "../support/vocabulary.rs"]
mod vocabulary;

mod built_site;
mod claims;
mod feeds;
mod fixture_site;
mod formats;
mod json_ld;
mod off_site;
mod schema_org;
mod sitemap;
mod structured_data;

/// The built sites to check: the large one with a host, the fixture without, and the
/// stress test.
const SITES: [&str; 4] = ["repo", "a-b", "stress", "keys"];
