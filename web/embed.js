// For pages that embed this site: sets the height of each iframe to that of its
// content. Other sites refer to this file's URL, so it must not change.
(() => {
  const script =
    document.currentScript ||
    document.querySelector('script[src$="/embed.js"]');
  const pages = new URL("embed/", script.src);
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) =>
      src.startsWith(pages.href),
    );

  addEventListener("message", ({ data, origin, source }) => {
    // A sandboxed iframe has an opaque origin; its window identifies it below.
    const isOurs = origin === pages.origin || origin === "null";
    const height = data ? data.height : undefined;
    if (!isOurs || typeof height !== "number" || !(height > 0)) {
      return;
    }
    const frame = frames().find(
      ({ contentWindow }) => contentWindow === source,
    );
    if (frame) {
      const isAround = getComputedStyle(frame).boxSizing === "border-box";
      const border = isAround ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.min(Math.max(height, 100), 10000) + border}px`;
    }
  });

  // Ask iframes that loaded first: this script missed their message.
  for (const { contentWindow } of frames()) {
    contentWindow.postMessage("height", "*");
  }
})();
