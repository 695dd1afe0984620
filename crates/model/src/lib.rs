//! The words of a dispute as types, and the one way to make them: reading and
//! checking data files.
//!
//! What does not live here: files and folders (callers hand over names and
//! bytes), screens, HTML, the browser. Every type below is made by [`read`] and
//! by nothing else: fields can be read, and `#[non_exhaustive]` keeps other
//! crates from building a value that was never checked.
//!
//! A validated dispute has no reference that can miss: what the files name by
//! id is an index here, resolved once.

mod apart;
mod chain;
mod compared;
mod coverage;
mod date;
mod dispute;
mod document;
mod event;
mod figures;
mod fingerprint;
mod head_text;
mod id;
mod index;
mod item;
mod open_question;
mod point;
pub mod reserved;
mod revision;
mod side;
mod site_info;
mod source;
mod speaker;
mod statement;
mod supported;
mod wording;

pub use apart::{Apart, beginning, in_a_title};
pub use chain::{Chain, Outlet, Relay, RelayKind, SaidHop, Stated};
pub use compared::{Compared, Stretch};
pub use coverage::{Accounted, Coverage};
pub use date::{Date, TimeOfDay, When};
pub use dispute::{Dispute, Library, Retired};
pub use document::{Called, Document};
pub use event::Event;
pub use figures::{Balance, Figures, Loaded, Waiver};
pub use fingerprint::{Earlier, Fingerprint, FingerprintError};
pub use head_text::HeadText;
pub use id::{Id, IdError};
pub use item::{Item, ItemRef, StatementPlace};
pub use open_question::OpenQuestion;
pub use point::{Absence, AbsenceKind, Cell, Point, Status};
pub use revision::{Revision, RevisionKind};
pub use side::{PerSide, Side, SideKey};
pub use site_info::{
    Accent, Colour, ColourError, Contact, Forge, Licence, Logo, LogoKind, MailAddress,
    MailAddressError, SiteInfo,
};
pub use source::{Link, ReadAs, Source, SourceIx};
pub use speaker::{Speaker, SpeakerIx, SpeaksFor};
pub use statement::{Rendering, Statement};
pub use supported::{POSITION_CHARACTERS, Position, Supported};
pub use wording::{Cut, Language, Quoting, Span, Verification, Wording, in_marks};

#[cfg(feature = "read")]
pub mod read;
