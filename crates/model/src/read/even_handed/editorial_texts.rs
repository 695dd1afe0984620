//! The texts of a dispute in our own voice.

use crate::read::fields::Located;
use crate::read::raw::RawDispute;

/// Every text in our own voice, with the id of the item it belongs to.
pub(super) fn editorial_texts(
    raw: &RawDispute,
) -> impl Iterator<Item = (Option<&Located<String>>, &Located<String>)> {
    let head = &raw.head;
    let whole = [
        &head.question,
        &head.short_title,
        &head.setting,
        &head.as_of_note,
        &head.order_note,
    ]
    .into_iter()
    .flatten()
    .chain(&head.summary)
    .chain(head.accepted.iter().filter_map(|one| one.text.as_ref()))
    .chain(head.contested.iter().filter_map(|one| one.text.as_ref()))
    .chain(head.next.iter().filter_map(|one| one.text.as_ref()))
    .chain(&head.method)
    .chain(head.parties.iter().filter_map(|party| party.about.as_ref()))
    .chain(
        head.aliases
            .iter()
            .filter_map(|alias| alias.reason.as_ref()),
    )
    .chain(
        head.revisions
            .iter()
            .filter_map(|revision| revision.what.as_ref()),
    )
    .chain(head.sides.iter().filter_map(|side| side.says.as_ref()))
    .chain(
        head.tombstones
            .iter()
            .filter_map(|gone| gone.reason.as_ref()),
    )
    .map(|text| (None, text));
    let points = raw.points.iter().flat_map(|point| {
        let own = [&point.question, &point.accepted, &point.contested];
        let absences = point.absences.iter();
        let absences = absences.flat_map(|absence| [&absence.note, &absence.wording.said]);
        let own = own.into_iter().chain(absences).flatten();
        let own = own.map(|text| (Some(&point.id), text));
        let statements = point.statements.iter().flat_map(|statement| {
            // Indirect speech is the source's, not ours.
            let own = |indirect: bool, said| (!indirect).then_some(said);
            let renderings = statement.renderings.iter();
            let renderings = renderings.flat_map(move |other| {
                [own(other.indirect, &other.wording.said), Some(&other.note)]
            });
            let hops = statement.renderings.iter().map(|other| &other.chain);
            let hops = std::iter::once(&statement.chain).chain(hops).flatten();
            [
                own(statement.indirect, &statement.wording.said),
                Some(&statement.note),
            ]
            .into_iter()
            .chain(renderings)
            .flatten()
            .chain(hops.map(|hop| &hop.note))
            .flatten()
            .map(|text| (statement.id.as_ref(), text))
        });
        own.chain(statements)
    });
    let documents = raw.documents.iter().flat_map(|document| {
        [&document.name, &document.about]
            .into_iter()
            .flatten()
            .map(|text| (Some(&document.id), text))
    });
    let sources = raw.sources.iter().flat_map(|source| {
        [&source.description, &source.headline_unknown]
            .into_iter()
            .flatten()
            .map(|text| (Some(&source.id), text))
    });
    let events = raw.events.iter().flat_map(|event| {
        let accounts = event.accounts.iter().map(|account| &account.wording.said);
        [&event.what]
            .into_iter()
            .chain(accounts)
            .flatten()
            .map(|text| (Some(&event.id), text))
    });
    let open = raw.open_questions.iter().flat_map(|open| {
        [&open.question, &open.settled_by]
            .into_iter()
            .flatten()
            .map(|text| (Some(&open.id), text))
    });
    whole
        .chain(points)
        .chain(documents)
        .chain(sources)
        .chain(events)
        .chain(open)
}
