// Starts the app in a single file, which contains the wasm as text. The build bundles
// this with wasm-bindgen's JavaScript, which it calls `says-who-app`.
import init, { boot } from "says-who-app";
import { fail, root, watchErrors, watchRoot } from "./failure.js";

// Every script in the file belongs to the app.
watchErrors(() => true);
watchRoot();

// If the site's origin is not known, share links point into this file, under
// whatever name it was saved.
root.dataset.origin ??= location.href.split(/[?#]/)[0];

const unpack = async (text) => {
  const packed = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
  const plain = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
};

const start = async () => {
  const wasm = document.getElementById("_app").textContent;
  await init({ module_or_path: await unpack(wasm) });
  boot();
};

start().catch(fail);
