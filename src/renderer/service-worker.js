/**
 * Makes the web shell work offline after its first load. The build fills in the two constants
 * (web-shell.config.ts). A cache belongs to one version and is never changed after its install,
 * so what is served offline is always one build, whole.
 */
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];

const PREFIX = 'rounds-files-';
const CACHE = PREFIX + VERSION;
const PAGE = 'index.html';
/** The one other document: cards are shown in it, framed by the page. */
const CARD = 'card.html';
/** A network that says nothing for so long counts as none. */
const NETWORK_MILLIS = 3_000;

const scope = new URL(self.registration.scope);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map(requestOf))));
});

// No skipWaiting: an open page keeps the files it was built with until it is closed.
self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isOurs(url)) event.respondWith(file(request));
});

/** What the page has fetched already is taken from there, where its name says what is in it. */
function requestOf(file) {
  const cache = file.startsWith('assets/') ? 'default' : 'no-cache';
  return new Request(new URL(file, scope), { cache });
}

async function removeOldCaches() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The newest document where there is a network, else the kept one: the page, or the card's. */
async function page(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(NETWORK_MILLIS) });
    if (answer.ok) return answer;
  } catch {
    // No network, or too slow a one.
  }
  const name = new URL(request.url).pathname === `${scope.pathname}${CARD}` ? CARD : PAGE;
  return (await kept(new URL(name, scope))) ?? fetch(request);
}

/** Files in assets/ carry a hash of their content in their name, so the kept one is the right one. */
async function file(request) {
  return (await kept(request)) ?? fetch(request);
}

async function kept(request) {
  return (await caches.open(CACHE)).match(request, { ignoreSearch: true });
}

function isOurs(url) {
  if (!url.pathname.startsWith(scope.pathname)) return false;
  return FILES.includes(decodeURIComponent(url.pathname.slice(scope.pathname.length)));
}
