import { app } from 'electron';
import { CARD_DOCUMENT } from '../../platform/content-security-policy.ts';

export const SCHEME = 'app';
export const HOST = 'rounds';

/** The page's origin. IndexedDB belongs to it: changing it would hide everybody's cards. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** What the window loads: the built renderer, or electron-vite's development server. */
export function startAddress(): string {
  return developmentServer()?.href ?? `${APP_ORIGIN}/index.html`;
}

/** true where `address` belongs to Rounds itself: exactly app://rounds, or the development server. */
export function isOwnAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return false;
  const origin = `${url.protocol}//${url.host}`;
  return origin === APP_ORIGIN || origin === developmentServer()?.origin;
}

/** true for the page itself: all that a window may show. */
export function isPage(address: string): boolean {
  return isOwnAddress(address) && /^\/(?:index\.html)?$/.test(new URL(address).pathname);
}

/** true for the one document that Rounds' page may frame: the one in which cards are shown. */
export function isCardDocument(address: string): boolean {
  return isOwnAddress(address) && new URL(address).pathname === `/${CARD_DOCUMENT}`;
}

function developmentServer(): URL | undefined {
  const address = process.env.ELECTRON_RENDERER_URL;
  if (app.isPackaged || !address) return undefined;
  const url = new URL(address);
  // A development server is of this machine; no other has a say over the bridge.
  return LOOPBACK.has(url.hostname) ? url : undefined;
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
