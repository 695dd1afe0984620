//! What commands say to a person or to another program. Everything that is
//! printed goes through here.
//!
//! Whoever reads may have seen enough and close the pipe, as in `| head -1`. That
//! is no error and no reason to stop: what a command writes into files, it still
//! writes. Rust's own macros panic there, so clippy refuses them in this crate.

use std::fmt;
use std::io::{self, Write};
use std::sync::OnceLock;

/// Why something could not be printed, other than that nobody reads it.
static LOST: OnceLock<String> = OnceLock::new();

/// Prints a line, as `println!` does.
macro_rules! out {
    ($($text:tt)*) => { $crate::terminal::line(format_args!($($text)*)) };
}

/// Prints a line beside the output, as `eprintln!` does.
macro_rules! err {
    ($($text:tt)*) => { $crate::terminal::line_beside(format_args!($($text)*)) };
}

/// Prints a line.
#[cfg(not(test))]
pub(crate) fn line(text: fmt::Arguments<'_>) {
    keep(writeln!(io::stdout().lock(), "{text}"));
}

/// Prints a line, where the tests' harness can hold it back.
#[cfg(test)]
#[allow(clippy::print_stdout, reason = "only this macro is held back")]
pub(crate) fn line(text: fmt::Arguments<'_>) {
    println!("{text}");
}

/// Prints a text as it is.
pub(crate) fn text(text: &str) {
    let mut out = io::stdout().lock();
    keep(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Prints a line beside the output. Where that can't be had, nobody can be told.
pub(crate) fn line_beside(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// What could not be printed although somebody waits for it, as where a disk is
/// full.
pub(crate) fn lost() -> Option<&'static str> {
    LOST.get().map(String::as_str)
}

fn keep(printed: io::Result<()>) {
    if let Err(error) = printed
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        // The first says enough.
        let _ = LOST.set(error.to_string());
    }
}
