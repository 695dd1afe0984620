//! Valid disputes that stress the pages. They are generated, because two hundred
//! points are easier to read as code than as files. The library, its readers and
//! their quarrel are fictional.

use std::path::Path;
use std::{fs, io};

/// The ids of the disputes, in library order. The first one is featured.
pub const DISPUTES: [&str; 7] = [
    "one-point",
    "many-points",
    "long-statement",
    "long-word",
    "only-absences",
    "right-to-left",
    "markup-like",
];

/// The content of every text of `markup-like`. It has no straight double quotes: the
/// check rejects them in statements.
pub const MARKUP: &str = "<script>window.pwned=1</script> <b>bold</b> <img src=x onerror='window.pwned=1'> <svg onload='window.pwned=1'></svg> <iframe srcdoc='<script>parent.pwned=1</script>'></iframe> <a href='javascript:window.pwned=1'>link</a> <style>*{background:url(//evil.example/)}</style> </title></textarea></style></script></details></main> &amp; &lt; &#60;script&#62; ]]> %page% %head% %lang% {{x}} {% x %} ${window.pwned=1} javascript:window.pwned=1 data:text/html,<script>parent.pwned=1</script> %3Cscript%3E \\x3cscript\\x3e url(//evil.example/) <!--";

/// The suffix of every text of `markup-like` that nobody said: an attempt to break
/// out of an attribute.
pub const QUOTED: &str = "\" autofocus onfocus=\"window.pwned=1\" onmouseover=\"window.pwned=1\" style=\"background:url(//evil.example/)";

/// The URL of the first source of `markup-like`: as hostile as a valid URL can be.
pub const ADDRESS: &str = "https://example.org/'onmouseover='window.pwned=1'/javascript:window.pwned=1?q='&x=javascript:window.pwned=1&y=%22%3E%3Cscript%3E&z=%25page%25&quot;#'onload='window.pwned=1'";

/// The longest word of `long-word`.
#[must_use]
pub fn long_word() -> String {
    "abcdefghij".repeat(20)
}

/// The id of a dispute's first point.
#[must_use]
pub fn first_point(dispute: &str) -> String {
    HardDispute::of(dispute).point_id(1)
}

/// The number of points of a dispute.
#[must_use]
pub fn points(dispute: &str) -> usize {
    HardDispute::of(dispute).points
}

/// Writes the library into a folder.
///
/// # Errors
///
/// If a file can't be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let ids = DISPUTES.map(quoted).join(", ");
    fs::create_dir_all(folder)?;
    fs::write(folder.join("library.toml"), format!("disputes = [{ids}]\n"))?;
    DISPUTES
        .iter()
        .try_for_each(|id| HardDispute::of(id).write(&folder.join(id)))
}

/// What makes a dispute hard to render.
struct HardDispute {
    points: usize,
    in_arabic: bool,
    /// The suffix of every text.
    tail: String,
    /// A further suffix where nobody is quoted.
    end: &'static str,
    /// The URL of the first source.
    link: String,
    /// Further fields of a statement.
    extra_fields: String,
    /// How often the first statement repeats its words.
    repeats: usize,
    /// Whether the second side is always absent.
    is_one_silent: bool,
    /// The length of the points' ids.
    id_length: usize,
}

impl HardDispute {
    fn of(id: &str) -> Self {
        let plain = Self {
            points: 3,
            in_arabic: false,
            tail: String::new(),
            end: "",
            // A URL can't have the suffix, which contains spaces; a long URL is hard
            // enough.
            link: format!("https://example.org/{}?a=1&b=%3Cb%3E", long_word()),
            extra_fields: String::new(),
            repeats: 1,
            is_one_silent: false,
            id_length: 0,
        };
        match id {
            "one-point" => Self { points: 1, ..plain },
            "many-points" => Self {
                points: 200,
                ..plain
            },
            "long-statement" => Self {
                // Twelve words per repeat.
                repeats: 50,
                ..plain
            },
            "long-word" => Self {
                tail: format!(" {}", long_word()),
                id_length: 80,
                ..plain
            },
            "only-absences" => Self {
                is_one_silent: true,
                ..plain
            },
            "right-to-left" => Self {
                in_arabic: true,
                ..plain
            },
            "markup-like" => Self {
                tail: format!(" {MARKUP}"),
                end: QUOTED,
                link: ADDRESS.to_owned(),
                extra_fields: format!(
                    "spoken-in = \"ru\"\ntranslated-by = {0}\nnot-verified = {0}\n",
                    quoted(&format!("{MARKUP}{QUOTED}"))
                ),
                ..plain
            },
            _ => plain,
        }
    }

    fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join("points"))?;
        fs::write(folder.join("dispute.toml"), self.head())?;
        fs::write(folder.join("speakers.toml"), self.speakers())?;
        fs::write(folder.join("sources.toml"), self.sources())?;
        fs::write(folder.join("documents.toml"), self.documents())?;
        fs::write(folder.join("events.toml"), self.events())?;
        fs::write(folder.join("open-questions.toml"), self.open_questions())?;
        (1..=self.points).try_for_each(|number| {
            let file = format!("points/{}.toml", self.point_id(number));
            fs::write(folder.join(file), self.point(number))
        })
    }

    /// A text in the dispute's language, as a TOML string.
    fn text(&self, english: &str, arabic: &str) -> String {
        let words = if self.in_arabic { arabic } else { english };
        quoted(&format!("{words}{}{}", self.tail, self.end))
    }

    /// The words of a statement, partly verbatim.
    fn said(&self, repeats: usize, english: (&str, &str), arabic: (&str, &str)) -> String {
        let (own, verbatim) = if self.in_arabic { arabic } else { english };
        let tail = &self.tail;
        let all = vec![format!("{own}{tail} “{verbatim}{tail}”."); repeats];
        quoted(&all.join(" "))
    }

    fn language(&self) -> &'static str {
        if self.in_arabic { "ar" } else { "en" }
    }

    fn point_id(&self, number: usize) -> String {
        format!("{:x<1$}", format!("point-{number:03}"), self.id_length)
    }

    fn head(&self) -> String {
        let ids: Vec<String> = (1..=self.points)
            .map(|number| quoted(&self.point_id(number)))
            .collect();
        format!(
            r#"question = {question}
setting = {setting}
language = "{language}"
as-of = 2031-03-20
as-of-note = {note}
summary = [{summary}]
accepted = [{accepted}]
contested = [{contested}]
order-note = {order}
method = [{method}]
points = [{ids}]

[[side]]
id = "library"
name = {library}
says = {library_says}

[[side]]
id = "council"
name = {council}
says = {council_says}

[[revision]]
date = 2031-03-21
kind = "first-published"
what = {what}

[[alias]]
from = "point-one"
to = "{first}"

[[tombstone]]
id = "point-none"
date = 2031-03-21
reason = {reason}
"#,
            question = self.text(
                "Does the library open at eight?",
                "هل تفتح المكتبة أبوابها في الساعة الثامنة؟",
            ),
            setting = self.text("Spring 2031", "ربيع 2031"),
            language = self.language(),
            note = self.text(
                "What had been reported by 20 March 2031.",
                "ما نُشر حتى 20 مارس 2031.",
            ),
            summary = self.text(
                "The library and its readers’ council differ on when the doors open.",
                "تختلف المكتبة ومجلس القرّاء في موعد فتح الأبواب، كما نقلت Riverside Gazette في 12 مارس 2031.",
            ),
            accepted = self.text("There is a door.", "هناك باب."),
            contested = self.text("When it opens.", "متى يُفتح."),
            order = self.text(
                "The sides stand in the order in which they spoke.",
                "الطرفان بحسب ترتيب كلامهما.",
            ),
            method = self.text("Both notices were read.", "قُرئ الإعلانان كلاهما."),
            ids = ids.join(", "),
            library = self.text("Library", "المكتبة"),
            library_says = self.text("Library says", "تقول المكتبة"),
            council = self.text("Readers’ council", "مجلس القرّاء"),
            council_says = self.text("Readers’ council says", "يقول مجلس القرّاء"),
            what = self.text("First publication.", "النشر الأول."),
            first = self.point_id(1),
            reason = self.text("It was about another door.", "كان عن باب آخر."),
        )
    }

    fn speakers(&self) -> String {
        format!(
            r#"[head]
name = {head}
role = {head_role}
for = "library"

[chair]
name = {chair}
role = {chair_role}
for = "council"

[porter]
name = {porter}
named = false
for = "third-party"
"#,
            head = self.text("Rosa Lund", "روزا Lund"),
            head_role = self.text("Head of the Library", "مديرة المكتبة"),
            chair = self.text("Ivo Marsh", "إيفو مارش"),
            chair_role = self.text("Chair of the council, 2029–2031", "رئيس المجلس، 2029–2031"),
            porter = self.text("a porter", "بوّاب"),
        )
    }

    fn sources(&self) -> String {
        format!(
            r#"[gazette]
outlet = {gazette}
headline = {headline}
authors = {authors}
published = 2031-03-12
language = "{language}"
link = {link}
read = "whole"
not-verified = {invented}

[notice-board]
outlet = {board}
headline = {notice}
published = 2031-03-10
language = "{language}"
link-not-recorded = {reason}
read = "excerpt"
not-verified = {invented}
note = {note}
"#,
            invented = self.text(
                "The library is invented, and no text of this is kept.",
                "المكتبة مخترعة، ولا نص محفوظ.",
            ),
            gazette = self.text("Riverside Gazette", "Riverside Gazette"),
            headline = self.text(
                "A door, and when it opens",
                "باب، ومتى يُفتح (Riverside, 2031)"
            ),
            authors = self.text("Sam Reed", "سام ريد"),
            language = self.language(),
            link = quoted(&self.link),
            board = self.text("Notice board", "لوحة الإعلانات"),
            notice = self.text("Opening hours", "ساعات العمل 8:00–18:00"),
            reason = self.text("It hangs by the door.", "معلّقة قرب الباب."),
            note = self.text("The upper half.", "النصف الأعلى."),
        )
    }

    fn documents(&self) -> String {
        format!(
            r#"[house-rules]
name = {name}
about = {about}
when = {{ date = 2031-03-01 }}
sources = ["gazette"]
points = ["{point}"]

[[house-rules.called]]
by = "head"
words = {by_head}
source = "gazette"

[[house-rules.called]]
by = "chair"
words = {by_chair}
source = "notice-board"
"#,
            name = self.text("The house rules", "نظام المكتبة"),
            about = self.text("A sheet by the door.", "ورقة قرب الباب."),
            point = self.point_id(1),
            by_head = self.said(1, ("our", "rules"), ("هذه", "قواعدنا")),
            by_chair = self.said(1, ("at best", "a wish"), ("في أحسن الأحوال", "أمنية")),
        )
    }

    fn events(&self) -> String {
        format!(
            r#"[door-stayed-shut]
what = {what}
when = {{ date = 2031-03-11 }}
actor = "library"
sources = ["gazette"]
points = ["{point}"]

[door-opened]
what = {after}
when = {{ date = 2031-03-25 }}
sources = ["gazette"]
points = ["{point}"]
after = true
"#,
            what = self.text(
                "The door stayed shut until nine.",
                "بقي الباب مغلقاً حتى التاسعة."
            ),
            after = self.text("The door opened at eight.", "فُتح الباب في الثامنة."),
            point = self.point_id(1),
        )
    }

    fn open_questions(&self) -> String {
        format!(
            "[who-has-the-key]\nquestion = {}\nsettled-by = {}\npoints = [\"{}\"]\n",
            self.text("Who has the key?", "من معه المفتاح؟"),
            self.text("The key book.", "سجلّ المفاتيح."),
            self.point_id(1),
        )
    }

    /// On every fourth point one side is absent, and on every twentieth both are.
    fn point(&self, number: usize) -> String {
        let council_speaks = !self.is_one_silent && !number.is_multiple_of(4);
        let library_speaks = !number.is_multiple_of(20);
        let status = match (library_speaks, council_speaks, number % 3) {
            (true, true, 0) => "agreed",
            (true, true, 1) => "disputed-fact",
            (true, true, _) => "disputed-characterisation",
            (false, false, _) => "not-addressed",
            _ => "one-side-only",
        };
        let mut point = format!(
            "question = {}\nstatus = \"{status}\"\naccepted = {}\ncontested = {}\n",
            self.text(
                &format!("On day {number}, did the door open at eight?"),
                &format!("هل فُتح الباب في الثامنة في اليوم {number}؟"),
            ),
            self.text("There is a clock.", "هناك ساعة."),
            self.text("Whether it was right.", "هل كانت مضبوطة."),
        );
        if library_speaks {
            let repeats = if number == 1 { self.repeats } else { 1 };
            let said = self.said(
                repeats,
                (
                    "The door opens when",
                    "the clock in the hall strikes eight times",
                ),
                ("يُفتح الباب حين", "تدقّ ساعة القاعة 8 مرات"),
            );
            point.push_str(&self.statement("library", "head", number, &said));
        } else {
            point.push_str(&self.absence("library", "not-found"));
        }
        if council_speaks {
            let said = self.said(
                1,
                ("The readers waited and", "nobody came before nine"),
                ("انتظر القرّاء و", "لم يأتِ أحد قبل 9:00 (a.m.)"),
            );
            point.push_str(&self.statement("council", "chair", number, &said));
        } else {
            let kinds = ["declined", "not-disclosed", "not-found"];
            point.push_str(&self.absence("council", kinds[number % kinds.len()]));
        }
        if number == 1 {
            let said = self.said(1, ("The clock", "has stood still"), ("الساعة", "متوقفة"));
            point.push_str(&self.statement("others", "porter", number, &said));
        }
        point
    }

    fn statement(&self, cell: &str, speaker: &str, number: usize, said: &str) -> String {
        format!(
            r#"
[[statement]]
id = "{cell}-{number:03}"
speaker = "{speaker}"
said = {said}
{extra_fields}when = {{ date = 2031-03-12 }}
note = {note}
chain = [
  {{ hop = "said", to = {to}, how = {how} }},
  {{ hop = "reported", by = {by} }},
  {{ hop = "cited", source = "gazette", verb = {verb} }},
]

[[statement.rendering]]
said = {said}
attributed-to = {attributed}
chain = [
  {{ hop = "said", to = "not stated in the source" }},
  {{ hop = "reported", source = "notice-board" }},
]
"#,
            extra_fields = self.extra_fields,
            note = self.text("Said by the door.", "قيل عند الباب."),
            to = self.text("those who waited", "المنتظرين"),
            how = self.text("aloud", "بصوت عالٍ"),
            by = self.text("Valley Radio", "إذاعة Valley Radio"),
            verb = self.text("said", "قالت"),
            attributed = self.text("the library’s desk", "مكتب الاستقبال"),
        )
    }

    fn absence(&self, side: &str, kind: &str) -> String {
        format!(
            "\n[[absence]]\nside = \"{side}\"\nkind = \"{kind}\"\nnote = {}\nsearched = [\"gazette\", \"notice-board\"]\n",
            self.text(
                "The sources read carry nothing on this day.",
                "لا شيء في المصادر عن هذا اليوم.",
            ),
        )
    }
}

/// A TOML string, which has the syntax of a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
