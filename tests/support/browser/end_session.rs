//! Ends a WebDriver session without an async runtime, which may have stopped by
//! then. `xtask/src/session_pool.rs` uses the same code for leftover sessions.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a driver may take to close its browser.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Asks the driver on `port` to close its browser, and waits until it has.
///
/// # Errors
///
/// If no driver answers there.
pub(crate) fn end_session(port: u16, session: &str) -> io::Result<()> {
    let mut driver = TcpStream::connect(("127.0.0.1", port))?;
    driver.set_read_timeout(Some(TIMEOUT))?;
    let request = format!(
        "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    driver.write_all(request.as_bytes())?;
    // Wait for the response; its content does not matter.
    let _ = driver.read(&mut [0; 256]);
    Ok(())
}
