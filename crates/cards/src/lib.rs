//! Paints social preview cards: the picture, 1200 by 630 pixels, that stands
//! beside a shared link. Both sides of a dispute get the same room, the same
//! size and the same colours.
//!
//! What a card says is handed in as finished words ([`Card`]); this crate knows
//! nothing of disputes, languages or pages. It sets type with the fonts in
//! `fonts/` and no others, so that a card is the same on every machine.

mod block;
mod canvas;
mod card;
mod fit;
mod fonts;
mod layout;
mod painter;
mod row;
#[cfg(test)]
mod samples;
mod store;
mod text;
mod typeset;

pub use card::{Card, Says};
pub use painter::Painter;

/// How wide a card is, in pixels.
pub const WIDTH: u32 = 1200;

/// How high a card is, in pixels.
pub const HEIGHT: u32 = 630;
