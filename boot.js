// Starts the app on a page that already reads without it. If the app cannot
// start, the root says so and the page stays as it is.
const root = document.getElementById("app");
const address = (name) =>
  document.querySelector(`meta[name="${name}"]`).content;

// The preload links carry the digests that Trunk computed; the one of the wasm
// under another name, because browsers check no integrity when they preload it.
const integrity = (href) => {
  const link = [...document.querySelectorAll("link")].find(
    (link) => link.getAttribute("href") === href,
  );
  return link?.integrity || link?.dataset.integrity || "";
};

// Whoever scrolls, touches or types before the app has come is reading: the app
// then leaves their place on the page alone.
for (const sign of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  addEventListener(
    sign,
    () => document.documentElement.setAttribute("data-reading", ""),
    { once: true, passive: true },
  );
}

const load = (href) => fetch(href, { integrity: integrity(href) });

const program = async () => {
  const app = await import(address("app-js"));
  await app.default({ module_or_path: load(address("app-wasm")) });
  return app;
};

const data = async () => {
  const { ok, body, status } = await load(address("app-data"));
  if (!ok) {
    throw new Error(`the data is missing: ${status}`);
  }
  const plain = body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
};

try {
  const [app, bytes] = await Promise.all([program(), data()]);
  // Between these marks the app takes the page over; `cargo xtask bench` reads them.
  performance.mark("says-who-boot");
  app.boot(bytes);
  performance.mark("says-who-booted");
} catch (error) {
  root.dataset.app = "failed";
  console.error("the app could not start; the page reads without it", error);
}
