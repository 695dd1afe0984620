//! Plain HTTP over a persistent connection: responses as they are sent, without
//! decoding.

use std::io::{Error, Result};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A connection to a server on this machine.
#[derive(Debug)]
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

/// A response.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, with lower-case names.
    pub headers: Vec<(String, String)>,
    /// The body as sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty if it is missing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let named = self.headers.iter().find(|(own, _)| own == name);
        named.map_or("", |(_, value)| value)
    }
}

impl Connection {
    /// Connects to `host`, an address with a port.
    ///
    /// # Errors
    ///
    /// If nothing listens there.
    pub async fn to(host: &str) -> Result<Self> {
        Ok(Self {
            stream: BufReader::new(TcpStream::connect(host).await?),
            host: host.to_owned(),
        })
    }

    /// Requests `path`, which is sent unchanged, with `encoding` as `Accept-Encoding`.
    ///
    /// # Errors
    ///
    /// If the server closes the connection or does not speak HTTP/1.1.
    pub async fn get(&mut self, path: &str, encoding: &str) -> Result<Answer> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: {encoding}\r\n\r\n",
            self.host
        );
        self.stream.write_all(request.as_bytes()).await?;
        let first = self.line().await?;
        let status = first
            .strip_prefix("HTTP/1.1 ")
            .and_then(|rest| rest.get(..3)?.parse().ok())
            .ok_or_else(|| Error::other(format!("not an HTTP/1.1 response: {first:?}")))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer {
            status,
            headers,
            body: Vec::new(),
        };
        if answer.header("transfer-encoding") == "chunked" {
            loop {
                let line = self.line().await?;
                let length = usize::from_str_radix(&line, 16).map_err(Error::other)?;
                self.bytes(length, &mut answer.body).await?;
                self.line().await?;
                if length == 0 {
                    break;
                }
            }
        } else {
            let length = answer.header("content-length").parse();
            let length = length.map_err(Error::other)?;
            self.bytes(length, &mut answer.body).await?;
        }
        Ok(answer)
    }

    async fn bytes(&mut self, length: usize, body: &mut Vec<u8>) -> Result<()> {
        let begin = body.len();
        body.resize(begin + length, 0);
        self.stream.read_exact(&mut body[begin..]).await?;
        Ok(())
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(Error::other("the server closed the connection"));
        }
        Ok(line.trim_end().to_owned())
    }
}
