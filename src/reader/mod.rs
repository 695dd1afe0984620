//! Takes over a page that was written when the site was built: search, sources,
//! sharing, contents, navigation.

mod address;
mod app;
mod app_element;
mod apply_filter;
mod clipboard;
mod comparison;
mod dispute_search;
mod dom;
mod hash_target;
mod highlight;
mod highlighting;
mod history;
mod item_tools;
mod ledger_elements;
mod link_click;
mod live_region;
mod load_type;
pub(crate) mod navigation;
mod notice;
mod offscreen;
mod open_sources;
mod page_data;
mod page_loader;
mod saved_places;
mod scroll_anchor;
mod scroll_correction;
mod scroll_spy;
mod scroll_to;
mod share_dialog;
mod shortcut_listeners;
mod shortcuts;
mod side_order;
mod text_observer;
mod unicode;
mod web_share;
