//! A picture in memory.

use crate::{HEIGHT, WIDTH};

/// The pixels of a card, three bytes each, row by row.
pub(crate) struct Canvas {
    pub(crate) pixels: Vec<u8>,
}

impl Canvas {
    /// A picture in one color.
    pub(crate) fn new(paper: [u8; 3]) -> Self {
        Self {
            pixels: paper.repeat((WIDTH * HEIGHT) as usize),
        }
    }

    /// Lays a color with its opacity over a rectangle; what lies outside of the
    /// picture is left out.
    pub(crate) fn fill(&mut self, x: i32, y: i32, width: u32, height: u32, rgba: [u8; 4]) {
        let [red, green, blue, alpha] = rgba;
        let alpha = u32::from(alpha);
        let end = |from: i32, length: u32, limit: u32| {
            from.saturating_add_unsigned(length)
                .clamp(0, limit.cast_signed())
        };
        for row in y.max(0)..end(y, height, HEIGHT) {
            for column in x.max(0)..end(x, width, WIDTH) {
                let at = (row.cast_unsigned() * WIDTH + column.cast_unsigned()) as usize * 3;
                for (offset, ink) in [red, green, blue].into_iter().enumerate() {
                    if let Some(below) = self.pixels.get_mut(at + offset) {
                        let mixed = u32::from(ink) * alpha + u32::from(*below) * (255 - alpha);
                        *below = ((mixed + 127) / 255) as u8;
                    }
                }
            }
        }
    }
}
