//! Runs nginx with the documented configuration.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use says_who_tests::http::Connection;

/// The configuration in the documentation.
const CONFIGURATION: &str = include_str!("../../docs/nginx.conf");

/// nginx on a folder; stopped on drop.
pub(crate) struct Nginx {
    child: Child,
    pub(crate) host: String,
    _folder: tempfile::TempDir,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Nginx {
    /// Starts nginx with the documented configuration. Only the port, the host name
    /// and the folder are replaced.
    pub(crate) async fn serving(site: &Path) -> Self {
        let program = std::env::var_os("SAYS_WHO_NGINX").expect("run `cargo xtask test`");
        let host = format!("127.0.0.1:{}", free_port());
        let mut server = CONFIGURATION.to_owned();
        for (documented, here) in [
            ("listen 80;", format!("listen {host};")),
            (
                "server_name example.org;",
                "server_name 127.0.0.1;".to_owned(),
            ),
            (
                "alias /var/www/says-who/;",
                format!("alias \"{}/\";", site.display()),
            ),
        ] {
            assert_eq!(server.matches(documented).count(), 1, "{documented}");
            server = server.replace(documented, &here);
        }
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("server.conf"), server).unwrap();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("    {name}_temp_path temporary-{name};\n"));
        // One process, in the foreground, that writes nowhere else. A test may ask for
        // thousands of addresses by one connection.
        let main = format!(
            "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr crit;\nevents {{}}\nhttp {{\n    access_log off;\n    keepalive_requests 100000;\n{}    include server.conf;\n}}\n",
            temporary.concat()
        );
        fs::write(folder.path().join("nginx.conf"), main).unwrap();
        let mut child = Command::new(program)
            .arg("-p")
            .arg(folder.path())
            .args(["-e", "stderr", "-c", "nginx.conf"])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        while Connection::to(&host).await.is_err() {
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none(), "nginx ended; see its output");
            tokio::task::yield_now().await;
        }
        Self {
            child,
            host,
            _folder: folder,
        }
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
