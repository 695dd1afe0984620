//! Paragraphs that stand beside each other, and how much height they take.

use crate::fonts::Voice;
use crate::text::Paragraph;
use crate::typeset::Lines;

/// Paragraphs set in the same size, whose lines stand level with each other.
pub(crate) struct Row<const N: usize> {
    pub(crate) lines: [Lines; N],
    pub(crate) leading: Leading,
}

/// The heights within a paragraph, in hundredths of the size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leading {
    /// From the top to the first line.
    rise: i32,
    /// From one line to the next.
    step: i32,
    /// From the last line to the bottom.
    drop: i32,
}

impl<const N: usize> Row<N> {
    pub(crate) fn size(&self) -> u16 {
        self.lines.iter().map(|lines| lines.size).max().unwrap_or(0)
    }

    /// The height of the longest paragraph; none if all are empty.
    pub(crate) fn height(&self) -> i32 {
        let most = self.lines.iter().map(Lines::count).max().unwrap_or(0);
        let size = self.size();
        match i32::try_from(most) {
            Ok(most @ 1..) => {
                let between = (most - 1) * self.leading.step(size);
                self.leading.rise(size) + between + self.leading.drop(size)
            }
            _ => 0,
        }
    }
}

impl Leading {
    /// The leading that all the paragraphs have room with.
    pub(crate) fn new(voice: Voice, paragraphs: &[&Paragraph]) -> Self {
        // Capitals are 71 hundredths high. The marks above and below Arabic
        // letters need more room.
        let tall = paragraphs.iter().any(|paragraph| paragraph.is_tall());
        let (rise, drop) = if tall { (84, 40) } else { (72, 24) };
        let step = match (voice, tall) {
            (Voice::Title, false) => 118,
            (Voice::Label, false) => 130,
            (Voice::Text, false) => 138,
            (Voice::Title, true) => 144,
            (Voice::Label | Voice::Text, true) => 160,
        };
        Self { rise, step, drop }
    }

    /// How many lines of a size a height has room for.
    pub(crate) fn lines_in(self, size: u16, height: i32) -> usize {
        let more = (height - self.rise(size) - self.drop(size)).div_euclid(self.step(size).max(1));
        usize::try_from(more + 1).unwrap_or(0)
    }

    pub(crate) fn rise(self, size: u16) -> i32 {
        part(self.rise, size)
    }

    pub(crate) fn step(self, size: u16) -> i32 {
        part(self.step, size)
    }

    fn drop(self, size: u16) -> i32 {
        part(self.drop, size)
    }
}

fn part(hundredths: i32, size: u16) -> i32 {
    (hundredths * i32::from(size) + 50) / 100
}
