import { trustedScriptUrl } from './trusted-script.ts';

/** A newer version of the program: it waits to be used, or another window uses it already. */
export type NewVersion = 'ready' | 'used elsewhere';

/** How often a window that stays open for days asks whether there is a newer version. */
const LOOK_AFTER_MILLIS = 3_600_000;
/** How long a new service worker is waited for that was told to take over. */
const TAKES_OVER_MILLIS = 3_000;
/**
 * A browser lets the old worker stay while it is busy, for another window too: what the person asked
 * for is asked for anew after the load, so often. Kept for the tab, over its loads.
 */
const MOST_TRIES = 5;
const TRIES = 'rounds-version-tries';

/**
 * Registers the service worker that makes the web shell work offline after its first load, and tells
 * of newer versions. For the built web shell only: Electron has the files on disk, and a development
 * server must not be cached. Without a service worker Rounds works, but only online.
 *
 * Returns what loads this window with the newer version: nothing else here ever does.
 */
export function followVersions(tell: (found: NewVersion) => void): () => void {
  const { serviceWorker } = navigator;
  let registration: ServiceWorkerRegistration | undefined;
  let isControlled = serviceWorker?.controller != null;
  let isAsked = false;
  serviceWorker?.addEventListener('controllerchange', () => {
    if (isAsked) {
      sessionStorage.removeItem(TRIES);
      location.reload();
    } else if (isControlled) tell('used elsewhere');
    // The first one to come is that of this very version.
    isControlled = true;
  });
  serviceWorker?.register(trustedScriptUrl('./service-worker.js')).then(
    (its) => {
      registration = its;
      const look = () => {
        if (!its.waiting || !its.active) return;
        const tries = Number(sessionStorage.getItem(TRIES) ?? 0);
        if (tries > 0 && tries < MOST_TRIES) use(its.waiting);
        else tell('ready');
      };
      const watch = () => its.installing?.addEventListener('statechange', look);
      its.addEventListener('updatefound', watch);
      watch();
      if (!its.waiting) sessionStorage.removeItem(TRIES);
      look();
      its.active?.postMessage('opened');
      lookNowAndThen(its);
    },
    (error: unknown) => {
      console.warn('Rounds works, but not offline: its service worker was refused.', error);
    },
  );
  const use = (waiting: ServiceWorker): void => {
    isAsked = true;
    sessionStorage.setItem(TRIES, String(Number(sessionStorage.getItem(TRIES) ?? 0) + 1));
    waiting.postMessage('use');
    setTimeout(() => location.reload(), TAKES_OVER_MILLIS);
  };
  return () => {
    sessionStorage.removeItem(TRIES);
    if (registration?.waiting) return use(registration.waiting);
    isAsked = true;
    location.reload();
  };
}

/** The browser itself looks only when a page is loaded. */
function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - looked < LOOK_AFTER_MILLIS) return;
    looked = performance.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => {});
  });
}
