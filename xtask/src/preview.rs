//! The site as GitHub Pages would serve it, on this machine: what is published
//! can be tried before it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use says_who_server::{Preview, Site};

use crate::build::{self, Options};
use crate::project::Project;
use crate::public_url::PublicUrl;

/// Builds the site into `out` and serves it until it is stopped.
pub(crate) fn of_build(
    project: &Project,
    options: &Options,
    out: &Path,
    port: u16,
) -> Result<ExitCode> {
    // The port first: whoever runs this should not wait for a build to learn that it is taken.
    let folder = std::path::absolute(out)?;
    let server = Server::at(port, &folder, &options.public_url.to_string())?;
    let built = build::run(project, options, out, None)?;
    if built != ExitCode::SUCCESS {
        return Ok(built);
    }
    server.run()
}

/// Serves a site that is built already until it is stopped, under the path that
/// it was built for.
pub(crate) fn of_folder(
    folder: &Path,
    public_url: Option<&PublicUrl>,
    port: u16,
) -> Result<ExitCode> {
    let base = base(folder, public_url)?;
    Server::at(port, folder, &base)?.run()
}

/// The path for which the site in a folder was built: its pages say.
fn base(folder: &Path, given: Option<&PublicUrl>) -> Result<String> {
    let page = folder.join("404.html");
    let Ok(html) = fs::read_to_string(&page) else {
        bail!(
            "{} holds no site: there is no 404.html; give a folder that `cargo xtask build` wrote with --site",
            folder.display()
        );
    };
    let own = html
        .split_once(r#"data-base=""#)
        .and_then(|(_, rest)| rest.split_once('"'))
        .and_then(|(own, _)| own.parse::<PublicUrl>().ok());
    let Some(own) = own else {
        bail!(
            "{} is not a page that `cargo xtask build` wrote; give a folder of its with --site",
            page.display()
        );
    };
    match given {
        Some(given) if *given != own => bail!(
            "the site in {} was built for {own}: leave --public-url out, or build it for {given}",
            folder.display()
        ),
        _ => Ok(own.to_string()),
    }
}

/// A server that has its port.
struct Server {
    preview: Preview,
    address: String,
    runtime: tokio::runtime::Runtime,
}

impl Server {
    fn at(port: u16, folder: &Path, base: &str) -> Result<Self> {
        let runtime = tokio::runtime::Runtime::new().context("the server can't start")?;
        let site = Site::new(folder);
        let preview = runtime
            .block_on(Preview::bind(site, base, port))
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

/// Why a port can't be had.
pub(crate) fn port_problem(error: io::Error, port: u16) -> anyhow::Error {
    if error.kind() == io::ErrorKind::AddrInUse {
        anyhow!(
            "port {port} is in use; choose another with --port, or --port 0 for any that is free"
        )
    } else {
        anyhow::Error::new(error).context(format!("port {port} can't be used"))
    }
}

/// Where a preview is built when nobody says where.
pub(crate) fn own_folder(project: &Project) -> PathBuf {
    project.target.join("preview")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::base;

    #[test]
    fn a_site_knows_its_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let refused = |given: Option<&str>| {
            let given = given.map(|given| given.parse().expect("a path"));
            format!("{:#}", base(folder, given.as_ref()).expect_err("refused"))
        };
        assert!(refused(None).contains("holds no site"));
        fs::write(folder.join("404.html"), "a page").expect("a file");
        assert!(refused(None).contains("is not a page"));
        fs::write(folder.join("404.html"), r#"<div data-base="/a/b/">"#).expect("a file");
        assert_eq!(base(folder, None).ok().as_deref(), Some("/a/b/"));
        let same = "a/b".parse().expect("a path");
        assert_eq!(base(folder, Some(&same)).ok().as_deref(), Some("/a/b/"));
        assert!(refused(Some("/")).contains("was built for /a/b/"));
    }
}
