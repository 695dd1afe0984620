//! `says-who`: what authors and publishers run. It needs nothing but a data folder.

#[macro_use]
extern crate says_who_cli;

mod arguments;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser as _;
use says_who_cli::data_folder::{self, Needs};
use says_who_cli::serve::Serving;
use says_who_cli::site_address::SiteAddress;
use says_who_cli::{
    build, check, doctor, download_published, export, import, init, links, migrate, new, new_sheet,
    next_step, preview, quotes, register, schema, serve, single_file, terminal, unregister,
};
use says_who_model::read::replace_hidden;

use arguments::{Arguments, Command, SiteArguments};

fn main() -> ExitCode {
    let Arguments { quiet, command } = Arguments::parse();
    let result = match command {
        None => Ok(next_step::run()),
        Some(command) => run(command, quiet),
    };
    let code = result.unwrap_or_else(|error| {
        err!("error: {}", replace_hidden(&format!("{error:#}")));
        ExitCode::FAILURE
    });
    match terminal::write_error() {
        None => code,
        Some(why) => {
            err!("error: what was printed could not all be written: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of a command that reads disputes.
fn data(given: Option<PathBuf>) -> Result<PathBuf> {
    match given {
        Some(given) => data_folder::check(given, Needs::Disputes),
        None => data_folder::find(),
    }
}

/// The folder of a command that adds a dispute. It may have none yet; without one
/// given, it may not exist yet.
fn data_to_extend(given: Option<PathBuf>) -> Result<PathBuf> {
    match given {
        Some(given) => data_folder::check(given, Needs::Nothing),
        None => data_folder::find_or_create(),
    }
}

fn site_options(site: SiteArguments, offline: bool, quiet: bool) -> Result<build::Options> {
    Ok(build::Options {
        public_url: site.public_url.unwrap_or_default(),
        data: data(site.data)?,
        origin: None,
        offline,
        bundle: site.bundle,
        quiet,
    })
}

/// The address of the site that the host of this machine gives, which is then said.
fn address_from_host(quiet: bool) -> Result<Option<SiteAddress>> {
    let known = SiteAddress::from_host(Path::new("."), |name| env::var(name).ok())?;
    if let Some(known) = known.as_ref().filter(|_| !quiet) {
        out!("the site will be at {} ({})", known.address, known.from);
    }
    Ok(known.map(|known| known.address))
}

/// Runs a command. Over 60 lines, because it maps the arguments of every command.
fn run(command: Command, quiet: bool) -> Result<ExitCode> {
    match command {
        Command::Init {
            folder,
            name,
            publisher,
            contact,
            licence,
            releases,
            sha256,
        } => {
            let answers = init::Answers {
                name,
                publisher,
                contact,
                licence,
            };
            let options = init::Options {
                answers,
                releases,
                sha256,
            };
            init::run(&folder, &options)
        }
        Command::New { name, folder } => new::run(&data_to_extend(folder)?, &name),
        Command::Serve {
            folder,
            open,
            port,
            mut site,
            follow_stdin,
        } => {
            site.data = site.data.or(folder);
            let serving = Serving {
                port,
                opens_browser: open,
                follows_stdin: follow_stdin,
            };
            // A service worker could show the author a stale page after an edit.
            serve::run(&site_options(site, false, quiet)?, serving)
        }
        Command::Check {
            report,
            all,
            format,
            folder,
        } => Ok(check::run(
            &data(folder)?,
            &check::Options {
                report,
                all,
                format,
            },
        )),
        Command::Register {
            published,
            dry_run,
            folder,
        } => {
            let data = data(folder)?;
            match published {
                None => register::run(&data),
                Some(site) => unregister::run(&data, &site, dry_run),
            }
        }
        Command::Migrate { dry_run, folder } => migrate::run(&data(folder)?, dry_run),
        Command::Quotes {
            texts,
            confirm,
            outline,
            all,
            folder,
        } => {
            let data = data(folder)?;
            match (outline, &texts) {
                (Some(source), Some(texts)) => quotes::outline(&data, texts, &source),
                _ => quotes::run(&data, texts.as_deref(), &confirm.into_iter().collect(), all),
            }
        }
        Command::Build {
            site,
            out,
            single_file,
            dispute,
            address,
            origin,
            previous,
            no_offline,
        } => {
            let address = if site.public_url.is_none() && origin.is_none() {
                address.map_or_else(|| address_from_host(quiet), |given| Ok(Some(given)))?
            } else {
                None
            };
            let mut options = build::Options {
                origin,
                ..site_options(site, !no_offline, quiet)?
            };
            if let Some(address) = address {
                options.public_url = address.public_url;
                options.origin = Some(address.origin);
            }
            if single_file {
                return single_file::run(&options, dispute.as_deref(), out);
            }
            let out = out.unwrap_or_else(|| PathBuf::from("dist"));
            build::run(&options, &out, previous.as_deref())
        }
        Command::Preview {
            port,
            public_url,
            data: folder,
            out,
            site,
            bundle,
        } => {
            if let Some(site) = site {
                return preview::serve_folder(&site, public_url.as_ref(), port);
            }
            let options = build::Options {
                public_url: public_url.unwrap_or_default(),
                data: data(folder)?,
                origin: None,
                offline: true,
                bundle,
                quiet,
            };
            let out = out.unwrap_or_else(|| PathBuf::from("preview"));
            preview::build_and_serve(&options, &out, port)
        }
        Command::Published { address, into } => download_published::run(&address, &into),
        Command::Links {
            format,
            archive,
            folder,
        } => links::run(
            &data(folder)?,
            &links::Options {
                format,
                quiet,
                archive,
            },
        ),
        Command::Doctor { address } => doctor::run(address.as_ref()),
        Command::Import {
            file,
            name,
            replace,
            remove,
            folder,
        } => import::run(&import::Options {
            given: folder.clone(),
            data: data_to_extend(folder)?,
            file,
            name,
            replace,
            remove,
        }),
        Command::NewSheet { file } => new_sheet::run(&file),
        Command::Export {
            name,
            format,
            separator,
            out,
            folder,
        } => {
            let options = export::Options {
                name,
                format,
                separator,
                out,
            };
            export::run(&data(folder)?, &options)
        }
        Command::Schema { folder } => schema::run(&data(folder)?),
    }
}
