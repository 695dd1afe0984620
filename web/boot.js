// Starts the app on a page that already reads without it. If the app cannot
// start, or fails later, the root says so and the page stays as it is. Written
// without the newer parts of the language: a browser too old for the app reads
// this far, and the root says so there too.
const root = document.getElementById("app");

// Whoever scrolls, touches or types before the app has come is reading: the app
// then leaves their place on the page alone.
for (const sign of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  addEventListener(
    sign,
    () => document.documentElement.setAttribute("data-reading", ""),
    { once: true, passive: true },
  );
}

const hasFailed = () => root.dataset.app === "failed";

// An app that has failed would keep links from being followed and fail again at
// every touch: nothing it listens to reaches it any more. These listeners come
// before its own because they are older, the only order that all browsers keep.
const EVENTS = [
  ..."click input change keydown toggle focusin".split(" "),
  ..."scroll resize popstate pagehide pageshow".split(" "),
];
let left = "";
const keep = (event) => {
  if (hasFailed()) {
    event.stopImmediatePropagation();
    // An entry of the app's making: only a load shows its page.
    if (event.type === "popstate" && location.pathname !== left) {
      location.reload();
    }
  }
};
for (const type of EVENTS) {
  addEventListener(type, keep, true);
}

// What it had put over the page or taken out of it is undone.
const undo = () => {
  left = location.pathname;
  history.scrollRestoration = "auto";
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    dialog.close();
  }
  for (const point of document.querySelectorAll(".point[hidden]")) {
    point.hidden = false;
  }
};

// A copy that a browser saved holds what the app had done to the page.
if (root.dataset.app) {
  undo();
  delete root.dataset.app;
}

// That the app is there the style sheet learns from this element's definition,
// which no saved copy holds: its controls would do nothing.
const READY = "says-who-ready";
new MutationObserver((_, observer) => {
  if (hasFailed()) {
    observer.disconnect();
    undo();
  } else if (!customElements.get(READY)) {
    customElements.define(READY, class extends HTMLElement {});
  }
}).observe(root, { attributeFilter: ["data-app"] });

// A panic marks the root and tells of itself. What else breaks out of the app's
// code leaves it in the same disorder; and what breaks after that is no news.
const broken = (event, ofApp) => {
  if (hasFailed()) {
    event.preventDefault();
  } else if (ofApp) {
    root.dataset.app = "failed";
  }
};
const isTrap = (error) =>
  typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => {
  broken(event, isOfApp(event.filename) || isTrap(event.error));
});
addEventListener("unhandledrejection", (event) => {
  broken(event, isTrap(event.reason));
});

const fail = (error) => {
  if (!hasFailed()) {
    root.dataset.app = "failed";
    console.error("the app could not start; the page reads without it", error);
  }
};

// From here on: how the parts come. What stands above this line is also in a
// copy in one file (src/site/single_file.rs).
const named = (name) => document.querySelector(`meta[name="${name}"]`);

const isOfApp = (file) =>
  ["app-js", "app-wasm"].some((name) => file.endsWith(named(name).content));

const load = (name) => {
  const { content, dataset } = named(name);
  return fetch(content, { integrity: dataset.integrity || "" });
};

// A module takes no digest when it is imported: what is imported is first fetched,
// to be checked.
const program = async () => {
  const [, wasm] = await Promise.all(["app-js", "app-wasm"].map(load));
  const app = await import(named("app-js").content);
  await app.default({ module_or_path: wasm });
  return app;
};

const start = async () => {
  const app = await program();
  // In a task of its own: a phone has had enough to do with the program's coming.
  await new Promise((go) => setTimeout(go));
  // From this mark on the app takes the page over; `cargo xtask bench` reads it.
  performance.mark("says-who-boot");
  app.boot();
};

start().catch(fail);
