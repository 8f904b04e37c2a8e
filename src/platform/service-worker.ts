import { trustedScriptUrl } from './trusted-script.ts';

/**
 * Registers the service worker that makes the web shell work offline after its first load. For the
 * built web shell only: Electron has the files on disk, and a development server must not be
 * cached. Never rejects; without it Rounds works, but only online.
 */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(trustedScriptUrl('./service-worker.js'));
  } catch (error) {
    console.warn('Rounds works, but not offline: its service worker was refused.', error);
  }
}
