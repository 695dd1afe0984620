//! Takes over a page that was written when the site was built: search, sources,
//! sharing, contents, navigation.

mod address;
mod all_sources;
mod app_element;
mod apply_filter;
mod clipboard;
mod dispute_search;
mod dom;
mod hash_target;
mod highlight;
mod history;
mod island;
mod item_tools;
mod ledger_search;
mod link_click;
mod live_region;
mod load_type;
pub(crate) mod navigation;
mod notice;
mod offscreen;
mod open_sources;
mod page_loader;
mod scroll_spy;
mod scroll_to;
mod search_index;
mod share_dialog;
mod shortcuts;
mod shortcuts_dialog;
mod side_order;
mod unicode;
mod web_share;
