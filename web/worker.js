// Keeps the pages that a reader has visited, so that they open without a
// connection. There is a cache for each release of the site. It is filled whole
// or not at all, and a page comes out of it only together with all it loads, so
// that what is shown is never of two releases. Where there is a connection,
// pages come from the network.
//
// The page writer puts `const site = …` before this: the base path, the name of
// the release, and its files with their digests (src/site/offline.rs).

// Many sites can share an origin; each leaves the caches of the others alone.
const CACHES = `says-who ${site.base} `;
const OWN = CACHES + site.release;

// For how many milliseconds a page that is kept may be waited for.
const PATIENCE = 6000;
// How many visited pages a newer release takes over from the one before it.
const TAKEN_OVER = 40;
// A file whose name changes with its bytes.
const NAMED_BY_DIGEST = /^[^/]*-[0-9a-f]{16}[^/]*$/;

const address = (path) => location.origin + site.base + path;
// The page that stands in for one that is not kept. It goes into a cache last:
// a cache that has it is whole.
const UNKEPT = address(site.unkept[0]);

// What a page is kept as, for whatever is asked of it.
const key = (url) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
};

const isPage = (url) => url.startsWith(address("")) && url.endsWith("/");

// The names of this site's caches, the newest first.
const releases = async () =>
  (await caches.keys()).filter((name) => name.startsWith(CACHES)).reverse();

// The cache of the newest release that is whole.
const newest = async () => {
  for (const cacheName of await releases()) {
    if (await caches.match(UNKEPT, { cacheName })) {
      return cacheName;
    }
  }
  return undefined;
};

// Puts a page into the cache of the release it is of, if that is being kept.
// Nothing else that a server may send says of which release it is.
const keep = async (response) => {
  const { status, type, redirected, url } = response;
  if (status !== 200 || type !== "basic" || redirected) {
    return;
  }
  const text = await response.clone().text();
  const [, release] = text.match(/ data-release="(\w+)"/) ?? [];
  if (await caches.has(CACHES + release)) {
    await (await caches.open(CACHES + release)).put(key(url), response);
  }
};

// A file of this release, and no other.
const get = async ([path, integrity], cache) => {
  const load = (cache) => fetch(address(path), { integrity, cache });
  // What the browser holds may be an answer from before the file was there.
  return load(cache).catch(() => load("reload"));
};

// The addresses of the pages that are open or kept.
const visited = async () => {
  const pages = [];
  for (const name of await releases()) {
    const kept = await (await caches.open(name)).keys();
    pages.unshift(...kept.map(({ url }) => url));
  }
  const open = await clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  pages.push(...open.map(({ url }) => key(url)));
  return [...new Set(pages)]
    .filter(isPage)
    .slice(-TAKEN_OVER);
};

const install = async () => {
  const before = await visited();
  // What an attempt before this one may have left.
  await caches.delete(OWN);
  const cache = await caches.open(OWN);
  const take = async (file, mode) =>
    cache.put(address(file[0]), await get(file, mode));
  try {
    await Promise.all([
      ...site.files.map((file) => take(file, "default")),
      ...site.pages.map((page) => take(page, "no-cache")),
    ]);
    // A page that does not come is not kept; that is no reason to keep none.
    await Promise.allSettled(
      before.map(async (url) => keep(await fetch(url, { cache: "no-cache" }))),
    );
    await take(site.unkept, "no-cache");
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
};

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Keeps a page that comes from the network.
const keepLater = (event, network) =>
  event.waitUntil(
    network.then((response) => keep(response.clone())).catch(() => {}),
  );

// A page: from the network; as it was kept where that fails, is in trouble or
// takes too long.
const page = async (event) => {
  const { url } = event.request;
  if (key(url) === UNKEPT) {
    const cacheName = await newest();
    return cacheName ? instead(cacheName) : fetch(url);
  }
  // The server is always asked, even for what the browser has from it: what was
  // corrected shows at once, and what is shown without a connection is kept here
  // with all that it loads. A redirect is the browser's to follow.
  const network = fetch(url, { cache: "no-cache", redirect: "manual" });
  keepLater(event, network);
  const answer = await Promise.race([
    network.catch(() => undefined),
    wait(PATIENCE),
  ]);
  if (answer && answer.status < 500) {
    return answer;
  }
  const cacheName = await newest();
  if (!cacheName) {
    return network;
  }
  const kept = await caches.match(key(url), { cacheName });
  if (kept) {
    return kept;
  }
  // As a server does.
  const slashed = `${key(url)}/`;
  if (await caches.match(slashed, { cacheName })) {
    return Response.redirect(slashed + new URL(url).search);
  }
  return network.catch(() => instead(cacheName));
};

// A page that the app asks for, to show it in place of the one in view, or for
// what stands on it.
const part = (event) => {
  const network = fetch(event.request);
  keepLater(event, network);
  return network.catch(async () => {
    const cacheName = await newest();
    const { url } = event.request;
    const kept = cacheName && (await caches.match(key(url), { cacheName }));
    return kept || Response.error();
  });
};

// A line of the list of pages, by the title of each in its own language. Both
// stand in the page as HTML, and do so here.
const line = async (url, cache) => {
  const html = await (await cache.match(url)).text();
  const [, language] = html.match(/<html([^>]*)>/) ?? ["", ""];
  const [, title] = html.match(/<title>([^<]*)/) ?? ["", url];
  const { pathname } = new URL(url);
  const isItem = pathname.slice(site.base.length).split("/").length > 2;
  const name = title.replace(/ · [^·]*$/, "");
  return `<li${language}${isItem ? " data-item" : ""}><a href="${pathname}">${name}</a></li>`;
};

// What is shown for a page that is not kept: the page that says so, with the
// list of those that are. The app on it finds what was meant by an address that
// was mangled, or an item's place on the page of the whole.
const instead = async (cacheName) => {
  const cache = await caches.open(cacheName);
  const urls = (await cache.keys()).map(({ url }) => url).filter(isPage);
  const lines = await Promise.all(urls.sort().map((url) => line(url, cache)));
  const html = await (await cache.match(UNKEPT)).text();
  const filled = html.replace(
    /(<ul[^>]*data-kept[^>]*>)/,
    (list) => list + lines.join(""),
  );
  return new Response(filled, {
    headers: { "content-type": "text/html; charset=utf-8" },
  });
};

// A file whose name changes with its bytes: whoever has it has the right one.
const file = async (request) => {
  for (const cacheName of [OWN, ...(await releases())]) {
    const kept = await caches.match(request.url, { cacheName });
    if (kept) {
      return kept;
    }
  }
  return fetch(request);
};

// Of which release the page in a window is; nothing where it does not say.
const ask = (client) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE);
    client.postMessage("release", [port2]);
  });

// Deletes the caches of older releases, but for those of which a page is open.
const sweep = async () => {
  const names = await releases();
  const open = await Promise.all(
    (await clients.matchAll({ type: "window" })).map(ask),
  );
  // A newer release may have its cache among these.
  const isNewest = !registration.installing && !registration.waiting;
  if (!isNewest || open.includes(undefined)) {
    return;
  }
  const needed = [site.release, ...open].map((release) => CACHES + release);
  for (const name of names.filter((name) => !needed.includes(name))) {
    await caches.delete(name);
  }
};

addEventListener("install", (event) => event.waitUntil(install()));

// The page that is open is kept from now on, and hears of newer releases.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  if (method !== "GET" || !url.startsWith(address(""))) {
    return;
  }
  const below = new URL(url).pathname.slice(site.base.length);
  if (mode === "navigate") {
    // Pages for a frame need nothing of the site's own and are not kept.
    if (!below.startsWith("embed/")) {
      event.respondWith(page(event));
    }
  } else if (!destination && isPage(url)) {
    event.respondWith(part(event));
  } else if (NAMED_BY_DIGEST.test(below)) {
    event.respondWith(file(event.request));
  }
});

addEventListener("message", (event) => {
  switch (event.data) {
    case "release":
      event.ports[0].postMessage(site.release);
      break;
    case "sweep":
      event.waitUntil(sweep());
      break;
    case "take over":
      event.waitUntil(skipWaiting());
      break;
  }
});
