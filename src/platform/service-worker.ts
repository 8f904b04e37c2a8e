import { trustedScriptUrl } from './trusted-script.ts';

/** A newer version of the program: it waits to be used, or another window uses it already. */
export type NewVersion = 'ready' | 'used elsewhere';

/** How often a window that stays open for days asks whether there is a newer version. */
const LOOK_AFTER_MILLIS = 3_600_000;
/**
 * The old worker goes when it has nothing to do. Chromium forgets that it should where a request
 * wakes it just then (seen on a busy machine), so the new one is told again; loading the page would
 * be such a request. Asking for a minute was tried: the new one took over at once, or not while this
 * page was there, and loading it at last helped. After 3 seconds it more often gave the old version
 * again, on a busy machine.
 */
const AGAIN_MILLIS = 1_500;
const MOST_TIMES = 8;

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
    if (isAsked) location.reload();
    else if (isControlled) tell('used elsewhere');
    // The first one to come is that of this very version.
    isControlled = true;
  });
  serviceWorker?.register(trustedScriptUrl('./service-worker.js')).then(
    (its) => {
      registration = its;
      const look = () => {
        if (its.waiting && its.active) tell('ready');
      };
      const watch = () => its.installing?.addEventListener('statechange', look);
      its.addEventListener('updatefound', watch);
      watch();
      look();
      its.active?.postMessage('opened');
      lookNowAndThen(its);
    },
    (error: unknown) => {
      console.warn('Rounds works, but not offline: its service worker was refused.', error);
    },
  );
  return () => {
    isAsked = true;
    const waiting = registration?.waiting;
    if (!waiting) return location.reload();
    let times = 0;
    const tellIt = (): void => {
      if (times++ < MOST_TIMES) waiting.postMessage('use');
      else location.reload();
    };
    tellIt();
    setInterval(tellIt, AGAIN_MILLIS);
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
