//! Turns cards into pictures, and paints none twice.

use std::io;
use std::path::Path;

use cosmic_text::Color;

use crate::block::Block;
use crate::canvas::Canvas;
use crate::card::Card;
use crate::fonts::Case;
use crate::layout::{FRAME, Layout};
use crate::store::Store;

/// Paints cards and keeps them in a folder.
pub struct Painter {
    store: Store,
    /// None until the first card has to be painted.
    case: Option<Case>,
}

impl Painter {
    /// A painter that keeps its cards in the folder `store`. Cards already kept
    /// there are not painted again. The folder is made with the first card that
    /// has to be kept.
    pub fn new(store: &Path) -> Self {
        Self {
            store: Store::new(store),
            case: None,
        }
    }

    /// The card as a PNG: `<store>/<digest>.png` if that exists, otherwise
    /// painted and written there.
    ///
    /// # Errors
    ///
    /// When the folder can't be read or written. What the card says is never an
    /// error.
    pub fn png(&mut self, card: &Card) -> io::Result<Vec<u8>> {
        let digest = card.digest();
        if let Some(png) = self.store.get(&digest)? {
            return Ok(png);
        }
        let png = paint(self.case.get_or_insert_with(Case::new), card)?;
        self.store.put(&digest, &png)?;
        Ok(png)
    }
}

fn paint(case: &mut Case, card: &Card) -> io::Result<Vec<u8>> {
    let layout = Layout::new(case, card);
    let mut canvas = Canvas::new(FRAME);
    for (rule, ink) in layout.rules {
        canvas.fill(rule, ink);
    }
    for block in layout.blocks() {
        write(case, &mut canvas, block);
    }
    canvas.png()
}

fn write(case: &mut Case, canvas: &mut Canvas, block: &Block) {
    let fonts = case.of(block.lines.voice);
    for (line, x, baseline) in block.placed() {
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
    use crate::card::Says;
    use crate::{HEIGHT, WIDTH, samples};

    /// The pixels of a PNG, three bytes each.
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

    /// Whether there is ink anywhere, and that there is none in the margins.
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
        let mut used = Case::new();
        for card in samples::all() {
            paint(&mut used, &card)?;
        }
        for card in [samples::short(), samples::long(), samples::hebrew()] {
            // What was painted before makes no difference.
            assert_eq!(paint(&mut used, &card)?, paint(&mut Case::new(), &card)?);
        }
        Ok(())
    }

    #[test]
    fn paints_odd_strings_within_the_margins() -> io::Result<()> {
        let mut case = Case::new();
        for card in samples::all() {
            assert!(is_painted_within_the_margins(&paint(&mut case, &card)?));
        }
        Ok(())
    }

    #[test]
    fn paints_with_the_inks_and_nothing_else() -> io::Result<()> {
        let pixels = pixels(&paint(&mut Case::new(), &samples::short())?);
        for ink in [[0x1c, 0x1a, 0x17], [0xd5, 0xd0, 0xc4]] {
            assert!(pixels.chunks_exact(3).any(|pixel| pixel == ink));
        }
        // Between paper and ink all colours are warm greys: no side has its own.
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
        assert!(painter.case.is_none(), "nothing was painted");
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
                sides: [Says { says: says.clone(), line }, Says { says, line: other }],
            };
            let png = paint(&mut Case::new(), &card)?;
            prop_assert!(is_painted_within_the_margins(&png));
        }
    }
}
