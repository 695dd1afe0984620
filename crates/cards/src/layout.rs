//! Decides where everything stands on a card.

use crate::block::{Block, Edge, Slot};
use crate::canvas::{Ink, Rect};
use crate::card::Card;
use crate::fit::{self, Room};
use crate::fonts::{Case, Voice};
use crate::text::{Direction, Paragraph};
use crate::{HEIGHT, WIDTH};

const MARGIN: i32 = 64;
const INNER: i32 = WIDTH as i32 - 2 * MARGIN;
const BOTTOM: i32 = HEIGHT as i32 - MARGIN;

/// How far the stroke of a letter may reach into the margin.
const OVERHANG: i32 = 8;

/// Nothing is painted outside of this.
pub(crate) const FRAME: Rect = Rect {
    x: MARGIN - OVERHANG,
    y: MARGIN - OVERHANG,
    width: INNER + 2 * OVERHANG,
    height: BOTTOM - MARGIN + 2 * OVERHANG,
};

/// The thickness of the rule below the title, and of that between the columns.
const STRONG: i32 = 4;
const THIN: i32 = 2;

/// From a column to the rule between the columns.
const GUTTER: i32 = 34;
const COLUMN: i32 = (INNER - THIN) / 2 - GUTTER;

/// From the header to the kicker or the title, at least.
const BELOW_HEADER: i32 = 48;
const BELOW_KICKER: i32 = 23;
/// From the title to the strong rule, and from there to the columns.
const BELOW_TITLE: i32 = 30;
const BELOW_RULE: i32 = 32;
/// From who says it to what is said.
const BELOW_SAYS: i32 = 23;

const HEADER: Room = Room {
    width: INNER / 2 - GUTTER,
    height: MARGIN,
    lines: 1,
    sizes: 20..=26,
};
const KICKER: Room = Room {
    width: INNER,
    height: MARGIN,
    lines: 1,
    sizes: 20..=22,
};
const TITLE: Room = Room {
    width: INNER,
    height: 190,
    lines: 3,
    sizes: 36..=68,
};
const SAYS: Room = Room {
    width: COLUMN,
    height: 2 * MARGIN,
    lines: 2,
    sizes: 24..=26,
};

/// A card with everything in its place.
pub(crate) struct Layout {
    pub(crate) header: [Block; 2],
    pub(crate) kicker: Option<Block>,
    pub(crate) title: Block,
    pub(crate) says: [Block; 2],
    pub(crate) lines: [Block; 2],
    pub(crate) rules: [(Rect, Ink); 2],
}

impl Layout {
    pub(crate) fn new(case: &mut Case, card: &Card) -> Self {
        let direction = Paragraph::new(&card.title)
            .direction()
            .or(Paragraph::new(&card.site).direction())
            .unwrap_or(Direction::LeftToRight);
        let paragraph = |text: &String| Paragraph::new(text).or_runs(direction);
        let site = paragraph(&card.site);
        let as_of = paragraph(&card.as_of);
        let kicker = card.kicker.as_ref().map(paragraph);
        let title = paragraph(&card.title);
        let says = card.sides.each_ref().map(|side| paragraph(&side.says));
        let lines = card.sides.each_ref().map(|side| paragraph(&side.line));

        let header = fit::together(case, Voice::Label, [&site, &as_of], &HEADER);
        let kicker = kicker.map(|kicker| fit::together(case, Voice::Label, [&kicker], &KICKER));
        let title = fit::together(case, Voice::Title, [&title], &TITLE);
        let says = fit::together(case, Voice::Label, says.each_ref(), &SAYS);

        // From top to bottom, as if the columns took all the room that is left.
        let below_header = MARGIN + header.leading.rise(header.size()) + BELOW_HEADER;
        let kicker_height = kicker.as_ref().map_or(0, |row| row.height() + BELOW_KICKER);
        let below_title = below_header + kicker_height + title.height();
        let below_rule = below_title + BELOW_TITLE + STRONG + BELOW_RULE;
        let below_says = below_rule + says.height() + BELOW_SAYS;
        let room = Room {
            width: COLUMN,
            height: BOTTOM - below_says,
            lines: usize::MAX,
            sizes: 22..=38,
        };
        let lines = fit::together(case, Voice::Text, lines.each_ref(), &room);

        // What the columns leave over is shared out above the title and below
        // the columns.
        let spare = (room.height - lines.height()).max(0);
        let down = spare * 3 / 5;
        let rule = below_title + down + BELOW_TITLE;
        let [title] = title.place(below_header + kicker_height + down, [PAGE], Ink::Full);
        Self {
            header: header.place(MARGIN, ends(direction), Ink::Full),
            kicker: kicker.map(|row| {
                let [kicker] = row.place(below_header + down, [PAGE], Ink::Soft);
                kicker
            }),
            title,
            says: says.place(below_rule + down, columns(direction), Ink::Full),
            lines: lines.place(below_says + down, columns(direction), Ink::Full),
            rules: [
                (
                    Rect {
                        x: MARGIN,
                        y: rule,
                        width: INNER,
                        height: STRONG,
                    },
                    Ink::Full,
                ),
                (
                    Rect {
                        x: MARGIN + COLUMN + GUTTER,
                        y: below_rule + down,
                        width: THIN,
                        height: BOTTOM - below_rule - down,
                    },
                    Ink::Faint,
                ),
            ],
        }
    }

    pub(crate) fn blocks(&self) -> impl Iterator<Item = &Block> {
        let top = self.header.iter().chain(&self.kicker).chain([&self.title]);
        top.chain(&self.says).chain(&self.lines)
    }
}

/// The whole width between the margins.
const PAGE: Slot = Slot {
    left: MARGIN,
    width: INNER,
    edge: None,
};

/// The places at both ends of the header.
fn ends(direction: Direction) -> [Slot; 2] {
    let end = |edge| Slot {
        edge: Some(edge),
        ..PAGE
    };
    mirrored([end(Edge::Left), end(Edge::Right)], direction)
}

/// The columns of both sides.
fn columns(direction: Direction) -> [Slot; 2] {
    let column = |left| Slot {
        left,
        width: COLUMN,
        edge: None,
    };
    let right = MARGIN + COLUMN + 2 * GUTTER + THIN;
    mirrored([column(MARGIN), column(right)], direction)
}

/// Two places in the order in which they are read.
fn mirrored([left, right]: [Slot; 2], direction: Direction) -> [Slot; 2] {
    match direction {
        Direction::LeftToRight => [left, right],
        Direction::RightToLeft => [right, left],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    fn sizes(blocks: &[Block; 2]) -> [u16; 2] {
        blocks.each_ref().map(|block| block.lines.size)
    }

    fn baselines(blocks: &[Block; 2]) -> [Option<i32>; 2] {
        blocks
            .each_ref()
            .map(|block| block.placed().map(|(_, _, baseline)| baseline).next())
    }

    /// From where to where the ink of a block's lines goes, across the card.
    fn span(block: &Block) -> (f32, f32) {
        block
            .placed()
            .fold((f32::MAX, f32::MIN), |span, (line, x, _)| {
                line.glyphs.iter().fold(span, |(from, to), glyph| {
                    (from.min(x + glyph.x), to.max(x + glyph.x + glyph.w))
                })
            })
    }

    #[test]
    fn both_sides_get_the_same_whatever_their_length() {
        let mut case = Case::new();
        for mut card in samples::all() {
            let layout = Layout::new(&mut case, &card);
            let [one, other] = sizes(&layout.lines);
            assert_eq!(one, other);
            let [one, other] = sizes(&layout.says);
            assert_eq!(one, other);

            card.sides.swap(0, 1);
            let swapped = Layout::new(&mut case, &card);
            assert_eq!(sizes(&layout.lines), sizes(&swapped.lines));
            let mut mirrored = baselines(&swapped.lines);
            mirrored.reverse();
            assert_eq!(baselines(&layout.lines), mirrored);
            let counts = |layout: &Layout| layout.lines.each_ref().map(|side| side.lines.count());
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
        let mut case = Case::new();
        let middle = WIDTH as f32 / 2.0;
        let layout = Layout::new(&mut case, &samples::hebrew());
        assert!(span(&layout.header[0]).0 > middle);
        assert!(span(&layout.header[1]).1 < middle);
        assert!(span(&layout.lines[0]).0 > middle);
        assert!(span(&layout.lines[1]).1 < middle);
        assert!((span(&layout.title).1 - (WIDTH as f32 - 64.0)).abs() < 1.0);

        // A title without letters takes the direction of the site.
        let mut card = samples::hebrew();
        card.title = "2022?".to_owned();
        let layout = Layout::new(&mut case, &card);
        assert!(span(&layout.title).0 > middle);
    }

    #[test]
    fn the_bundled_fonts_have_every_letter() {
        let mut case = Case::new();
        for card in samples::scripts() {
            let layout = Layout::new(&mut case, &card);
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
        let mut case = Case::new();
        for card in samples::all() {
            let layout = Layout::new(&mut case, &card);
            for block in layout.blocks().filter(|block| block.lines.count() > 0) {
                let (from, to) = span(block);
                assert!(from >= MARGIN as f32 - 0.5, "{card:?}");
                assert!(to <= (MARGIN + INNER) as f32 + 0.5, "{card:?}");
                let last = block.placed().map(|(_, _, baseline)| baseline).last();
                assert!(last.is_none_or(|baseline| baseline < BOTTOM), "{card:?}");
            }
            let [title, site] = [layout.title.lines.count(), layout.header[0].lines.count()];
            assert!(title <= 3 && site <= 1);
        }
    }
}
