//! The filter by how the words are reported.

/// A filter by how the words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingFilter {
    /// At least in part word for word.
    Quoted,
    /// In an outlet's own words.
    Paraphrased,
    /// Not said by anybody: an outlet sums up a position.
    Summarised,
}

impl WordingFilter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Quoted, Self::Paraphrased, Self::Summarised];

    /// Its name in a URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quoted => "quoted",
            Self::Paraphrased => "paraphrased",
            Self::Summarised => "summarised",
        }
    }
}
