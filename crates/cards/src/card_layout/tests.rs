use super::*;
use crate::samples;

fn sizes(blocks: &[TextBlock; 2]) -> [u16; 2] {
    blocks.each_ref().map(|block| block.lines.size)
}

fn baselines(blocks: &[TextBlock; 2]) -> [Option<i32>; 2] {
    blocks.each_ref().map(|block| {
        block
            .positioned_lines()
            .map(|(_, _, baseline)| baseline)
            .next()
    })
}

/// The left and right edges of a block's glyphs.
fn span(block: &TextBlock) -> (f32, f32) {
    block
        .positioned_lines()
        .fold((f32::MAX, f32::MIN), |span, (line, x, _)| {
            line.glyphs.iter().fold(span, |(from, to), glyph| {
                (from.min(x + glyph.x), to.max(x + glyph.x + glyph.w))
            })
        })
}

#[test]
fn both_sides_get_the_same_whatever_their_length() {
    let mut font_sets = FontSets::new();
    for mut card in samples::all() {
        let layout = Layout::new(&mut font_sets, &card);
        let [one, other] = sizes(&layout.texts);
        assert_eq!(one, other);
        let [one, other] = sizes(&layout.labels);
        assert_eq!(one, other);

        card.sides.swap(0, 1);
        let swapped = Layout::new(&mut font_sets, &card);
        assert_eq!(sizes(&layout.texts), sizes(&swapped.texts));
        let mut mirrored = baselines(&swapped.texts);
        mirrored.reverse();
        assert_eq!(baselines(&layout.texts), mirrored);
        let counts = |layout: &Layout| layout.texts.each_ref().map(|side| side.lines.count());
        let [one, other] = counts(&swapped);
        assert_eq!(counts(&layout), [other, one]);
    }
}

#[test]
fn the_columns_are_equally_wide_and_mirror_each_other() {
    let [left, right] = columns(Direction::LeftToRight);
    assert_eq!(left.width, right.width);
    assert_eq!(left.left - MARGIN, 0);
    assert_eq!(right.left + right.width, WIDTH as i32 - MARGIN);
    assert_eq!(columns(Direction::RightToLeft), [right, left]);
}

#[test]
fn a_card_from_right_to_left_is_mirrored() {
    let mut font_sets = FontSets::new();
    let middle = WIDTH as f32 / 2.0;
    let layout = Layout::new(&mut font_sets, &samples::hebrew());
    assert!(span(&layout.header[0]).0 > middle);
    assert!(span(&layout.header[1]).1 < middle);
    assert!(span(&layout.texts[0]).0 > middle);
    assert!(span(&layout.texts[1]).1 < middle);
    assert!((span(&layout.title).1 - (WIDTH as f32 - 64.0)).abs() < 1.0);

    // A title without letters takes the direction of the card.
    let mut card = samples::hebrew();
    card.title = "2022?".to_owned();
    let layout = Layout::new(&mut font_sets, &card);
    assert!(span(&layout.title).0 > middle);
}

#[test]
fn a_title_in_another_direction_moves_nothing_else() {
    let mut font_sets = FontSets::new();
    let english = Layout::new(&mut font_sets, &samples::short());
    let mut card = samples::short();
    card.title = "هل حدث ذلك؟".to_owned();
    let layout = Layout::new(&mut font_sets, &card);
    for (with_arabic, alone) in layout.texts.iter().zip(&english.texts) {
        assert_eq!(span(with_arabic), span(alone));
    }
    for (with_arabic, alone) in layout.header.iter().zip(&english.header) {
        assert_eq!(span(with_arabic), span(alone));
    }
    // The title itself is set from the right.
    assert!((span(&layout.title).1 - (WIDTH as f32 - 64.0)).abs() < 1.0);

    // Nor does an English name turn a Hebrew card around.
    let mut card = samples::hebrew();
    card.title = "The Times".to_owned();
    let layout = Layout::new(&mut font_sets, &card);
    assert!(span(&layout.texts[0]).0 > WIDTH as f32 / 2.0);
    assert!((span(&layout.title).0 - 64.0).abs() < 4.0);
}

#[test]
fn a_note_takes_the_place_of_the_columns() {
    let mut font_sets = FontSets::new();
    let mut card = samples::short();
    card.note = Some("Read it at example.org/bridge/".to_owned());
    let layout = Layout::new(&mut font_sets, &card);
    assert_eq!(layout.rules.len(), 1);
    let columns = layout.texts.iter().chain(&layout.labels);
    assert!(
        columns
            .map(|block| block.lines.count())
            .all(|count| count == 0)
    );
    assert!(layout.note.is_some_and(|note| note.lines.count() == 1));
}

#[test]
fn the_bundled_fonts_have_every_letter() {
    let mut font_sets = FontSets::new();
    for card in samples::scripts() {
        let layout = Layout::new(&mut font_sets, &card);
        assert!(layout.blocks().all(|block| block.lines.count() > 0));
        let mut lines = layout.blocks().flat_map(|block| &block.lines.lines);
        assert!(
            lines.all(|line| line.glyphs.iter().all(|glyph| glyph.glyph_id != 0)),
            "{card:?}"
        );
    }
}

#[test]
fn everything_stays_between_the_margins() {
    let mut font_sets = FontSets::new();
    for card in samples::all() {
        let layout = Layout::new(&mut font_sets, &card);
        for block in layout.blocks().filter(|block| block.lines.count() > 0) {
            let (from, to) = span(block);
            assert!(from >= MARGIN as f32 - 0.5, "{card:?}");
            assert!(to <= (MARGIN + INNER) as f32 + 0.5, "{card:?}");
            let last = block
                .positioned_lines()
                .map(|(_, _, baseline)| baseline)
                .last();
            assert!(last.is_none_or(|baseline| baseline < BOTTOM), "{card:?}");
        }
        let [title, site] = [layout.title.lines.count(), layout.header[0].lines.count()];
        assert!(title <= 3 && site <= 1);
    }
}
