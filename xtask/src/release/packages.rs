//! The packages of others that are in the program: those of the command itself, and those
//! of the app inside it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project::Project;

/// A package on crates.io.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) license: Option<String>,
    pub(super) repository: Option<String>,
    #[serde(default)]
    pub(super) authors: Vec<String>,
    pub(super) manifest_path: PathBuf,
    /// Its number in the graph.
    id: String,
    /// Where it comes from; `None` for our own.
    source: Option<String>,
}

/// What `cargo metadata` prints.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Graph,
}

#[derive(Deserialize)]
struct Graph {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for what is in the program; `build` and `dev` are not.
    kind: Option<String>,
}

/// The packages in the program for this target, sorted.
pub(super) fn inside(project: &Project, target: &str) -> Result<Vec<Package>> {
    let mut found = BTreeSet::new();
    for (root, target) in [
        ("says-who-cli", target),
        ("says-who", "wasm32-unknown-unknown"),
    ] {
        found.extend(below(metadata(project, target)?, root)?);
    }
    Ok(found.into_iter().collect())
}

fn metadata(project: &Project, target: &str) -> Result<Metadata> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", target]);
    let output = cargo.current_dir(&project.root).output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata printed something else")
}

/// The packages of others that the package `root` is built from.
fn below(metadata: Metadata, root: &str) -> Result<Vec<Package>> {
    let nodes: BTreeMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let is_root = |package: &&Package| package.name == root && package.source.is_none();
    let start = metadata.packages.iter().find(is_root);
    let start = start.with_context(|| format!("there is no package {root}"))?;
    let (mut seen, mut waiting) = (BTreeSet::new(), vec![start.id.as_str()]);
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).into_iter().flat_map(|node| &node.deps);
        let inside = dependencies.filter(|one| one.dep_kinds.iter().any(|one| one.kind.is_none()));
        waiting.extend(inside.map(|one| one.pkg.as_str()));
    }
    let of_others = |package: &&Package| package.source.is_some() && seen.contains(&*package.id);
    Ok(metadata
        .packages
        .iter()
        .filter(of_others)
        .cloned()
        .collect())
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn what_is_in_the_program_is_listed() {
        let package = |name: &str, source: &str| {
            format!(
                r#"{{"name": "{name}", "version": "1.0.0", "license": "MIT", "repository": null, "manifest_path": "/{name}/Cargo.toml", "id": "{name}", "source": {source}}}"#
            )
        };
        let packages = [
            package("ours", "null"),
            package("also-ours", "null"),
            package("inside", "\"registry\""),
            package("below", "\"registry\""),
            package("for-building", "\"registry\""),
            package("for-tests", "\"registry\""),
            package("elsewhere", "\"registry\""),
        ];
        let node = |name: &str, dependencies: &[(&str, &str)]| {
            let dependencies: Vec<String> = dependencies
                .iter()
                .map(|(name, kind)| {
                    format!(r#"{{"pkg": "{name}", "dep_kinds": [{{"kind": {kind}}}]}}"#)
                })
                .collect();
            format!(
                r#"{{"id": "{name}", "deps": [{}]}}"#,
                dependencies.join(",")
            )
        };
        let nodes = [
            node(
                "ours",
                &[
                    ("also-ours", "null"),
                    ("for-building", "\"build\""),
                    ("for-tests", "\"dev\""),
                ],
            ),
            node("also-ours", &[("inside", "null")]),
            node("inside", &[("below", "null")]),
            node("below", &[("inside", "null")]),
        ];
        let text = format!(
            r#"{{"packages": [{}], "resolve": {{"nodes": [{}]}}}}"#,
            packages.join(","),
            nodes.join(",")
        );
        let metadata = serde_json::from_str(&text).expect("metadata");
        let found = below(metadata, "ours").expect("packages");
        let names: Vec<&str> = found.iter().map(|package| package.name.as_str()).collect();
        assert_eq!(names, ["inside", "below"]);
    }
}
