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
mod edtf;
mod event;
mod figures;
mod fingerprint;
mod head_text;
mod id;
mod item;
mod item_index;
mod library;
mod open_question;
mod party;
mod point;
pub mod reserved;
mod retired;
mod revision;
mod side;
mod site_info;
mod source;
mod speaker;
mod statement;
mod supported;
mod when;
mod wording;

pub use chain::{Chain, Circumstances, Outlet, Relay, RelayKind, SaidHop, Stated, Step};
pub use compared::{Compared, Stretch};
pub use coverage::{Coverage, SentenceUse};
pub use date::{Date, TimeOfDay};
pub use disambiguation::{Disambiguation, title_excerpt, truncate};
pub use dispute::Dispute;
pub use document::{Called, Document, DocumentStatus};
pub use edtf::{Certainty, DatePart, EdtfDate, EdtfError, Precision, Season};
pub use event::{Account, Actor, Event, EventDoubt};
pub use figures::{Balance, Figures, LoadedWord, VoiceBalance, Waiver};
pub use fingerprint::{Earlier, Fingerprint, FingerprintError};
pub use head_text::HeadText;
pub use id::{Id, IdError};
pub use item::{AbsencePlace, Item, ItemRef, StatementPlace};
pub use library::Library;
pub use open_question::OpenQuestion;
pub use party::{Party, PartyIx};
pub use point::{Absence, AbsenceKind, AbsenceWords, Cell, Point, Status};
pub use retired::Retired;
pub use revision::{Revision, RevisionKind};
pub use side::{PerSide, Side, SideKey};
pub use site_info::{
    Accent, Colour, ColourError, Contact, Forge, Licence, Logo, LogoKind, MailAddress,
    MailAddressError, SiteInfo,
};
pub use source::{Headline, Link, ReadAs, Source, SourceIx, SourceKind};
pub use speaker::{OwnName, Speaker, SpeakerIx, SpeakerOrSide, SpeaksFor};
pub use statement::{Rendering, Statement};
pub use supported::{MAX_POSITION_CHARACTERS, Position, Supported};
pub use when::{DateOrUnknown, PartOfDay, When};
pub use wording::{Cut, Language, Quoting, Span, Verification, Wording, with_quotation_marks};

#[cfg(feature = "read")]
pub mod format;
#[cfg(feature = "read")]
pub mod read;
