//! Quotations in scripts without spaces between words, and the parts of numbers and
//! characters, which can't be quoted.

use says_who_model::Cut;
use says_who_model::read::quotation_match::{SearchedText, sentences};

/// Whether the words are found in the text.
pub(super) fn is_found(text: &str, words: &str) -> bool {
    SearchedText::new(text).find(words, false).is_some()
}

#[track_caller]
pub(super) fn assert_found(text: &str, all: &[&str]) {
    for words in all {
        assert!(is_found(text, words), "{words} is not found in {text}");
    }
}

#[track_caller]
pub(super) fn assert_not_found(text: &str, all: &[&str]) {
    for words in all {
        assert!(!is_found(text, words), "{words} is found in {text}");
    }
}

#[test]
fn words_without_spaces_between_are_found() {
    assert_found(
        "北京不会接受任何条件。",
        &[
            "不会接受",
            "北京",
            "任何条件",
            "任何条件。",
            "北京不会接受任何条件",
        ],
    );
    assert_found(
        "政府は条件を受け入れない。",
        &["条件を受け入れない", "条件を", "受け入れない。"],
    );
    assert_found("รัฐบาลจะไม่ยอมรับเงื่อนไขใด", &["จะไม่ยอมรับ", "เงื่อนไข"]);
    assert_found("ລັດຖະບານຈະບໍ່ຍອມຮັບ", &["ຈະບໍ່ຍອມຮັບ"]);
    assert_found("အစိုးရကလက်မခံပါ", &["လက်မခံပါ"]);
    assert_found("រដ្ឋាភិបាលនឹងមិនទទួលយក", &["នឹងមិនទទួលយក"]);
    assert_found("他说AI技术不会停", &["AI技术", "技术不会停", "AI"]);
    assert_not_found(
        "北京不会接受任何条件。",
        &["不接受", "会不接受", "北京会接受", "任何条件？", "不會接受"],
    );
}

#[test]
fn a_grapheme_cluster_is_never_cut() {
    // A vowel sign above belongs to its consonant, a subscript letter to the one above.
    assert_not_found("ที่นี่", &["ที่น", "ท"]);
    assert_not_found("រដ្ឋា", &["រដ", "រដ្"]);
    assert_not_found("が", &["か"]);
    let family = "One for all 👨\u{200d}👩\u{200d}👧 at home";
    assert_found(
        family,
        &[
            "for all",
            "for all 👨\u{200d}👩\u{200d}👧",
            "👨\u{200d}👩\u{200d}👧 at home",
        ],
    );
    assert_not_found(
        family,
        &["for all 👨", "for all 👨\u{200d}👩", "👧 at home"],
    );
    assert_not_found("we agree 👍🏽 at once", &["we agree 👍"]);
    assert_not_found("signed in 🇪🇹 again", &["signed in 🇪"]);
}

#[test]
fn a_number_is_never_cut() {
    assert_not_found("rose 5.5 per cent", &["5 per cent", "rose 5"]);
    assert_not_found("11,000 people", &["1,000 people", "000 people"]);
    assert_not_found("in 12022 cases", &["2022 cases", "in 1202"]);
    assert_not_found("二十三人和3万人", &["三人", "二十", "3", "万人"]);
    assert_not_found("上升三点五个百分点", &["五个百分点", "上升三"]);
    assert_not_found("ราคา ๒๕๖๕ บาท", &["๖๕ บาท"]);
    assert_found("二十三人和3万人", &["二十三人", "3万", "人和3万人"]);
}

#[test]
fn east_asian_typography_is_known() {
    // Lines are broken in words, and corner brackets are quotation marks.
    let text = "发言人说：「北京不会\n接受任何条件。我们『绝不』退让。」他随后离开。";
    assert_found(text, &["北京不会接受任何条件", "我们‘绝不’退让"]);
    assert_not_found(text, &["我们绝不退让"]);
    let searched = SearchedText::new(text);
    let cut = |words: &str| searched.find(words, false).unwrap().cut();
    assert_eq!(cut("北京不会接受任何条件。我们‘绝不’退让。"), None);
    assert_eq!(cut("北京不会接受任何条件。"), Some(Cut::Passage));
    assert_eq!(cut("接受任何条件。"), Some(Cut::Sentence));
    let transcript = SearchedText::new("我们不会同意。谁会同意呢？没有人。");
    let cut = |words: &str| transcript.find(words, true).unwrap().cut();
    assert_eq!(cut("我们不会同意。"), None);
    assert_eq!(cut("谁会同意呢？"), None);
    assert_eq!(cut("我们…同意。"), Some(Cut::Sentence));
    assert_eq!(sentences("我们不会同意。谁会同意呢？没有人。").len(), 3);
}

/// A gap may be sixty words, which in these scripts are counted by letters.
#[test]
fn what_is_left_out_is_limited_without_spaces_too() {
    let text = |letters: usize| format!("我们说{}然后离开", "好".repeat(letters));
    assert_found(&text(100), &["我们说…然后离开"]);
    assert_not_found(&text(140), &["我们说…然后离开"]);
}
