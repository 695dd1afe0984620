// In a page for a frame (src/site/embed.rs): tells the page around it how high its
// text is, and opens its links where a sandbox keeps it from opening windows.
// Without script, and where nobody listens, the page is the same.

// WordPress gives the frames that it makes of oEmbed answers a secret, and does
// what a message with it asks for: a height, or following a link.
const [, secret] = /[#&?]secret=([a-zA-Z0-9]+)/.exec(location.hash) || [];

// One message that our own embed.js, WordPress and AMP understand.
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
// Out of sight, a browser may put off looking at sizes.
addEventListener("load", postHeight);
// Who listens only now may ask.
addEventListener("message", ({ source }) => {
  if (source === parent) {
    postHeight();
  }
});

addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([target])");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
  // Only a sandbox gives a page no origin.
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
    // Where a sandbox keeps it from opening, Firefox throws.
  }
  if (opened) {
    opened.opener = null;
  } else {
    location.assign(value);
  }
});

// Where the host was not known when the page was written, it is now.
const address = document.querySelector(".framed__address a");
if (address.textContent.startsWith("/")) {
  address.textContent = address.href;
}
