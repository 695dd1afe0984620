// Registers the service worker and offers a reload when it has cached a newer
// release than the one the page is from. Never reloads unasked.
const { dataset } = document.querySelector("script[data-release]");

// Undefined in another site's iframe and in a browser without service workers.
const container =
  self === top && isSecureContext ? navigator.serviceWorker : undefined;

// Where Trusted Types are enforced, a script URL must come from a policy.
const workerUrl = self.trustedTypes
  ? trustedTypes
      .createPolicy("says-who", { createScriptURL: () => dataset.worker })
      .createScriptURL("")
  : dataset.worker;

// Resolves to a worker's release, or to undefined if it doesn't answer.
const askRelease = (worker) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, 6000);
    worker.postMessage("release", [port2]);
  });

// The worker of the newest known release, and the notice that offers it.
let newer;
let notice;

const activate = () => {
  if (newer.state !== "installed") {
    // It has already been activated, from another window.
    location.reload();
    return;
  }
  container.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  newer.postMessage("take over");
};

const button = (words, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "control";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
};

const offer = (worker) => {
  newer = worker;
  if (notice) {
    return;
  }
  notice = document.createElement("div");
  notice.className = "newer";
  notice.lang = dataset.lang;
  notice.dir = "auto";
  notice.setAttribute("aria-live", "polite");
  document.body.append(notice);
  // A screen reader announces only what is added to a live region later.
  setTimeout(() => {
    const words = document.createElement("p");
    words.textContent = dataset.newer;
    const hide = () => {
      notice.hidden = true;
    };
    notice.append(
      words,
      button(dataset.show, activate),
      button(dataset.close, hide),
    );
  });
};

const start = async () => {
  const registration = await container.register(workerUrl);
  const offerWaiting = async () => {
    const { installing, waiting } = registration;
    // An installing worker will replace the waiting one.
    if (installing || !waiting) {
      return;
    }
    const release = await askRelease(waiting);
    if (release === dataset.release) {
      // The page is already from that release: it came from the network.
      waiting.postMessage("take over");
    } else if (release) {
      offer(waiting);
    }
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", offerWaiting),
  );
  // Ignore an error of the update: without a connection there is none, but a newer
  // release may be waiting already.
  const update = () =>
    registration
      .update()
      .catch(() => {})
      .then(offerWaiting);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      update();
    }
  });
  if (registration.active) {
    registration.active.postMessage("sweep");
    await update();
  }
};

if (container) {
  container.addEventListener("message", ({ data, ports }) => {
    if (data === "release") {
      ports[0].postMessage(dataset.release);
    }
  });
  // Another window activated the worker, or it claimed this page.
  container.addEventListener("controllerchange", async () => {
    const worker = container.controller;
    worker?.postMessage("sweep");
    const release = worker && (await askRelease(worker));
    if (release && release !== dataset.release) {
      offer(worker);
    }
  });
  // Wait for the page's own assets.
  if (document.readyState !== "complete") {
    await new Promise((loaded) => {
      addEventListener("load", loaded, { once: true });
    });
  }
  const idle = self.requestIdleCallback ?? setTimeout;
  // Ignore the error: a browser may refuse, and the page works without.
  idle(() => start().catch(() => {}));
}
