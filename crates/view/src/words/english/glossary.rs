//! The terms that the glossary explains.

use says_who_model::{Quoting, Verification, Wording};

use crate::components::GlossaryTerm;

pub(super) fn how_quoted(wording: &Wording) -> String {
    let how = term(GlossaryTerm::from(wording));
    let how = match wording.quoting() {
        Quoting::Mixed if wording.indirect => format!("{how}, the rest in the outlet’s own words"),
        _ => how.to_owned(),
    };
    match &wording.verification {
        Verification::NothingQuoted => how,
        Verification::Verified(_) => format!("{how}, checked ✓"),
        Verification::NotVerified(why) => format!("{how}, not checked: {why}"),
    }
}

pub(super) fn term(term: GlossaryTerm) -> &'static str {
    match term {
        GlossaryTerm::Quoted => "Quoted",
        GlossaryTerm::Paraphrased => "Paraphrased",
        GlossaryTerm::Indirect => "In the outlet’s own words",
        GlossaryTerm::PartlyQuoted => "Partly quoted",
        GlossaryTerm::Summarised => "An outlet’s summary",
        GlossaryTerm::Verified => "Checked ✓",
        GlossaryTerm::Named => "Speaker named",
        GlossaryTerm::Unnamed => "Unnamed",
        GlossaryTerm::FirstHand => "Reported directly",
        GlossaryTerm::Relayed => "Via another outlet",
    }
}

pub(super) fn explanation(term: GlossaryTerm) -> &'static str {
    match term {
        GlossaryTerm::Quoted => {
            "Everything here stands word for word in the source cited. That it was said in these words, we know from the source alone."
        }
        GlossaryTerm::Paraphrased => {
            "We report it in our own words, whether or not the source cited quotes it. None of the words need be the speaker’s."
        }
        GlossaryTerm::Indirect => {
            "The source cited tells it in indirect speech, and these are the source’s words. None of them need be the speaker’s."
        }
        GlossaryTerm::PartlyQuoted => {
            "What stands between quotation marks stands word for word in the source cited; the rest is told in other words."
        }
        GlossaryTerm::Summarised => {
            "The outlet sums up a side’s position in its own words. Nobody is quoted or paraphrased, so no speaker is named, and none of the words need be the side’s."
        }
        GlossaryTerm::Verified => {
            "Every quoted word was found, word for word, in the text of the source. “Not checked” is followed by the reason."
        }
        GlossaryTerm::Named => {
            "The source cited, or another that the note names, gives the speaker’s name or an office that one person holds; or the statement is an organisation’s own."
        }
        GlossaryTerm::Unnamed => {
            "The source cited describes the speaker but gives no name. Who it was, the source alone knows."
        }
        GlossaryTerm::FirstHand => {
            "The source cited reports it itself: as far as it says, no other outlet stands between it and the speaker."
        }
        GlossaryTerm::Relayed => {
            "The source cited took it from another publication, or from an office or person that passed it on; where that publication, office or person is named, the name stands before the source cited in the chain. At each further step words can change."
        }
    }
}
