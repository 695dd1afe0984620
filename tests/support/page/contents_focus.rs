//! The focus in the table of contents, which is a scroll container of its own.

use serde_json::json;

use crate::Browser;

/// Scrolls to the element with the id `start`, focuses every link of the list and back,
/// then scrolls by way of the last section to the element with the id `end`.
const TAB_THROUGH: &str = "const [start, end, done] = arguments;
             const frames = async (count) => {
               for (; count > 0; count -= 1) await new Promise(requestAnimationFrame);
             };
             const list = document.querySelector('.contents');
             const links = [...list.querySelectorAll('li a')];
             const isSeen = (link) => {
               const { top, bottom } = link.getBoundingClientRect();
               const middle = (top + bottom) / 2;
               return middle > 0 && middle < innerHeight;
             };
             (async () => {
               document.getElementById(start).scrollIntoView();
               await frames(3);
               const begin = scrollY;
               const lost = [];
               for (const link of [...links, ...links.toReversed()]) {
                 link.focus();
                 await frames(3);
                 // WebKit scrolls the page once, by at most the height of the headings.
                 if (!isSeen(link) || Math.abs(scrollY - begin) > 64) lost.push([link.textContent, scrollY - begin]);
               }
               links.at(-1).focus();
               await frames(3);
               document.querySelector('.section:last-of-type .section__head').scrollIntoView();
               document.getElementById(end).scrollIntoView();
               await frames(3);
               done([list.scrollHeight > list.clientHeight, lost, isSeen(links.at(-1))]);
             })();";

/// The focus in the table of contents.
pub struct ContentsFocus<'b>(pub &'b Browser);

/// What was seen while every link of the table of contents had the focus.
#[derive(Debug, PartialEq)]
pub struct TabbedContents {
    /// Whether the list is too long to be seen whole.
    pub scrolls: bool,
    /// The links that were out of view when focused or that scrolled the page, each with
    /// the distance.
    pub lost: Vec<(String, f64)>,
    /// Whether the last link stayed in view while it had the focus and the page was
    /// scrolled.
    pub held: bool,
}

impl ContentsFocus<'_> {
    /// Scrolls to the item `start`, focuses every link down and up, and then scrolls to
    /// the item `end` while the last link has the focus.
    pub async fn tab_through(&self, start: &str, end: &str) -> TabbedContents {
        let items = vec![json!(start), json!(end)];
        let seen = self.0.client.execute_async(TAB_THROUGH, items).await;
        let (scrolls, lost, held) = serde_json::from_value(seen.unwrap()).unwrap();
        TabbedContents {
            scrolls,
            lost,
            held,
        }
    }
}
