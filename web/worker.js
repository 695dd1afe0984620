// The service worker: caches the pages a reader has visited, so that they open
// offline. Each release of the site has a cache of its own, which is filled
// completely or not at all. A page is served from a cache only if the cache has
// all its assets too, so that two releases are never mixed. Pages are served
// network first.
//
// The site generator puts `const site = …` before this: the base path, the name of
// the release, and its files with their digests (crates/site/src/offline.rs).

// The base path is in the name because several sites can share an origin.
const CACHES = `says-who ${site.base} `;
const OWN = CACHES + site.release;

// Timeout for the network, and for answers from windows, in milliseconds.
const PATIENCE = 6000;
// How many visited pages a new release caches again at most.
const TAKEN_OVER = 40;
// A file with a fingerprint in its name.
const NAMED_BY_DIGEST = /^[^/]*-[0-9a-f]{16}[^/]*$/;

const address = (path) => location.origin + site.base + path;
// The offline fallback page. It is cached last: a cache that has it is complete.
const UNKEPT = address(site.unkept[0]);

// The cache key of a page: its URL without query, fragment and index.html.
const key = (url) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
};

const isPage = (url) => url.startsWith(address("")) && url.endsWith("/");

// The names of this site's caches, newest first.
const releases = async () =>
  (await caches.keys()).filter((name) => name.startsWith(CACHES)).reverse();

// The name of the newest complete cache.
const newest = async () => {
  for (const cacheName of await releases()) {
    if (await caches.match(UNKEPT, { cacheName })) {
      return cacheName;
    }
  }
  return undefined;
};

// Caches a page under the release that it names, if that release has a cache. Any
// response that names no release, such as an error page of the host, is ignored.
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

// Fetches a file of this release, checked by its digest.
const get = async ([path, integrity], cache) => {
  const load = (cache) => fetch(address(path), { integrity, cache });
  // The HTTP cache may have an older response, from before this release.
  return load(cache).catch(() => load("reload"));
};

// The URLs of the pages that are cached or open, at most TAKEN_OVER of them.
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
  // An earlier attempt may have left a partial cache.
  await caches.delete(OWN);
  const cache = await caches.open(OWN);
  const take = async (file, mode) =>
    cache.put(address(file[0]), await get(file, mode));
  try {
    await Promise.all([
      ...site.files.map((file) => take(file, "default")),
      ...site.pages.map((page) => take(page, "no-cache")),
    ]);
    // A visited page that fails to load doesn't fail the installation.
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

// Caches a page from the network without delaying the response.
const keepLater = (event, network) =>
  event.waitUntil(
    network.then((response) => keep(response.clone())).catch(() => {}),
  );

// Responds to a navigation, network first: from the cache if the network fails, has
// a server error or times out.
const page = async (event) => {
  const { url } = event.request;
  if (key(url) === UNKEPT) {
    const cacheName = await newest();
    return cacheName ? instead(cacheName) : fetch(url);
  }
  // `no-cache` always revalidates with the server, so that corrections show at
  // once; offline pages come from this worker's caches, with all their assets,
  // and not from the HTTP cache. `manual` leaves redirects to the browser.
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
  // Add a missing trailing slash, as a server does.
  const slashed = `${key(url)}/`;
  if (await caches.match(slashed, { cacheName })) {
    return Response.redirect(slashed + new URL(url).search);
  }
  return network.catch(() => instead(cacheName));
};

// Responds to a page that the app fetches, to navigate to it or to read it.
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

// An entry in the list of cached pages: the page's title in its own language. Both
// are copied from the page's HTML as they are, already escaped.
const line = async (url, cache) => {
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

// Responds to a file with a fingerprint in its name, from any cache: it is never
// stale.
const file = async (request) => {
  for (const cacheName of [OWN, ...(await releases())]) {
    const kept = await caches.match(request.url, { cacheName });
    if (kept) {
      return kept;
    }
  }
  return fetch(request);
};

// Resolves to the release of the page in a window, or to undefined if it doesn't
// answer.
const ask = (client) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE);
    client.postMessage("release", [port2]);
  });

// Deletes the caches of older releases, except those of open pages.
const sweep = async () => {
  const names = await releases();
  const open = await Promise.all(
    (await clients.matchAll({ type: "window" })).map(ask),
  );
  // If a newer release is installing or waiting, one of the caches is its.
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

// Take control of the open pages, so that they are cached and hear of updates.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  if (method !== "GET" || !url.startsWith(address(""))) {
    return;
  }
  const below = new URL(url).pathname.slice(site.base.length);
  if (mode === "navigate") {
    // Embedded pages don't use the app and are not cached.
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
