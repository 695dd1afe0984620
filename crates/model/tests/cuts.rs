//! Where a quotation is found, what it leaves out, and where it is cut.

use says_who_model::Cut;
use says_who_model::read::quotation_match::{Found, SearchedText, negations, sentences};

const NEWS: &str = "\
The mayor was asked about the bridge. \"We never saw the letter. It was never \
sent to us, and nobody asked,\" she said. \"We will not pay 5.5 million.\"

The county's engineer called that \"not true\". He said: \u{201c}We wrote on 1 March, \
and we wrote again on 3 March\u{201d}. The letters are in the county's archive, \
which is closed on Mondays.

\"We will not pay\u{2026} for the detour,\" the mayor repeated.";

const TRANSCRIPT: &str = "\
MR. HALE: We sent the letter on 1 March, but it was not signed. The town had it \
on the next day. Was it read? I can't say.

QUESTION: So it was never \"formal notice\"?

MR. HALE: It was what the U.S. Army would call an order, and that is all.";

fn found(text: &str, words: &str, transcript: bool) -> Option<Found> {
    SearchedText::new(text).find(words, transcript)
}

#[track_caller]
fn cut(text: &str, words: &str, transcript: bool) -> (Option<Cut>, bool) {
    let found = found(text, words, transcript);
    let found = found.unwrap_or_else(|| panic!("{words} is not found"));
    (found.cut(), found.is_marked())
}

#[test]
fn in_a_report_a_cut_is_inside_its_quotation_marks() {
    let of = |words| cut(NEWS, words, false);
    // The whole quotation in the source, whatever the punctuation at its end.
    assert_eq!(of("not true"), (None, true));
    assert_eq!(of("not true."), (None, true));
    assert_eq!(
        of("We wrote on 1 March, and we wrote again on 3 March."),
        (None, true)
    );
    // Whole sentences of a longer quotation, and parts of one sentence.
    assert_eq!(of("We never saw the letter."), (Some(Cut::Passage), false));
    assert_eq!(of("It was never sent to us"), (Some(Cut::Sentence), false));
    assert_eq!(
        of("never sent to us, and nobody asked"),
        (Some(Cut::Sentence), false)
    );
    // In the source's own voice there are no quotation marks to be inside of.
    assert_eq!(of("in the county's archive"), (None, true));
}

#[test]
fn in_a_transcript_a_cut_is_inside_a_sentence() {
    let of = |words| cut(TRANSCRIPT, words, true);
    assert_eq!(
        of("We sent the letter on 1 March"),
        (Some(Cut::Sentence), false)
    );
    assert_eq!(
        of("We sent the letter on 1 March, but it was not signed."),
        (None, true)
    );
    assert_eq!(
        of("The town had it on the next day. Was it read?"),
        (None, true)
    );
    // The speaker quotes these words.
    assert_eq!(of("formal notice"), (None, true));
    assert_eq!(
        of("it was never ‘formal notice’?"),
        (Some(Cut::Sentence), false)
    );
    assert_eq!(
        of("what the U.S. Army would call an order"),
        (Some(Cut::Sentence), false)
    );
    assert_eq!(
        of("It was what the U.S. Army would call an order, and that is all"),
        (None, true)
    );
    // If it is not a transcript, the words are outside of quotation marks.
    assert_eq!(cut(TRANSCRIPT, "We sent the letter", false), (None, true));
}

#[test]
fn in_a_transcript_each_speaker_begins_a_paragraph() {
    let lines = "\
HOST: Did you ask the readers?
HART: We asked them in May. They did not answer,
so we went on.
**LUND:** That isn't true.";
    let of = |words| cut(lines, words, true);
    for whole in [
        "We asked them in May.",
        "They did not answer, so we went on.",
        "That isn't true.",
        "Did you ask the readers?",
    ] {
        assert_eq!(of(whole), (None, true), "{whole}");
    }
    let joined = |words: &str| found(lines, words, true).is_some();
    assert!(!joined("Did you ask the readers? … We asked them in May."));
    assert!(!joined("They did not answer … That isn’t true."));
    // A colon in the middle of a sentence does not introduce a speaker, even if its
    // line begins with a name.
    let wrapped = "He named the two towns that had asked,\nHarrow and Elm: both want the bridge.";
    let words = "He named the two towns … both want the bridge.";
    assert_eq!(cut(wrapped, words, true), (None, true));
}

#[test]
fn an_ellipsis_that_drops_a_negation_is_an_unmarked_cut() {
    let text = "They did not answer, so we went on. The bridge, which is old, will close.";
    let part = Some(Cut::Sentence);
    assert_eq!(
        cut(text, "They did … answer, so we went on.", true),
        (part, false)
    );
    assert_eq!(
        cut(text, "They did … answer, so we … went on …", false),
        (part, false)
    );
    assert_eq!(cut(text, "The bridge … will close.", true), (None, true));
}

#[test]
fn an_ellipsis_at_the_edge_marks_a_cut() {
    let of = |words| cut(TRANSCRIPT, words, true);
    let part = Some(Cut::Sentence);
    assert_eq!(of("We sent the letter on 1 March …"), (part, true));
    assert_eq!(of("We sent the letter on 1 March […]"), (part, true));
    assert_eq!(of("We sent the letter on 1 March, ..."), (part, true));
    assert_eq!(of("… sent the letter on 1 March"), (part, false));
    assert_eq!(of("… sent the letter on 1 March …"), (part, true));
}

#[test]
fn a_cut_reports_the_text_before_and_after() {
    let found = found(TRANSCRIPT, "the letter on 1 March", true).expect("found");
    let before = found.cuts.before.expect("cut before");
    let after = found.cuts.after.expect("cut after");
    assert_eq!(before.left_out, "MR. HALE: We sent");
    assert_eq!(
        after.left_out,
        ", but it was not signed. The town had it on the next day."
    );
    assert_eq!(negations(&after.left_out), ["not"]);
    assert_eq!(
        negations("I can't, Никогда and n’t"),
        ["can't", "Никогда", "n’t"]
    );
}

#[test]
fn the_least_cut_of_several_occurrences_counts() {
    let text = "\"It was a courtesy note in any case,\" she said, of \"a courtesy note\".";
    assert_eq!(cut(text, "a courtesy note", false), (None, true));
}

#[test]
fn an_ellipsis_omits_at_most_sixty_words_of_one_quotation() {
    let left_out = |words: &str| -> Option<Vec<String>> {
        let found = found(NEWS, words, false)?;
        Some(found.left_out.into_iter().map(|gap| gap.text).collect())
    };
    assert_eq!(
        left_out("We never saw the letter … and nobody asked").as_deref(),
        Some(&[". It was never sent to us,".to_owned()][..])
    );
    // The source's own ellipsis does not count as leaving out words.
    assert_eq!(
        left_out("We will not pay … for the detour"),
        Some(Vec::new())
    );
    // Not into another quotation or another speaker's words, nor backwards.
    assert_eq!(left_out("nobody asked … We will not pay 5.5 million"), None);
    assert_eq!(left_out("We will not pay 5.5 million … not true"), None);
    assert_eq!(left_out("again on 3 March … We wrote on 1 March"), None);
    let long = |words: usize| format!("We begin {}and end.", "so ".repeat(words));
    let spans = |words| found(&long(words), "We begin … and end", false).is_some();
    assert!(spans(60) && !spans(61));
    let apart = "We begin so.\n\nWe go on and end.";
    assert_eq!(found(apart, "We begin … and end", false), None);
}

#[test]
fn numbers_and_words_match_only_whole() {
    let has = |words: &str, text: &str| found(text, words, false).is_some();
    for (words, text) in [
        ("5 per cent", "It fell by 5.5 per cent."),
        ("It fell by 5", "It fell by 5.5 per cent."),
        ("000 men", "They sent 250 000 men."),
        ("sent 250", "They sent 250 000 men."),
        ("sent 250", "They sent 250,000 men."),
        ("5 degrees", "It was -5 degrees."),
        ("5 degrees", "It was \u{2212}5 degrees."),
        ("rose to 5", "It rose to 5 % at noon."),
        ("at 6", "It began at 6:30."),
        ("the U", "It was the U.S. Army."),
        ("can", "We can't."),
        ("elected", "He was re-elected."),
        ("Did they answer.", "Did they answer?"),
        ("called it ‘true’", "He called it true."),
        ("called it ‘true.’", "He called it \"true?\""),
    ] {
        assert!(!has(words, text), "{words} in {text}");
    }
    for (words, text) in [
        ("5.5 per cent", "It fell by 5.5 per cent."),
        ("in 2021", "It was in 2021 that 300 people came."),
        ("\u{2212}5 degrees", "It was -5 degrees."),
        ("the U.S.", "It was the U.S. Army."),
        ("[T]hey answered", "Then they answered."),
        ("[t]hey answered", "They answered."),
        ("called it ‘true’", "He called it \"true.\""),
        ("called it ‘true.’", "He called it \"true\", and left."),
        ("a reply", "It was a re-\nply."),
        ("a well-known reply", "It was a well-\nknown re\u{ad}\nply."),
        ("short- and long-term", "It was short-\nand long-term."),
        (
            "It went on after the page",
            "It went on\n\n  12\n\u{c}\nafter the page.",
        ),
    ] {
        assert!(has(words, text), "{words} in {text}");
    }
    assert!(!has("[h]ey answered", "They answered."));
    assert!(!has("[N]ow they answer", "How they answer."));
}

#[test]
fn sentences_end_as_a_reader_expects() {
    let texts =
        |text: &str| -> Vec<String> { sentences(text).into_iter().map(|one| one.text).collect() };
    let news = texts(NEWS);
    assert_eq!(news.len(), 8, "{news:#?}");
    assert_eq!(news[1], "\" We never saw the letter.");
    assert_eq!(news[3], "\" We will not pay 5.5 million. \"");
    assert_eq!(texts(TRANSCRIPT).len(), 6);
    assert_eq!(
        texts("Mr. A. Hale paid $5 to U.S. banks. \"Why?\" she asked. \"No.\" He left!"),
        [
            "Mr. A. Hale paid $5 to U.S. banks.",
            "\" Why? \" she asked.",
            "\" No. \"",
            "He left!"
        ]
    );
    assert_eq!(
        texts("A title\n\n1. The parties agree. They sign."),
        ["A title", "1. The parties agree.", "They sign."]
    );
    assert_eq!(
        texts("Он ушёл в 5 ч. вечера. «Нет», — сказал г. Петров. Да…").len(),
        3
    );
    // Another edition of the text has the same sentences.
    let print = NEWS.replace('"', "”").replace("the ", "the\n");
    assert_eq!(sentences(&print), sentences(NEWS));
    assert!(sentences("").is_empty());
}
