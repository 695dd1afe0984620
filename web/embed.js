// For a page that shows frames of this site: makes each as high as its text. The
// address of this file is in the code of other sites and stays.
(() => {
  const script =
    document.currentScript || document.querySelector('script[src$="/embed.js"]');
  const pages = new URL("embed/", script.src);
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) =>
      src.startsWith(pages.href),
    );

  addEventListener("message", ({ data, origin, source }) => {
    // A frame in a sandbox has no origin; whose window it is tells it apart.
    const isOurs = origin === pages.origin || origin === "null";
    const height = data ? data.height : undefined;
    if (!isOurs || typeof height !== "number" || !(height > 0)) {
      return;
    }
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) {
      const isAround = getComputedStyle(frame).boxSizing === "border-box";
      const border = isAround ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.min(Math.max(height, 100), 10000) + border}px`;
    }
  });

  // Those that were there first have told already.
  for (const { contentWindow } of frames()) {
    contentWindow.postMessage("height", "*");
  }
})();
