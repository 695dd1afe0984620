//! The page about the site: who publishes it and how it is made.

use says_who_model::Library;
use says_who_routes::{Base, Route};
use yew::prelude::*;

use crate::components::{contact, licence, paragraphs, text};
use crate::direction;
use crate::dom::class;
use crate::words::Words;

/// The page.
pub(super) fn draw(words: &'static Words, base: &Base, library: &Library) -> Html {
    let site = &library.site;
    let ours = |texts: &[&'static str]| -> Html {
        let texts = texts.iter();
        texts.map(|text| html! { <p>{ *text }</p> }).collect()
    };
    let section = |head: &str, inside: Html| {
        html! {
            <section class={classes!(class::SECTION, "prose")}>
                <h2 class={class::SECTION_HEAD}>{ text(head) }</h2>
                { inside }
            </section>
        }
    };
    html! {
        <>
            <h1 class="page__title" tabindex="-1">{ text(&(words.about_title)(&site.name)) }</h1>
            <section class="prose">
                { if site.about.is_empty() {
                    ours(&[words.home_lead])
                } else {
                    paragraphs(&site.about)
                } }
                <p>{ text(&(words.footer)(&site.name)) }</p>
            </section>
            if let Some(publisher) = &site.publisher {
                { section(words.publisher, html! { <p>{ text(publisher) }</p> }) }
            }
            if let Some(to) = &site.contact {
                { section(words.contact, html! { <p>{ contact(to) }</p> }) }
            }
            if let Some(of) = &site.licence {
                { section(words.licence, html! {
                    <p>{ licence(of) }{ ". " }{ words.licence_note }</p>
                }) }
            }
            { section(words.how_made, ours(words.method_site)) }
            { section(words.report_head, ours(words.report_steps)) }
            { section(words.privacy, ours(&[words.privacy_note])) }
            { section(words.disputes, html! {
                <ul class="bullets">
                    { for library.disputes.iter().map(|dispute| html! {
                        <li
                            lang={dispute.language.as_str().to_owned()}
                            dir={direction::for_language(&dispute.language)}
                        >
                            <a href={base.href(&Route::Dispute(dispute.id.clone()))}>
                                { text(&library.question_for_titles(dispute)) }
                            </a>
                        </li>
                    }) }
                </ul>
            }) }
        </>
    }
}
