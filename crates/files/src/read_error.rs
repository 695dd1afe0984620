//! Why a file or folder can't be read, and what to do about it.

use std::io;

/// Why a file or folder can't be read.
pub(crate) struct ReadError {
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

impl ReadError {
    pub(crate) fn new(message: impl Into<String>, help: &'static str) -> Self {
        let message = message.into();
        Self { message, help }
    }

    pub(crate) fn from_io(error: &io::Error) -> Self {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check whether something else deleted it just now",
            io::ErrorKind::PermissionDenied => "let your user read it",
            _ => "check whether it can be opened in an editor",
        };
        Self::new(format!("can't be read: {error}"), help)
    }
}
