//! Reads and checks what `library.toml` says about the site.

mod contact;

use super::fields::Located;
use super::logo;
use super::problem::{Place, Problems};
use super::rules::address_mistake;
use crate::format::{RawLibraryFile, VERSION};
use crate::{Accent, Colour, Licence, Logo, SiteInfo};
use contact::parse_contact;

pub(super) const RULE: &str = "site";

/// The maximum length of the name: it has to fit on one line above every page, on a
/// phone too.
const NAME_CHARACTERS: usize = 40;

/// The maximum length of the publisher's name.
const PUBLISHER_CHARACTERS: usize = 80;

type Text = Located<String>;

/// What library.toml says of the site, and the logo.
#[derive(Debug, Default)]
pub(super) struct RawSite {
    pub(super) file: RawLibraryFile,
    /// The content of the file that `logo` names, if it exists.
    logo_bytes: Option<Vec<u8>>,
}

impl RawSite {
    /// Removes the logo from the files next to `library.toml`, and keeps its
    /// content.
    pub(super) fn take_logo(&mut self, top_level: &mut Vec<(&str, &[u8])>) {
        let name = self.file.logo.as_ref().map(|name| name.value.as_str());
        if let Some(at) = top_level.iter().position(|(file, _)| Some(*file) == name) {
            self.logo_bytes = Some(top_level.remove(at).1.to_owned());
        }
    }

    /// The validated site information; `None` if [`check`] reports a problem.
    pub(super) fn resolve(&self) -> Option<SiteInfo> {
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        Some(SiteInfo {
            name: text(&self.file.name).unwrap_or_else(|| SiteInfo::DEFAULT_NAME.to_owned()),
            publisher: text(&self.file.publisher),
            contact: match &self.file.contact {
                Some(written) => Some(parse_contact(&written.value).ok()?),
                None => None,
            },
            about: self
                .file
                .about
                .iter()
                .map(|text| text.value.clone())
                .collect(),
            licence: match &self.file.licence {
                Some(licence) => Some(Licence {
                    name: text(&licence.name)?,
                    link: text(&licence.link),
                }),
                None => None,
            },
            accent: match &self.file.accent {
                Some(colours) => {
                    let dark = match &colours.dark {
                        Some(dark) => Some(dark.value.parse().ok()?),
                        None => None,
                    };
                    Some(Accent::new(
                        colours.light.as_ref()?.value.parse().ok()?,
                        dark,
                    )?)
                }
                None => None,
            },
            logo: match &self.file.logo {
                Some(name) => Some(self.logo(&name.value)?),
                None => None,
            },
        })
    }

    fn logo(&self, name: &str) -> Option<Logo> {
        logo::read(name, self.logo_bytes.as_ref()?).ok()
    }
}

/// Reports a version of the format that this program can't read.
fn check_version(raw: &RawSite, problems: &mut Problems) {
    let Some(format) = &raw.file.format else {
        return;
    };
    if !(1..=i64::from(VERSION)).contains(&format.value) {
        problems.add(
            &format.place,
            RULE,
            format!("the data is in version {} of the format", format.value),
            format!(
                "this program reads versions 1 to {VERSION}; use a newer one, or correct `format`"
            ),
        );
    }
}

/// Reports values that can't be shown.
pub(super) fn check(raw: &RawSite, problems: &mut Problems) {
    check_version(raw, problems);
    let texts = [
        ("name", &raw.file.name, NAME_CHARACTERS),
        ("publisher", &raw.file.publisher, PUBLISHER_CHARACTERS),
    ];
    for (key, text, most) in texts {
        let count = |text: &Text| text.value.chars().count();
        if let Some(text) = text.as_ref().filter(|text| count(text) > most) {
            problems.add(
                &text.place,
                RULE,
                format!(
                    "`{key}` has {} characters; the maximum is {most}",
                    count(text)
                ),
                "give the short form; the paragraphs of `about` have room for the long one",
            );
        }
    }
    if let Some(written) = &raw.file.contact
        && let Err((message, help)) = parse_contact(&written.value)
    {
        problems.add(&written.place, RULE, message, help);
    }
    let licence = raw.file.licence.as_ref();
    if let Some(link) = licence.and_then(|licence| licence.link.as_ref())
        && let Some((message, help)) = address_mistake(&link.value, "delete `link`")
    {
        problems.add(&link.place, RULE, message, help);
    }
    if let Some(colours) = &raw.file.accent {
        let [day, night] = Accent::BACKGROUNDS;
        if let Some(light) = &colours.light {
            check_colour(light, day, "light", "darker", problems);
        }
        if let Some(dark) = &colours.dark {
            check_colour(dark, night, "dark", "lighter", problems);
        }
    }
    if let Some(name) = &raw.file.logo {
        check_logo(name, raw.logo_bytes.as_deref(), problems);
    }
}

fn check_colour(
    text: &Text,
    grounds: [Colour; 3],
    page: &str,
    direction: &str,
    problems: &mut Problems,
) {
    let colour: Colour = match text.value.parse() {
        Ok(colour) => colour,
        Err(error) => {
            let message = format!("`{}` is not a colour", text.value);
            return problems.add(&text.place, RULE, message, format!("{error}"));
        }
    };
    let contrast = Accent::lowest_contrast(colour, grounds);
    if contrast < Accent::MIN_CONTRAST {
        problems.add(
            &text.place,
            RULE,
            format!("`{colour}` is not legible on the {page} page: its contrast is {contrast:.1}"),
            format!(
                "take a {direction} colour, with a contrast of at least {}",
                Accent::MIN_CONTRAST
            ),
        );
    }
}

fn check_logo(name: &Text, bytes: Option<&[u8]>, problems: &mut Problems) {
    let Some(bytes) = bytes else {
        return problems.add(
            &name.place,
            RULE,
            format!("there is no file `{}` beside library.toml", name.value),
            "put it there, or delete `logo`",
        );
    };
    if let Err(wrong) = logo::read(&name.value, bytes) {
        let place = match wrong.offset {
            // A problem with the name is in library.toml; a problem with the
            // content, in the file.
            None => name.place.clone(),
            Some(offset) => {
                let text = String::from_utf8_lossy(bytes);
                Place::at(&name.value, &text, offset)
            }
        };
        problems.add(&place, RULE, wrong.message, wrong.help);
    }
}

/// Warns if readers can't reach anybody.
pub(super) fn warn(raw: &RawSite, problems: &mut Problems) {
    let missing = match (&raw.file.publisher, &raw.file.contact) {
        (Some(_), Some(_)) => return,
        (None, None) => "neither `publisher` nor `contact`",
        (None, Some(_)) => "no `publisher`",
        (Some(_), None) => "no `contact`",
    };
    problems.warn(
        &Place::start("library.toml"),
        RULE,
        format!("there is {missing}: readers who find an error can't report it"),
        "say who publishes the site, and give an e-mail address or the address of a repository",
    );
}
