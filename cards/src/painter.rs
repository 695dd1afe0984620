//! From a card to a PNG, painted once and kept.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::card::Card;
use crate::fonts::Fonts;
use crate::layout;
use crate::{HEIGHT, WIDTH};

/// Paints cards and keeps them in a folder by their digest, so that a card is
/// painted again only when it changes.
pub struct Painter {
    store: PathBuf,
    /// Loaded when a card is painted for the first time.
    fonts: Option<Fonts>,
}

impl Painter {
    /// A painter that keeps its cards in `store`, which is made when it is needed.
    #[must_use]
    pub fn new(store: &Path) -> Self {
        Self {
            store: store.to_owned(),
            fonts: None,
        }
    }

    /// The card as a PNG of [`WIDTH`] by [`HEIGHT`] pixels. The same card gives
    /// the same bytes on every machine.
    ///
    /// # Errors
    ///
    /// Where the store can't be read or written.
    pub fn png(&mut self, card: &Card) -> io::Result<Vec<u8>> {
        let kept = self.store.join(format!("{}.png", card.digest()));
        match std::fs::read(&kept) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            other => return other,
        }
        let fonts = self.fonts.get_or_insert_with(Fonts::new);
        let png = encode(&layout::paint(fonts, card).pixels)?;
        std::fs::create_dir_all(&self.store)?;
        // Written beside its place and moved there: half a file never counts.
        let mut unfinished = tempfile::NamedTempFile::new_in(&self.store)?;
        unfinished.write_all(&png)?;
        unfinished.persist(&kept).map_err(|error| error.error)?;
        Ok(png)
    }
}

fn encode(pixels: &[u8]) -> io::Result<Vec<u8>> {
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(png)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::card::Says;
    use crate::layout::MARGIN;

    fn card(title: &str, line: &str) -> Card {
        let says = |says: &str| Says {
            says: says.to_owned(),
            line: line.to_owned(),
        };
        Card {
            site: "Says Who".to_owned(),
            as_of: "As of 31 January 2022".to_owned(),
            kicker: Some("Point".to_owned()),
            title: title.to_owned(),
            sides: [says("One says"), says("The other says")],
        }
    }

    fn decoded(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut reader = png::Decoder::new(io::Cursor::new(bytes))
            .read_info()
            .expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("a picture");
        (info.width, info.height, pixels)
    }

    #[test]
    fn a_card_is_the_same_bytes_every_time() {
        let (one, other) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        let card = card("Did it?", "“Yes” (someone)");
        let first = Painter::new(one.path()).png(&card).expect("a card");
        let second = Painter::new(other.path()).png(&card).expect("a card");
        assert_eq!(first, second);
        let (width, height, pixels) = decoded(&first);
        assert_eq!((width, height), (WIDTH, HEIGHT));
        let inked = pixels.chunks(3).filter(|pixel| pixel[0] < 0x80).count();
        assert!(inked > 3_000, "{inked}");
    }

    #[test]
    fn a_kept_card_is_not_painted_again() {
        let store = tempfile::tempdir().expect("a folder");
        let card = card("Did it?", "Yes.");
        let place = store.path().join(format!("{}.png", card.digest()));
        std::fs::write(&place, b"kept").expect("a file");
        let mut painter = Painter::new(store.path());
        assert_eq!(painter.png(&card).expect("a card"), b"kept");
        assert!(painter.fonts.is_none());
        std::fs::remove_file(&place).expect("gone");
        let painted = painter.png(&card).expect("a card");
        assert_eq!(std::fs::read(&place).expect("kept"), painted);
    }

    #[test]
    fn nothing_runs_over_the_margin() {
        let store = tempfile::tempdir().expect("a folder");
        let long = card(&"W".repeat(400), &"слово ".repeat(500));
        let png = Painter::new(store.path()).png(&long).expect("a card");
        let (_, _, pixels) = decoded(&png);
        let paper = &pixels[..3];
        let margin = MARGIN as usize - 8;
        for (index, pixel) in pixels.chunks(3).enumerate() {
            let (x, y) = (index % WIDTH as usize, index / WIDTH as usize);
            let at_edge =
                x < margin || x >= WIDTH as usize - margin || y < 40 || y >= HEIGHT as usize - 40;
            assert!(!at_edge || pixel == paper, "{x}, {y}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn any_words_give_a_picture(title in "(?s).{0,300}", line in "(?s).{0,600}", site in "(?s).{0,20}") {
            let store = tempfile::tempdir().expect("a folder");
            let mut card = card(&title, &line);
            card.site = site;
            let png = Painter::new(store.path()).png(&card).expect("a card");
            let (width, height, _) = decoded(&png);
            prop_assert_eq!((width, height), (WIDTH, HEIGHT));
        }
    }
}
