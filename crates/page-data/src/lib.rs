//! The structured data of a dispute that its pages carry, and the app in the browser
//! reads: who said what when, in which way it was passed on, and in which words it is
//! given.
//!
//! The generator writes it into a page ([`PageData::encode`]), and the app reads it
//! once ([`PageData::from_block`]). Texts are not in it: they stand on the page, in the
//! element with the id of the item. So nothing is sent twice, and a translated page is
//! searched and shown as it reads.
//!
//! Items refer to others by their positions in the lists of [`PageData`]. Data that
//! refers to something that is not there is refused when it is read, so that
//! following a reference can't fail.

#![no_std]

extern crate alloc;

mod base64;
mod days;
mod encoding;
mod references;
mod statement;
mod types;

pub use days::Days;
pub use encoding::DecodeError;
pub use statement::{Hop, Quoting, Rendering, Statement};
pub use types::{
    FormerId, Named, OutletIx, PageData, PartyIx, Point, Source, SourceIx, Speaker, SpeakerIx,
    Voice,
};
