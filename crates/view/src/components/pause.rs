//! Where a browser may turn from reading a long page to showing it.

use yew::prelude::*;

/// In so many parts a ledger is read, each of no fewer points than [`AT_LEAST`].
/// At each pause a picture is drawn, which a phone at a hundred points feels, and
/// pictures of more points take longer.
const PARTS: usize = 5;

const AT_LEAST: usize = 10;

/// A place to pause. Chromium reads on for up to half a second, in which it
/// answers to nobody; but after a script, were it one of data that is not run, for
/// a hundredth. (`HTMLDocumentParser::PumpTokenizer` is where it decides.)
pub(crate) fn pause() -> Html {
    html! { <script type="text/plain"></script> }
}

/// Whether to pause after one of `count` points. After the last, the section ends,
/// and has a pause of its own.
pub(super) fn is_due(index: usize, count: usize) -> bool {
    let done = index + 1;
    done < count && done.is_multiple_of(AT_LEAST.max(count / PARTS))
}
