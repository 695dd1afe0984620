//! Checks the markup in the Markdown of a library.

use pulldown_cmark::{Event, Parser, Tag};
use says_who_model::Library;
use says_who_site::markdown;

/// Checks that the Markdown has only intended markup, and none from texts.
pub(crate) fn assert_only_intended_markdown(library: &Library) {
    for dispute in &library.disputes {
        let text = markdown(&library.site, dispute);
        let mut questions = 0;
        for event in Parser::new(&text) {
            match event {
                Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule => {
                    panic!("{event:?} in {text}")
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with("https://example.com/"), "{dest_url}");
                }
                Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => {
                    panic!("{event:?} in {text}")
                }
                Event::Start(Tag::Heading { level, .. }) if level as u8 == 4 => questions += 1,
                _ => {}
            }
        }
        let cells = 2 * dispute.all_points().count();
        let groups = dispute.all_points().map(|point| {
            dispute
                .by_voice(&point.others, |one| dispute.speaker(one.speaker).speaks_for)
                .len()
        });
        assert_eq!(questions, cells + groups.sum::<usize>(), "{text}");
    }
}
