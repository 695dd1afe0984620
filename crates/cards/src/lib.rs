//! Paints social preview cards: the picture of 1200 by 630 pixels that apps show
//! with a shared link. Both sides of a dispute get the same space, font size and
//! colours.
//!
//! The texts of a card are passed in final form ([`Card`]); this crate knows nothing
//! of disputes, languages or pages. It uses only the fonts in `fonts/`, so that a
//! card is the same on every machine.

mod cache;
mod canvas;
mod card;
mod card_layout;
mod coverage;
mod fallback;
mod fit_text;
mod fonts;
mod painter;
#[cfg(test)]
mod samples;
mod text;
mod text_block;
mod text_row;
mod typeset;

pub use card::{Card, CardSide};
pub use fallback::{Drawable, Fallback};
pub use painter::Painter;
pub use text::Direction;

/// The width of a card, in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a card, in pixels.
pub const HEIGHT: u32 = 630;
