//! The pixels of a card, and their encoding as PNG.

use std::io;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

use crate::{HEIGHT, WIDTH};

type Colour = [u8; 3];

const PAPER: Colour = [0xfb, 0xf9, 0xf4];

/// The colours to paint with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Nearly black.
    Full,
    /// For secondary text; contrast 6.8 to 1.
    Soft,
    /// For thin rules.
    Faint,
}

const INKS: [Colour; 3] = [[0x1c, 0x1a, 0x17], [0x5c, 0x57, 0x4e], [0xd5, 0xd0, 0xc4]];

/// The number of shades from paper to full ink, both included.
const STEPS: u8 = 64;

/// A rectangle of pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// The pixels of a card. A pixel is an index into the palette: the ink times
/// [`STEPS`], plus its shade.
pub(crate) struct Canvas {
    pixels: Vec<u8>,
    /// Pixels outside this are never painted.
    frame: Rect,
}

impl Canvas {
    pub(crate) fn new(frame: Rect) -> Self {
        Self {
            pixels: vec![0; (WIDTH * HEIGHT) as usize],
            frame,
        }
    }

    pub(crate) fn fill(&mut self, rect: Rect, ink: Ink) {
        for y in rect.y..rect.y + rect.height {
            for x in rect.x..rect.x + rect.width {
                self.cover(x, y, u8::MAX, ink);
            }
        }
    }

    /// Adds ink to a pixel; `coverage` is from 0 to 255.
    pub(crate) fn cover(&mut self, x: i32, y: i32, coverage: u8, ink: Ink) {
        if !self.frame.contains(x, y) {
            return;
        }
        let at = usize::try_from(y * WIDTH as i32 + x).ok();
        let Some(pixel) = at.and_then(|at| self.pixels.get_mut(at)) else {
            return;
        };
        let step = coverage / 4;
        let covered = *pixel % STEPS;
        if step > 0 {
            *pixel = ink as u8 * STEPS + (covered + step).min(STEPS - 1);
        }
    }

    /// Encodes a PNG. The same pixels always give the same bytes.
    pub(crate) fn png(&self) -> io::Result<Vec<u8>> {
        let mut png = Vec::new();
        let mut encoder = Encoder::new(&mut png, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette());
        encoder.set_filter(Filter::NoFilter);
        encoder.set_deflate_compression(DeflateCompression::Level(9));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(png)
    }
}

impl Rect {
    fn contains(self, x: i32, y: i32) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }
}

/// The palette: the shades from paper to each ink.
fn palette() -> Vec<u8> {
    let mix = |paper: u8, ink: u8, step: u8| {
        let most = u32::from(STEPS - 1);
        let (paper, ink, step) = (u32::from(paper), u32::from(ink), u32::from(step));
        ((paper * (most - step) + ink * step + most / 2) / most) as u8
    };
    INKS.iter()
        .flat_map(|ink| (0..STEPS).map(move |step| (ink, step)))
        .flat_map(|(ink, step)| [0, 1, 2].map(|part| mix(PAPER[part], ink[part], step)))
        .collect()
}
