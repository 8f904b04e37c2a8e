import { app, shell, type WebContents } from 'electron';
import { externalAddress } from '../../platform/external-address.ts';
import { isCardDocument, isPage } from './origin.ts';

/**
 * The window shows Rounds' own page and nothing else, and frames nothing but the card document.
 * Nothing leads out by itself: the page asks the person first, then main by a channel.
 */
export function setupNavigation(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Hands an https address of a public host to the system; false, and nothing happens, for any other. */
export function openOutside(address: string): boolean {
  const external = externalAddress(address);
  if (external === undefined) return false;
  shell.openExternal(external).catch((error: unknown) => {
    console.error(`The system could not open ${external}:`, error);
  });
  return true;
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const isAllowed = event.isMainFrame ? isPage : isCardDocument;
    if (!isAllowed(event.url)) event.preventDefault();
  });
  // Nothing of Rounds' own redirects.
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
