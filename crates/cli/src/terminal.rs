//! Prints to stdout and stderr. All output of the commands goes through here.
//!
//! The reader may close the pipe early, as in `| head -1`. That is no error and no
//! reason to stop: the command still writes its files. `println!` and `eprintln!`
//! panic in this case, so clippy forbids them in this crate.

use std::fmt;
use std::io::{self, Write};
use std::sync::OnceLock;

/// The first error while printing, other than a closed pipe.
static WRITE_ERROR: OnceLock<String> = OnceLock::new();

/// Prints a line to stdout, like `println!`.
#[macro_export]
macro_rules! out {
    ($($text:tt)*) => { $crate::terminal::line(format_args!($($text)*)) };
}

/// Prints a line to stderr, like `eprintln!`.
#[macro_export]
macro_rules! err {
    ($($text:tt)*) => { $crate::terminal::error_line(format_args!($($text)*)) };
}

/// Prints a line to stdout.
#[cfg(not(test))]
pub fn line(text: fmt::Arguments<'_>) {
    remember_error(writeln!(io::stdout().lock(), "{text}"));
}

/// Prints a line with `println!`, whose output the test harness captures.
#[cfg(test)]
#[allow(clippy::print_stdout, reason = "only this macro is held back")]
pub fn line(text: fmt::Arguments<'_>) {
    println!("{text}");
}

/// Prints a text to stdout without adding a newline.
pub fn text(text: &str) {
    let mut out = io::stdout().lock();
    remember_error(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Prints a line to stderr. Ignores errors: there is no other place to report them.
pub fn error_line(text: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// The first error while printing, for example because the disk is full.
pub fn write_error() -> Option<&'static str> {
    WRITE_ERROR.get().map(String::as_str)
}

fn remember_error(printed: io::Result<()>) {
    if let Err(error) = printed
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        // Ignore later errors: the first one is reported.
        let _ = WRITE_ERROR.set(error.to_string());
    }
}
