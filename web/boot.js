// Starts the app on a page that works without it: takes its files, which two `<meta>`
// tags name and the page preloads, and checks their digests.
import { fail, watchErrors, watchRoot } from "./failure.js";

const meta = (name) => document.querySelector(`meta[name="${name}"]`);

const isOfApp = (file) =>
  ["app-js", "app-wasm"].some((name) => file.endsWith(meta(name).content));

watchErrors(isOfApp);

const load = (name) => {
  const { content, dataset } = meta(name);
  return fetch(content, { integrity: dataset.integrity || "" });
};

// `import()` takes no digest, so the module is fetched with its digest before it is
// imported.
const loadApp = async () => {
  const [, wasm] = await Promise.all(["app-js", "app-wasm"].map(load));
  const app = await import(meta("app-js").content);
  await app.default({ module_or_path: wasm });
  return app;
};

// Something on the way may have changed the styles in the page: its policy then refuses
// them. The style sheet is the same.
const loadRefusedStyle = () => {
  const style = document.querySelector("style[data-href]");
  if (style && !style.sheet) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style.dataset.href;
    document.head.append(link);
  }
};

// Resolves once the whole page has arrived. This script may run before.
const pageParsed = () =>
  new Promise((resolve) => {
    const check = () => {
      if (document.readyState !== "loading") {
        resolve();
      }
    };
    document.addEventListener("readystatechange", check);
    check();
  });

// Resolves once the page is painted, so that the app does not delay it; at once in a
// background tab, which paints nothing.
const firstPaint = () =>
  new Promise((resolve) => {
    if (document.hidden || performance.getEntriesByType("paint").length > 0) {
      resolve();
    } else {
      requestAnimationFrame(() => setTimeout(resolve));
    }
  });

const start = async () => {
  // The style sheet looks for the target of a link only if there is one.
  if (location.hash) {
    document.documentElement.setAttribute("data-has-target", "");
  }
  loadRefusedStyle();
  const loading = loadApp();
  // Its failure is handled where it is awaited.
  loading.catch(() => {});
  await pageParsed();
  watchRoot();
  await firstPaint();
  const app = await loading;
  // Start in a new task: compiling the program was a long task already.
  await new Promise((go) => setTimeout(go));
  // Marks the start of hydration for `cargo xtask bench`.
  performance.mark("says-who-boot");
  app.boot();
};

start().catch(fail);
