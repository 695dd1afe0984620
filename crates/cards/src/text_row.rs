//! Paragraphs side by side, and the height that they take.

use crate::fonts::TextStyle;
use crate::text::Paragraph;
use crate::typeset::Lines;

/// Paragraphs set in the same size, whose lines share their baselines.
pub(crate) struct Row<const N: usize> {
    pub(crate) lines: [Lines; N],
    pub(crate) leading: Leading,
}

/// The vertical metrics of a paragraph, in hundredths of the font size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leading {
    /// From the top to the first baseline.
    ascent: i32,
    /// From one baseline to the next.
    line_height: i32,
    /// From the last baseline to the bottom.
    descent: i32,
}

impl<const N: usize> Row<N> {
    pub(crate) fn size(&self) -> u16 {
        self.lines.iter().map(|lines| lines.size).max().unwrap_or(0)
    }

    /// The height of the longest paragraph; 0 if all are empty.
    pub(crate) fn height(&self) -> i32 {
        let most = self.lines.iter().map(Lines::count).max().unwrap_or(0);
        let size = self.size();
        match i32::try_from(most) {
            Ok(most @ 1..) => {
                let between = (most - 1) * self.leading.line_height(size);
                self.leading.ascent(size) + between + self.leading.descent(size)
            }
            _ => 0,
        }
    }
}

impl Leading {
    /// The leading that is large enough for all of the paragraphs.
    pub(crate) fn new(style: TextStyle, paragraphs: &[&Paragraph]) -> Self {
        // Capitals are 71 hundredths high. Arabic letters with marks above and below
        // need more.
        let arabic = paragraphs.iter().any(|paragraph| paragraph.has_arabic());
        let (ascent, descent) = if arabic { (84, 40) } else { (72, 24) };
        let line_height = match (style, arabic) {
            (TextStyle::Title, false) => 118,
            (TextStyle::Label, false) => 130,
            (TextStyle::Text, false) => 138,
            (TextStyle::Title, true) => 144,
            (TextStyle::Label | TextStyle::Text, true) => 160,
        };
        Self {
            ascent,
            line_height,
            descent,
        }
    }

    /// How many lines of a font size fit into a height.
    pub(crate) fn lines_in(self, size: u16, height: i32) -> usize {
        let more = (height - self.ascent(size) - self.descent(size))
            .div_euclid(self.line_height(size).max(1));
        usize::try_from(more + 1).unwrap_or(0)
    }

    pub(crate) fn ascent(self, size: u16) -> i32 {
        scale(self.ascent, size)
    }

    pub(crate) fn line_height(self, size: u16) -> i32 {
        scale(self.line_height, size)
    }

    fn descent(self, size: u16) -> i32 {
        scale(self.descent, size)
    }
}

fn scale(hundredths: i32, size: u16) -> i32 {
    (hundredths * i32::from(size) + 50) / 100
}
