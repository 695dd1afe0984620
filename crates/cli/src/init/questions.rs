//! What a site says of itself, as it is asked.

use std::io::{self, IsTerminal as _, Write as _};

use anyhow::{Context, Result};

/// The name of a site that has none.
const DEFAULT_NAME: &str = "Says Who";

/// What the site says of itself.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The name of the site.
    pub name: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// An e-mail address, or the address of a page.
    pub contact: Option<String>,
    /// The licence of the texts.
    pub licence: Option<String>,
}

impl Answers {
    /// Asks for what is missing, if a person can answer. An empty answer leaves it out.
    pub(super) fn ask(mut self) -> Result<Self> {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Ok(self);
        }
        for (answer, question) in [
            (&mut self.name, "Name of the site [Says Who]: "),
            (
                &mut self.publisher,
                "Who publishes it? A person or a body [none]: ",
            ),
            (
                &mut self.contact,
                "Where are errors reported? An e-mail address, or the https:// address of a repository or a page [none]: ",
            ),
            (
                &mut self.licence,
                "Licence of the texts, such as CC BY 4.0 [none]: ",
            ),
        ] {
            if answer.is_none() {
                *answer = ask(question)?;
            }
        }
        Ok(self)
    }

    /// The name of the site.
    pub(super) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(DEFAULT_NAME)
    }

    /// The lines of library.toml. What is not known is a comment.
    pub(super) fn to_toml(&self) -> String {
        let lines = [
            ("name", &self.name, "at most 40 characters"),
            ("publisher", &self.publisher, "a person or a body"),
            (
                "contact",
                &self.contact,
                "an e-mail address, or the https:// address of a repository or a page",
            ),
            ("licence", &self.licence, "of the texts"),
        ];
        let lines = lines.map(|(key, answer, meaning)| match answer {
            Some(text) => format!("{key} = {}\n", toml_edit::Value::from(text)),
            None => format!("# {key} = \"…\"   # {meaning}\n"),
        });
        lines.concat()
    }
}

fn ask(question: &str) -> Result<Option<String>> {
    let mut answer = String::new();
    let mut shown = io::stderr();
    shown
        .write_all(question.as_bytes())
        .and_then(|()| shown.flush())
        .and_then(|()| io::stdin().read_line(&mut answer))
        .context("the questions can't be asked")?;
    let answer = answer.trim();
    Ok((!answer.is_empty()).then(|| answer.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::Answers;

    #[test]
    fn every_answer_is_a_text_and_what_is_not_known_a_comment() {
        let answers = Answers {
            name: Some("The \"Bridge\" Papers\\".to_owned()),
            publisher: Some("x\"\ndisputes = [\"y\"]".to_owned()),
            ..Answers::default()
        };
        let text = answers.to_toml();
        let read: toml::Table = text.parse().expect("TOML");
        assert_eq!(read["name"].as_str(), answers.name.as_deref());
        assert_eq!(read["publisher"].as_str(), answers.publisher.as_deref());
        assert_eq!(read.len(), 2, "{text}");
        assert!(text.contains("\n# contact = \"…\""), "{text}");
        assert!(text.contains("\n# licence = \"…\""), "{text}");
    }
}
