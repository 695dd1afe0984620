//! What each side says of an event that is disputed or retracted.

use says_who_model::{Account, Event, SideKey};
use yew::prelude::*;

use super::attributed_words::{attributed_words, no_words};
use super::side::data_side;
use super::text;
use crate::context::RenderContext;

/// The accounts in the order of the sides; empty for an event that nobody disputes.
pub(super) fn accounts(context: RenderContext<'_>, event: &Event) -> Html {
    if event.doubt.is_none() {
        return Html::default();
    }
    let of = |side: Option<SideKey>| -> Vec<&Account> {
        let accounts = event.accounts.iter();
        accounts
            .filter(|account| context.dispute.side_of(account.by) == side)
            .collect()
    };
    let sides = SideKey::BOTH.map(|side| {
        let name = &context.dispute.sides.get(side).name;
        let says = &context.dispute.sides.get(side).says;
        match of(Some(side)).as_slice() {
            [] => {
                let line = (context.words.items.no_account_from)(&context.isolated(name));
                no_words(Some(side), &line)
            }
            accounts => group(context, Some(side), says, accounts),
        }
    });
    let others = of(None);
    html! {
        <section class="event-item__accounts">
            { for sides }
            if !others.is_empty() {
                { group(context, None, context.words.others_say, &others) }
            }
        </section>
    }
}

fn group(
    context: RenderContext<'_>,
    side: Option<SideKey>,
    head: &str,
    accounts: &[&Account],
) -> Html {
    html! {
        <section data-side={side.map(data_side)}>
            <p class="event-item__actor">{ text(head) }</p>
            <ul>{ for accounts.iter().map(|one| account(context, one)) }</ul>
        </section>
    }
}

fn account(context: RenderContext<'_>, account: &Account) -> Html {
    html! {
        <li class="attributed-words">
            { attributed_words(context, &account.wording, account.by, account.source, Html::default()) }
        </li>
    }
}
