// Starts the app in a single file, which contains the wasm as text.
// crates/site/src/single_file.rs replaces the words between percent signs and puts
// the upper part of web/boot.js before this.

// If the site's origin is not known, share links point into this file, under
// whatever name it was saved.
root.dataset.origin ??= location.href.split(/[?#]/)[0];

// Every script in the file belongs to the app.
const isOfApp = () => true;

const unpack = async (text) => {
  const packed = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
  const plain = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
};

const start = async () => {
  await %init%({ module_or_path: await unpack("%program%") });
  %boot%();
};

start().catch(fail);
