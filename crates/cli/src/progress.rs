//! A progress bar on stderr. Nothing is shown if stderr is not a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows how far a task of many steps is.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Begins a task, such as "writing pages"; if `quiet`, nothing is shown.
    pub(crate) fn new(task: &'static str, quiet: bool) -> Self {
        let bar = ProgressBar::no_length().with_message(task);
        if quiet {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        // A wrong template would only lose the style.
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos} of {len}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Shows that `done` of `all` steps are done.
    pub(crate) fn set(&self, done: usize, all: usize) {
        self.0.set_length(all as u64);
        self.0.set_position(done as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
