//! What only the address in view can say: the version its sender saw, an id
//! that does not exist. A page is first drawn without knowing any of it.

use says_who_model::{Fingerprint, Id};

/// What the address asks beyond the route.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    /// The scheme and host, where they are known.
    pub(crate) origin: Option<String>,
    /// The version of the item that the sender of the link saw.
    pub(crate) sent: Option<Fingerprint>,
    /// The id after the hash, where the dispute has no such item.
    pub(crate) unknown: Option<Id>,
    /// The side that should stand first.
    pub(crate) first: Option<Id>,
}
