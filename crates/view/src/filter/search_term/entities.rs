//! Quotation marks in a typed search: HTML's names of marks, and two single marks in
//! place of a double one.

/// HTML's names of marks and spaces, which are in text copied from markup: each line
/// is a character, followed by its names.
const ENTITIES: &str = "\" quot #34 #x22
“ ldquo rdquo bdquo #8220 #8221 #8222 #x201c #x201d
« laquo raquo
' apos rsquo lsquo sbquo #39 #x27 #8216 #8217 #x2018 #x2019
  amp nbsp thinsp gt lt mdash hellip #160
- ndash minus
\u{ad} shy";

/// The letters, with HTML's names decoded and two single quotation marks as a double
/// one.
pub(super) fn decode_entities(input: &str) -> Vec<char> {
    let (mut letters, mut rest) = (Vec::new(), input);
    while let Some(letter) = rest.chars().next() {
        let named = rest.strip_prefix('&').and_then(|rest| {
            let (name, rest) = rest.split_once(';')?;
            let of = |line: &&str| line.split(' ').skip(1).any(|other| other == name);
            Some((ENTITIES.lines().find(of)?.chars().next()?, rest))
        });
        let (letter, after) = named.unwrap_or((letter, &rest[letter.len_utf8()..]));
        rest = after;
        let may_double = matches!(letter, '\'' | '`' | '’' | '‘' | ',' | '‚');
        if may_double && letters.last() == Some(&letter) {
            letters.pop();
            letters.push('"');
        } else {
            letters.push(letter);
        }
    }
    letters
}
