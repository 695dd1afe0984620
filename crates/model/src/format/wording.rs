//! The keys that every table with somebody's words has.

/// Declares a table with somebody's words: the field with the words, the fields up to
/// it, and in a second block those after what is said of the words.
macro_rules! with_wording {
    (
        $words:ident;
        $(#[$attribute:meta])*
        pub struct $name:ident { $($before:tt)* }
        { $($after:tt)* }
    ) => {
        $(#[$attribute])*
        #[table(group(wording: RawWording {
            said = $words,
            language,
            spoken_in,
            translated_by,
            not_verified,
        }))]
        pub struct $name {
            $($before)*
            /// The language in which the words stand here, where it is not the dispute's.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub language: Option<Language>,
            /// The language in which they were spoken.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub spoken_in: Option<Language>,
            /// Whose translation stands here.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub translated_by: Option<String>,
            /// Why the quotation could not be searched in its source's text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub not_verified: Option<String>,
            $($after)*
        }
    };
}

pub(super) use with_wording;
