// Stands at the worker's address where a site is no longer kept on its readers'
// devices: frees those that an earlier release was kept on. The page writer puts
// `const site = …` before this, as before worker.js.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        // Those of other sites on the same origin stay.
        if (name.startsWith(`says-who ${site.base} `)) {
          await caches.delete(name);
        }
      }
      await registration.unregister();
    })(),
  ),
);
