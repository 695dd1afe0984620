//! Valid disputes that stress the pages. They are generated, because two hundred
//! points are easier to read as code than as files. The library, its readers and
//! their quarrel are fictional.

mod files;
mod hard_dispute;
mod points;

use std::path::Path;
use std::{fs, io};

use hard_dispute::HardDispute;

/// The ids of the disputes, in library order. The first one is featured.
pub const DISPUTES: [&str; 7] = [
    "one-point",
    "many-points",
    "long-statement",
    "long-word",
    "only-absences",
    "right-to-left",
    "markup-like",
];

/// The content of every text of `markup-like`. It has no straight double quotes: the
/// check rejects them in statements.
pub const MARKUP: &str = "<script>window.pwned=1</script> <b>bold</b> <img src=x onerror='window.pwned=1'> <svg onload='window.pwned=1'></svg> <iframe srcdoc='<script>parent.pwned=1</script>'></iframe> <a href='javascript:window.pwned=1'>link</a> <style>*{background:url(//evil.example/)}</style> </title></textarea></style></script></details></main> &amp; &lt; &#60;script&#62; ]]> %page% %head% %lang% {{x}} {% x %} ${window.pwned=1} javascript:window.pwned=1 data:text/html,<script>parent.pwned=1</script> %3Cscript%3E \\x3cscript\\x3e url(//evil.example/) <!--";

/// The suffix of the names, titles and notes of `markup-like`: an attempt to break out
/// of an attribute.
pub const QUOTED: &str = "\" autofocus onfocus=\"window.pwned=1\" onmouseover=\"window.pwned=1\" style=\"background:url(//evil.example/)";

/// The URL of the first source of `markup-like`: as hostile as a valid URL can be.
pub const ADDRESS: &str = "https://example.org/'onmouseover='window.pwned=1'/javascript:window.pwned=1?q='&x=javascript:window.pwned=1&y=%22%3E%3Cscript%3E&z=%25page%25&quot;#'onload='window.pwned=1'";

/// The longest word of `long-word`.
#[must_use]
pub fn long_word() -> String {
    "abcdefghij".repeat(20)
}

/// The id of a dispute's first point.
#[must_use]
pub fn first_point(dispute: &str) -> String {
    HardDispute::of(dispute).point_id(1)
}

/// The number of points of a dispute.
#[must_use]
pub fn points(dispute: &str) -> usize {
    HardDispute::of(dispute).points
}

/// Writes the library into a folder.
///
/// # Errors
///
/// If a file can't be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let ids = DISPUTES.map(quoted).join(", ");
    fs::create_dir_all(folder)?;
    fs::write(folder.join("library.toml"), format!("disputes = [{ids}]\n"))?;
    DISPUTES
        .iter()
        .try_for_each(|id| HardDispute::of(id).write(&folder.join(id)))
}

/// A TOML string, which has the syntax of a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
