//! The domain model of a dispute, and the only way to construct it: reading and
//! checking data files.
//!
//! Not in this crate: file access (callers pass names and bytes), presentation,
//! HTML, the browser. Only [`read`] constructs the types below: fields can be
//! read, and `#[non_exhaustive]` keeps other crates from constructing unchecked
//! values.
//!
//! A validated dispute has no dangling references: ids in the files are resolved to
//! indices here, once.

mod chain;
mod compared;
mod coverage;
mod date;
mod disambiguation;
mod dispute;
mod document;
mod event;
mod figures;
mod fingerprint;
mod head_text;
mod id;
mod item;
mod item_index;
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

pub use chain::{Chain, Outlet, Relay, RelayKind, SaidHop, Stated};
pub use compared::{Compared, Stretch};
pub use coverage::{Accounted, Coverage};
pub use date::{Date, TimeOfDay, When};
pub use disambiguation::{Disambiguation, title_excerpt, truncate};
pub use dispute::{Dispute, Library, Retired};
pub use document::{Called, Document};
pub use event::Event;
pub use figures::{Balance, Figures, LoadedWord, Waiver};
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
pub use supported::{MAX_POSITION_CHARACTERS, Position, Supported};
pub use wording::{Cut, Language, Quoting, Span, Verification, Wording, with_quotation_marks};

#[cfg(feature = "read")]
pub mod format;
#[cfg(feature = "read")]
pub mod read;
