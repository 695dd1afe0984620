//! Who said a statement, and how it was passed on.

use says_who_model::{Quoting, RelayKind};

use crate::words::publisher::StatementPublisher;
use crate::words::sentence::{capitalized, mid_sentence};

/// Words by which a description itself says that a speaker is unnamed.
pub(super) const UNNAMED: [&str; 3] = ["unnamed", "anonymous", "not named"];

pub(super) fn said_to(whom: Option<&str>) -> String {
    match whom {
        Some(whom) => format!("said to {whom}"),
        None => "said (audience not given)".to_owned(),
    }
}

pub(super) fn way_not_known(from: &str, to: &str, reason: &str) -> String {
    let (from, to) = (mid_sentence(from), mid_sentence(to));
    format!("The way from {from} to {to} is not known: {reason}")
}

pub(super) fn wrote(outlet: Option<&str>, verb: &str) -> String {
    match outlet {
        Some(outlet) => format!("{} wrote “{verb}”", mid_sentence(outlet)),
        None => format!("which wrote “{verb}”"),
    }
}

pub(super) fn spoken_in(language: &str, by: &str) -> String {
    match by {
        "not stated in the source" => {
            format!("Original in {language}. The source does not name the translator.")
        }
        _ => format!("Original in {language}. Translation: {by}."),
    }
}

/// `headline` has its quotation marks.
pub(super) fn cited_in(outlet: &str, headline: &str, date: &str) -> String {
    match outlet {
        "" => format!("{headline}, {date}"),
        _ => format!("{outlet}, {headline}, {date}"),
    }
}

pub(super) fn unnamed_author(description: &str) -> String {
    let description = capitalized(description);
    if UNNAMED
        .iter()
        .any(|word| description.to_lowercase().contains(word))
    {
        return description;
    }
    format!("{description} (unnamed)")
}

pub(super) fn summarised(text: &str, whose: &str) -> String {
    let text = text.trim_end_matches('.');
    format!("{text} [summary of the position of {whose}]")
}

pub(super) fn quoting(quoting: Quoting, publisher: StatementPublisher<'_>) -> String {
    let how = match quoting {
        Quoting::Direct => "quoted",
        Quoting::Paraphrase => "paraphrased",
        Quoting::Mixed => "partly quoted",
    };
    match publisher {
        StatementPublisher::Outlet(outlet) => format!("{how} from: {}", mid_sentence(outlet)),
        StatementPublisher::Side(outlet, medium) => {
            format!("{how} from {}’s {}", mid_sentence(outlet), medium.label())
        }
        StatementPublisher::Speaker(medium, true) => {
            format!("{how} from the speaker’s {}", medium.label())
        }
        StatementPublisher::Speaker(medium, false) => {
            format!("{how} from its {}", medium.label())
        }
    }
}

pub(super) fn in_words_of(publisher: StatementPublisher<'_>) -> String {
    format!(
        "in the words of {}",
        mid_sentence(&statement_publisher(publisher))
    )
}

pub(super) fn statement_publisher(publisher: StatementPublisher<'_>) -> String {
    match publisher {
        StatementPublisher::Outlet(outlet) => outlet.to_owned(),
        StatementPublisher::Side(outlet, medium) => {
            format!("{}’s {}", mid_sentence(outlet), medium.label())
        }
        StatementPublisher::Speaker(medium, true) => format!("the speaker’s {}", medium.label()),
        StatementPublisher::Speaker(medium, false) => format!("its {}", medium.label()),
    }
}

pub(super) fn relay(kind: RelayKind, by: &str) -> String {
    match kind {
        RelayKind::Reported => format!("reported by {}", mid_sentence(by)),
        RelayKind::Cited => format!("cited by {}", mid_sentence(by)),
        RelayKind::Carried => format!("carried by {}", mid_sentence(by)),
        RelayKind::PassedOn => format!("passed on by {}", mid_sentence(by)),
        RelayKind::Filed => format!("filed with {}", mid_sentence(by)),
        RelayKind::Published => format!("published by {}", mid_sentence(by)),
    }
}
