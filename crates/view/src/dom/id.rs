//! Ids of the site's own elements. They begin with an underscore, which no id in the
//! data can, except for [`APP`], which is the id of no item on any item's page.

/// The app's element. `web/boot.js` uses this id too.
pub const APP: &str = "app";

/// The notice that an item has changed.
pub const CHANGED_NOTICE: &str = "_changed";

/// The data block of a page.
pub const DATA: &str = "_data";

/// The block with the words of the app.
pub const APP_WORDS: &str = "_words";

/// The dialog with a text that the browser did not copy to the clipboard.
pub const COPY_BY_HAND: &str = "_by_hand";

/// On the start page: how many disputes were found.
pub const DISPUTES_FOUND: &str = "_disputes_count";

/// On the start page: the same for screen readers.
pub const DISPUTES_ANNOUNCED: &str = "_disputes_heard";

/// On the start page: the search across the disputes.
pub const DISPUTES_SEARCH: &str = "_disputes_search";

/// The notice that an item does not exist.
pub const NOT_FOUND_NOTICE: &str = "_missing";

/// The search field over the ledger.
pub const SEARCH: &str = "_search";

/// The section of a page with an item's share tools.
pub const SHARE: &str = "_share";

/// The share dialog.
pub const SHARE_DIALOG: &str = "_share_panel";

/// The dialog that lists the keyboard shortcuts.
pub const SHORTCUTS: &str = "_keys";

/// The button that swaps the sides.
pub const SWAP: &str = "_swap";

/// The template of a single-file copy that holds the share tools of all items.
pub const SHARE_TOOLS_TEMPLATE: &str = "_tools";

/// The data block of a single-file copy that holds the wasm, for `web/boot-single.js`.
pub const APP_WASM: &str = "_app";
