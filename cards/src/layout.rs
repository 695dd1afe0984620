//! Where everything stands on a card.

use cosmic_text::Align;

use crate::canvas::Canvas;
use crate::card::{Card, Says};
use crate::fonts::{Fonts, Voice};
use crate::text::{Direction, Paragraph};
use crate::typeset::Set;
use crate::{HEIGHT, WIDTH};

const PAPER: [u8; 3] = [0xfd, 0xfc, 0xf9];
const INK: [u8; 3] = [0x1a, 0x1a, 0x18];
const SOFT: [u8; 3] = [0x57, 0x55, 0x4f];
const RULE: [u8; 3] = [0xd5, 0xd0, 0xc4];

/// What stays free at each edge, in pixels; messengers round the corners.
pub(crate) const MARGIN: i32 = 64;
/// Between the two columns.
const GAP: i32 = 64;
const LABEL: f32 = 26.0;
const KICKER: f32 = 24.0;
/// The title's sizes; the largest in which two lines are enough, else the last
/// in three.
const TITLE: [f32; 4] = [56.0, 50.0, 44.0, 40.0];
/// The sizes of what the sides say; the largest in which both fit.
const SAID: [f32; 6] = [36.0, 33.0, 30.0, 28.0, 26.0, 24.0];

/// Paints a card.
pub(crate) fn paint(fonts: &mut Fonts, card: &Card) -> Canvas {
    let mut canvas = Canvas::new(PAPER);
    let inner = WIDTH.cast_signed() - 2 * MARGIN;
    let title = Paragraph::new(&card.title);
    let mirrored = title
        .direction()
        .or_else(|| Paragraph::new(&card.site).direction())
        == Some(Direction::RightToLeft);
    let (start, end) = if mirrored {
        (Align::Right, Align::Left)
    } else {
        (Align::Left, Align::Right)
    };

    let mut top = 48;
    // The two never meet: each has its half.
    let half = inner / 2 - 16;
    for (words, align, ink) in [(&card.site, start, SOFT), (&card.as_of, end, INK)] {
        let words = Paragraph::new(words);
        let mut set = Set::new(
            fonts,
            Voice::Label,
            &words,
            LABEL,
            half as f32,
            1,
            Some(align),
        );
        let x = if align == Align::Left {
            MARGIN
        } else {
            MARGIN + inner - half
        };
        set.paint(fonts, &mut canvas, x, top, ink);
    }
    top += 48;
    rule(&mut canvas, MARGIN, top, inner, 4, INK);
    top += 28;
    if let Some(kicker) = &card.kicker {
        let kicker = Paragraph::new(kicker);
        let mut set = Set::new(
            fonts,
            Voice::Label,
            &kicker,
            KICKER,
            inner as f32,
            1,
            Some(start),
        );
        set.paint(fonts, &mut canvas, MARGIN, top, SOFT);
        top += 38;
    }
    let mut set = titled(fonts, &title, inner as f32);
    set.paint(fonts, &mut canvas, MARGIN, top, INK);
    top += set.height() as i32 + 28;
    rule(&mut canvas, MARGIN, top, inner, 1, RULE);
    top += 24;

    let column = (inner - GAP) / 2;
    let bottom = HEIGHT.cast_signed() - MARGIN + 12;
    rule(
        &mut canvas,
        WIDTH.cast_signed() / 2,
        top,
        1,
        bottom - top,
        RULE,
    );
    let said = both(
        fonts,
        &card.sides,
        column as f32,
        (bottom - top - 46) as f32,
    );
    for (index, (side, mut set)) in card.sides.iter().zip(said).enumerate() {
        let first = (index == 0) != mirrored;
        let x = if first { MARGIN } else { MARGIN + column + GAP };
        let says = Paragraph::new(&side.says);
        let mut label = Set::new(
            fonts,
            Voice::Label,
            &says,
            LABEL,
            column as f32,
            1,
            Some(start),
        );
        label.paint(fonts, &mut canvas, x, top, INK);
        set.paint(fonts, &mut canvas, x, top + 46, INK);
    }
    canvas
}

/// The title, in the largest size in which it fits.
fn titled(fonts: &mut Fonts, title: &Paragraph, width: f32) -> Set {
    let mut set = None;
    for (index, size) in TITLE.into_iter().enumerate() {
        let last = index + 1 == TITLE.len();
        let trial = Set::new(fonts, Voice::Title, title, size, width, 3, None);
        let fits = trial.lines() <= 2;
        set = Some((trial, size));
        if fits || last {
            break;
        }
    }
    let (set, size) = set.unwrap_or_else(|| {
        (
            Set::new(fonts, Voice::Title, title, TITLE[0], width, 3, None),
            TITLE[0],
        )
    });
    balanced(fonts, title, size, width, set)
}

/// The same lines at the narrowest width that needs no more of them, so that no
/// single word is left over. A right-to-left title keeps the whole width, from
/// whose end it starts.
fn balanced(fonts: &mut Fonts, title: &Paragraph, size: f32, width: f32, set: Set) -> Set {
    let lines = set.lines();
    if lines != 2 || title.direction() == Some(Direction::RightToLeft) {
        return set;
    }
    let mut best = set;
    let mut narrow = width - 16.0;
    while narrow > width / 2.0 {
        let trial = Set::new(fonts, Voice::Title, title, size, narrow, 3, None);
        if trial.lines() > lines {
            break;
        }
        best = trial;
        narrow -= 16.0;
    }
    best
}

/// What both sides say, in one size for both.
fn both(fonts: &mut Fonts, sides: &[Says; 2], width: f32, height: f32) -> [Set; 2] {
    let said = sides.each_ref().map(|side| Paragraph::new(&side.line));
    let mut at = |size: f32, most: usize| {
        said.each_ref()
            .map(|said| Set::new(fonts, Voice::Text, said, size, width, most, None))
    };
    for size in SAID {
        let sets = at(size, 40);
        if sets.iter().all(|set| set.height() <= height) && !said.iter().any(|said| said.cut) {
            return sets;
        }
    }
    let smallest = SAID[SAID.len() - 1];
    let line = at(smallest, 1)[0].height().max(1.0);
    at(smallest, (height / line) as usize)
}

fn rule(canvas: &mut Canvas, x: i32, y: i32, width: i32, height: i32, ink: [u8; 3]) {
    let [red, green, blue] = ink;
    canvas.fill(
        x,
        y,
        width.max(0).cast_unsigned(),
        height.max(0).cast_unsigned(),
        [red, green, blue, 255],
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(line: &str) -> Says {
        Says {
            says: "Side says".to_owned(),
            line: line.to_owned(),
        }
    }

    #[test]
    fn both_sides_are_set_alike() {
        let mut fonts = Fonts::new();
        let sides = [says("No."), says(&"a long answer ".repeat(20))];
        let [one, other] = both(&mut fonts, &sides, 500.0, 200.0);
        assert!((one.height() - other.height() / other.lines() as f32).abs() < 0.1);
        let [swapped, _] = both(
            &mut fonts,
            &[sides[1].clone(), sides[0].clone()],
            500.0,
            200.0,
        );
        assert_eq!(swapped.lines(), other.lines());
    }

    #[test]
    fn what_is_too_long_stays_in_its_place() {
        let mut fonts = Fonts::new();
        for line in ["word ".repeat(400), "x".repeat(3000), "слово ".repeat(400)] {
            let [set, _] = both(&mut fonts, &[says(&line), says("No.")], 500.0, 180.0);
            assert!(set.height() <= 180.0, "{}", set.height());
            assert!(
                set.widths().iter().all(|width| *width <= 501.0),
                "{:?}",
                set.widths()
            );
        }
    }

    #[test]
    fn every_script_of_the_fonts_has_its_glyphs() {
        let mut fonts = Fonts::new();
        for words in [
            "Did Russia answer “in writing” — or not?…",
            "Россия: «мы ответили» — Україна, ґ, є, ї",
            "Ελληνικά",
            "هل ردت روسيا كتابةً؟ ١٢٣",
            "האם רוסיה ענתה בכתב?",
        ] {
            for voice in [Voice::Text, Voice::Title, Voice::Label] {
                let paragraph = Paragraph::new(words);
                let set = Set::new(&mut fonts, voice, &paragraph, 30.0, 900.0, 3, None);
                assert!(!set.lacks_glyphs(), "{words} in {voice:?}");
            }
        }
    }
}
