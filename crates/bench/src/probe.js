// Injected into a page before its own scripts run. Records performance entries
// while the page loads, and runs interactions on request. All times are in
// milliseconds since the start of the navigation.
"use strict";
// eslint-disable-next-line no-unused-vars -- the benchmark calls its functions
const saysWhoBench = (() => {
  const longTask = 50;
  const tasks = [];
  const shifts = [];
  const memories = new Set();
  const observers = [];
  let fcp = null;
  let lcp = null;
  let readyAt = null;

  const observe = (type, record) => {
    const recordAll = (entries) => entries.forEach(record);
    const observer = new PerformanceObserver((list) =>
      recordAll(list.getEntries()),
    );
    observer.observe({ type, buffered: true });
    observers.push(() => recordAll(observer.takeRecords()));
  };
  observe("longtask", ({ startTime, duration }) =>
    tasks.push([startTime, startTime + duration]),
  );
  observe(
    "layout-shift",
    (shift) =>
      shift.hadRecentInput || shifts.push([shift.startTime, shift.value]),
  );
  observe("largest-contentful-paint", ({ startTime }) => (lcp = startTime));
  observe(
    "paint",
    ({ name, startTime }) =>
      name === "first-contentful-paint" && (fcp = startTime),
  );
  const takeRecords = () => observers.forEach((take) => take());

  // The value of `data-app` on the root element: `ready` or `failed`.
  const ready = new Promise((resolve, reject) => {
    new MutationObserver((_, observer) => {
      const state = document.getElementById("app")?.dataset.app;
      if (state === "ready") {
        readyAt = performance.now();
        resolve();
      } else if (state) {
        reject(new Error(`the app says that it is ${state}`));
      } else {
        return;
      }
      observer.disconnect();
    }).observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ["data-app"],
    });
  });
  ready.catch(() => {});

  // Collect the exported memories of every WebAssembly instance.
  const recordMemory = (instance) => {
    for (const part of Object.values(instance.exports)) {
      if (part instanceof WebAssembly.Memory) {
        memories.add(part);
      }
    }
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      recordMemory(result.instance ?? result);
      return result;
    };
  }
  const wasmMemory = () =>
    memories.size === 0
      ? null
      : [...memories].reduce(
          (sum, memory) => sum + memory.buffer.byteLength,
          0,
        );

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => resolve(performance.now())),
    );

  // Without the icon: browsers load it with low priority, and nothing waits for it.
  const fetches = () => {
    const icons = [...document.querySelectorAll('link[rel~="icon"]')].map(
      (icon) => icon.href,
    );
    return ["navigation", "resource"]
      .flatMap((kind) => performance.getEntriesByType(kind))
      .filter((load) => !icons.includes(load.name));
  };

  // Resolves when for `idleMs` ms no response has arrived and no long task has run.
  const idle = async (idleMs) => {
    const from = performance.now();
    for (;;) {
      await wait(idleMs / 10);
      await frame();
      takeRecords();
      const last = Math.max(
        from,
        fcp ?? performance.now(),
        ...tasks.map(([, end]) => end),
        ...fetches().map((load) => load.responseEnd),
      );
      if (performance.now() - last >= idleMs) {
        return;
      }
    }
  };

  // Resolves when the page is loaded, `ready` (if it has a script), and idle.
  const waitUntilIdle = async (href, hasScript, idleMs) => {
    if (location.href !== href) {
      throw new Error(`this is ${location.href}`);
    }
    if (document.readyState !== "complete") {
      await new Promise((resolve) => addEventListener("load", resolve));
    }
    if (hasScript) {
      await ready;
    }
    await idle(idleMs);
  };

  const kindsByExtension = {
    css: "css",
    js: "js",
    wasm: "wasm",
    bin: "data",
    json: "data",
    woff2: "font",
    svg: "image",
    png: "image",
    ico: "image",
  };
  const kind = (load) => {
    const path = new URL(load.name).pathname;
    return path.endsWith("/")
      ? "html"
      : (kindsByExtension[path.split(".").pop()] ?? "other");
  };

  // Cumulative layout shift as defined by web.dev/articles/cls: the worst session
  // window of at most 5 s, which ends after 1 s without a shift.
  const layoutShift = () => {
    let [begin, last, sum, worst] = [-Infinity, -Infinity, 0, 0];
    for (const [time, value] of shifts) {
      if (time - last > 1000 || time - begin > 5000) {
        [begin, sum] = [time, 0];
      }
      [last, sum] = [time, sum + value];
      worst = Math.max(worst, sum);
    }
    return worst;
  };

  // The figures of the page load. A figure that the page cannot have is null.
  const loadFigures = () => {
    takeRecords();
    const entries = fetches();
    // Skip cache hits: a script is fetched to check its digest and then imported
    // from the cache.
    const sent = entries.filter((load) => load.transferSize > 0);
    const bytes = {};
    for (const name of [
      "html",
      "js",
      "wasm",
      "css",
      "data",
      "font",
      "image",
      "other",
    ]) {
      bytes[`bytes_${name}`] = 0;
    }
    for (const load of sent) {
      bytes[`bytes_${kind(load)}`] += load.encodedBodySize;
    }
    const after = tasks.map(([begin, end]) =>
      Math.max(end - Math.max(begin, fcp), 0),
    );
    const mark = (name) =>
      performance.getEntriesByName(name, "mark")[0]?.startTime ?? null;
    const started = mark("says-who-boot");
    const arrived = entries
      .map((load) => load.responseEnd)
      .filter((end) => readyAt === null || end <= readyAt);
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 1;
    while (walker.nextNode()) {
      nodes += 1;
    }
    const statements = document.querySelectorAll(
      ".ledger .statement-card",
    ).length;
    return {
      ...bytes,
      bytes_all: Object.values(bytes).reduce((sum, one) => sum + one, 0),
      bytes_program: bytes.bytes_js + bytes.bytes_wasm,
      requests: sent.length,
      fcp,
      lcp,
      cls: layoutShift(),
      tbt: after.reduce((sum, one) => sum + Math.max(one - longTask, 0), 0),
      longest_task: Math.max(0, ...after.filter((one) => one > longTask)),
      longest_task_before: Math.max(
        0,
        ...tasks
          .filter(([begin]) => begin < fcp)
          .map(([begin, end]) => Math.min(end, fcp) - begin),
      ),
      arrived: Math.max(...arrived),
      ready: readyAt,
      hydration:
        started === null || readyAt === null ? null : readyAt - started,
      nodes,
      nodes_per_statement: nodes / statements,
      wasm_memory: wasmMemory(),
    };
  };

  // Runs `act` and measures how long its handlers took, including microtasks, and
  // the time to the start of the second frame after it, when the first one has been
  // laid out and painted. Waits for deferred work with `isDone`.
  const timed = async (act, isDone = () => true) => {
    const begin = performance.now();
    act();
    for (let turn = 0; turn < 64; turn += 1) {
      await null;
    }
    const handler = performance.now() - begin;
    let painted = 0;
    for (let frames = 0; frames < 2 || !isDone(); frames += 1) {
      painted = (await frame()) - begin;
      if (painted > 300_000) {
        throw new Error(`not done after five minutes: ${isDone}`);
      }
    }
    return [painted, handler];
  };

  const all = (selector) => [...document.querySelectorAll(selector)];
  const sources = () => all("details.sourcing");
  const toggle = () => document.querySelector(".all-sources button");
  const points = () => all(".ledger .point");
  const shows = (point) => point.checkVisibility();
  const field = () => document.getElementById("_search");
  const type = (text) => {
    field().value = text;
    field().dispatchEvent(
      new InputEvent("input", { bubbles: true, data: text.slice(-1) }),
    );
  };

  // Interacts with a ready page like a reader. `isApp`: whether the page shows the
  // number of search results and navigates without loading pages.
  const interactionFigures = async (word, isApp, idleMs) => {
    const took = {};
    const measure = async (name, act, isDone) => {
      await idle(idleMs);
      [took[name], took[`${name}_handler`]] = await timed(act, isDone);
    };
    const has = (point) => point.textContent.toLowerCase().includes(word);
    const matching = points().find((point) =>
      point
        .querySelector(".point__question")
        .textContent.toLowerCase()
        .includes(word),
    );
    const other = points().findLast((point) => !has(point));
    if (!matching || !other) {
      throw new Error(`“${word}” is in no question, or in every point`);
    }
    const counts = () =>
      !isApp || document.querySelector(".finder__count").textContent !== "";

    toggle().scrollIntoView({ block: "center" });
    await measure(
      "show_all",
      () => toggle().click(),
      () => sources().every((one) => one.open),
    );
    await measure(
      "hide_all",
      () => toggle().click(),
      () => !sources().some((one) => one.open),
    );

    field().focus();
    await measure("key_first", () => type(word.slice(0, 1)), counts);
    for (let length = 2; length < word.length; length += 1) {
      await idle(idleMs);
      type(word.slice(0, length));
    }
    await measure(
      "key",
      () => type(word),
      () => shows(matching) && !shows(other),
    );
    await measure(
      "clear",
      () => type(""),
      () => points().every(shows),
    );

    if (isApp) {
      const page = location.pathname;
      const link = points()[0].querySelector(".point__question a");
      const before = document.querySelector("h1");
      const count = points().length;
      await measure(
        "open_item",
        () => link.click(),
        () =>
          location.pathname === new URL(link.href).pathname &&
          !before.isConnected,
      );
      await measure(
        "back",
        () => history.back(),
        () => location.pathname === page && points().length === count,
      );
      took.wasm_memory_after = wasmMemory();
    }
    await idle(idleMs);
    return took;
  };

  return { waitUntilIdle, loadFigures, interactionFigures };
})();
