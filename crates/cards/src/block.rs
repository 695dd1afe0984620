//! Lines in their place on the card.

use cosmic_text::LayoutLine;

use crate::canvas::Ink;
use crate::row::Row;
use crate::typeset::Lines;

/// A paragraph that stands on the card.
pub(crate) struct Block {
    pub(crate) lines: Lines,
    pub(crate) ink: Ink,
    slot: Slot,
    /// Where the first line stands, and how far the next is below it.
    baseline: i32,
    step: i32,
}

/// A part of the card's width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) left: i32,
    pub(crate) width: i32,
    /// None where the text decides: it is set against the edge it starts from.
    pub(crate) edge: Option<Edge>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Left,
    Right,
}

impl<const N: usize> Row<N> {
    /// Puts each paragraph into its slot, all of them with their top at `top`.
    pub(crate) fn place(self, top: i32, slots: [Slot; N], ink: Ink) -> [Block; N] {
        let size = self.size();
        let baseline = top + self.leading.rise(size);
        let step = self.leading.step(size);
        let mut at = 0;
        self.lines.map(|lines| {
            let slot = slots[at];
            at += 1;
            Block {
                lines,
                ink,
                slot,
                baseline,
                step,
            }
        })
    }
}

impl Block {
    /// The lines, each with the point that its glyphs are counted from.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (&LayoutLine, f32, i32)> {
        let baselines = std::iter::successors(Some(self.baseline), |above| Some(above + self.step));
        self.lines
            .lines
            .iter()
            .zip(baselines)
            .map(|(line, baseline)| (line, self.start(line), baseline))
    }

    fn start(&self, line: &LayoutLine) -> f32 {
        let Slot { left, width, edge } = self.slot;
        let rtl = self.lines.rtl;
        let edge = edge.unwrap_or(if rtl { Edge::Right } else { Edge::Left });
        // Lines that run from right to left end at the width they were set at.
        let before = if rtl {
            self.lines.width as f32 - line.w
        } else {
            0.0
        };
        let ink = match edge {
            Edge::Left => left as f32,
            Edge::Right => (left + width) as f32 - line.w,
        };
        ink - before
    }
}
