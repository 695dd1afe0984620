//! The `data-` attributes by which the app finds elements and reads values from a
//! page. A component can't name an attribute by a constant. A test
//! (`crates/site/tests/attributes.rs`) checks that each of these is on some page,
//! and that no page has another.

/// On the element of a notice that shows the requested id.
pub const REQUESTED_ID: &str = "data-asked";

/// On the app's element: the base path of the site.
pub const BASE: &str = "data-base";

/// On a button that closes its dialog.
pub const CLOSE: &str = "data-close";

/// On a copy button: what it copies, as the name of a
/// [`CopyKind`](crate::copyable::CopyKind).
pub const COPY: &str = "data-copy";

/// On the button that opens the share sheet of the device: the title to share.
pub const WEB_SHARE_TITLE: &str = "data-device";

/// On a page and on a section of the not-found page: the dispute's id.
pub const DISPUTE: &str = "data-dispute";

/// On the not-found page and the offline page: the ids of all disputes.
pub const DISPUTES: &str = "data-disputes";

/// On an element whose two sides are never swapped.
pub const FIXED_ORDER: &str = "data-fixed";

/// On a list that is shown only if one of its entries matches the search.
pub const FOUND_LIST: &str = "data-found";

/// On an empty element: the app inserts the site's scheme and host here.
pub const HOST: &str = "data-host";

/// On a copy button, and on a copy of an item in a comparison: the item's id.
pub const ITEM: &str = "data-item";

/// On the lead of the not-found page; the notice about the requested item replaces
/// it.
pub const NOT_FOUND_LEAD: &str = "data-lead";

/// On a dispute of the start page: the text that the search looks in.
pub const SEARCHABLE_TEXT: &str = "data-letters";

/// On the part of a notice that suggests the most similar item.
pub const SUGGESTION: &str = "data-near";

/// On the template of a notice: the notice's id.
pub const NOTICE: &str = "data-notice";

/// On an item's share tools: the item's id.
pub const SHARE_TOOLS_OF: &str = "data-of";

/// On the app's element: the scheme and host of the site, where they are known.
pub const ORIGIN: &str = "data-origin";

/// On a page's root element: the kind of page.
pub const PAGE: &str = "data-page";

/// On a page's root element: the path of the page.
pub const PATH: &str = "data-path";

/// On the script that registers the service worker: the release.
pub const RELEASE: &str = "data-release";

/// On the app's element: the page's route.
pub const ROUTE: &str = "data-route";

/// On a page's root element: the id of the side that is second in the data.
pub const SECOND_SIDE_ID: &str = "data-second";

/// On a link that opens the share dialog: the version of the item to share.
pub const SHARE_VERSION: &str = "data-share";

/// On a button that opens the dialog with the keyboard shortcuts.
pub const SHORTCUTS: &str = "data-keys";

/// On an element that belongs to a side: [`SIDE_FIRST`] or [`SIDE_SECOND`].
pub const SIDE: &str = "data-side";

/// The value of [`SIDE`] for the side that is first in the data.
pub const SIDE_FIRST: &str = "first";

/// The value of [`SIDE`] for the other side.
pub const SIDE_SECOND: &str = "second";

/// On the note that is shown while the sides are swapped.
pub const SWAPPED: &str = "data-swapped";

/// On a copy button: the text to copy.
pub const TEXT: &str = "data-text";

/// On an item's share tools: the item's title.
pub const TITLE: &str = "data-title";

/// On the line of the changed notice for a version without an entry in its list.
pub const UNLISTED: &str = "data-unlisted";

/// On a lead of the changed notice: the date until which the linked version was
/// current.
pub const UNTIL: &str = "data-until";

/// On the template of the changed notice: the earlier versions.
pub const VERSIONS: &str = "data-versions";

/// On the line of the start page that links to the search within a dispute.
pub const SEARCH_WITHIN: &str = "data-within";
