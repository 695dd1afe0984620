// Starts the app on a page that already reads without it. If the app cannot
// start, the root says so and the page stays as it is.
const root = document.getElementById("app");
const address = (name) =>
  document.querySelector(`meta[name="${name}"]`).content;

// The preload links carry the digests that Trunk computed.
const integrity = (href) =>
  [...document.querySelectorAll("link[integrity]")].find(
    (link) => link.getAttribute("href") === href,
  )?.integrity ?? "";

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
