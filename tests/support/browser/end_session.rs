//! The end of a WebDriver session without a runtime, which may be gone by then.
//! `xtask/src/session_pool.rs` ends what is left by the same code.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a driver may take to close its browser.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks the driver on `port` to close its browser, and waits until it has.
///
/// # Errors
///
/// Where no driver answers there.
pub(crate) fn end_session(port: u16, session: &str) -> io::Result<()> {
    let mut driver = TcpStream::connect(("127.0.0.1", port))?;
    driver.set_read_timeout(Some(PATIENCE))?;
    let request = format!(
        "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    driver.write_all(request.as_bytes())?;
    // Its answer says nothing that matters; that it comes does.
    let _ = driver.read(&mut [0; 256]);
    Ok(())
}
