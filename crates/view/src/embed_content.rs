//! The content of an embed page, and its estimated height: the embed code sets the
//! height of the iframe, so that no script is needed.

use says_who_model::{
    Absence, Cell, Item, PerSide, Point, SideKey, Span, Statement, with_quotation_marks,
};

use crate::components::{SEARCHED_IN_SIGHT, StatementSelection, sourcing_line};
use crate::context::RenderContext;
use crate::shareable::Shareable;

/// The width for which the height of the iframe is estimated, in CSS pixels: that of
/// a column of text on most sites. In a narrower iframe the page says that there is
/// more (`styles/components/_framed.scss`).
pub const WIDTH: u32 = 640;

/// The limits of the height, in CSS pixels. WordPress does not allow more than the
/// maximum, and a higher iframe would fill a window.
const MIN_HEIGHT: usize = 320;
const MAX_HEIGHT: usize = 1000;

/// The content of an embed page.
pub struct EmbedContent<'a> {
    /// The item; `None` for the whole explainer.
    pub item: Option<Item<'a>>,
    /// The title, if it is not the point's question.
    pub title: Option<String>,
    /// The point, if there is one.
    pub point: Option<&'a Point>,
    /// The statements that represent each side.
    pub selection: StatementSelection<'a>,
}

impl<'a> EmbedContent<'a> {
    /// The content of the embed page of `shareable`.
    pub fn new(context: RenderContext<'a>, shareable: &Shareable<'a>) -> Self {
        let Shareable::Item(item) = *shareable else {
            return Self {
                item: None,
                title: Some(context.title(shareable)),
                point: match context.dispute.positions() {
                    Some(_) => None,
                    None => context.dispute.points.first(),
                },
                selection: StatementSelection::First,
            };
        };
        let (title, selection) = match item {
            Item::Point(_) | Item::Absence(_) => (None, StatementSelection::First),
            Item::Statement(place) => (None, StatementSelection::Statement(&place.statement.id)),
            Item::Source(source) => (
                Some(context.title(shareable)),
                StatementSelection::RestingOn(&source.id),
            ),
            Item::Speaker(speaker) => (
                Some(context.title(shareable)),
                StatementSelection::By(&speaker.id),
            ),
            Item::Document(_) | Item::Event(_) | Item::OpenQuestion(_) => {
                (Some(context.title(shareable)), StatementSelection::First)
            }
        };
        Self {
            item: Some(item),
            title,
            point: context.dispute.first_point_of(&item),
            selection,
        }
    }

    /// The height at which all of it is visible at [`WIDTH`], in CSS pixels, estimated
    /// from its text.
    pub fn height(&self, context: RenderContext<'_>) -> u32 {
        let as_of = context.words.as_of_phrase(context.dispute);
        let mut height = CHROME_HEIGHT + LABEL.height_of(&[&as_of, &context.dispute.setting]);
        if let Some(title) = &self.title {
            height += TITLE.height_of(&[title]) + 24;
        }
        if let Some(point) = self.point {
            let cells = SideKey::BOTH.map(|side| self.cell_height(context, point, side));
            let others = point.others.iter();
            let others = others.filter(|one| self.selection.includes(context, one));
            // One column across both sides.
            let others: usize = others
                .map(|one| 60 + statement_height(context, one, 2))
                .sum();
            height += TITLE.height_of(&[&point.question]) + 80;
            height += cells.into_iter().max().unwrap_or_default() + others;
        }
        if self.item.is_none() && self.point.is_none() {
            height += positions_height(context);
        }
        let height = height.clamp(MIN_HEIGHT, MAX_HEIGHT);
        u32::try_from(height.next_multiple_of(10)).unwrap_or_default()
    }

    fn cell_height(&self, context: RenderContext<'_>, point: &Point, side: SideKey) -> usize {
        match point.cells.get(side) {
            Cell::Absence(absence) => absence_height(context, absence),
            Cell::Statements(statements) => {
                let chosen = self.selection.select(context, statements);
                let more = if chosen.len() < statements.len() {
                    30
                } else {
                    0
                };
                // A line and space separate two statements.
                let between = 50 * chosen.len().saturating_sub(1);
                let chosen = chosen.iter().map(|one| statement_height(context, one, 1));
                chosen.sum::<usize>() + between + more
            }
        }
    }
}

/// The height of both positions and of what happened next.
fn positions_height(context: RenderContext<'_>) -> usize {
    let both = context.dispute.positions();
    let heights = both.iter().flat_map(PerSide::iter).map(|(_, position)| {
        let said = with_quotation_marks(&position.spans).chars().count();
        // The attribution: speaker, date and outlet.
        let by = position.rests_on.len() * 60;
        QUOTE.height_of_chars(said, 1) + NOTE.height_of_chars(by, 1) + 60
    });
    let next = context.dispute.next.as_ref();
    let next = next.map_or(0, |next| LABEL.height_of(&[&next.text]) + 50);
    heights.max().unwrap_or_default() + next
}

/// The height of what every embed page has: the margins, the name of the site, the
/// kicker, the URL in two lines, the footer.
const CHROME_HEIGHT: usize = 180;

/// The metrics of a kind of text: the characters per line of one column, and the
/// height of a line in CSS pixels. Quotes and notes are in two columns.
struct TextMetrics {
    chars_per_line: usize,
    line_height: usize,
}

const TITLE: TextMetrics = TextMetrics {
    chars_per_line: 46,
    line_height: 26,
};
const LABEL: TextMetrics = TextMetrics {
    chars_per_line: 74,
    line_height: 21,
};
const QUOTE: TextMetrics = TextMetrics {
    chars_per_line: 28,
    line_height: 25,
};
const NOTE: TextMetrics = TextMetrics {
    chars_per_line: 34,
    line_height: 21,
};

impl TextMetrics {
    /// The height of consecutive texts.
    fn height_of(&self, texts: &[&str]) -> usize {
        let chars = texts.iter().map(|text| text.chars().count());
        self.height_of_chars(chars.sum::<usize>(), 1)
    }

    /// The height of so many characters, in lines across `columns`.
    fn height_of_chars(&self, chars: usize, columns: usize) -> usize {
        chars.div_ceil(self.chars_per_line * columns) * self.line_height
    }
}

/// The height of a statement across `columns`.
fn statement_height(context: RenderContext<'_>, statement: &Statement, columns: usize) -> usize {
    let words = context.words;
    let spans = statement.wording.spans.iter();
    let said = spans.map(|(Span::Verbatim(text) | Span::Paraphrase(text))| text.chars().count());
    let speaker = context.dispute.speaker(statement.speaker);
    let whom = statement.chain.to();
    let whom = whom.map_or_else(String::new, |whom| (words.addressee)(whom));
    let role = speaker.role.as_deref().unwrap_or_default();
    let sourcing = sourcing_line(context, statement);
    let day = (words.when)(&statement.when);
    let note = statement.note.as_deref().unwrap_or_default();
    let noted = [
        [words.said_by(context.dispute, statement).as_str(), role].concat(),
        [day, whom, sourcing].concat(),
        note.to_owned(),
    ];
    let noted = noted
        .iter()
        .map(|text| NOTE.height_of_chars(text.chars().count(), columns));
    QUOTE.height_of_chars(said.sum(), columns) + noted.sum::<usize>() + 45
}

/// The height of a cell without statements.
fn absence_height(context: RenderContext<'_>, absence: &Absence) -> usize {
    let searched = absence.searched.iter();
    let searched = searched.map(|source| context.source_title(context.dispute.source(*source)));
    // A folded list is one line, which is counted below.
    let in_sight = if absence.searched.len() > SEARCHED_IN_SIGHT {
        0
    } else {
        SEARCHED_IN_SIGHT
    };
    let searched = searched.take(in_sight);
    let see = absence.see.iter().map(|id| id.as_str().len() * 2);
    let chars = see.sum::<usize>() + searched.map(|title| title.len() + 2).sum::<usize>();
    // It has a border and padding of its own.
    NOTE.height_of(&[&absence.note]) + NOTE.height_of_chars(chars + 12, 1) + 80
}
