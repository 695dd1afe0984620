//! Parses pages as browsers do, and compares the result with the source.

use std::cell::RefCell;

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::{ParseOpts, parse_document, serialize};
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};

/// Asserts that parsing a page does not add, move or drop anything in the part that
/// the app owns.
#[track_caller]
pub(crate) fn changes_nothing(html: &str, name: &str) {
    let tree = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    inline_templates(&tree.document);
    let mut parsed = Vec::new();
    serialize(
        &mut parsed,
        &SerializableHandle::from(tree.document.clone()),
        Default::default(),
    )
    .unwrap();
    let parsed = String::from_utf8(parsed).unwrap();
    let (written, parsed) = (tokens(body(html)), tokens(body(&parsed)));
    assert!(written.len() > 10, "{name} has no content");
    for (index, (one, other)) in written.iter().zip(&parsed).enumerate() {
        assert_eq!(one, other, "{name}, token {index}");
    }
    assert_eq!(written.len(), parsed.len(), "{name}");
}

/// Moves the content of each template into its children, where the serializer looks
/// for it.
fn inline_templates(node: &Handle) {
    if let NodeData::Element {
        template_contents, ..
    } = &node.data
        && let Some(contents) = template_contents.borrow().as_ref()
    {
        let inside = contents.children.take();
        node.children.borrow_mut().extend(inside);
    }
    for child in node.children.borrow().iter() {
        inline_templates(child);
    }
}

/// Tokens as text, with adjacent characters joined.
#[derive(Default)]
struct Tokens(RefCell<Vec<String>>);

impl TokenSink for Tokens {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut tokens = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let mut text = match tag.kind {
                    TagKind::StartTag => format!("<{}", tag.name),
                    TagKind::EndTag => format!("</{}", tag.name),
                };
                for attribute in &tag.attrs {
                    text.push_str(&format!(
                        " {}=\"{}\"",
                        attribute.name.local, attribute.value
                    ));
                }
                tokens.push(text);
            }
            Token::CommentToken(comment) => tokens.push(format!("<!--{comment}")),
            Token::CharacterTokens(text) => match tokens.last_mut() {
                Some(last) if last.starts_with('\'') => last.push_str(&text),
                _ => tokens.push(format!("'{text}")),
            },
            Token::DoctypeToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

pub(crate) fn tokens(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Tokens::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

/// The part of a page that the app owns, or the same part of an embed page, which
/// has no app.
pub(crate) fn body(html: &str) -> &str {
    let parts = [
        (r#"<div id="app""#, "</div>"),
        (r#"<main class="framed""#, "</main>"),
    ];
    let part = parts
        .into_iter()
        .find_map(|(start, end)| html.get(html.find(start)?..html.rfind(end)?));
    part.unwrap()
}
