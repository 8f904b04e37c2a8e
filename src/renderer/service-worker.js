/**
 * Makes the web shell work offline after its first load. The build fills in the constants
 * (web-shell.config.ts). A cache belongs to one version, and what is in it is never changed after its
 * install, so what a window is served is always one build, whole, with a network or without.
 */
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
/** What the web shell's own server sends: a host may send none of it (SHELL-37). */
const { headers: HEADERS, own: OWN, types: TYPES } = '__ANSWERS__';

const scope = new URL(self.registration.scope);

/** Caches belong to the whole host, which may have another Rounds beside this one. */
const PREFIX = `rounds-files-${scope.pathname === '/' ? '' : scope.pathname}`;
const CACHE = PREFIX + VERSION;
const PAGE = 'index.html';
/** The one other document: cards are shown in it, framed by the page. */
const CARD = 'card.html';
/** Beside the files of an older version: the windows that were open when a newer one took over. */
const STILL_OPEN = new URL('still-open', scope);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(FILES.map(keepIn(cache)))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(markOlder().then(() => self.clients.claim()));
});

/** An open page keeps the files it was built with until it is closed, or the person says 'use'. */
self.addEventListener('message', (event) => {
  if (event.data === 'use') self.skipWaiting();
  if (event.data === 'opened') event.waitUntil(removeUnused());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin) return;
  const name = nameOf(url);
  if (name === undefined) return;
  if (request.mode === 'navigate') event.respondWith(page(request, name || PAGE));
  else if (FILES.includes(name) || name.startsWith('assets/')) event.respondWith(file(request));
});

/** A file's name in the built folder: '' for the folder itself, undefined where it is not in it. */
function nameOf({ pathname }) {
  return pathname.startsWith(scope.pathname) ? pathname.slice(scope.pathname.length) : undefined;
}

function keepIn(cache) {
  return async (name) => {
    // What the page has fetched already is taken from there, where its name says what is in it.
    const fresh = name.startsWith('assets/') ? 'default' : 'no-cache';
    const address = new URL(name, scope);
    const answer = await fetch(address, { cache: fresh });
    if (!answer.ok) throw new Error(`${name} could not be fetched: ${answer.status}`);
    const type = TYPES[/\.\w+$/.exec(name)?.[0]] ?? answer.headers.get('content-type');
    const headers = { ...HEADERS, ...OWN[name], ...(type && { 'content-type': type }) };
    await cache.put(address, new Response(answer.body, { headers }));
  };
}

async function page(request, name) {
  if (name === PAGE || name === CARD) return (await kept(new URL(name, scope))) ?? fetch(request);
  try {
    return await fetch(request);
  } catch {
    // No network, and no such file: the program is where it can be used.
    return Response.redirect(scope.href);
  }
}

/**
 * Files in assets/ carry a hash of their content in their name, so any kept one is the right one: that
 * of an older version is what a window asks for that goes on with it.
 */
async function file(request) {
  return (await kept(request)) ?? (await caches.match(request)) ?? fetch(request);
}

async function kept(request) {
  return (await caches.open(CACHE)).match(request, { ignoreSearch: true });
}

/** Taking over: which windows go on with files of the versions before. */
async function markOlder() {
  // A version that is just being fetched looks like an older one; the next to take over marks them.
  if (self.registration.installing) return;
  const ids = await openWindows();
  for (const cache of await otherCaches()) {
    await (await caches.open(cache)).put(STILL_OPEN, new Response(JSON.stringify(ids)));
  }
  await removeUnused();
}

/** Removes what no window goes on with any more. */
async function removeUnused() {
  const open = await openWindows();
  for (const cache of await otherCaches()) {
    const mark = await (await caches.open(cache)).match(STILL_OPEN);
    const ids = await mark?.json();
    if (ids && !ids.some((id) => open.includes(id))) await caches.delete(cache);
  }
}

async function otherCaches() {
  const isOurs = (name) => name.startsWith(PREFIX) && /^\w+$/.test(name.slice(PREFIX.length));
  return (await caches.keys()).filter((name) => isOurs(name) && name !== CACHE);
}

async function openWindows() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return open.filter(({ url }) => url.startsWith(scope.href)).map(({ id }) => id);
}
