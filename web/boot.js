// Starts the app on a page that works without it: takes the wasm, which a `<meta>` tag
// names and the page preloads, and checks its digest. The build joins this script with
// wasm-bindgen's, which it calls `says-who-app`.
import { fail, watchErrors, watchRoot } from "./failure.js";
import init, { boot } from "says-who-app";

const wasm = document.querySelector('meta[name="app-wasm"]');

watchErrors((file) =>
  [import.meta.url, wasm.content].some((url) => file.endsWith(url)),
);

// `async`, so that a failure is handled where it is awaited.
const loadApp = async () => {
  const integrity = wasm.dataset.integrity || "";
  await init({ module_or_path: fetch(wasm.content, { integrity }) });
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
  await loading;
  // Start in a new task: compiling the program was a long task already.
  await new Promise((go) => setTimeout(go));
  // Marks the start of hydration for `cargo xtask bench`.
  performance.mark("says-who-boot");
  boot();
};

start().catch(fail);
