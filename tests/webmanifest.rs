//! The web app manifest and its icons.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use says_who_tests::{Engine, Start, base, site};
use serde_json::{Value, json};

/// The manifest of a built site, found by the link on its start page.
fn manifest(name: &str) -> Value {
    let page = fs::read_to_string(site(name).join("index.html")).unwrap();
    let link = page.split_once(r#"<link rel="manifest" href=""#).unwrap().1;
    let address = link.split('"').next().unwrap();
    let path = address.strip_prefix(base(name)).unwrap();
    serde_json::from_slice(&fs::read(site(name).join(path)).unwrap()).unwrap()
}

/// The icons of the manifest: path below the base path, width, height, purpose.
fn icons(name: &str) -> Vec<(String, u64, u64, String)> {
    let manifest = manifest(name);
    let icon = |icon: &Value| {
        let text = |member: &str| icon[member].as_str().unwrap().to_owned();
        let path = text("src").strip_prefix(base(name)).unwrap().to_owned();
        let sizes = text("sizes");
        let (width, height) = sizes.split_once('x').unwrap();
        assert_eq!(text("type"), "image/png");
        (
            path,
            width.parse().unwrap(),
            height.parse().unwrap(),
            text("purpose"),
        )
    };
    manifest["icons"]
        .as_array()
        .unwrap()
        .iter()
        .map(icon)
        .collect()
}

#[test]
fn the_manifest_has_the_base_path_and_the_site_name() {
    for name in ["repo", "root", "a-b"] {
        let manifest = manifest(name);
        for member in ["start_url", "scope", "id"] {
            assert_eq!(manifest[member], json!(base(name)), "{member}");
        }
        // One library sets the site's name; the other uses the default.
        let site = if name == "a-b" {
            "The Bridge Papers"
        } else {
            "Says Who"
        };
        assert_eq!(manifest["name"], json!(site));
        assert_eq!(manifest["display"], json!("minimal-ui"));
        assert!(manifest["description"].as_str().unwrap().len() > 20);
    }
}

#[test]
fn the_icons_have_the_declared_sizes() {
    let icons = icons("a-b");
    for (wanted, purpose) in [(192, "any"), (512, "any"), (512, "maskable")] {
        let found = icons
            .iter()
            .any(|icon| (icon.1, icon.3.as_str()) == (wanted, purpose));
        assert!(found, "{wanted} {purpose}: {icons:?}");
    }
    for (path, width, height, _) in icons {
        let png = fs::read(site("a-b").join(&path)).unwrap();
        // PNG, 11.2.1: the header is the first chunk, and begins with width and
        // height.
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(&png[12..16], b"IHDR", "{path}");
        assert_eq!(
            (u64::from(number(16)), u64::from(number(20))),
            (width, height),
            "{path}"
        );
    }
}

/// Renders the page's icon in the size of the file, and compares both pixel by pixel.
/// Returns the width of the file, the largest difference in a channel, and the
/// expected file.
const COMPARE: &str = "
    const [path, size, part, done] = arguments;
    const load = async (src) => { const image = new Image(size, size); image.src = src; await image.decode(); return image; };
    const pixels = (draw) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
        const context = canvas.getContext('2d');
        draw(context);
        return [context.getImageData(0, 0, size, size).data, canvas.toDataURL()];
    };
    (async () => {
        const written = await load(path);
        const icon = await load(document.querySelector('link[rel=icon]').href);
        const [ones] = pixels((context) => context.drawImage(written, 0, 0));
        const [others, right] = pixels((context) => {
            context.fillStyle = '#fdfcf9';
            context.fillRect(0, 0, size, size);
            const at = (size - size * part) / 2;
            context.drawImage(icon, at, at, size * part, size * part);
        });
        return [written.naturalWidth, ones.reduce((most, one, at) => Math.max(most, Math.abs(one - others[at])), 0), right];
    })().then(done, (error) => done(String(error)));";

#[tokio::test]
async fn the_icons_look_like_the_icon_of_the_pages() {
    let browser = Start::site("a-b").browser(Engine::Chromium).await;
    browser.emulate(1280, "light").await;
    browser.goto_hydrated("").await;
    for (path, size, _, purpose) in icons("a-b") {
        let part = if purpose == "maskable" { 0.625 } else { 1.0 };
        let address = format!("{}{path}", browser.address);
        let compared = browser
            .client
            .execute_async(COMPARE, vec![json!(address), json!(size), json!(part)])
            .await
            .unwrap();
        assert_eq!(compared[0], json!(size), "{compared}");
        // Another version of the browser may smooth edges differently.
        let most = compared[1].as_u64().unwrap();
        assert!(
            most <= 24,
            "{path} differs by {most} from icon.svg on the paper colour; replace it in icons/ with {}",
            compared[2]
        );
    }
}
