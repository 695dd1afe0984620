//! Hosting a built site: on nginx with the documented configuration, which has to
//! respond like the preview server, and on the preview server with many concurrent
//! readers. Also what consecutive builds keep, and what `build.json` lists.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod builds;
mod concurrent_readers;
mod nginx;
mod nginx_server;
mod preview;
mod preview_command;
