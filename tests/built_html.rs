//! What a browser's parser makes of the pages. Hydration needs the tree that
//! was written, so parsing must neither add, move nor drop anything.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::{ParseOpts, parse_document, serialize};
use markup5ever_rcdom::{RcDom, SerializableHandle};
use says_who_tests::{base, files, site};

/// Tokens as texts, neighbouring characters joined.
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

fn tokens(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Tokens::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

/// The app's own part of a page; of a page for a frame, what there is instead.
fn body(html: &str) -> &str {
    let parts = [
        (r#"<div id="app""#, "</div>"),
        (r#"<main class="framed""#, "</main>"),
    ];
    let part = parts
        .into_iter()
        .find_map(|(start, end)| html.get(html.find(start)?..html.rfind(end)?));
    part.unwrap()
}

/// The built sites that are looked at: the flagship, and what is hard on pages.
const SITES: [&str; 2] = ["repo", "stress"];

/// Every page of a site.
fn pages(name: &str) -> Vec<PathBuf> {
    let mut pages = files(&site(name));
    pages.retain(|file| file.extension().is_some_and(|e| e == "html"));
    assert!(pages.len() > 3);
    pages
}

#[test]
fn parsing_changes_nothing() {
    for page in SITES.into_iter().flat_map(pages) {
        let html = fs::read_to_string(&page).unwrap();
        let tree = parse_document(RcDom::default(), ParseOpts::default()).one(html.as_str());
        let mut parsed = Vec::new();
        serialize(
            &mut parsed,
            &SerializableHandle::from(tree.document.clone()),
            Default::default(),
        )
        .unwrap();
        let parsed = String::from_utf8(parsed).unwrap();
        let (written, parsed) = (tokens(body(&html)), tokens(body(&parsed)));
        assert!(written.len() > 10, "{} has no content", page.display());
        for (index, (one, other)) in written.iter().zip(&parsed).enumerate() {
            assert_eq!(one, other, "{}, token {index}", page.display());
        }
        assert_eq!(written.len(), parsed.len(), "{}", page.display());
    }
}

#[test]
fn no_page_has_an_inline_script_or_asks_another_host() {
    for (base, page) in SITES
        .into_iter()
        .flat_map(|name| pages(name).into_iter().map(move |page| (base(name), page)))
    {
        let html = fs::read_to_string(&page).unwrap();
        let own = |attribute: &str| format!(" {attribute}=\"{base}");
        for token in tokens(&html) {
            if token.starts_with("<script") {
                assert!(token.contains(&own("src")), "{}: {token}", page.display());
            }
            let for_others = [" rel=\"canonical\"", " rel=\"alternate\""];
            if token.starts_with("<link") && !for_others.iter().any(|rel| token.contains(rel)) {
                assert!(token.contains(&own("href")), "{}: {token}", page.display());
            }
            if token.starts_with("<img") {
                assert!(token.contains(&own("src")), "{}: {token}", page.display());
            }
            for loads in ["<iframe", "<style", "<object", "<embed"] {
                assert!(!token.starts_with(loads), "{}: {token}", page.display());
            }
        }
    }
}

#[test]
fn every_link_of_the_site_leads_to_a_file() {
    for (name, page) in SITES
        .into_iter()
        .flat_map(|name| pages(name).into_iter().map(move |page| (name, page)))
    {
        let folder = site(name);
        let html = fs::read_to_string(&page).unwrap();
        let own = format!(" href=\"{}", base(name));
        for link in html.split(&own).skip(1) {
            let link = link.split('"').next().unwrap();
            let (path, hash) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap();
            let file = if path.is_empty() || path.ends_with('/') {
                folder.join(path).join("index.html")
            } else {
                folder.join(path)
            };
            assert!(file.is_file(), "{}: {link}", page.display());
            if !hash.is_empty() {
                let target = fs::read_to_string(&file).unwrap();
                assert!(
                    target.contains(&format!("id=\"{hash}\"")),
                    "{}: {link}",
                    page.display()
                );
            }
        }
    }
}
