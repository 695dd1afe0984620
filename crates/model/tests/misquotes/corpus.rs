//! Generated sentences, and quotations from them.

use std::collections::HashMap;

/// A deterministic random number generator (SplitMix64).
pub(crate) struct Rng(pub(crate) u64);

impl Rng {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// Returns true once in `times` calls, on average.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A text, with its quotations marked.
pub(crate) struct Corpus {
    pub(crate) text: String,
    /// The quotations, each by one speaker, with the number of the quotation in the
    /// source that it belongs to.
    pub(crate) quoted: Vec<(usize, String)>,
    /// The sentences of all quotations.
    pub(crate) sentences: Vec<String>,
    tokens: Vec<String>,
    places: HashMap<String, Vec<usize>>,
}

impl Corpus {
    pub(crate) fn all() -> [Self; 2] {
        [
            Self::of(include_str!("../corpus/harbour.txt"), ('“', '”'), 160),
            Self::of(include_str!("../corpus/ferry-ru.txt"), ('«', '»'), 35),
        ]
    }

    fn of(text: &str, (open, close): (char, char), least: usize) -> Self {
        let ends = text.matches(['.', '?', '!']).count();
        assert!(ends >= least);
        let stretches = text.split(open).skip(1);
        let stretches = stretches.map(|rest| rest.split(close).next().unwrap());
        // The outlet's words between two parts of a quotation are not the speaker's.
        let ours = |part: &&str| {
            let said = ["сказал", "ответил", "возразил", "заявил"];
            !said.iter().any(|said| part.starts_with(said))
        };
        let parts = stretches.enumerate().flat_map(|(index, stretch)| {
            let parts = stretch.split(" — ").filter(ours);
            parts.map(move |part| (index, part.to_owned()))
        });
        let quoted: Vec<(usize, String)> = parts.collect();
        let sentences = quoted
            .iter()
            .flat_map(|(_, part)| part.split_inclusive(". "));
        let sentences: Vec<String> = sentences.map(|one| one.trim().to_owned()).collect();
        let tokens = tokens(text);
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, token) in tokens.iter().enumerate() {
            places.entry(token.clone()).or_default().push(at);
        }
        Self {
            text: text.to_owned(),
            sentences: sentences
                .into_iter()
                .filter(|one| words(one).len() > 4)
                .collect(),
            quoted,
            tokens,
            places,
        }
    }

    /// Counts how often the words occur in the text. Unlike the rule, it compares only
    /// runs of letters and digits.
    pub(crate) fn occurrences(&self, quotation: &str) -> usize {
        let wanted = tokens(quotation);
        let Some(first) = wanted.first() else {
            return 0;
        };
        let places = self.places.get(first).into_iter().flatten();
        places
            .filter(|&&at| self.tokens[at..].starts_with(&wanted))
            .count()
    }

    /// Some words of a sentence, at least four.
    pub(crate) fn window(&self, rng: &mut Rng) -> Vec<String> {
        let words = words(rng.pick::<String>(&self.sentences));
        let length = 4 + rng.below(words.len() - 3);
        let start = rng.below(words.len() - length + 1);
        words[start..start + length].to_vec()
    }

    /// A quotation as a careful author writes it.
    pub(crate) fn true_quotation(&self, rng: &mut Rng) -> String {
        let mut quotation = match rng.below(4) {
            0 => rng.pick(&self.quoted).1.clone(),
            1 => rng.pick(&self.sentences).clone(),
            _ => self.window(rng).join(" "),
        };
        if rng.once_in(3) {
            let end = quotation.trim_end_matches([',', '.']).len();
            quotation.truncate(end);
            if !quotation.ends_with(['?', '!']) {
                quotation.push_str(["", ",", "."][rng.below(3)]);
            }
        }
        let words = words(&quotation);
        if rng.once_in(5) && words.len() > 8 {
            let from = 2 + rng.below(words.len() - 6);
            let until = from + 1 + rng.below(words.len() - from - 3);
            let mark = ["…", "[…]", "...", "[...]"][rng.below(4)];
            quotation = format!(
                "{} {mark} {}",
                words[..from].join(" "),
                words[until..].join(" ")
            );
        }
        let first = quotation.chars().next().unwrap();
        let second = quotation.chars().nth(1);
        if rng.once_in(5) && first.is_lowercase() && second.is_some_and(char::is_alphabetic) {
            let rest = &quotation[first.len_utf8()..];
            quotation = format!("[{}]{rest}", first.to_uppercase());
        }
        quotation
    }
}

pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn tokens(text: &str) -> Vec<String> {
    let tokens = text.split(|c: char| !c.is_alphanumeric());
    tokens
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}
