//! Prints to stdout and stderr. A closed pipe, as in `| head -1`, is no error and no
//! reason to stop; `println!` would panic.

/// Prints a line to stdout.
macro_rules! out {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout().lock(), $($text)*);
    }};
}

/// Prints a line to stderr.
macro_rules! err {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr().lock(), $($text)*);
    }};
}
