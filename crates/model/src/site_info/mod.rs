//! Information about the site: its name, publisher and contact, its "about" text,
//! and the colour and logo that brand it.

mod accent;
mod colour;
mod contact;
mod logo;

pub use accent::Accent;
pub use colour::{Colour, ColourError};
pub use contact::{Contact, Forge, MailAddress, MailAddressError};
pub use logo::{Logo, LogoKind};

/// What `library.toml` says about the site. Everything but the name is optional.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SiteInfo {
    /// The name of the site.
    pub name: String,
    /// Who publishes it: a person or a body.
    pub publisher: Option<String>,
    /// How readers reach the publisher.
    pub contact: Option<Contact>,
    /// The "about" text, in paragraphs.
    pub about: Vec<String>,
    /// The licence of the texts.
    pub licence: Option<Licence>,
    /// The colour of links.
    pub accent: Option<Accent>,
    /// A logo beside the name.
    pub logo: Option<Logo>,
}

impl SiteInfo {
    /// The name of a site without a configured name.
    pub const DEFAULT_NAME: &str = "Says Who";
}

/// The licence of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Licence {
    /// Its name, or what it allows in a sentence.
    pub name: String,
    /// The address of its text, `http` or `https`.
    pub link: Option<String>,
}
