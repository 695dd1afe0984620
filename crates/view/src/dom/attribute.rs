//! Attributes that the pages have for the app. A component can't name one by a
//! constant; a test holds that each of these is on some page, and that no page has
//! another.

/// Where the address that is asked for is shown.
pub const ASKED: &str = "data-asked";

/// On the app's element: the path under which the site stands.
pub const BASE: &str = "data-base";

/// On a button that closes its dialog.
pub const CLOSE: &str = "data-close";

/// On a button that copies: what, by the name of a [`Copied`](crate::copied::Copied).
pub const COPY: &str = "data-copy";

/// On the button that hands a link to the device: the title that goes with it.
pub const DEVICE: &str = "data-device";

/// On a page and on a part of one: the dispute's id.
pub const DISPUTE: &str = "data-dispute";

/// On the page for unknown addresses: the ids of all disputes.
pub const DISPUTES: &str = "data-disputes";

/// On what has two sides that are never swapped.
pub const FIXED: &str = "data-fixed";

/// On a list that is shown only where something in it is found.
pub const FOUND: &str = "data-found";

/// On an empty element: the scheme and host belong here.
pub const HOST: &str = "data-host";

/// On a button that copies: the item's id.
pub const ITEM: &str = "data-item";

/// On the opening of a notice, which the item that was asked for replaces.
pub const LEAD: &str = "data-lead";

/// On a dispute of the start page: the text in which it is searched.
pub const LETTERS: &str = "data-letters";

/// On the part of a notice that offers the nearest item.
pub const NEAR: &str = "data-near";

/// On the template of a notice: the notice's id.
pub const NOTICE: &str = "data-notice";

/// On an item's share tools: the item's id.
pub const OF: &str = "data-of";

/// On the app's element: the scheme and host of the site, where they are known.
pub const ORIGIN: &str = "data-origin";

/// On a statement: the outlets of its chain, one on a line.
pub const OUTLETS: &str = "data-outlets";

/// On a page's content: which kind of page it is.
pub const PAGE: &str = "data-page";

/// On a page's content: the path that stands for the page.
pub const PATH: &str = "data-path";

/// On the script that keeps pages offline: the release.
pub const RELEASE: &str = "data-release";

/// On the app's element: the page's route.
pub const ROUTE: &str = "data-route";

/// On an element whose text the app changes: what the app last wrote there.
pub const SAID: &str = "data-said";

/// On a page's content: the id of the side that stands second.
pub const SECOND: &str = "data-second";

/// On a link that opens the share dialog: the version to send.
pub const SHARE: &str = "data-share";

/// On a button that opens the list of keyboard shortcuts.
pub const SHORTCUTS: &str = "data-keys";

/// On what belongs to a side: [`FIRST`] or [`SECOND_SIDE`].
pub const SIDE: &str = "data-side";

/// The value of [`SIDE`] for the side that stands first in the data.
pub const FIRST: &str = "first";

/// The value of [`SIDE`] for the other.
pub const SECOND_SIDE: &str = "second";

/// On a statement: the id of the source that was read.
pub const SOURCE: &str = "data-source";

/// On a statement: the speaker's id.
pub const SPEAKER: &str = "data-speaker";

/// On a statement that is an outlet's summary.
pub const SUMMARY: &str = "data-summary";

/// On the note that is shown while the sides are swapped.
pub const SWAPPED: &str = "data-swapped";

/// On a button that copies: the text.
pub const TEXT: &str = "data-text";

/// On an item's share tools: what the item is called.
pub const TITLE: &str = "data-title";

/// On the line of a notice for a version that is not in the list.
pub const UNLISTED: &str = "data-unlisted";

/// On a statement whose speaker is not named.
pub const UNNAMED: &str = "data-unnamed";

/// On an opening of the notice of a change: until when the version was so.
pub const UNTIL: &str = "data-until";

/// On the template of the notice of a change: the earlier versions.
pub const VERSIONS: &str = "data-versions";

/// On the line of the start page that leads to the search in a dispute.
pub const WITHIN: &str = "data-within";
