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
    .chain(
        head.revisions
            .iter()
            .filter_map(|revision| revision.what.as_ref()),
    )
    .map(|text| (None, text));
    let points = raw.points.iter().flat_map(|point| {
        let own = [&point.question, &point.accepted, &point.contested];
        let absences = point.absences.iter().map(|absence| &absence.note);
        let own = own.into_iter().chain(absences).flatten();
        let own = own.map(|text| (Some(&point.id), text));
        let statements = point.statements.iter().flat_map(|statement| {
            let renderings = statement.renderings.iter().map(|other| &other.wording.said);
            [&statement.wording.said, &statement.note]
                .into_iter()
                .chain(renderings)
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
    let events = raw
        .events
        .iter()
        .filter_map(|event| Some((Some(&event.id), event.what.as_ref()?)));
    let open = raw.open_questions.iter().flat_map(|open| {
        [&open.question, &open.settled_by]
            .into_iter()
            .flatten()
            .map(|text| (Some(&open.id), text))
    });
    whole
        .chain(points)
        .chain(documents)
        .chain(events)
        .chain(open)
}
