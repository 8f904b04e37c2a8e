import { expect, test, vi } from 'vitest';
import { StandInEvent } from './stand-in-page.ts';
import { startMain, windowOf } from './start-main.ts';

async function emit(name: string, url: string, isMainFrame = true) {
  const standIn = await startMain();
  const event = new StandInEvent(url, isMainFrame);
  windowOf(standIn).webContents.emit(name, event);
  return { prevented: event.defaultPrevented, outside: standIn.openedOutside };
}

test('[SHELL-3] every renderer is sandboxed, before there is one', async () => {
  expect((await startMain()).isSandboxed).toBe(true);
});

test('[SHELL-8] a development server of another machine is none', async () => {
  vi.stubEnv('ELECTRON_RENDERER_URL', 'https://example.org/');
  const standIn = await startMain();
  expect(windowOf(standIn).loaded).toEqual(['app://rounds/index.html']);
});

test('[SHELL-8] the page may load itself again', async () => {
  expect(await emit('will-navigate', 'app://rounds/index.html')).toMatchObject({
    prevented: false,
  });
});

test.each([
  ['will-navigate', 'app://rounds.evil/index.html'],
  ['will-navigate', 'file:///etc/passwd'],
  ['will-navigate', 'javascript:alert(1)'],
  ['will-navigate', 'http://localhost:5173/'],
  ['will-redirect', 'https://example.org/'],
  ['will-redirect', 'data:text/html,x'],
  ['will-redirect', 'app://rounds/index.html'],
  ['will-navigate', 'https://doi.org/'],
  ['will-navigate', 'app://rounds/card.html'],
  ['will-navigate', 'app://rounds/assets/index.html'],
  ['will-navigate', 'app://rounds/icon.svg'],
  ['will-frame-navigate', 'app://rounds/card.html'],
  ['will-frame-navigate', 'https://doi.org/'],
  ['will-attach-webview', ''],
])('[SHELL-8] %s to %j is prevented', async (name, url) => {
  expect(await emit(name, url)).toEqual({ prevented: true, outside: [] });
});

test.each([
  ['app://rounds/index.html', true],
  ['app://rounds/', true],
  ['app://rounds/assets/card.html', true],
  ['app://rounds.evil/card.html', true],
  ['https://example.org/card.html', true],
  ['data:text/html,card.html', true],
  ['about:blank', true],
  ['app://rounds/card.html', false],
])('[SHELL-8] nothing is framed but the card document: %s', async (url, prevented) => {
  expect(await emit('will-frame-navigate', url, false)).toEqual({ prevented, outside: [] });
});

test('[SHELL-8] the page itself may load', async () => {
  expect((await emit('will-frame-navigate', 'app://rounds/index.html')).prevented).toBe(false);
});

const all = [
  'persistent-storage',
  'clipboard-sanitized-write',
  'clipboard-read',
  'media',
  'geolocation',
  'notifications',
  'midi',
  'fullscreen',
  'openExternal',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'display-capture',
  'a permission of tomorrow',
];

const OWN = 'app://rounds/index.html';
const USED = ['persistent-storage', 'clipboard-sanitized-write'];

test('[SHELL-9] of all permissions asked for, those that are used are granted', async () => {
  const { permissionRequest } = await startMain();
  const granted = (requestingUrl: string, isMainFrame = true, mediaTypes = ['audio', 'video']) =>
    all.filter((permission) => {
      const answer = vi.fn();
      const details = { requestingUrl, isMainFrame, mediaTypes };
      permissionRequest?.({}, permission, answer, details);
      expect(answer).toHaveBeenCalledOnce();
      return answer.mock.calls[0]?.[0] === true;
    });
  expect(granted(OWN).sort()).toEqual([...USED, 'media'].sort());
  expect(granted(OWN, true, ['audio'])).toContain('media');
  // A frame in the page, and what is neither microphone nor camera.
  expect(granted(OWN, false)).toEqual(USED);
  expect(granted(OWN, true, [])).toEqual(USED);
  expect(granted(OWN, true, ['video', 'desktop'])).toEqual(USED);
  expect(granted('https://example.org/')).toEqual([]);
  expect(granted('')).toEqual([]);
});

test('[SHELL-9] of all permissions checked, those that are used are granted', async () => {
  const { permissionCheck, devicePermission } = await startMain();
  const granted = (origin: string, isMainFrame = true, mediaType = 'audio') =>
    all.filter(
      (permission) =>
        permissionCheck?.(null, permission, origin, { isMainFrame, mediaType }) === true,
    );
  expect(granted('app://rounds/').sort()).toEqual([...USED, 'media'].sort());
  expect(granted('app://rounds/', true, 'video')).toContain('media');
  expect(granted('app://rounds/', false)).toEqual(USED);
  expect(granted('app://rounds/', true, 'unknown')).toEqual(USED);
  expect(granted('https://example.org/')).toEqual([]);
  expect(devicePermission?.()).toBe(false);
});
