//! Texts about parties, the press and others.

use crate::words::VoiceWords;

pub(super) static VOICES: VoiceWords = VoiceWords {
    says: |name| format!("{name} says"),
    press: "The press",
    beside_the_sides: "Statements of others",
    figures: |name, figures| format!("{name}: {figures}"),
};
