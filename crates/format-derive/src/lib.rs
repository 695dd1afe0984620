//! `#[derive(Table)]`: makes the reader of a TOML table from the struct that
//! describes it. The struct stays the only place where the table's keys are written:
//! serde makes the writer from it, schemars the JSON Schema.
//!
//! For `struct Event { … }` it generates
//!
//! - `RawEvent`, with each value and its place in the file as far as they could be
//!   read, for the rules of the check;
//! - `impl Table for Event`, which reads a `RawEvent` and converts it into an `Event`.
//!
//! The key of a field is its name in kebab case, or that of `#[serde(rename = "…")]`.
//! Its type says whether it is required:
//!
//! | type | value in the file | field of the raw struct |
//! |---|---|---|
//! | `T` | required | `Option<T::Raw>` |
//! | `Option<T>` | optional | `Option<T::Raw>` |
//! | `Vec<T>` | list, with `#[schemars(length(min = 1))]` not empty | `Vec<T::Raw>` |
//! | `bool` | flag with a default, `true` if that of serde is `yes` | `bool` |
//! | `Day` with `#[table(time)]` | date, optionally with a time | the date, `…_time`, and `…_written` |
//!
//! `#[table(group(name: Type { field, other = key_field, … }))]` on the struct collects
//! fields of the raw struct in a struct of their own, which rules can share.

mod group;
mod table;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Derives `Table` and the raw struct. See the crate's documentation.
#[proc_macro_derive(Table, attributes(table))]
pub fn derive_table(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    table::expand(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
