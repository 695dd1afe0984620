// Starts the app of a copy in one file, which holds the program as text: src/site/single_file.rs fills in what stands between percent signs, and
// puts the upper part of boot.js before this.

// Where the site is not known, what is sent are places in this file, under
// whatever name it was kept.
root.dataset.origin ??= location.href.split(/[?#]/)[0];

// All that is in the file is the app's.
const isOfApp = () => true;

const unpacked = async (text) => {
  const packed = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
  const plain = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
};

const start = async () => {
  await %init%({ module_or_path: await unpacked("%program%") });
  %boot%();
};

start().catch(fail);
