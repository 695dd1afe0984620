//! A dispute whose texts are all markup, script or strings like URLs, on every kind of
//! page and in everything a reader can do, in three browsers: no text runs, becomes an
//! element or causes a request to another host. Also what the site stores about a
//! reader.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod harm;
mod hostile_texts;
mod html;
mod interaction;
mod stored_state;

#[allow(dead_code, reason = "the rest is for other tests")]
#[path = "../support/parsing.rs"]
mod parsing;

const EXPLAINER: &str = "markup-like/";
