// Put into a page before anything of its own runs. Notes what happens while it
// loads, and works it when asked to. All times are in milliseconds since the
// navigation began.
"use strict";
const saysWhoBench = (() => {
  const shortest = 50;
  const tasks = [];
  const shifts = [];
  const memories = new Set();
  const observers = [];
  let fcp = null;
  let lcp = null;
  let readyAt = null;

  const observe = (type, note) => {
    const noteAll = (entries) => entries.forEach(note);
    const observer = new PerformanceObserver((list) => noteAll(list.getEntries()));
    observer.observe({ type, buffered: true });
    observers.push(() => noteAll(observer.takeRecords()));
  };
  observe("longtask", ({ startTime, duration }) => tasks.push([startTime, startTime + duration]));
  observe("layout-shift", (shift) => shift.hadRecentInput || shifts.push([shift.startTime, shift.value]));
  observe("largest-contentful-paint", ({ startTime }) => (lcp = startTime));
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (fcp = startTime));
  const note = () => observers.forEach((take) => take());

  // The word on the root: `ready`, or `failed`.
  const ready = new Promise((done, failed) => {
    new MutationObserver((_, observer) => {
      const state = document.getElementById("app")?.dataset.app;
      if (state === "ready") {
        readyAt = performance.now();
        done();
      } else if (state) {
        failed(new Error(`the app says that it is ${state}`));
      } else {
        return;
      }
      observer.disconnect();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-app"] });
  });
  ready.catch(() => {});

  // Every memory that a program in WebAssembly exports.
  const noteMemory = (instance) => {
    for (const part of Object.values(instance.exports)) {
      if (part instanceof WebAssembly.Memory) {
        memories.add(part);
      }
    }
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      noteMemory(made.instance ?? made);
      return made;
    };
  }
  const wasmMemory = () =>
    memories.size === 0
      ? null
      : [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));

  // Without the icon, for which nobody waits: it comes when there is time.
  const loads = () => {
    const icons = [...document.querySelectorAll('link[rel~="icon"]')].map((icon) => icon.href);
    return ["navigation", "resource"]
      .flatMap((kind) => performance.getEntriesByType(kind))
      .filter((load) => !icons.includes(load.name));
  };

  // Until for a time nothing has come and nothing has kept the page busy.
  const calm = async (quiet) => {
    const from = performance.now();
    for (;;) {
      await wait(quiet / 10);
      await frame();
      note();
      const last = Math.max(
        from,
        fcp ?? performance.now(),
        ...tasks.map(([, end]) => end),
        ...loads().map((load) => load.responseEnd),
      );
      if (performance.now() - last >= quiet) {
        return;
      }
    }
  };

  // Until the page is loaded, is `ready` if it is to be, and is calm.
  const settled = async (href, isToBeReady, quiet) => {
    if (location.href !== href) {
      throw new Error(`this is ${location.href}`);
    }
    if (document.readyState !== "complete") {
      await new Promise((done) => addEventListener("load", done));
    }
    if (isToBeReady) {
      await ready;
    }
    await calm(quiet);
  };

  const kinds = {
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
    return path.endsWith("/") ? "html" : (kinds[path.split(".").pop()] ?? "other");
  };

  // Layout shifts as web.dev/articles/cls counts them: the worst of windows
  // that last five seconds at most and end after a second without one.
  const shift = () => {
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

  // What the page took to load. A figure that a page cannot have is null.
  const loaded = () => {
    note();
    const entries = loads();
    // What was fetched to be checked is then imported from what the browser has.
    const sent = entries.filter((load) => load.transferSize > 0);
    const bytes = {};
    for (const name of ["html", "js", "wasm", "css", "data", "font", "image", "other"]) {
      bytes[`bytes_${name}`] = 0;
    }
    for (const load of sent) {
      bytes[`bytes_${kind(load)}`] += load.encodedBodySize;
    }
    const after = tasks.map(([begin, end]) => Math.max(end - Math.max(begin, fcp), 0));
    const mark = (name) => performance.getEntriesByName(name, "mark")[0]?.startTime ?? null;
    const begun = mark("says-who-boot");
    const arrived = entries
      .map((load) => load.responseEnd)
      .filter((end) => readyAt === null || end <= readyAt);
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 1;
    while (walker.nextNode()) {
      nodes += 1;
    }
    const statements = document.querySelectorAll(".ledger .statement-card").length;
    return {
      ...bytes,
      bytes_all: Object.values(bytes).reduce((sum, one) => sum + one, 0),
      bytes_program: bytes.bytes_js + bytes.bytes_wasm,
      requests: sent.length,
      fcp,
      lcp,
      cls: shift(),
      tbt: after.reduce((sum, one) => sum + Math.max(one - shortest, 0), 0),
      longest_task: Math.max(0, ...after.filter((one) => one > shortest)),
      longest_task_before: Math.max(
        0,
        ...tasks.filter(([begin]) => begin < fcp).map(([begin, end]) => Math.min(end, fcp) - begin),
      ),
      arrived: Math.max(...arrived),
      ready: readyAt,
      hydration: begun === null || readyAt === null ? null : readyAt - begun,
      nodes,
      nodes_per_statement: nodes / statements,
      wasm_memory: wasmMemory(),
    };
  };

  // Does something, and says how long its handlers took, with the microtasks
  // that they ask for, and when the second frame after it began: the first
  // was laid out and painted then. A page that puts work off is waited for.
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
    field().dispatchEvent(new InputEvent("input", { bubbles: true, data: text.slice(-1) }));
  };

  // Works a page that is ready, as a reader does. `isApp`: whether it counts
  // what it found, and has links that load nothing.
  const worked = async (word, isApp, quiet) => {
    const took = {};
    const step = async (name, act, isDone) => {
      await calm(quiet);
      [took[name], took[`${name}_handler`]] = await timed(act, isDone);
    };
    const has = (point) => point.textContent.toLowerCase().includes(word);
    const matching = points().find(
      (point) => point.querySelector(".point__question").textContent.toLowerCase().includes(word),
    );
    const other = points().findLast((point) => !has(point));
    if (!matching || !other) {
      throw new Error(`“${word}” is in no question, or in every point`);
    }
    const counts = () => !isApp || document.querySelector(".finder__count").textContent !== "";

    toggle().scrollIntoView({ block: "center" });
    await step("show_all", () => toggle().click(), () => sources().every((one) => one.open));
    await step("hide_all", () => toggle().click(), () => !sources().some((one) => one.open));

    field().focus();
    await step("key_first", () => type(word.slice(0, 1)), counts);
    for (let length = 2; length < word.length; length += 1) {
      await calm(quiet);
      type(word.slice(0, length));
    }
    await step("key", () => type(word), () => shows(matching) && !shows(other));
    await step("clear", () => type(""), () => points().every(shows));

    if (isApp) {
      const page = location.pathname;
      const link = points()[0].querySelector(".point__question a");
      const before = document.querySelector("h1");
      const count = points().length;
      await step(
        "open_item",
        () => link.click(),
        () => location.pathname === new URL(link.href).pathname && !before.isConnected,
      );
      await step(
        "back",
        () => history.back(),
        () => location.pathname === page && points().length === count,
      );
      took.wasm_memory_after = wasmMemory();
    }
    await calm(quiet);
    return took;
  };

  return { settled, loaded, worked };
})();
