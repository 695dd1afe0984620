//! Lays out a card: the position of every text and rule.

use crate::canvas::{Ink, Rect};
use crate::card::{Card, CardSide};
use crate::fit_text::{TextBox, fit_row};
use crate::fonts::{FontSets, TextStyle};
use crate::text::{Direction, Paragraph};
use crate::text_block::{Align, Slot, TextBlock};
use crate::text_row::Row;
use crate::{HEIGHT, WIDTH};

const MARGIN: i32 = 64;
const INNER: i32 = WIDTH as i32 - 2 * MARGIN;
const BOTTOM: i32 = HEIGHT as i32 - MARGIN;

/// How far a glyph may reach into the margin.
const OVERHANG: i32 = 8;

/// Nothing is painted outside this rectangle.
pub(crate) const FRAME: Rect = Rect {
    x: MARGIN - OVERHANG,
    y: MARGIN - OVERHANG,
    width: INNER + 2 * OVERHANG,
    height: BOTTOM - MARGIN + 2 * OVERHANG,
};

/// The thickness of the rule below the title, and of the one between the columns.
const STRONG: i32 = 4;
const THIN: i32 = 2;

/// The gap between a column and the rule between the columns.
const GUTTER: i32 = 34;
const COLUMN: i32 = (INNER - THIN) / 2 - GUTTER;

/// The minimum gap between the header and the kicker or the title.
const BELOW_HEADER: i32 = 48;
const BELOW_KICKER: i32 = 23;
/// The gap between the title and the strong rule, and between that and the columns.
const BELOW_TITLE: i32 = 30;
const BELOW_RULE: i32 = 32;
/// The gap between a column's label and its text.
const BELOW_LABEL: i32 = 23;

const HEADER: TextBox = TextBox {
    width: INNER / 2 - GUTTER,
    height: MARGIN,
    lines: 1,
    sizes: 20..=26,
};
const KICKER: TextBox = TextBox {
    width: INNER,
    height: MARGIN,
    lines: 1,
    sizes: 20..=22,
};
const TITLE: TextBox = TextBox {
    width: INNER,
    height: 190,
    lines: 3,
    sizes: 36..=68,
};
const LABEL: TextBox = TextBox {
    width: COLUMN,
    height: 2 * MARGIN,
    lines: 2,
    sizes: 24..=26,
};
const NOTE: TextBox = TextBox {
    width: INNER,
    height: 2 * MARGIN,
    lines: 2,
    sizes: 22..=32,
};

/// The positions of everything on a card.
pub(crate) struct Layout {
    pub(crate) header: [TextBlock; 2],
    pub(crate) kicker: Option<TextBlock>,
    pub(crate) title: TextBlock,
    pub(crate) labels: [TextBlock; 2],
    pub(crate) texts: [TextBlock; 2],
    /// The line in place of the columns.
    pub(crate) note: Option<TextBlock>,
    pub(crate) rules: Vec<(Rect, Ink)>,
}

impl Layout {
    pub(crate) fn new(font_sets: &mut FontSets, card: &Card) -> Self {
        let direction = card.direction;
        let paragraph = |text: &String| Paragraph::new(text).with_fallback_direction(direction);
        let note = card.note.as_ref().map(paragraph);
        let no_sides = [CardSide::default(), CardSide::default()];
        let sides = match note {
            Some(_) => &no_sides,
            None => &card.sides,
        };
        let site = paragraph(&card.site);
        let as_of = paragraph(&card.as_of);
        let kicker = card.kicker.as_ref().map(paragraph);
        let title = paragraph(&card.title);
        let labels = sides.each_ref().map(|side| paragraph(&side.label));
        let texts = sides.each_ref().map(|side| paragraph(&side.text));

        let header = fit_row(font_sets, TextStyle::Label, [&site, &as_of], &HEADER);
        let kicker = kicker.map(|kicker| fit_row(font_sets, TextStyle::Label, [&kicker], &KICKER));
        let title = fit_row(font_sets, TextStyle::Title, [&title], &TITLE);
        let labels = fit_row(font_sets, TextStyle::Label, labels.each_ref(), &LABEL);

        // From top to bottom, as if the columns filled the remaining height.
        let below_header = MARGIN + header.leading.ascent(header.size()) + BELOW_HEADER;
        let kicker_height = kicker.as_ref().map_or(0, |row| row.height() + BELOW_KICKER);
        let below_title = below_header + kicker_height + title.height();
        let below_rule = below_title + BELOW_TITLE + STRONG + BELOW_RULE;
        let below_labels = below_rule + labels.height() + BELOW_LABEL;
        let text_box = TextBox {
            width: COLUMN,
            height: BOTTOM - below_labels,
            lines: usize::MAX,
            sizes: 22..=38,
        };
        let texts = fit_row(font_sets, TextStyle::Text, texts.each_ref(), &text_box);

        // Distribute the height that the columns don't need: three fifths above the
        // title, the rest below the columns.
        let note = note.map(|note| fit_row(font_sets, TextStyle::Label, [&note], &NOTE));
        let below = note.as_ref().map_or(texts.height(), Row::height);
        let spare = (text_box.height - below).max(0);
        let down = spare * 3 / 5;
        let between_columns = note.is_none();
        let [title] = title.place(below_header + kicker_height + down, [PAGE], Ink::Full);
        Self {
            header: header.place(MARGIN, ends(direction), Ink::Full),
            kicker: kicker.map(|row| {
                let [kicker] = row.place(below_header + down, [PAGE], Ink::Soft);
                kicker
            }),
            title,
            labels: labels.place(below_rule + down, columns(direction), Ink::Full),
            texts: texts.place(below_labels + down, columns(direction), Ink::Full),
            note: note.map(|row| {
                let [note] = row.place(below_rule + down, [PAGE], Ink::Full);
                note
            }),
            rules: rules(below_title + down + BELOW_TITLE, below_rule + down)
                .into_iter()
                .take(if between_columns { 2 } else { 1 })
                .collect(),
        }
    }

    pub(crate) fn blocks(&self) -> impl Iterator<Item = &TextBlock> {
        let top = self.header.iter().chain(&self.kicker).chain([&self.title]);
        top.chain(&self.labels).chain(&self.texts).chain(&self.note)
    }
}

/// The rule below the title at `title_rule`, and the one between the columns, which
/// start at `columns`.
fn rules(title_rule: i32, columns: i32) -> [(Rect, Ink); 2] {
    let below_title = Rect {
        x: MARGIN,
        y: title_rule,
        width: INNER,
        height: STRONG,
    };
    let between_columns = Rect {
        x: MARGIN + COLUMN + GUTTER,
        y: columns,
        width: THIN,
        height: BOTTOM - columns,
    };
    [(below_title, Ink::Full), (between_columns, Ink::Faint)]
}

/// The full width between the margins.
const PAGE: Slot = Slot {
    left: MARGIN,
    width: INNER,
    align: None,
};

/// The slots at both ends of the header.
fn ends(direction: Direction) -> [Slot; 2] {
    let end = |align| Slot {
        align: Some(align),
        ..PAGE
    };
    mirrored([end(Align::Left), end(Align::Right)], direction)
}

/// The slots of the two columns.
fn columns(direction: Direction) -> [Slot; 2] {
    let column = |left| Slot {
        left,
        width: COLUMN,
        align: None,
    };
    let right = MARGIN + COLUMN + 2 * GUTTER + THIN;
    mirrored([column(MARGIN), column(right)], direction)
}

/// Two slots in reading order.
fn mirrored([left, right]: [Slot; 2], direction: Direction) -> [Slot; 2] {
    match direction {
        Direction::LeftToRight => [left, right],
        Direction::RightToLeft => [right, left],
    }
}

#[cfg(test)]
mod tests;
