//! A server that can stop, restart on the same port, and fail on purpose.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use says_who_server::Site;
use tokio::sync::oneshot;

/// Serves a folder under a base path until it is dropped.
#[derive(Debug)]
pub struct Server {
    /// The folder that is served; it can be replaced.
    pub site: Site,
    base: String,
    address: SocketAddr,
    running: Option<Running>,
}

#[derive(Debug)]
enum Running {
    Normal(oneshot::Sender<()>, JoinHandle<()>),
    Failing(Arc<AtomicBool>, JoinHandle<()>),
}

/// How a failing server responds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// With status 500.
    Error,
    /// Never.
    Hang,
}

impl Server {
    /// Starts to serve `folder`.
    ///
    /// # Panics
    ///
    /// If there is no free port.
    #[must_use]
    pub fn start(folder: &Path, base: &str) -> Self {
        let mut server = Self {
            site: Site::new(folder),
            base: base.to_owned(),
            address: ([127, 0, 0, 1], 0).into(),
            running: None,
        };
        server.restart();
        server
    }

    /// The base URL of the site, with the trailing slash.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// Closes every connection and accepts no more.
    ///
    /// # Panics
    ///
    /// If the server failed while running.
    pub fn stop(&mut self) {
        match self.running.take() {
            None => {}
            Some(Running::Normal(end, thread)) => {
                let _ = end.send(());
                thread.join().unwrap();
            }
            Some(Running::Failing(end, thread)) => {
                end.store(true, Ordering::SeqCst);
                // Connect once: the thread checks the flag only on a new connection.
                let _ = TcpStream::connect(self.address);
                thread.join().unwrap();
            }
        }
    }

    /// Serves again, on the same port.
    ///
    /// # Panics
    ///
    /// If another process has taken the port.
    pub fn restart(&mut self) {
        self.stop();
        let (site, base, port) = (self.site.clone(), self.base.clone(), self.address.port());
        let (end, ended) = oneshot::channel();
        let (sender, address) = mpsc::channel();
        // On a runtime of its own, because dropping that closes the connections.
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let server = says_who_server::Server::bind(site, &base, port)
                    .await
                    .unwrap();
                sender.send(server.address().unwrap()).unwrap();
                tokio::select! {
                    result = server.run() => result.unwrap(),
                    _ = ended => {}
                }
            });
        });
        self.address = address.recv().unwrap();
        self.running = Some(Running::Normal(end, thread));
    }

    /// Fails every request from now on.
    ///
    /// # Panics
    ///
    /// If another process has taken the port.
    pub fn fail(&mut self, failure: Failure) {
        self.stop();
        let listener = TcpListener::bind(self.address).unwrap();
        let end = Arc::new(AtomicBool::new(false));
        let ended = end.clone();
        let thread = thread::spawn(move || {
            let mut waiting = Vec::new();
            for connection in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(mut connection) = connection else {
                    continue;
                };
                match failure {
                    Failure::Hang => waiting.push(connection),
                    Failure::Error => {
                        let page = "<!DOCTYPE html><title>500</title>failed";
                        let answer = format!(
                            "HTTP/1.1 500 Failed\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
                            page.len()
                        );
                        let _ = connection.read(&mut [0; 4096]);
                        let _ = connection.write_all(answer.as_bytes());
                    }
                }
            }
        });
        self.running = Some(Running::Failing(end, thread));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
