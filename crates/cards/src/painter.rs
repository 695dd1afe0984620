//! Paints cards, and caches them so that none is painted twice.

use std::io;
use std::path::Path;

use cosmic_text::Color;

use crate::cache::CardCache;
use crate::canvas::Canvas;
use crate::card::Card;
use crate::card_layout::{FRAME, Layout};
use crate::fonts::FontSets;
use crate::text_block::TextBlock;

/// Paints cards and caches them in a folder.
pub struct Painter {
    cache: CardCache,
    /// `None` until the first card has to be painted.
    pub(crate) fonts: Option<FontSets>,
}

impl Painter {
    /// A painter that caches its cards in the folder `cache`. The folder is created
    /// with the first card.
    pub fn new(cache: &Path) -> Self {
        Self {
            cache: CardCache::new(cache),
            fonts: None,
        }
    }

    /// The card as a PNG: `<cache>/<digest>.png` if that exists, otherwise painted
    /// and written there.
    ///
    /// # Errors
    ///
    /// The folder can't be read or written. The content of a card never causes an
    /// error.
    pub fn png(&mut self, card: &Card) -> io::Result<Vec<u8>> {
        let digest = card.digest();
        if let Some(png) = self.cache.get(&digest)? {
            return Ok(png);
        }
        let png = paint(self.fonts.get_or_insert_with(FontSets::new), card)?;
        self.cache.put(&digest, &png)?;
        Ok(png)
    }
}

fn paint(font_sets: &mut FontSets, card: &Card) -> io::Result<Vec<u8>> {
    let layout = Layout::new(font_sets, card);
    let mut canvas = Canvas::new(FRAME);
    for (rule, ink) in layout.rules.iter().copied() {
        canvas.fill(rule, ink);
    }
    for block in layout.blocks() {
        draw_block(font_sets, &mut canvas, block);
    }
    canvas.png()
}

fn draw_block(font_sets: &mut FontSets, canvas: &mut Canvas, block: &TextBlock) {
    let fonts = font_sets.for_style(block.lines.style);
    for (line, x, baseline) in block.positioned_lines() {
        for glyph in &line.glyphs {
            let glyph = glyph.physical((x, baseline as f32), 1.0);
            fonts.glyphs.with_pixels(
                &mut fonts.system,
                glyph.cache_key,
                Color::rgb(0, 0, 0),
                |dx, dy, color| canvas.cover(glyph.x + dx, glyph.y + dy, color.a(), block.ink),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::card::CardSide;
    use crate::{Direction, HEIGHT, WIDTH, samples};

    /// The pixels of a PNG, three bytes (RGB) each.
    fn pixels(png: &[u8]) -> Vec<u8> {
        let mut decoder = png::Decoder::new(io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a small picture")];
        let frame = reader.next_frame(&mut pixels).expect("a whole PNG");
        assert_eq!((frame.width, frame.height), (WIDTH, HEIGHT));
        assert_eq!(frame.color_type, png::ColorType::Rgb);
        pixels
    }

    /// Asserts that there is no ink in the margins, and returns whether there is any
    /// elsewhere.
    #[track_caller]
    fn is_painted_within_the_margins(png: &[u8]) -> bool {
        let pixels = pixels(png);
        let mut painted = false;
        for (at, pixel) in pixels.chunks_exact(3).enumerate() {
            let (x, y) = (at as u32 % WIDTH, at as u32 / WIDTH);
            if pixel != [0xfb, 0xf9, 0xf4] {
                painted = true;
                assert!((56..WIDTH - 56).contains(&x), "ink at {x}, {y}");
                assert!((56..HEIGHT - 56).contains(&y), "ink at {x}, {y}");
            }
        }
        painted
    }

    #[test]
    fn paints_the_same_bytes_each_time() -> io::Result<()> {
        let mut used = FontSets::new();
        for card in samples::all() {
            paint(&mut used, &card)?;
        }
        for card in [samples::short(), samples::long(), samples::hebrew()] {
            // Cards that were painted before make no difference.
            assert_eq!(
                paint(&mut used, &card)?,
                paint(&mut FontSets::new(), &card)?
            );
        }
        Ok(())
    }

    #[test]
    fn paints_odd_strings_within_the_margins() -> io::Result<()> {
        let mut font_sets = FontSets::new();
        for card in samples::all() {
            assert!(is_painted_within_the_margins(&paint(
                &mut font_sets,
                &card
            )?));
        }
        Ok(())
    }

    #[test]
    fn paints_with_the_inks_and_nothing_else() -> io::Result<()> {
        let pixels = pixels(&paint(&mut FontSets::new(), &samples::short())?);
        for ink in [[0x1c, 0x1a, 0x17], [0xd5, 0xd0, 0xc4]] {
            assert!(pixels.chunks_exact(3).any(|pixel| pixel == ink));
        }
        // All colours between paper and ink are warm greys: no side has its own.
        let grey =
            |pixel: &[u8]| pixel[0] >= pixel[1] && pixel[1] >= pixel[2] && pixel[0] - pixel[2] < 20;
        assert!(pixels.chunks_exact(3).all(grey));
        Ok(())
    }

    #[test]
    fn keeps_what_it_paints_and_takes_what_is_kept() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let store = folder.path().join("cards");
        let card = samples::short();
        let file = store.join(card.digest()).with_extension("png");

        let painted = Painter::new(&store).png(&card)?;
        assert_eq!(fs::read(&file)?, painted);

        fs::write(&file, "a marker")?;
        let mut painter = Painter::new(&store);
        assert_eq!(painter.png(&card)?, b"a marker");
        assert!(painter.fonts.is_none(), "nothing was painted");
        assert_eq!(fs::read_dir(&store)?.count(), 1);

        painter.png(&samples::hebrew())?;
        assert_eq!(fs::read_dir(&store)?.count(), 2);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

        #[test]
        fn paints_any_strings(texts in proptest::array::uniform7("\\PC{0,40}|[\\x00-\\u{2fff}]{0,300}|[\u{590}-\u{6ff} a-z0-9()\u{2066}-\u{2069}\u{202a}-\u{202e}]{0,300}")) {
            let [site, as_of, kicker, title, says, line, other] = texts;
            let card = Card {
                site,
                as_of,
                kicker: Some(kicker),
                title,
                sides: [CardSide { label: says.clone(), text: line }, CardSide { label: says, text: other }],
                note: None,
                direction: Direction::LeftToRight,
            };
            let png = paint(&mut FontSets::new(), &card)?;
            prop_assert!(is_painted_within_the_margins(&png));
        }
    }
}
