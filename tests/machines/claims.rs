//! The claims of both sides in the structured data: they have one form, and stand in
//! page order.

use std::collections::BTreeSet;

use says_who_formats::format::{Dispute, Id, Statement};
use serde_json::{Value, json};

use crate::SITES;
use crate::built_site::disputes;
use crate::json_ld::{data, list};

/// The statements of a point in page order: first side, second side, others.
fn in_order<'a>(dispute: &'a Dispute, point: &Id) -> Vec<&'a Statement> {
    let sides = dispute.dispute.sides.iter().map(|side| Some(&side.id));
    let statements = &dispute.points[point].statements;
    let side = |statement: &Statement| {
        let of = &dispute.speakers[&statement.speaker].speaks_for;
        dispute
            .dispute
            .sides
            .iter()
            .map(|side| &side.id)
            .find(|id| *id == of)
    };
    sides
        .chain([None])
        .flat_map(|key| statements.iter().filter(move |one| side(one) == key))
        .collect()
}

/// Checks that the question of a point has a claim for each statement, in page order,
/// all of the same form.
fn assert_claims_are_complete(question: &Value, dispute: &Dispute, point: &Id) {
    let claims = list(&question["subjectOf"]);
    let statements = in_order(dispute, point);
    assert_eq!(claims.len(), statements.len(), "{point:?}");
    for (claim, statement) in claims.into_iter().zip(statements) {
        let speaker = &dispute.speakers[&statement.speaker];
        assert_eq!(claim["text"], statement.said.trim(), "{point:?}");
        let id = claim["@id"].as_str().unwrap();
        assert!(id.ends_with(&format!("#{}", statement.id.as_str())), "{id}");
        let author = &claim["author"];
        match &statement.summarised_by {
            None => {
                let id = author["@id"].as_str().unwrap();
                assert!(id.ends_with(&format!("#_speaker-{}", statement.speaker.as_str())));
            }
            // A summary is by an outlet, about a side.
            Some(outlet) => assert_eq!(*author, json!({ "@type": "Organization", "name": outlet })),
        }
        let mut expected = BTreeSet::from([
            "@type",
            "@id",
            "url",
            "author",
            "text",
            "inLanguage",
            "dateCreated",
            "appearance",
        ]);
        let sides = &dispute.dispute.sides;
        if let Some(side) = sides.iter().find(|side| side.id == speaker.speaks_for) {
            let key = match &statement.summarised_by {
                None => "sourceOrganization",
                Some(_) => "about",
            };
            let of = claim[key]["@id"].as_str().unwrap();
            assert!(of.ends_with(&format!("#_side-{}", side.id.as_str())));
            expected.insert(key);
        }
        if let Some(party) = dispute
            .dispute
            .parties
            .iter()
            .find(|one| one.id == speaker.speaks_for)
        {
            let of = claim["sourceOrganization"]["@id"].as_str().unwrap();
            assert!(of.ends_with(&format!("#_party-{}", party.id.as_str())));
            expected.insert("sourceOrganization");
        }
        let renderings = statement.renderings.iter().map(|one| one.said.as_str());
        let texts = [statement.said.as_str()].into_iter().chain(renderings);
        let verbatim = texts.flat_map(|text| {
            let after = text.split('“').skip(1);
            after.map(|after| after.split('”').next().unwrap())
        });
        let quoted: Vec<&str> = list(&claim["hasPart"])
            .into_iter()
            .map(|quotation| quotation["text"].as_str().unwrap())
            .collect();
        assert_eq!(quoted, verbatim.collect::<Vec<_>>(), "{id}");
        if !quoted.is_empty() {
            expected.insert("hasPart");
        }
        let keys = claim.as_object().unwrap().keys().map(String::as_str);
        let keys: BTreeSet<&str> = keys.filter(|key| *key != "firstAppearance").collect();
        if !claim["dateCreated"].is_string() {
            // No day, month or year of it is known.
            expected.remove("dateCreated");
        }
        assert_eq!(keys, expected, "{id}");
    }
}

/// Checks that on the page of the whole dispute, the question of a point links to
/// every claim on it, in page order.
fn assert_claims_are_linked(question: &Value, dispute: &Dispute, point: &Id) {
    let claims = list(&question["subjectOf"]);
    let statements = in_order(dispute, point);
    assert_eq!(claims.len(), statements.len(), "{point:?}");
    for (claim, statement) in claims.into_iter().zip(statements) {
        let (id, url) = (&claim["@id"], &claim["url"]);
        let own = statement.id.as_str();
        assert!(id.as_str().unwrap().ends_with(&format!("#{own}")), "{id}");
        let ends = format!("/{own}/");
        assert!(url.as_str().unwrap().ends_with(&ends), "{url}");
        assert_eq!(*claim, json!({ "@type": "Claim", "@id": id, "url": url }));
    }
}

#[test]
fn both_sides_have_claims_of_one_form_in_page_order() {
    for name in SITES {
        for dispute in disputes(name) {
            let id = dispute.id.as_str();
            let whole = data(name, &format!("{id}/"));
            let article = &whole["@graph"][0];
            assert_eq!(article["@type"], "NewsArticle");
            assert_eq!(article["headline"], dispute.dispute.question, "{id}");
            let order = dispute.dispute.points.iter().chain(&dispute.dispute.after);
            let points = list(&article["hasPart"]);
            assert_eq!(points.len(), dispute.points.len());
            for (question, point) in points.into_iter().zip(order) {
                assert_eq!(question["name"], dispute.points[point].question);
                assert_claims_are_linked(question, &dispute, point);
                let own = data(name, &format!("{id}/{}/", point.as_str()));
                assert_claims_are_complete(&own["@graph"][0]["mainEntity"], &dispute, point);
                // The page of a statement has the claims of both sides too.
                for statement in &dispute.points[point].statements {
                    let own = data(name, &format!("{id}/{}/", statement.id.as_str()));
                    assert_claims_are_complete(&own["@graph"][0]["about"], &dispute, point);
                }
            }
            assert_eq!(list(&article["citation"]).len(), dispute.sources.len());
        }
    }
}
