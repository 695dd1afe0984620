// Has the worker keep what is visited, and tells the reader when it has kept a
// newer release than the one on show. Nothing is shown anew unless they ask.
const { dataset } = document.querySelector("script[data-release]");

// Not in somebody else's frame. Undefined where a browser has none.
const workers =
  self === top && isSecureContext ? navigator.serviceWorker : undefined;

// Where a browser takes no plain text for the address of a program, this one
// address is said to be right.
const program = self.trustedTypes
  ? trustedTypes
      .createPolicy("says-who", { createScriptURL: () => dataset.worker })
      .createScriptURL("")
  : dataset.worker;

// Of which release a worker is; nothing where it does not say.
const ask = (worker) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, 6000);
    worker.postMessage("release", [port2]);
  });

// The worker of the newest release known, and the line that offers it.
let newer;
let line;

const show = () => {
  if (newer.state !== "installed") {
    // It has taken over already, in another window.
    location.reload();
    return;
  }
  workers.addEventListener("controllerchange", () => location.reload(), {
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
  if (line) {
    return;
  }
  line = document.createElement("div");
  line.className = "newer";
  line.lang = dataset.lang;
  line.dir = "auto";
  line.setAttribute("aria-live", "polite");
  document.body.append(line);
  // Once the line is there: what is put into it then is also heard.
  setTimeout(() => {
    const words = document.createElement("p");
    words.textContent = dataset.newer;
    const hide = () => {
      line.hidden = true;
    };
    line.append(
      words,
      button(dataset.show, show),
      button(dataset.close, hide),
    );
  });
};

const start = async () => {
  const registration = await workers.register(program);
  const look = async () => {
    const { installing, waiting } = registration;
    // The one that is coming replaces the one that waits.
    if (installing || !waiting) {
      return;
    }
    const release = await ask(waiting);
    if (release === dataset.release) {
      // What is on show is of that release already: it came from the network.
      waiting.postMessage("take over");
    } else if (release) {
      offer(waiting);
    }
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  // Without a connection there is no news.
  const update = () => registration.update().then(look, () => {});
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

if (workers) {
  workers.addEventListener("message", ({ data, ports }) => {
    if (data === "release") {
      ports[0].postMessage(dataset.release);
    }
  });
  // By another window's wish, or because this page is kept from now on.
  workers.addEventListener("controllerchange", async () => {
    const worker = workers.controller;
    worker?.postMessage("sweep");
    const release = worker && (await ask(worker));
    if (release && release !== dataset.release) {
      offer(worker);
    }
  });
  // Not before the page has all it needs itself.
  if (document.readyState !== "complete") {
    await new Promise((loaded) => {
      addEventListener("load", loaded, { once: true });
    });
  }
  const idle = self.requestIdleCallback ?? setTimeout;
  // A browser may refuse; the page is none the worse for it.
  idle(() => start().catch(() => {}));
}
