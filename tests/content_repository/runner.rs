//! Runs the jobs of a workflow in clean folders, step by step, as GitHub would. The
//! actions that it uses are stand-ins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use says_who_tests::files;
use tempfile::TempDir;
use yaml_rust2::YamlLoader;
use yaml_rust2::yaml::{Hash, Yaml};

/// What starts the workflow.
#[derive(Clone, Copy)]
pub(crate) enum Event<'a> {
    Push,
    /// A pull request with the files of this folder.
    PullRequest(&'a Path),
}

/// The folder that a run has uploaded.
#[derive(Debug)]
pub(crate) struct Uploaded {
    path: PathBuf,
    /// The folder of the job, deleted with this.
    _job: TempDir,
}

impl Uploaded {
    /// A file in it, or the folder itself for an empty path.
    pub(crate) fn join(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }
}

/// A runner for one run of the workflow of a repository.
pub(crate) struct Runner<'a> {
    repository: &'a Path,
    /// Where GitHub Pages says that the site is.
    address: &'a str,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(repository: &'a Path, address: &'a str) -> Self {
        Self {
            repository,
            address,
        }
    }

    /// Runs the jobs of an event, each in its own folder. Returns the folder that was
    /// uploaded; if a step fails, what it printed.
    pub(crate) fn run(&self, event: Event<'_>) -> Result<Uploaded, String> {
        let file = self.repository.join(".github/workflows/publish.yml");
        let text = fs::read_to_string(file).unwrap();
        let workflow = YamlLoader::load_from_str(&text).unwrap().remove(0);
        // No rights but those that a job declares.
        assert!(workflow["permissions"].as_hash().unwrap().is_empty());
        let mut uploaded = None;
        for (name, job) in workflow["jobs"].as_hash().unwrap() {
            if !applies(job, event) {
                continue;
            }
            assert!(job["timeout-minutes"].as_i64().is_some(), "{name:?}");
            let folder = tempfile::tempdir().unwrap();
            let run = Job {
                runner: self,
                event,
                workspace: folder.path().join("workspace"),
                temporary: folder.path().join("temporary"),
            };
            fs::create_dir(&run.workspace).unwrap();
            fs::create_dir(&run.temporary).unwrap();
            let mut path = None;
            for step in job["steps"].as_vec().unwrap() {
                path = path.or(run.step(step)?);
            }
            if let Some(path) = path {
                uploaded = Some(Uploaded { path, _job: folder });
            }
        }
        Ok(uploaded.expect("a job that uploads a folder"))
    }
}

/// Whether a job runs at an event. A deployment runs after the job that it needs.
fn applies(job: &Yaml, event: Event<'_>) -> bool {
    let is_request = matches!(event, Event::PullRequest(_));
    match (job["if"].as_str(), job["needs"].as_str()) {
        (Some("github.event_name == 'pull_request_target'"), None) => is_request,
        (Some("github.event_name != 'pull_request_target'"), None) => !is_request,
        (None, Some("build")) => !is_request,
        other => panic!("a condition that the runner does not know: {other:?}"),
    }
}

struct Job<'a> {
    runner: &'a Runner<'a>,
    event: Event<'a>,
    /// Where the steps run.
    workspace: PathBuf,
    /// For what they need besides.
    temporary: PathBuf,
}

impl Job<'_> {
    /// Runs a step; returns the folder that it uploads.
    fn step(&self, step: &Yaml) -> Result<Option<PathBuf>, String> {
        let keys: Vec<&str> = step
            .as_hash()
            .unwrap()
            .keys()
            .filter_map(Yaml::as_str)
            .collect();
        let known = ["id", "uses", "with", "run", "working-directory", "env"];
        assert!(keys.iter().all(|key| known.contains(key)), "{keys:?}");
        if let Some(command) = step["run"].as_str() {
            return self.command(step, command).map(|()| None);
        }
        let action = step["uses"].as_str().unwrap();
        let path = || self.workspace.join(step["with"]["path"].as_str().unwrap());
        Ok(match action.split('@').next().unwrap() {
            "actions/checkout" => {
                assert_eq!(step["with"]["persist-credentials"].as_bool(), Some(false));
                self.check_out(&step["with"]);
                None
            }
            "actions/configure-pages" | "actions/deploy-pages" => None,
            "actions/upload-artifact" | "actions/upload-pages-artifact" => Some(path()),
            other => panic!("an action that the runner does not know: {other}"),
        })
    }

    /// Copies the repository, or the pull request where its commit is asked for.
    fn check_out(&self, with: &Yaml) {
        let head = "${{ github.event.pull_request.head.sha }}";
        let (from, to) = match (with["ref"].as_str(), self.event) {
            (None, _) => (self.runner.repository, self.workspace.clone()),
            (Some(commit), Event::PullRequest(request)) if commit == head => {
                (request, self.workspace.join(with["path"].as_str().unwrap()))
            }
            (commit, _) => panic!("a commit that the runner does not know: {commit:?}"),
        };
        // `cp` keeps links, as git does.
        fs::create_dir_all(&to).unwrap();
        let mut copy = Command::new("cp");
        copy.args(["-R", "--no-dereference"])
            .arg(from.join("."))
            .arg(&to);
        assert!(copy.status().unwrap().success());
        assert!(!files(&to).is_empty());
    }

    /// Runs a command as the shell of GitHub would, with nothing of this machine but PATH.
    fn command(&self, step: &Yaml, command: &str) -> Result<(), String> {
        assert!(!command.contains("${{"), "{command}");
        let folder = self
            .workspace
            .join(step["working-directory"].as_str().unwrap_or("."));
        let mut shell = Command::new("bash");
        shell
            .args(["-e", "-c", command])
            .current_dir(folder)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_SERVER_URL", "https://github.com")
            .env("GITHUB_REPOSITORY", "valley-desk/papers")
            .env("RUNNER_TEMP", &self.temporary)
            .env("SAYS_WHO_CACHE", self.temporary.join("cache"))
            .env("no_proxy", "127.0.0.1")
            .envs(self.variables(step["env"].as_hash()));
        let output = shell.output().unwrap();
        if output.status.success() {
            return Ok(());
        }
        let said = [output.stdout, output.stderr].concat();
        Err(format!("{command}:\n{}", String::from_utf8_lossy(&said)))
    }

    fn variables(&self, given: Option<&Hash>) -> Vec<(String, String)> {
        let given = given.into_iter().flatten();
        given
            .map(|(name, value)| {
                let value = match value.as_str().unwrap() {
                    "${{ steps.pages.outputs.base_url }}" => self.runner.address,
                    other => panic!("a value that the runner does not know: {other}"),
                };
                (name.as_str().unwrap().to_owned(), value.to_owned())
            })
            .collect()
    }
}
