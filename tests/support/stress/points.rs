//! The points of a dispute, with their statements and absences.

use super::hard_dispute::HardDispute;

impl HardDispute {
    /// On every fourth point one side is absent, and on every twentieth both are.
    pub(super) fn point(&self, number: usize) -> String {
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
            self.own_text(
                &format!("On day {number}, did the door open at eight?"),
                &format!("هل فُتح الباب في الثامنة في اليوم {number}؟"),
            ),
            self.own_text("There is a clock.", "هناك ساعة."),
            self.own_text("Whether it was right.", "هل كانت مضبوطة."),
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
            self.own_text(
                "The sources read carry nothing on this day.",
                "لا شيء في المصادر عن هذا اليوم.",
            ),
        )
    }
}
