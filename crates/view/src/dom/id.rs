//! Ids of elements that are the site's own. They begin with an underscore, which
//! no id of the data can; [`APP`] is on no item's page an item's.

/// The one element that belongs to the app. `web/boot.js` knows it too.
pub const APP: &str = "app";

/// The notice that an item has changed.
pub const CHANGED: &str = "_changed";

/// The dialog with a text that the browser would not copy.
pub const COPY_BY_HAND: &str = "_by_hand";

/// On the start page: how many disputes were found.
pub const DISPUTES_FOUND: &str = "_disputes_count";

/// On the start page: the same for those who hear it.
pub const DISPUTES_HEARD: &str = "_disputes_heard";

/// On the start page: the search across the disputes.
pub const DISPUTES_SEARCH: &str = "_disputes_search";

/// The notice that something is not there.
pub const MISSING: &str = "_missing";

/// The search field over the ledger.
pub const SEARCH: &str = "_search";

/// The part of a page where its item is shared and cited.
pub const SHARE: &str = "_share";

/// The dialog in which an item is shared and cited.
pub const SHARE_DIALOG: &str = "_share_panel";

/// The dialog that lists the keyboard shortcuts.
pub const SHORTCUTS: &str = "_keys";

/// The box in it that turns them on.
pub const SHORTCUTS_ON: &str = "_keys_on";

/// The button that swaps the sides.
pub const SWAP: &str = "_swap";

/// The element in which a copy in one file holds the share tools of all items.
pub const TOOLS: &str = "_tools";
