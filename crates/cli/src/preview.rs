//! `preview`: serves the site locally as GitHub Pages would, to try it before it is
//! published.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use says_who_server::Site;

use crate::build::{self, Options};
use crate::public_url::PublicUrl;

/// Builds the site into `out` and serves it until interrupted.
pub fn build_and_serve(options: &Options, out: &Path, port: u16) -> Result<ExitCode> {
    // Bind first, so that a port in use is reported before the build.
    let folder = std::path::absolute(out)?;
    let server = Server::bind(port, &folder, &options.public_url.to_string())?;
    let built = build::run(options, out, None)?;
    if built != ExitCode::SUCCESS {
        return Ok(built);
    }
    server.run()
}

/// Serves a site that is already built until interrupted, under the base path that
/// it was built for.
pub fn serve_folder(folder: &Path, public_url: Option<&PublicUrl>, port: u16) -> Result<ExitCode> {
    let base = base_path(folder, public_url)?;
    Server::bind(port, folder, &base)?.run()
}

/// The base path that the site in a folder was built for, read from its 404.html.
fn base_path(folder: &Path, given: Option<&PublicUrl>) -> Result<String> {
    let page = folder.join("404.html");
    let Ok(html) = fs::read_to_string(&page) else {
        bail!(
            "{} holds no site: there is no 404.html; give a folder that `says-who build` wrote with --site",
            folder.display()
        );
    };
    let built_for = html
        .split_once(r#"data-base=""#)
        .and_then(|(_, rest)| rest.split_once('"'))
        .and_then(|(built_for, _)| built_for.parse::<PublicUrl>().ok());
    let Some(built_for) = built_for else {
        bail!(
            "{} is not a page that `says-who build` wrote; give a folder of its with --site",
            page.display()
        );
    };
    match given {
        Some(given) if *given != built_for => bail!(
            "the site in {} was built for {built_for}: leave --public-url out, or build it for {given}",
            folder.display()
        ),
        _ => Ok(built_for.to_string()),
    }
}

/// A server that is bound to its port.
struct Server {
    preview: says_who_server::Server,
    address: String,
    runtime: tokio::runtime::Runtime,
}

impl Server {
    fn bind(port: u16, folder: &Path, base: &str) -> Result<Self> {
        let runtime = tokio::runtime::Runtime::new().context("the server can't start")?;
        let site = Site::new(folder);
        let preview = runtime
            .block_on(says_who_server::Server::bind(site, base, port))
            .map_err(|error| port_problem(error, port))?;
        let address = format!("http://{}{base}", preview.address()?);
        Ok(Self {
            preview,
            address,
            runtime,
        })
    }

    fn run(self) -> Result<ExitCode> {
        out!("serving {} (stop with Ctrl-C)", self.address);
        self.runtime.block_on(self.preview.run())?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Explains why a port can't be bound.
pub fn port_problem(error: io::Error, port: u16) -> anyhow::Error {
    if error.kind() == io::ErrorKind::AddrInUse {
        anyhow!(
            "port {port} is in use; choose another with --port, or --port 0 for any that is free"
        )
    } else {
        anyhow::Error::new(error).context(format!("port {port} can't be used"))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::base_path;

    #[test]
    fn the_base_path_is_read_from_the_site() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let refused = |given: Option<&str>| {
            let given = given.map(|given| given.parse().expect("a path"));
            format!(
                "{:#}",
                base_path(folder, given.as_ref()).expect_err("refused")
            )
        };
        assert!(refused(None).contains("holds no site"));
        fs::write(folder.join("404.html"), "a page").expect("a file");
        assert!(refused(None).contains("is not a page"));
        fs::write(folder.join("404.html"), r#"<div data-base="/a/b/">"#).expect("a file");
        assert_eq!(base_path(folder, None).ok().as_deref(), Some("/a/b/"));
        let same = "a/b".parse().expect("a path");
        assert_eq!(
            base_path(folder, Some(&same)).ok().as_deref(),
            Some("/a/b/")
        );
        assert!(refused(Some("/")).contains("was built for /a/b/"));
    }
}
