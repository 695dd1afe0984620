// Replaces the service worker of a site that has turned offline support off:
// deletes the caches of earlier releases and unregisters itself. The site generator
// puts `const site = …` before this, as before web/worker.js.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        // Leave the caches of other sites on the same origin alone.
        if (name.startsWith(`says-who ${site.base} `)) {
          await caches.delete(name);
        }
      }
      await registration.unregister();
    })(),
  ),
);
