//! The command `says-who preview`.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use says_who_tests::http::Connection;
use says_who_tests::{says_who, site};

use crate::preview::body;

/// `says-who preview`; stopped on drop.
struct Previewing(Child);

impl Drop for Previewing {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn preview_serves_a_built_site_or_builds_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (site, out) = (site("a-b").display().to_string(), out.display().to_string());
    for arguments in [
        vec!["--site", &site],
        vec![
            "--public-url",
            "/a/b/",
            "--data",
            "tests/fixture",
            "--out",
            &out,
        ],
    ] {
        let mut child = says_who(&["preview", "--port", "0"])
            .args(&arguments)
            .current_dir(&project)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let _previewing = Previewing(child);
        let served = lines.map_while(Result::ok).find_map(|line| {
            let address = line.strip_prefix("serving http://")?;
            Some(address.split(' ').next()?.to_owned())
        });
        let served = served.expect("`says-who preview` ended; see its output");
        let (host, path) = served.split_once('/').unwrap();
        assert_eq!(path, "a/b/", "{arguments:?}");
        let mut connection = Connection::to(host).await.unwrap();
        let answer = connection.get("/a/b/bridge-repair/", "gzip").await.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("cache-control"), "max-age=600");
        // The preview has no live reload.
        assert!(!String::from_utf8(body(&answer)).unwrap().contains("_live/"));
    }
}
