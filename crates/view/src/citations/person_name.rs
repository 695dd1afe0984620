//! Splits a person's name into the parts by which reference managers sort and
//! abbreviate it.
//!
//! In the data a name is one text. It is split if its parts are certain. It stays
//! whole if the family name may come first or if a word may not be a name: no
//! reference manager gets a whole name wrong.

/// The parts of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameParts {
    pub(super) given: String,
    /// The words before the family name that belong to it: "van der".
    pub(super) particle: Option<String>,
    pub(super) family: String,
    /// "Jr.", "III".
    pub(super) suffix: Option<String>,
}

impl NameParts {
    /// The family name with its particle: "van der Berg".
    pub(super) fn surname(&self) -> String {
        match &self.particle {
            Some(particle) => format!("{particle} {}", self.family),
            None => self.family.clone(),
        }
    }
}

/// Suffixes that follow a family name.
const SUFFIXES: [&str; 9] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "Jnr", "Snr"];

/// Titles, ranks and offices: a given name, a family name or a place may follow.
const TITLES: &str = "Abbot Admiral Ambassador Archbishop Ayatollah Baron Baroness Bishop Brother \
    Capt Captain Cardinal Chancellor Col Colonel Count Countess Dame Dr Duchess Duke Emir Father Gen \
    General Gov Governor Imam Judge Justice King Lady Lord Lt Madame Maj Major Mayor Minister Miss \
    Monsieur Mr Mrs Ms Mx Pastor Patriarch Pope Premier President Prince Princess Prof Professor \
    Queen Rabbi Rep Rev Reverend Saint Sen Senator Sergeant Sgt Sheikh Sheik Sir Sister St Sultan";

/// Words in the names of organisations, desks and roles that are hardly ever in the
/// names of people.
const NON_NAME_WORDS: &str = "Administration Agency Alliance Army Assembly Associated Association Authority \
    Bank Board Bureau Business Cabinet Center Centre Chief Club Commission Committee Company \
    Congress Contributor Contributors Corp Corporation Correspondent Correspondents Council County \
    Court Courier Department Deputy Desk Director Editor Editorial Editors Embassy Executive Federal \
    Federation Force Forces Foreign Foundation Gazette Government Group Head Herald House Inc \
    Initiative Institute International Journal Limited Ltd Magazine Media Ministry Mission Monitor \
    Movement National Network News Newspaper Newspapers Newsroom Observer Office Officer Online \
    Organisation Organization Parliament Partners Party Photographer Police Political Post Press \
    Producer Public Publisher Radio Reporter Reporters Reporting Representative Research Review \
    School Secretary Senate Senior Service Services Society Special Spokesman Spokesperson \
    Spokeswoman Staff State States Studio System Team Telegraph Television Times Today Tribune \
    Trust Union United University Wire World Writer Writers";

/// Family names that come first in their own languages, and first or last in
/// English.
const FAMILY_FIRST_NAMES: &str = "An Bae Bai Bak Ban Bui Cai Cao Chae Chai Chan Chang Chao Chen Cheng Cheung \
    Chiang Chin Cho Choe Choi Chong Chou Chow Choy Chu Chun Chung Cui Dang Deng Dinh Do Dong Du Duan \
    Duong Fan Fang Feng Fong Fu Gao Geng Go Gong Gu Guo Ha Han Hao He Heo Ho Hong Hou Hsieh Hsu Hu \
    Huang Hui Huynh Hwang Im Jang Jeon Jeong Ji Jia Jiang Jin Joo Jung Kang Kim Ko Kong Koo Kwak \
    Kwok Kwon Lai Lam Lau Law Le Lee Lei Leung Li Liang Liao Lim Lin Ling Liu Lo Lu Luo Luong Lyu Ma \
    Mai Mao Meng Min Mo Moon Na Nam Ng Ngo Nguyen Noh Oh Ong Ou Pak Pan Park Peng Pham Phan Qi Qian \
    Qin Qiu Ren Rhee Roh Ryu Seo Seok Shao Shen Shi Shin Sim Sin So Sohn Son Song Su Sun Sung Tan Tang \
    Tao Thai Tian To Tong Tran Trinh Truong Tsai Tsang Tse Tu Van Vo Vu Wan Wang Wei Wen Won Wong Woo \
    Wu Xi Xia Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yeh Yeo Yeung Yi Yin Yoo Yoon You Yu Yuan Yun \
    Zeng Zhang Zhao Zheng Zhou Zhu Zou \
    Abe Aoki Araki Arai Aso Endo Fujii Fujita Fukuda Fukuyama Goto Hara Hasegawa Hashimoto Hatoyama \
    Hayashi Hirano Honda Iguchi Ikeda Inoue Ishiba Ishida Ishiguro Ishihara Ishii Ishikawa Ito Kaneko \
    Kato Kawabata Kimura Kishi Kishida Kobayashi Koizumi Kojima Kondo Kono Kuroda Kurosawa Maeda \
    Matsuda Matsui Matsumoto Mishima Miura Miyamoto Miyazaki Mori Motegi Murakami Murata Nakagawa \
    Nakajima Nakamura Nakano Nakasone Nakayama Nishimura Nishida Noda Nomura Obuchi Oe Ogawa Okada \
    Okamoto Ono Ota Saito Sakai Sakamoto Sasaki Sato Shimizu Suga Sugiyama Suzuki Takagi Takahashi \
    Takaichi Takeda Takeuchi Tanaka Tanizaki Uchida Ueda Ueno Wada Watanabe Yamada Yamaguchi Yamamoto \
    Yamashita Yamazaki Yasuda Yokoyama Yoshida \
    Bajnai Balogh Bartók Esterházy Farkas Fekete Gyurcsány Horn Horthy Horváth Juhász Kádár Kertész \
    Kiss Kocsis Kodály Kovács Lakatos Magyar Medgyessy Mészáros Molnár Nagy Novák Németh Orbán Papp \
    Petőfi Puskás Szabó Szijjártó Szilágyi Szűcs Takács Tóth Varga Vörös";

/// Whether a word is in a list, ignoring the dot of an abbreviation.
fn contains_word(list: &str, word: &str) -> bool {
    let word = word.trim_end_matches('.');
    list.split_whitespace().any(|one| one == word)
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word)
}

/// Whether a text says what somebody is, rather than who.
pub(super) fn is_role(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_telling =
        |word: &str| contains_word(NON_NAME_WORDS, word) || contains_word(TITLES, word);
    let is_lower = |word: &str| word.starts_with(char::is_lowercase);
    words.clone().any(is_telling) || words.next().is_some_and(is_lower)
}

/// Whether a character is a Latin letter, or a mark that is used in Latin names.
fn is_name_char(letter: char) -> bool {
    let latin = letter.is_ascii_alphabetic()
        || matches!(letter, 'À'..='ɏ' | 'Ḁ'..='ỿ') && letter.is_alphabetic();
    let mark = matches!(letter, '\u{300}'..='\u{36f}');
    latin || mark || matches!(letter, '\'' | '’' | '-' | '‑' | '.' | '·')
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') || word.chars().count() == 1
}

/// The parts of a name; `None` if they are not certain.
pub(super) fn parse_name(name: &str) -> Option<NameParts> {
    match name.split(',').map(str::trim).collect::<Vec<_>>()[..] {
        [name] => parse_given_first(name, None),
        [name, suffix] if is_suffix(suffix) => parse_given_first(name, Some(suffix)),
        [family, given] => parse_family_first(family, given, None),
        [family, given, suffix] if is_suffix(suffix) => {
            parse_family_first(family, given, Some(suffix))
        }
        [family, suffix, given] if is_suffix(suffix) => {
            parse_family_first(family, given, Some(suffix))
        }
        _ => None,
    }
}

/// Splits a name in its usual order: "Jan van der Berg", "Martin Luther King Jr.".
fn parse_given_first(name: &str, suffix: Option<&str>) -> Option<NameParts> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let last = words.last().copied().filter(|last| is_suffix(last));
    if last.is_some() {
        words.pop();
    }
    let suffix = suffix.or(last);
    let first = words.first()?;
    let is_plain = words.iter().all(|word| word.chars().all(is_name_char));
    let is_telling = |word: &&str| contains_word(NON_NAME_WORDS, word);
    if !is_plain
        || words.iter().any(is_telling)
        || contains_word(TITLES, first)
        || (contains_word(FAMILY_FIRST_NAMES, first) && suffix.is_none())
        || first.starts_with(char::is_lowercase)
        || *first == "The"
    {
        return None;
    }
    let is_lower = |word: &&str| word.starts_with(char::is_lowercase);
    let (given, particle, family) = match words.iter().position(is_lower) {
        // Lower-case words belong to the family name after them.
        Some(at) => {
            let mut after = words.iter().skip(at);
            // Or they are the family name themselves, if hyphenated: "al-Assad".
            let is_last = |word: &&str| !is_lower(word) || word.contains('-');
            let after = after.position(is_last)?;
            let (before, family) = words.split_at(at + after);
            let (given, particle) = before.split_at(at);
            (given, particle, family)
        }
        None => {
            let (family, given) = words.split_last()?;
            // Of three full words, the second may belong to either name; a suffix
            // follows a family name of one word.
            let given_alone = given.len() == 1 || given.iter().any(|word| is_initial(word));
            if !(given_alone || suffix.is_some()) {
                return None;
            }
            (given, &given[..0], std::slice::from_ref(family))
        }
    };
    // "J." is an initial, and "dóttir" means daughter: neither is a family name.
    let family_name = family.last()?;
    if given.is_empty() || is_initial(family_name) || family_name.ends_with("dóttir") {
        return None;
    }
    Some(NameParts {
        given: given.join(" "),
        particle: (!particle.is_empty()).then(|| particle.join(" ")),
        family: family.join(" "),
        suffix: suffix.map(str::to_owned),
    })
}

/// Splits a name with the family name first: "van der Berg, Jan". The family name
/// must be one word, and what follows the comma must not be a role.
fn parse_family_first(family: &str, given: &str, suffix: Option<&str>) -> Option<NameParts> {
    let words: Vec<&str> = family.split_whitespace().collect();
    let (last, particle) = words.split_last()?;
    let is_lower = |word: &&str| word.starts_with(char::is_lowercase);
    let is_plain = |text: &str| text.chars().all(|c| c == ' ' || is_name_char(c));
    let is_one = particle.iter().all(is_lower) && !is_lower(last);
    if !is_one || given.is_empty() || is_role(given) || contains_word(NON_NAME_WORDS, last) {
        return None;
    }
    if !is_plain(family) || !is_plain(given) || given.split_whitespace().count() > 3 {
        return None;
    }
    Some(NameParts {
        given: given.to_owned(),
        particle: (!particle.is_empty()).then(|| particle.join(" ")),
        family: (*last).to_owned(),
        suffix: suffix.map(str::to_owned),
    })
}
