//! The version of this program.

/// The version and the commit that the program was built from, as in
/// `0.1.0 (0123456789ab)`; the version alone if the build did not know the commit.
pub const VERSION: &str = env!("SAYS_WHO_VERSION");
