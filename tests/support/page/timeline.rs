//! The timeline, whose entries are links to statements and later events.

use crate::Browser;

/// The timeline.
pub struct Timeline<'b>(pub &'b Browser);

/// An entry of the timeline that is a link.
#[derive(Debug)]
pub struct TimelineLink {
    /// The id of the item that it links to.
    pub id: String,
    /// Whether the item is on the page.
    pub has_item: bool,
    /// The width of the area to click, in CSS pixels.
    pub width: f64,
    /// The height of the area to click, in CSS pixels.
    pub height: f64,
    /// Whether it takes the focus.
    pub takes_focus: bool,
    /// Its words.
    pub name: String,
    /// Its distance from the start of the timeline, in CSS pixels.
    pub left: f64,
    /// The side that its entry names.
    pub side: String,
    /// Whether the side can be seen there, not only in the head of the lane.
    pub shows_side: bool,
}

impl Timeline<'_> {
    /// The entries that are links. Each gets the focus in turn.
    pub async fn links(&self) -> Vec<TimelineLink> {
        let links = self
            .0
            .eval(
                "const start = document.querySelector('.timeline').getBoundingClientRect().left;
             return [...document.querySelectorAll('.timeline__entry > a')].map((link) => {
               const id = link.getAttribute('href').slice(1);
               const box = link.getBoundingClientRect();
               const side = link.parentElement.querySelector('.timeline__side');
               link.focus();
               return [[id, link.textContent, side.textContent],
                 [box.width, box.height, box.left - start],
                 [document.getElementById(id) !== null, document.activeElement === link,
                   side.getBoundingClientRect().width > 1]];
             })",
            )
            .await;
        let links: Vec<([String; 3], [f64; 3], [bool; 3])> = serde_json::from_value(links).unwrap();
        links
            .into_iter()
            .map(
                |([id, name, side], [width, height, left], [has_item, takes_focus, shows_side])| {
                    TimelineLink {
                        id,
                        has_item,
                        width,
                        height,
                        takes_focus,
                        name,
                        left,
                        side,
                        shows_side,
                    }
                },
            )
            .collect()
    }

    /// Focuses the first entry that is a link.
    pub async fn focus_first_link(&self) {
        self.0
            .eval("document.querySelector('.timeline__entry > a').focus()")
            .await;
    }
}
