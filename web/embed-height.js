// Runs in an embedded page (crates/site/src/embed.rs): reports the height of its
// content to the embedding page, and opens its links if a sandbox keeps it from
// opening windows. The page works the same without script or listener.

// WordPress gives the iframes of oEmbed responses a secret. It obeys messages that
// contain it: to set the height, or to follow a link.
const [, secret] = /[#&?]secret=([a-zA-Z0-9]+)/.exec(location.hash) || [];

// One message that web/embed.js, WordPress and AMP understand.
const postHeight = () => {
  const { height } = document.documentElement.getBoundingClientRect();
  const value = Math.ceil(height);
  parent.postMessage(
    {
      sentinel: "amp",
      type: "embed-size",
      height: value,
      message: "height",
      value,
      secret,
    },
    "*",
  );
};
new ResizeObserver(postHeight).observe(document.documentElement);
// A browser may delay resize observers while the iframe is off screen.
addEventListener("load", postHeight);
// The embedding page asks if its script loaded after this one.
addEventListener("message", ({ source }) => {
  if (source === parent) {
    postHeight();
  }
});

addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([target])");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
  // The origin is "null" only in a sandbox.
  if (!link || !isPlain || self.origin !== "null") {
    return;
  }
  event.preventDefault();
  const value = link.href;
  if (secret) {
    parent.postMessage({ message: "link", value, secret }, "*");
    return;
  }
  let opened;
  try {
    opened = open(value);
  } catch {
    // Firefox throws if the sandbox forbids it to open windows.
  }
  if (opened) {
    opened.opener = null;
  } else {
    location.assign(value);
  }
});

// If the host was not known at build time, show the full URL now.
const address = document.querySelector(".framed__address a");
if (address.textContent.startsWith("/")) {
  address.textContent = address.href;
}
