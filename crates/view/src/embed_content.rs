//! What stands on a page for a frame, and how high that is: a frame is as high as
//! its code says, and no script is needed to make it so.

use says_who_model::{
    Absence, Cell, Item, PerSide, Point, SideKey, Span, Stated, Statement, in_marks,
};

use crate::components::{Pick, SEARCHED_IN_SIGHT, sourcing_line};
use crate::subject::Subject;
use crate::view::View;

/// The width for which a frame's height is computed, in CSS pixels: that of a
/// column of text on most sites. On narrower frames the page says that there is
/// more (`styles/components/_framed.scss`).
pub const WIDTH: u32 = 640;

/// The least and the greatest height, in CSS pixels. WordPress allows no greater
/// one, and a frame above it would fill a window.
const HEIGHTS: [usize; 2] = [320, 1000];

/// What stands on it.
pub struct EmbedContent<'a> {
    /// The item; none for the whole.
    pub item: Option<Item<'a>>,
    /// Its title, where the point's question is not that.
    pub title: Option<String>,
    /// The point, where it has one.
    pub point: Option<&'a Point>,
    /// The statements for a side.
    pub pick: Pick<'a>,
}

impl<'a> EmbedContent<'a> {
    /// What stands on the page of `subject`.
    pub fn of(view: View<'a>, subject: &Subject<'a>) -> Self {
        let Subject::Item(item) = *subject else {
            return Self {
                item: None,
                title: Some(view.title(subject)),
                point: match view.dispute.positions() {
                    Some(_) => None,
                    None => view.dispute.points.first(),
                },
                pick: Pick::First,
            };
        };
        let (title, pick) = match item {
            Item::Point(_) => (None, Pick::First),
            Item::Statement(place) => (None, Pick::Statement(&place.statement.id)),
            Item::Source(source) => (Some(view.title(subject)), Pick::RestingOn(&source.id)),
            Item::Document(_) | Item::Event(_) | Item::OpenQuestion(_) => {
                (Some(view.title(subject)), Pick::First)
            }
        };
        Self {
            item: Some(item),
            title,
            point: view.dispute.points_of(&item).into_iter().next(),
            pick,
        }
    }

    /// The height at which all of it is in sight at [`WIDTH`], in CSS pixels,
    /// guessed from its words.
    pub fn height(&self, view: View<'_>) -> u32 {
        let as_of = view.words.as_of_words(view.dispute);
        let mut height = AROUND + LABEL.of(&[&as_of, &view.dispute.setting]);
        if let Some(title) = &self.title {
            height += TITLE.of(&[title]) + 24;
        }
        if let Some(point) = self.point {
            let cells = SideKey::BOTH.map(|side| self.cell(view, point, side));
            let others = point.others.iter();
            let others = others.filter(|one| self.pick.names(view, one));
            // In one column over both.
            let others: usize = others.map(|one| 60 + statement(view, one, 2)).sum();
            height += TITLE.of(&[&point.question]) + 80;
            height += cells.into_iter().max().unwrap_or_default() + others;
        }
        if self.item.is_none() && self.point.is_none() {
            height += positions(view);
        }
        let height = height.clamp(HEIGHTS[0], HEIGHTS[1]);
        u32::try_from(height.next_multiple_of(10)).unwrap_or_default()
    }

    fn cell(&self, view: View<'_>, point: &Point, side: SideKey) -> usize {
        match point.cells.get(side) {
            Cell::Absence(absence) => nothing(view, absence),
            Cell::Statements(statements) => {
                let chosen = self.pick.of(view, statements);
                let more = if chosen.len() < statements.len() {
                    30
                } else {
                    0
                };
                // Between two is a line and room.
                let between = 50 * chosen.len().saturating_sub(1);
                let chosen = chosen.iter().map(|one| statement(view, one, 1));
                chosen.sum::<usize>() + between + more
            }
        }
    }
}

/// The height of both positions and what happened next.
fn positions(view: View<'_>) -> usize {
    let both = view.dispute.positions();
    let heights = both.iter().flat_map(PerSide::iter).map(|(_, position)| {
        let said = in_marks(&position.spans).chars().count();
        // Who said it, when, by which outlet.
        let by = position.rests_on.len() * 60;
        SAID.of_characters(said, 1) + NOTED.of_characters(by, 1) + 60
    });
    let next = view.dispute.next.as_ref();
    let next = next.map_or(0, |next| LABEL.of(&[&next.text]) + 50);
    heights.max().unwrap_or_default() + next
}

/// What is above, below and between, which is there on every page: the margins,
/// the name of the site, the kicker, the address in two lines, the foot.
const AROUND: usize = 180;

/// A kind of text: characters on a line of one column, and a line's height in CSS
/// pixels. What is said and what is noted stand in two columns.
struct Lines {
    on_a_line: usize,
    height: usize,
}

const TITLE: Lines = Lines {
    on_a_line: 46,
    height: 26,
};
const LABEL: Lines = Lines {
    on_a_line: 74,
    height: 21,
};
const SAID: Lines = Lines {
    on_a_line: 28,
    height: 25,
};
const NOTED: Lines = Lines {
    on_a_line: 34,
    height: 21,
};

impl Lines {
    /// The height of texts that follow on one another.
    fn of(&self, texts: &[&str]) -> usize {
        let characters = texts.iter().map(|text| text.chars().count());
        self.of_characters(characters.sum::<usize>(), 1)
    }

    /// The height of so many characters, with room for `columns` on a line.
    fn of_characters(&self, characters: usize, columns: usize) -> usize {
        characters.div_ceil(self.on_a_line * columns) * self.height
    }
}

/// The height of a statement that takes `columns`.
fn statement(view: View<'_>, statement: &Statement, columns: usize) -> usize {
    let words = view.words;
    let spans = statement.wording.spans.iter();
    let said = spans.map(|(Span::Verbatim(text) | Span::Paraphrase(text))| text.chars().count());
    let speaker = view.dispute.speaker(statement.speaker);
    let whom = match &statement.chain.said.to {
        Stated::As(whom) => (words.to)(whom),
        Stated::NotStated => String::new(),
    };
    let role = speaker.role.as_deref().unwrap_or_default();
    let sourcing = sourcing_line(view, statement);
    let day = (words.date)(statement.when.date);
    let note = statement.note.as_deref().unwrap_or_default();
    let noted = [
        [words.said_by(view.dispute, statement).as_str(), role].concat(),
        [day, whom, sourcing].concat(),
        note.to_owned(),
    ];
    let noted = noted
        .iter()
        .map(|text| NOTED.of_characters(text.chars().count(), columns));
    SAID.of_characters(said.sum(), columns) + noted.sum::<usize>() + 45
}

/// The height of what says that a side said nothing.
fn nothing(view: View<'_>, absence: &Absence) -> usize {
    let searched = absence.searched.iter();
    let searched = searched.map(|source| view.source_title(view.dispute.source(*source)));
    // A folded list is one line.
    let in_sight = if absence.searched.len() > SEARCHED_IN_SIGHT {
        0
    } else {
        SEARCHED_IN_SIGHT
    };
    let searched = searched.take(in_sight);
    let see = absence.see.iter().map(|id| id.as_str().len() * 2);
    let characters = see.sum::<usize>() + searched.map(|title| title.len() + 2).sum::<usize>();
    // In a frame of its own.
    NOTED.of(&[&absence.note]) + NOTED.of_characters(characters + 12, 1) + 80
}
