//! Routes: parses paths and gives the path of each page. The only crate that knows
//! the base path and the format of an address.

mod base;
mod decode;
mod dispute_path;
mod fingerprint_query;
mod fragment;
pub mod percent;
mod route;
mod segment;
pub mod substring;

pub use base::{Base, BaseError};
pub use dispute_path::{DisputePath, Resolved, query_in_path};
pub use fingerprint_query::{fingerprint_in_query, query_with_fingerprint};
pub use fragment::{TEXT_DIRECTIVE, fragment, join_at_reference};
pub use route::Route;
pub use segment::{Segment, segments};

#[cfg(test)]
mod tests;
