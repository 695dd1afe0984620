// The service worker: caches the pages a reader has visited, so that they open
// offline. Each release of the site has a cache of its own, which is filled
// completely or not at all. A page is served from a cache only if the cache has
// all its assets too, so that two releases are never mixed. Pages are served
// network first.
//
// The site generator puts `const site = …` before this: the base path, the name of
// the release, and its files with their digests (crates/site/src/offline.rs).

// The base path is in the name because several sites can share an origin.
const CACHE_PREFIX = `says-who ${site.base} `;
const CACHE = CACHE_PREFIX + site.release;

// Timeout for the network, and for answers from windows, in milliseconds.
const TIMEOUT = 6000;
// How many visited pages a new release caches again at most.
const MAX_RECACHED = 40;
// A file with a fingerprint in its name.
const HASHED_FILE = /^[^/]*-[0-9a-f]{16}[^/]*$/;

const absolute = (path) => location.origin + site.base + path;
// The offline fallback page. It is cached last: a cache that has it is complete.
const OFFLINE_PAGE = absolute(site.offlinePage[0]);

// The cache key of a page: its URL without query, fragment and index.html.
const cacheKey = (url) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
};

const isPage = (url) => url.startsWith(absolute("")) && url.endsWith("/");

// The names of this site's caches, newest first.
const cacheNames = async () =>
  (await caches.keys())
    .filter((name) => name.startsWith(CACHE_PREFIX))
    .reverse();

// The name of the newest complete cache.
const newestComplete = async () => {
  for (const cacheName of await cacheNames()) {
    if (await caches.match(OFFLINE_PAGE, { cacheName })) {
      return cacheName;
    }
  }
  return undefined;
};

// Caches a page under the release that it names, if that release has a cache. Any
// response that names no release, such as an error page of the host, is ignored.
const cachePage = async (response) => {
  const { status, type, redirected, url } = response;
  if (status !== 200 || type !== "basic" || redirected) {
    return;
  }
  const text = await response.clone().text();
  const [, release] = text.match(/ data-release="(\w+)"/) ?? [];
  if (await caches.has(CACHE_PREFIX + release)) {
    await (
      await caches.open(CACHE_PREFIX + release)
    ).put(cacheKey(url), response);
  }
};

// Fetches a file of this release, checked by its digest.
const fetchFile = async ([path, integrity], cache) => {
  const load = (cache) => fetch(absolute(path), { integrity, cache });
  // The HTTP cache may have an older response, from before this release.
  return load(cache).catch(() => load("reload"));
};

// The URLs of the pages that are cached or open, at most MAX_RECACHED of them.
const visitedPages = async () => {
  const pages = [];
  for (const name of await cacheNames()) {
    const cached = await (await caches.open(name)).keys();
    pages.unshift(...cached.map(({ url }) => url));
  }
  const open = await clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  pages.push(...open.map(({ url }) => cacheKey(url)));
  return [...new Set(pages)].filter(isPage).slice(-MAX_RECACHED);
};

const install = async () => {
  const before = await visitedPages();
  // An earlier attempt may have left a partial cache.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const cacheFile = async (file, mode) =>
    cache.put(absolute(file[0]), await fetchFile(file, mode));
  try {
    await Promise.all([
      ...site.files.map((file) => cacheFile(file, "default")),
      ...site.pages.map((page) => cacheFile(page, "no-cache")),
    ]);
    // A visited page that fails to load doesn't fail the installation.
    await Promise.allSettled(
      before.map(async (url) =>
        cachePage(await fetch(url, { cache: "no-cache" })),
      ),
    );
    await cacheFile(site.offlinePage, "no-cache");
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Caches a page from the network without delaying the response.
const cacheInBackground = (event, network) =>
  event.waitUntil(
    network.then((response) => cachePage(response.clone())).catch(() => {}),
  );

// Responds to a navigation, network first: from the cache if the network fails, has
// a server error or times out.
const respondToNavigation = async (event) => {
  const { url } = event.request;
  if (cacheKey(url) === OFFLINE_PAGE) {
    const cacheName = await newestComplete();
    return cacheName ? offlinePage(cacheName) : fetch(url);
  }
  // `no-cache` always revalidates with the server, so that corrections show at
  // once; offline pages come from this worker's caches, with all their assets,
  // and not from the HTTP cache. `manual` leaves redirects to the browser.
  const network = fetch(url, { cache: "no-cache", redirect: "manual" });
  cacheInBackground(event, network);
  const answer = await Promise.race([
    network.catch(() => undefined),
    wait(TIMEOUT),
  ]);
  if (answer && answer.status < 500) {
    return answer;
  }
  const cacheName = await newestComplete();
  if (!cacheName) {
    return network;
  }
  const cached = await caches.match(cacheKey(url), { cacheName });
  if (cached) {
    return cached;
  }
  // Add a missing trailing slash, as a server does.
  const slashed = `${cacheKey(url)}/`;
  if (await caches.match(slashed, { cacheName })) {
    return Response.redirect(slashed + new URL(url).search);
  }
  return network.catch(() => offlinePage(cacheName));
};

// Responds to a page that the app fetches, to navigate to it or to read it.
const respondToAppFetch = (event) => {
  const network = fetch(event.request);
  cacheInBackground(event, network);
  return network.catch(async () => {
    const cacheName = await newestComplete();
    const { url } = event.request;
    const cached =
      cacheName && (await caches.match(cacheKey(url), { cacheName }));
    return cached || Response.error();
  });
};

// An entry in the list of cached pages: the page's title in its own language. Both
// are copied from the page's HTML as they are, already escaped.
const listEntry = async (url, cache) => {
  const html = await (await cache.match(url)).text();
  const [, language] = html.match(/<html([^>]*)>/) ?? ["", ""];
  const [, title] = html.match(/<title>([^<]*)/) ?? ["", url];
  const { pathname } = new URL(url);
  const isItem = pathname.slice(site.base.length).split("/").length > 2;
  const name = title.replace(/ · [^·]*$/, "");
  return `<li${language}${isItem ? " data-item" : ""}><a href="${pathname}">${name}</a></li>`;
};

// The offline fallback page, with the list of cached pages filled in. The app on it
// resolves mangled addresses, and finds an item on the explainer's page.
const offlinePage = async (cacheName) => {
  const cache = await caches.open(cacheName);
  const urls = (await cache.keys()).map(({ url }) => url).filter(isPage);
  const lines = await Promise.all(
    urls.sort().map((url) => listEntry(url, cache)),
  );
  const html = await (await cache.match(OFFLINE_PAGE)).text();
  const filled = html.replace(
    /(<ul[^>]*data-cached[^>]*>)/,
    (list) => list + lines.join(""),
  );
  return new Response(filled, {
    headers: { "content-type": "text/html; charset=utf-8" },
  });
};

// Responds to a file with a fingerprint in its name, from any cache: it is never
// stale.
const respondToFile = async (request) => {
  for (const cacheName of [CACHE, ...(await cacheNames())]) {
    const cached = await caches.match(request.url, { cacheName });
    if (cached) {
      return cached;
    }
  }
  return fetch(request);
};

// Resolves to the release of the page in a window, or to undefined if it doesn't
// answer.
const askRelease = (client) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, TIMEOUT);
    client.postMessage("release", [port2]);
  });

// Deletes the caches of older releases, except those of open pages.
const deleteOldCaches = async () => {
  const names = await cacheNames();
  const open = await Promise.all(
    (await clients.matchAll({ type: "window" })).map(askRelease),
  );
  // If a newer release is installing or waiting, one of the caches is its.
  const isNewest = !registration.installing && !registration.waiting;
  if (!isNewest || open.includes(undefined)) {
    return;
  }
  const needed = [site.release, ...open].map(
    (release) => CACHE_PREFIX + release,
  );
  for (const name of names.filter((name) => !needed.includes(name))) {
    await caches.delete(name);
  }
};

addEventListener("install", (event) => event.waitUntil(install()));

// Take control of the open pages, so that they are cached and hear of updates.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  if (method !== "GET" || !url.startsWith(absolute(""))) {
    return;
  }
  const below = new URL(url).pathname.slice(site.base.length);
  if (mode === "navigate") {
    // Embedded pages don't use the app and are not cached.
    if (!below.startsWith("embed/")) {
      event.respondWith(respondToNavigation(event));
    }
  } else if (!destination && isPage(url)) {
    event.respondWith(respondToAppFetch(event));
  } else if (HASHED_FILE.test(below)) {
    event.respondWith(respondToFile(event.request));
  }
});

addEventListener("message", (event) => {
  switch (event.data) {
    case "release":
      event.ports[0].postMessage(site.release);
      break;
    case "sweep":
      event.waitUntil(deleteOldCaches());
      break;
    case "take over":
      event.waitUntil(skipWaiting());
      break;
  }
});
