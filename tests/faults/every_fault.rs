//! The page with every fault of the table.

use std::time::Duration;

use says_who_tests::page::{App, Loading, Styles};
use says_who_tests::{Engine, FaultyServer, Start, in_every_engine};
use serde_json::{Value, json};

use crate::fault_table::FAULTS;
use crate::fault_table::Outcome::{Failed, Ready, Unmarked, Waiting};
use crate::fault_table::Style::Loads;
use crate::{ALL_UNAVAILABLE, EXPLAINER, TRAP, unfold_and_fold};

in_every_engine! {
    a_page_is_readable_with_every_fault,
}

async fn a_page_is_readable_with_every_fault(engine: Engine) {
    let browser = Start::without_site()
        .without_waiting()
        .browser(engine)
        .await;
    for &(what, outcome, style, fault) in FAULTS {
        let server = FaultyServer::serve("a-b", fault).await;
        browser.console().await;
        let page = format!("{}{EXPLAINER}", server.address);
        let end = match outcome {
            Ready => App::IS_READY,
            Failed => App::HAS_FAILED,
            Unmarked => Loading::IS_COMPLETE,
            Waiting => Loading::HAS_BEGUN,
        };
        browser.goto_and_wait(&page, end).await;
        if style == Loads {
            App(&browser).wait_for_styles().await;
        }
        while outcome == Waiting && server.waiting() == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let seen = App(&browser).seen().await;
        let app = match outcome {
            Ready => json!("ready"),
            Failed => json!("failed"),
            Unmarked | Waiting => Value::Null,
        };
        assert_eq!(seen["app"], app, "{what}");
        assert_eq!(seen["reads"], json!(true), "{what}");
        if style == Loads {
            let offers = seen["offers"].as_u64().unwrap();
            assert_eq!(offers > 0, outcome == Ready, "{what}: {seen}");
        }
        // Without the style sheet the message stays hidden: showing it to a reader
        // whose app works would be worse.
        let says = if outcome == Failed && style == Loads {
            json!([ALL_UNAVAILABLE])
        } else {
            json!([])
        };
        assert_eq!(seen["says"], says, "{what}");
        if outcome == Unmarked && style == Loads {
            // Without a script to mark the page, the style sheet shows the message
            // after a delay. Skip the delay.
            Styles(&browser).finish_animations().await;
            assert_eq!(
                App(&browser).seen().await["says"],
                json!([ALL_UNAVAILABLE]),
                "{what}"
            );
        }
        unfold_and_fold(&browser, what).await;
        if engine == Engine::Chromium {
            // A failure is logged once: by the boot script, or as a trap if the app
            // panicked. The browser's own messages about files are not counted, and
            // those of earlier pages are ignored.
            let mut console = browser.console().await;
            console.retain(|line| line.starts_with(&server.address) || line.contains(TRAP));
            let count = |words: &str| console.iter().filter(|line| line.contains(words)).count();
            let traps = count(TRAP);
            assert_eq!(
                count("the app could not start") + traps,
                usize::from(outcome == Failed),
                "{what}: {console:?}"
            );
            let is_uncaught = what == "a syntax error in boot";
            assert_eq!(
                count("Uncaught"),
                usize::from(is_uncaught) + traps,
                "{what}: {console:?}"
            );
        }
    }
}
