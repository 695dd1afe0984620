//! The addresses in the data, each with the place where it is written.

use says_who_model::read::InputFile;
use says_who_model::{Date, Dispute, Library, Link};

/// An address in the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) url: String,
    /// The file in which it is written, by its path below the data folder.
    pub(super) file: String,
    /// The line, from 1.
    pub(super) line: usize,
    /// Whether it is itself that of an archived copy.
    pub(super) is_archived_copy: bool,
    /// The address of the archived copy that the data gives.
    pub(super) archived_copy: Option<String>,
    /// The day on which it was read.
    pub(super) read_on: Option<Date>,
}

/// The addresses of all sources, of their archived copies, and of documents; each once in
/// a dispute.
pub(super) fn collect(library: &Library, files: &[InputFile]) -> Vec<Address> {
    let mut addresses: Vec<Address> = Vec::new();
    for dispute in &library.disputes {
        let first = addresses.len();
        for address in of_dispute(dispute) {
            let is_known = addresses
                .iter()
                .skip(first)
                .any(|known| known.url == address.url);
            if !is_known {
                addresses.push(located(address, dispute.id.as_str(), files));
            }
        }
    }
    addresses
}

fn of_dispute(dispute: &Dispute) -> Vec<Address> {
    let address = |url: &str, read_on| Address {
        url: url.to_owned(),
        file: String::new(),
        line: 1,
        is_archived_copy: false,
        archived_copy: None,
        read_on,
    };
    let mut addresses = Vec::new();
    for source in &dispute.sources {
        if let Link::At(url) = &source.link {
            addresses.push(Address {
                archived_copy: source.archived.clone(),
                ..address(url, source.retrieved)
            });
        }
        if let Some(url) = &source.archived {
            addresses.push(Address {
                is_archived_copy: true,
                ..address(url, source.retrieved)
            });
        }
    }
    let documents = dispute.documents.iter();
    addresses.extend(documents.filter_map(|one| Some(address(one.link.as_ref()?, None))));
    addresses
}

/// The address with the first place where the files of its dispute have it.
fn located(address: Address, dispute: &str, files: &[InputFile]) -> Address {
    let folder = format!("{dispute}/");
    let quoted = format!("\"{}\"", address.url);
    let place = files
        .iter()
        .filter(|file| file.path.starts_with(&folder))
        .find_map(|file| {
            let text = String::from_utf8_lossy(&file.bytes);
            let at = text.find(&quoted)?;
            Some((file.path.clone(), text[..at].lines().count().max(1)))
        });
    // An address can be written with escapes.
    let (file, line) = place.unwrap_or_else(|| (format!("{folder}sources.toml"), 1));
    Address {
        file,
        line,
        ..address
    }
}
