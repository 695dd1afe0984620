//! Lines of text at their position on the card.

use cosmic_text::LayoutLine;

use crate::canvas::Ink;
use crate::text_row::Row;
use crate::typeset::Lines;

/// A paragraph at its position on the card.
pub(crate) struct TextBlock {
    pub(crate) lines: Lines,
    pub(crate) ink: Ink,
    slot: Slot,
    /// The baseline of the first line, and the distance to the next.
    baseline: i32,
    line_height: i32,
}

/// A horizontal part of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) left: i32,
    pub(crate) width: i32,
    /// `None` aligns the text with the edge at which its direction starts.
    pub(crate) align: Option<Align>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

impl<const N: usize> Row<N> {
    /// Places each paragraph in its slot, all with their top at `top`.
    pub(crate) fn place(self, top: i32, slots: [Slot; N], ink: Ink) -> [TextBlock; N] {
        let size = self.size();
        let baseline = top + self.leading.ascent(size);
        let line_height = self.leading.line_height(size);
        let mut at = 0;
        self.lines.map(|lines| {
            let slot = slots[at];
            at += 1;
            TextBlock {
                lines,
                ink,
                slot,
                baseline,
                line_height,
            }
        })
    }
}

impl TextBlock {
    /// The lines, each with the x and the baseline of its origin.
    pub(crate) fn positioned_lines(&self) -> impl Iterator<Item = (&LayoutLine, f32, i32)> {
        let baselines =
            std::iter::successors(Some(self.baseline), |above| Some(above + self.line_height));
        self.lines
            .lines
            .iter()
            .zip(baselines)
            .map(|(line, baseline)| (line, self.line_x(line), baseline))
    }

    fn line_x(&self, line: &LayoutLine) -> f32 {
        let Slot { left, width, align } = self.slot;
        let rtl = self.lines.rtl;
        let align = align.unwrap_or(if rtl { Align::Right } else { Align::Left });
        // Glyphs of right-to-left lines are positioned from the width at which the
        // lines were broken.
        let before = if rtl {
            self.lines.width as f32 - line.w
        } else {
            0.0
        };
        let ink = match align {
            Align::Left => left as f32,
            Align::Right => (left + width) as f32 - line.w,
        };
        ink - before
    }
}
