//! The registration of the service worker: of another worker, and of a newer one.

use serde_json::json;

use super::eval_async;
use crate::Browser;

/// The registration of the service worker.
pub struct WorkerRegistration<'b>(pub &'b Browser);

impl WorkerRegistration<'_> {
    /// Registers another worker from a script, after the page in the first frame was idle.
    /// Returns the URLs of the scripts of all workers of the registration.
    ///
    /// Pages register the worker in an idle callback. Browsers process the registrations
    /// of a scope one by one. When that of another worker succeeds, a worker of the framed
    /// page would be there too.
    pub async fn register_after_frame_is_idle(&self, script: &str) -> Vec<String> {
        let script = json!(script);
        let register = format!(
            "const frame = document.querySelector('iframe').contentWindow;
         const idle = frame.requestIdleCallback ?? frame.setTimeout;
         await new Promise((resolve) => idle.call(frame, resolve));
         const {{ installing, waiting, active }} = await navigator.serviceWorker.register({script});
         return [installing, waiting, active].filter((one) => one).map((one) => one.scriptURL);"
        );
        serde_json::from_value(eval_async(self.0, &register).await).unwrap()
    }

    /// Looks for a newer worker. Returns the state that follows its installation, or
    /// `none` if there is no newer worker.
    pub async fn state_after_update(&self) -> String {
        let update = "
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const coming = registration.installing;
        if (!coming) return 'none';
        return new Promise((ended) => {
            coming.addEventListener('statechange', () => ended(coming.state));
        });";
        eval_async(self.0, update)
            .await
            .as_str()
            .unwrap()
            .to_owned()
    }
}
