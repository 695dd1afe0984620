//! What a dispute of the size of the flagship costs its reader, compared with
//! `budgets.toml`. Nothing here depends on how fast or busy the machine is.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use says_who_tests::page::{Document, Explainer, Loading};
use says_who_tests::{Engine, Start, base, site};

/// A limit of more than this many times the cost has to be lowered.
const SLACK: f64 = 1.1;

/// The budget of one kind of cost.
#[derive(Debug)]
struct Budget {
    limit: f64,
    goal: Option<f64>,
    follows_data: bool,
}

impl Budget {
    /// The problem with a cost, or with this budget, if there is one.
    fn problem(&self, name: &str, cost: f64) -> Option<String> {
        // A limit that meets its goal may be loose.
        let must_be_tight = self.goal.is_none_or(|goal| self.limit > goal);
        if cost > self.limit {
            Some(format!("{name}: {cost} is more than {}", self.limit))
        } else if must_be_tight && !self.follows_data && cost * SLACK < self.limit {
            Some(format!(
                "{name}: {cost} is well below {}: lower the limit in tests/budgets.toml to keep it there",
                self.limit
            ))
        } else {
            None
        }
    }
}

fn budgets() -> BTreeMap<String, Budget> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("budgets.toml");
    let table: toml::Table = fs::read_to_string(file).unwrap().parse().unwrap();
    let budget = |(name, value): (&String, &toml::Value)| {
        let keys = value.as_table().unwrap();
        let known = ["limit", "goal", "follows-data"];
        assert!(
            keys.keys().all(|key| known.contains(&key.as_str())),
            "{keys:?}"
        );
        let number = |key| Some(keys.get(key)?.as_integer().unwrap() as f64);
        let budget = Budget {
            limit: number("limit").unwrap(),
            goal: number("goal"),
            follows_data: keys.get("follows-data").is_some(),
        };
        (name.clone(), budget)
    };
    table.iter().map(budget).collect()
}

/// The costs of a first visit to the large dispute, by the names of their budgets.
async fn costs() -> BTreeMap<String, f64> {
    let large = "did-the-ferry-answer/";
    let browser = Start::site("repo").open(Engine::Chromium, large).await;
    Loading(&browser).wait_until_complete().await;
    let mut costs = BTreeMap::new();
    let mut add = |name: &str, cost: f64| {
        *costs.entry(name.to_owned()).or_insert(0.0) += cost;
    };
    for path in Loading(&browser).paths_from_network().await {
        let below = path.strip_prefix(base("repo")).unwrap();
        let file = if below.ends_with('/') {
            format!("{below}index.html")
        } else {
            below.to_owned()
        };
        let bytes = fs::read(site("repo").join(&file)).unwrap();
        let (kind, size) = match file.rsplit('.').next().unwrap() {
            // Icons and the files of an installed copy are loaded at idle time.
            "svg" | "png" | "webmanifest" => continue,
            kind => (kind, gzip_size(&bytes)),
        };
        add(kind, size as f64);
        add("first-visit", size as f64);
        add("requests", 1.0);
        if ["js", "wasm"].contains(&kind) {
            add("program", size as f64);
        }
    }
    // The page has the style sheet in it; the same file is for all other pages.
    add("css", gzip_size(&style_sheet()) as f64);
    let statements = Explainer(&browser).statement_count().await;
    let nodes = Document(&browser).node_count().await;
    add(
        "nodes-per-statement",
        nodes as f64 / statements.as_f64().unwrap(),
    );
    costs
}

/// The style sheet of the site.
fn style_sheet() -> Vec<u8> {
    let files = fs::read_dir(site("repo")).unwrap();
    let mut files = files.map(|file| file.unwrap().path());
    let own = files.find(|file| file.extension().is_some_and(|kind| kind == "css"));
    fs::read(own.unwrap()).unwrap()
}

/// The size of these bytes after gzip at level 9.
fn gzip_size(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap().len()
}

#[tokio::test]
async fn a_first_visit_stays_within_its_budgets() {
    let (budgets, costs) = (budgets(), costs().await);
    let names = |of: Vec<&String>| of.into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(budgets.keys().collect()),
        names(costs.keys().collect()),
        "each cost has a budget, and each budget a cost"
    );
    let problems: Vec<String> = budgets
        .iter()
        .filter_map(|(name, budget)| budget.problem(name, costs[name]))
        .collect();
    assert!(
        problems.is_empty(),
        "{}\nall costs: {costs:?}",
        problems.join("\n")
    );
}

#[test]
fn exceeded_and_loose_limits_are_reported() {
    let budget = |limit, goal, follows_data| Budget {
        limit,
        goal,
        follows_data,
    };
    let tight = budget(100.0, None, false);
    assert!(tight.problem("x", 101.0).unwrap().contains("more than 100"));
    assert_eq!(tight.problem("x", 100.0), None);
    assert_eq!(tight.problem("x", 95.0), None);
    assert!(
        tight
            .problem("x", 50.0)
            .unwrap()
            .contains("lower the limit")
    );
    assert_eq!(budget(100.0, None, true).problem("x", 50.0), None);
    // A limit that meets its goal need not be lowered.
    assert_eq!(budget(100.0, Some(100.0), false).problem("x", 50.0), None);
    assert!(
        budget(100.0, Some(80.0), false)
            .problem("x", 50.0)
            .is_some()
    );
}
