//! Places where the HTML parser yields, so that the browser can show what it has.

use yew::prelude::*;

/// The maximum number of parts in which a ledger is parsed, each of at least
/// [`MIN_POINTS_PER_PART`] points. The browser paints each time the parser yields,
/// which is noticeable on a phone at a hundred points, and painting takes longer
/// with more points.
const MAX_PARTS: usize = 5;

const MIN_POINTS_PER_PART: usize = 10;

/// A place where the parser yields. Chromium parses for up to half a second, in
/// which the page does not respond; but after a script, even one of data that is not
/// run, for only a hundredth of a second. (`HTMLDocumentParser::PumpTokenizer`
/// decides.)
pub(crate) fn parser_yield() -> Html {
    html! { <script type="text/plain"></script> }
}

/// Whether the parser should yield after the point at `index`, one of `count`. After
/// the last point the section ends, and yields itself.
pub(super) fn is_due(index: usize, count: usize) -> bool {
    let done = index + 1;
    done < count && done.is_multiple_of(MIN_POINTS_PER_PART.max(count / MAX_PARTS))
}
