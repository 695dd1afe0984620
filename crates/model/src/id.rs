//! Ids: given by the author, never derived from text or position.

use std::fmt;
use std::str::FromStr;

use crate::reserved;

/// An id as written in data files and URLs: lower-case ASCII letters and digits, in
/// words joined by single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    /// The text is empty.
    Empty,
    /// More than [`Id::MAX_LENGTH`] characters.
    TooLong,
    /// Something other than `a`–`z`, `0`–`9` and single inner hyphens.
    NotKebabCase,
    /// A name reserved by the site ([`reserved::SITE`]).
    Reserved,
    /// A device name, which no file on Windows can have ([`reserved::DEVICES`]).
    Device,
    /// A language code, which is reserved as the first segment of a path
    /// ([`reserved::LANGUAGES`]).
    Language,
}

impl Id {
    /// The maximum length in characters: short enough for a URL that can be read
    /// aloud.
    pub const MAX_LENGTH: usize = 80;

    /// Parses an id that appears in URLs: of a dispute, an item or a speaker. It
    /// can't be a language code either.
    ///
    /// # Errors
    ///
    /// If the text is not such an id.
    pub fn parse_for_url(text: &str) -> Result<Self, IdError> {
        let id: Self = text.parse()?;
        if reserved::has(reserved::LANGUAGES, text) {
            return Err(IdError::Language);
        }
        Ok(id)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        if text.len() > Self::MAX_LENGTH {
            return Err(IdError::TooLong);
        }
        let is_word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !text.split('-').all(is_word) {
            return Err(IdError::NotKebabCase);
        }
        if reserved::has(reserved::SITE, text) {
            return Err(IdError::Reserved);
        }
        if reserved::has(reserved::DEVICES, text) {
            return Err(IdError::Device);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an id is empty",
            Self::TooLong => "an id is longer than 80 characters",
            Self::NotKebabCase => {
                "an id is made of lower-case letters a to z and digits, in words joined by hyphens"
            }
            Self::Reserved => "this id is a name the site uses for itself",
            Self::Device => {
                "this id is a name that Windows keeps for a device, so no file there can have it"
            }
            Self::Language => {
                "this id is the name of a language, and kept for the site’s pages in it"
            }
        })
    }
}

impl std::error::Error for IdError {}
