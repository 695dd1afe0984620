// Starts the app on a page that works without it: fetches its files, which two
// `<meta>` tags name, and checks their digests.
import { fail, watch } from "./failure.js";

const meta = (name) => document.querySelector(`meta[name="${name}"]`);

const isOfApp = (file) =>
  ["app-js", "app-wasm"].some((name) => file.endsWith(meta(name).content));

watch(isOfApp);

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

// Resolves once the page is painted, so that the app does not delay it; at once in a
// background tab, which paints nothing.
const firstPaint = () =>
  new Promise((resolve) => {
    if (document.hidden) {
      resolve();
    } else {
      requestAnimationFrame(() => setTimeout(resolve));
    }
  });

const start = async () => {
  await firstPaint();
  const app = await loadApp();
  // Start in a new task: compiling the program was a long task already.
  await new Promise((go) => setTimeout(go));
  // Marks the start of hydration for `cargo xtask bench`.
  performance.mark("says-who-boot");
  app.boot();
};

start().catch(fail);
