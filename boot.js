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

try {
  const wasm = address("app-wasm");
  const app = await import(address("app-js"));
  await app.default({
    module_or_path: fetch(wasm, { integrity: integrity(wasm) }),
  });
} catch (error) {
  root.dataset.app = "failed";
  console.error("the app could not start; the page reads without it", error);
}
