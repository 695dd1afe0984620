//! The files of a dispute except its points.

use super::hard_dispute::HardDispute;
use super::quoted;

impl HardDispute {
    pub(super) fn head(&self) -> String {
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
            question = self.own_text(
                "Does the library open at eight?",
                "هل تفتح المكتبة أبوابها في الساعة الثامنة؟",
            ),
            setting = self.text("Spring 2031", "ربيع 2031"),
            language = self.language(),
            note = self.own_text(
                "What had been reported by 20 March 2031.",
                "ما نُشر حتى 20 مارس 2031.",
            ),
            summary = self.own_text(
                "The library and its readers’ council differ on when the doors open.",
                "تختلف المكتبة ومجلس القرّاء في موعد فتح الأبواب، كما نقلت Riverside Gazette في 12 مارس 2031.",
            ),
            accepted = self.own_text("There is a door.", "هناك باب."),
            contested = self.own_text("When it opens.", "متى يُفتح."),
            order = self.own_text(
                "The sides stand in the order in which they spoke.",
                "الطرفان بحسب ترتيب كلامهما.",
            ),
            method = self.own_text("Both notices were read.", "قُرئ الإعلانان كلاهما."),
            ids = ids.join(", "),
            library = self.text("Library", "المكتبة"),
            library_says = self.text("Library says", "تقول المكتبة"),
            council = self.text("Readers’ council", "مجلس القرّاء"),
            council_says = self.text("Readers’ council says", "يقول مجلس القرّاء"),
            what = self.text("First publication.", "النشر الأول."),
            first = self.point_id(1),
            reason = self.own_text("It was about another door.", "كان عن باب آخر."),
        )
    }

    pub(super) fn speakers(&self) -> String {
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

    pub(super) fn sources(&self) -> String {
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

    pub(super) fn documents(&self) -> String {
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
            about = self.own_text("A sheet by the door.", "ورقة قرب الباب."),
            point = self.point_id(1),
            by_head = self.said(1, ("our", "rules"), ("هذه", "قواعدنا")),
            by_chair = self.said(1, ("at best", "a wish"), ("في أحسن الأحوال", "أمنية")),
        )
    }

    pub(super) fn events(&self) -> String {
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
            what = self.own_text(
                "The door stayed shut until nine.",
                "بقي الباب مغلقاً حتى التاسعة."
            ),
            after = self.own_text("The door opened at eight.", "فُتح الباب في الثامنة."),
            point = self.point_id(1),
        )
    }

    pub(super) fn open_questions(&self) -> String {
        format!(
            "[who-has-the-key]\nquestion = {}\nsettled-by = {}\npoints = [\"{}\"]\n",
            self.text("Who has the key?", "من معه المفتاح؟"),
            self.text("The key book.", "سجلّ المفاتيح."),
            self.point_id(1),
        )
    }
}
