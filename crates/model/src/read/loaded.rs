//! Loaded verbs: reporting verbs that judge what they report, with neutral
//! replacements. The style guides of news agencies recommend "said", because it
//! takes no side.

/// The verbs in four forms, infinitive, third person, past and participle, with the
/// same forms of the neutral verb.
const VERBS: [([&str; 4], [&str; 4]); 22] = [
    (
        forms(
            "acknowledge",
            "acknowledges",
            "acknowledged",
            "acknowledging",
        ),
        SAY,
    ),
    (forms("admit", "admits", "admitted", "admitting"), SAY),
    (forms("allege", "alleges", "alleged", "alleging"), SAY),
    (forms("assert", "asserts", "asserted", "asserting"), SAY),
    (forms("blast", "blasts", "blasted", "blasting"), CRITICISE),
    (forms("boast", "boasts", "boasted", "boasting"), SAY),
    (forms("claim", "claims", "claimed", "claiming"), SAY),
    (forms("concede", "concedes", "conceded", "conceding"), SAY),
    (
        forms("confess", "confesses", "confessed", "confessing"),
        SAY,
    ),
    (forms("confirm", "confirms", "confirmed", "confirming"), SAY),
    (forms("debunk", "debunks", "debunked", "debunking"), SAY_NOT),
    (forms("deny", "denies", "denied", "denying"), SAY_NOT),
    (
        forms("disclose", "discloses", "disclosed", "disclosing"),
        SAY,
    ),
    (forms("expose", "exposes", "exposed", "exposing"), SAY),
    (forms("fume", "fumes", "fumed", "fuming"), SAY),
    (forms("insist", "insists", "insisted", "insisting"), SAY),
    (
        forms("lambast", "lambasts", "lambasted", "lambasting"),
        CRITICISE,
    ),
    (forms("purport", "purports", "purported", "purporting"), SAY),
    (forms("rebut", "rebuts", "rebutted", "rebutting"), SAY_NOT),
    (forms("refute", "refutes", "refuted", "refuting"), SAY_NOT),
    (forms("reveal", "reveals", "revealed", "revealing"), SAY),
    (forms("slam", "slams", "slammed", "slamming"), CRITICISE),
];

const SAY: [&str; 4] = ["say", "says", "said", "saying"];
const SAY_NOT: [&str; 4] = ["say … not", "says … not", "said … not", "saying … not"];
const CRITICISE: [&str; 4] = ["criticise", "criticises", "criticised", "criticising"];

const fn forms<'a>(one: &'a str, two: &'a str, three: &'a str, four: &'a str) -> [&'a str; 4] {
    [one, two, three, four]
}

/// Finds the loaded verbs outside quotation marks: for each, its offset in
/// characters, the word, and the neutral replacement.
pub(super) fn loaded_verbs(text: &str) -> Vec<(usize, &str, &'static str)> {
    let mut found = Vec::new();
    let mut quoted = false;
    let mut start = None;
    let ends = text.char_indices().map(Some).chain(std::iter::once(None));
    for (at, next) in ends.enumerate() {
        let (index, c) = next.unwrap_or((text.len(), ' '));
        if c.is_alphanumeric() {
            start.get_or_insert((index, at));
        } else if let Some((from, characters)) = start.take()
            && !quoted
            && let Some(neutral) = neutral(&text[from..index])
            && !reports_nothing(&text[from..index], &text[index..])
        {
            found.push((characters, &text[from..index], neutral));
        }
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
    }
    found
}

/// What somebody can be denied, or admitted to, other than in words.
const GRANTED: [&str; 22] = [
    "access",
    "aid",
    "asylum",
    "bail",
    "boarding",
    "citizenship",
    "compensation",
    "entry",
    "freedom",
    "funding",
    "justice",
    "licence",
    "passage",
    "permission",
    "protection",
    "right",
    "rights",
    "service",
    "treatment",
    "visa",
    "visas",
    "water",
];

/// The number of words in which the thing denied is looked for.
const OBJECT_WORDS: usize = 4;

/// Whether the verb does not report words here: “deny its rights”, “exposed to
/// floods”. `rest` is the text behind it.
fn reports_nothing(verb: &str, rest: &str) -> bool {
    let clause = rest.split(['.', ',', ';', ':', '“', '”', '?', '!']).next();
    let mut words = clause.unwrap_or_default().split_whitespace();
    let verb = verb.to_lowercase();
    match verb.as_str() {
        "deny" | "denies" | "denied" | "denying" => words
            .take(OBJECT_WORDS)
            .take_while(|word| !matches!(*word, "that" | "having" | "it" | "any"))
            .any(|word| GRANTED.contains(&word)),
        "expose" | "exposes" | "exposed" | "exposing" | "admitted" => words.next() == Some("to"),
        _ => false,
    }
}

fn neutral(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    VERBS.iter().find_map(|(forms, neutral)| {
        let at = forms.iter().position(|form| *form == word)?;
        neutral.get(at).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::loaded_verbs;

    #[test]
    fn what_others_said_is_theirs() {
        let text = "He “denied it” and Insisted, as before, on é what “they claim";
        assert_eq!(loaded_verbs(text), [(19, "Insisted", "said")]);
        assert_eq!(loaded_verbs("claimed"), [(0, "claimed", "said")]);
        assert!(loaded_verbs("proclaimed, insistent, confirmation").is_empty());
    }

    #[test]
    fn a_verb_that_reports_no_words_is_left_alone() {
        for text in [
            "Filling it could deny its rights to the river",
            "They were denied entry",
            "It denied the two towns access to the road",
            "Towns exposed to floods",
            "He was admitted to hospital",
        ] {
            assert!(loaded_verbs(text).is_empty(), "{text}");
        }
        for text in [
            "It denied that it has rights",
            "It denied it. Its rights are old",
            "He denied any right to the river",
            "She exposed the plan",
        ] {
            assert_eq!(loaded_verbs(text).len(), 1, "{text}");
        }
    }
}
