import { app, shell, type WebContents } from 'electron';
import { externalAddress } from '../../platform/external-address.ts';
import { isCardDocument, isOwnAddress } from './origin.ts';

/**
 * The window shows Rounds and nothing else, and frames nothing but the card document: https links
 * go to the person's browser, the rest nowhere.
 */
export function setupNavigation(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** Hands a plain https address to the system; false, and nothing happens, for any other. */
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
    if (isOwnAddress(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !isCardDocument(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
