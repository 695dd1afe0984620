//! Ends a WebDriver session without an async runtime, which may have stopped by
//! then. `xtask/src/session_pool.rs` uses the same code for leftover sessions.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The timeout for a driver to close its browser.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks the driver on `port` to close its browser, and waits until it has.
///
/// # Errors
///
/// If no driver answers there.
pub(crate) fn end_session(port: u16, session: &str) -> io::Result<()> {
    let mut driver = TcpStream::connect(("127.0.0.1", port))?;
    driver.set_read_timeout(Some(PATIENCE))?;
    let request = format!(
        "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    driver.write_all(request.as_bytes())?;
    // Only that a response arrives matters, not what it says.
    let _ = driver.read(&mut [0; 256]);
    Ok(())
}
