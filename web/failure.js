// Watches the app: if it can't start, or fails later, the root element is marked as
// failed and the page stays as it is. Uses no newer syntax, so that a browser too old
// for the app can parse this script and mark the root too.
// The root element; undefined until `watchRoot` is called.
export let root;

// A reader who scrolls, touches or types before the app has started is already
// reading: the app then doesn't change the scroll position.
for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  addEventListener(
    type,
    () => document.documentElement.setAttribute("data-reading", ""),
    { once: true, passive: true },
  );
}

const hasFailed = () => root && root.dataset.app === "failed";

// After a failure, no event reaches the app: it would still block links and fail
// again at every event. These listeners run before the app's because they were
// added first, the only order that all browsers agree on.
const EVENTS = [
  ..."click input change keydown toggle focusin".split(" "),
  ..."scroll resize popstate pagehide pageshow".split(" "),
];
let pathAtFailure = "";
const blockEvent = (event) => {
  if (hasFailed()) {
    event.stopImmediatePropagation();
    // The app pushed this history entry, so only a reload shows its page.
    if (event.type === "popstate" && location.pathname !== pathAtFailure) {
      location.reload();
    }
  }
};
for (const type of EVENTS) {
  addEventListener(type, blockEvent, true);
}

// Reverts what the app changed: closes its dialogs and shows the points it hid.
const revert = () => {
  pathAtFailure = location.pathname;
  history.scrollRestoration = "auto";
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    dialog.close();
  }
  for (const point of document.querySelectorAll(".point[hidden]")) {
    point.hidden = false;
  }
};

// The style sheet shows the app's controls once this custom element is defined. The
// definition is not part of a saved page, where the controls would do nothing.
const READY = "says-who-ready";
const showState = (_, observer) => {
  if (hasFailed()) {
    observer.disconnect();
    revert();
  } else if (!customElements.get(READY)) {
    customElements.define(READY, class extends HTMLElement {});
  }
};

// Finds the root and watches its state, once the page has arrived.
export const watchRoot = () => {
  root = document.getElementById("app");
  // A page saved from the browser contains the app's changes.
  if (root.dataset.app) {
    revert();
    delete root.dataset.app;
  }
  new MutationObserver(showState).observe(root, {
    attributeFilter: ["data-app"],
  });
};

// A panic marks the root and logs itself. Any other error in the app's code is a
// failure too, because its state may be inconsistent. Errors after a failure are
// suppressed. The app does not run before the root is there.
const handleError = (event, isApp) => {
  if (hasFailed()) {
    event.preventDefault();
  } else if (isApp && root) {
    root.dataset.app = "failed";
  }
};
const isTrap = (error) =>
  typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

// Watches for errors. `isOfApp` tells from the URL of a script whether it is the app's.
export const watchErrors = (isOfApp) => {
  addEventListener("error", (event) => {
    handleError(event, isOfApp(event.filename) || isTrap(event.error));
  });
  addEventListener("unhandledrejection", (event) => {
    handleError(event, isTrap(event.reason));
  });
};

export const fail = (error) => {
  if (!hasFailed()) {
    root.dataset.app = "failed";
    console.error("the app could not start; the page reads without it", error);
  }
};
