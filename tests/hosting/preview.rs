//! The preview server, and the body of a response.

use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use says_who_server::{Server, Site};
use says_who_tests::http::Answer;

/// The host of a preview of a folder.
pub(crate) async fn preview(site: &Path, base: &str) -> String {
    let preview = Server::bind(Site::new(site), base, 0).await.unwrap();
    let host = preview.address().unwrap().to_string();
    tokio::spawn(preview.run());
    host
}

/// A response without its compression.
pub(crate) fn body(answer: &Answer) -> Vec<u8> {
    let mut plain = Vec::new();
    match answer.header("content-encoding") {
        "gzip" => GzDecoder::new(answer.body.as_slice())
            .read_to_end(&mut plain)
            .map(|_| plain)
            .unwrap(),
        "" => answer.body.clone(),
        other => panic!("{other} was not requested"),
    }
}
