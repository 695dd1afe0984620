//! The disputes for measurements are valid and realistic.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use says_who_bundle::Bundle;
use says_who_model::{Cell, Dispute, Item, ItemRef, Library, Point, Source, Statement};
use says_who_routes::Base;
use says_who_site::Site;
use says_who_tests::files;
use says_who_tests::sized::{DISPUTE, STATEMENTS, Size, WORD};

/// The validated library of a size.
fn library(size: Size) -> Library {
    let folder = tempfile::tempdir().unwrap();
    size.write(folder.path()).unwrap();
    says_who_files::library(folder.path()).unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn generated_disputes_are_valid_and_have_the_requested_size() {
    for (points, statements) in [(1, 2), (8, 4), (100, 4), (40, 10), (9, 5)] {
        let size = Size { points, statements };
        let library = library(size);
        let dispute = library.dispute(DISPUTE).unwrap();
        assert_eq!(dispute.points.len(), points, "{size:?}");
        for point in &dispute.points {
            assert_eq!(point.statements().count(), statements, "{size:?}");
        }
    }
}

#[test]
fn generated_disputes_are_realistic() {
    let library = library(Size {
        points: 100,
        statements: STATEMENTS,
    });
    let dispute = library.dispute(DISPUTE).unwrap();
    assert_eq!(dispute.sources.len(), 20);
    let statements: Vec<_> = dispute.points.iter().flat_map(Point::statements).collect();
    let share = |count: usize| count * 100 / statements.len();
    let worded_twice = statements.iter().filter(|one| !one.renderings.is_empty());
    assert!((25..50).contains(&share(worded_twice.count())));
    let silent = dispute
        .points
        .iter()
        .filter(|point| point.status == says_who_model::Status::OneSideOnly);
    assert!((8..20).contains(&silent.count()));
}

#[test]
fn the_search_word_is_in_some_points_but_not_all() {
    for points in [8, 100] {
        let size = Size {
            points,
            statements: STATEMENTS,
        };
        let library = library(size);
        let dispute = library.dispute(DISPUTE).unwrap();
        let asks = |point: &&Point| point.question.contains(WORD);
        assert!(dispute.points.iter().any(|point| asks(&point)));
        // Everything shown of a point comes from it, its sources and its speakers.
        let lacks = |point: &Point| !asks(&point) && !format!("{point:?}").contains(WORD);
        assert!(dispute.points.iter().filter(|point| lacks(point)).count() > points / 4);
        for text in [
            format!("{:?}", dispute.sources),
            format!("{:?}", dispute.speakers),
        ] {
            assert!(!text.contains(WORD), "{text}");
        }
    }
}

#[test]
fn generation_is_deterministic() {
    let size = Size {
        points: 30,
        statements: STATEMENTS,
    };
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    size.write(one.path()).unwrap();
    size.write(other.path()).unwrap();
    let written = files(one.path());
    assert!(written.len() > 30);
    for file in written {
        let below = file.strip_prefix(one.path()).unwrap();
        assert_eq!(
            fs::read(&file).unwrap(),
            fs::read(other.path().join(below)).unwrap(),
            "{}",
            below.display()
        );
    }
}

#[test]
fn indices_agree_with_a_full_scan() {
    let library = library(Size {
        points: 100,
        statements: STATEMENTS,
    });
    let dispute = library.dispute(DISPUTE).unwrap();
    for (item, &fingerprint) in dispute.items().zip(&dispute.fingerprints) {
        let id = item.id();
        assert_eq!(dispute.find(id.as_str()), Some(ItemRef::Item(item)));
        assert_eq!(dispute.fingerprint(id), Some(fingerprint), "{id}");
        let bears_on = |point: &&Point| match item {
            Item::Point(own) => own.id == point.id,
            Item::Statement(place) => place.point.id == point.id,
            Item::Absence(place) => place.point.id == point.id,
            Item::Document(document) => document.points.contains(&point.id),
            Item::Event(event) => event.points.contains(&point.id),
            Item::OpenQuestion(open) => open.points.contains(&point.id),
            Item::Source(source) => cites(dispute, point, source),
            Item::Speaker(speaker) => {
                let mut statements = point.statements();
                statements.any(|one| dispute.speaker(one.speaker) == speaker)
            }
        };
        let points: Vec<&Point> = dispute.all_points().filter(bears_on).collect();
        assert_eq!(dispute.points_of(&item), points, "{id}");
    }
    assert_eq!(dispute.find("no-such-id"), None);
}

/// The page of the whole dispute, generated in a size.
fn whole(size: Size) -> String {
    let library = std::sync::Arc::new(library(size));
    let base: Base = "/repo/".parse().unwrap();
    let bundle = Bundle::for_tests();
    let site = Site::new(&library, &bundle, &base, None).unwrap();
    let path = format!("{DISPUTE}/index.html");
    let files = site.files();
    let page = files.iter().find(|file| file.path == path).unwrap();
    page.text.to_string()
}

/// Many points or many statements make the ledger long. Only many points delay the
/// layout of the content after it.
#[test]
fn the_size_of_a_ledger_sets_its_classes() {
    for (points, statements, is_long, is_many) in [
        (8, 4, false, false),
        (10, 10, false, false),
        (12, 10, true, false),
        (51, 2, true, true),
    ] {
        let page = whole(Size { points, statements });
        let has = |class: &str| page.contains(class);
        assert_eq!(has("ledger--long"), is_long, "{points} of {statements}");
        assert_eq!(
            has("section--below-many-points"),
            is_many,
            "{points} of {statements}"
        );
    }
}

/// Counts the elements of the ledger per statement, including those of the points
/// around the statements. A plain HTML page of the same content has 22.
#[test]
fn a_ledger_has_few_elements_per_statement() {
    let size = Size {
        points: 100,
        statements: STATEMENTS,
    };
    let page = whole(size);
    let tree = parse_document(RcDom::default(), ParseOpts::default()).one(page.as_str());
    let (mut elements, mut statements) = (0, 0);
    count(&tree.document, false, &mut elements, &mut statements);
    assert_eq!(statements, 100 * STATEMENTS);
    let each = elements as f64 / statements as f64;
    assert!(each <= 28.0, "{each} elements per statement");
    assert!(
        each > 10.0,
        "{each} elements per statement: is this the ledger?"
    );
}

fn count(node: &Handle, inside: bool, elements: &mut usize, statements: &mut usize) {
    let mut is_inside = inside;
    if let NodeData::Element { attrs, .. } = &node.data {
        *elements += usize::from(inside);
        let attrs = attrs.borrow();
        let class = attrs.iter().find(|one| &*one.name.local == "class");
        let class = class.map(|class| class.value.to_string());
        let has = |name: &str| {
            class
                .iter()
                .any(|class| class.split(' ').any(|one| one == name))
        };
        *statements += usize::from(has("statement-card"));
        is_inside |= has("ledger");
    }
    for child in node.children.borrow().iter() {
        count(child, is_inside, elements, statements);
    }
}

/// Whether a statement of a point cites a source, or an absence was searched in it.
fn cites(dispute: &Dispute, point: &Point, source: &Source) -> bool {
    let mut said = point.statements().flat_map(Statement::sources);
    let searched = |cell: &Cell| match cell {
        Cell::Absence(absence) => absence.searched.clone(),
        Cell::Statements(_) => Vec::new(),
    };
    let mut searched = point.cells.iter().flat_map(|(_, cell)| searched(cell));
    let is = |ix| dispute.source(ix).id == source.id;
    said.any(is) || searched.any(is)
}
