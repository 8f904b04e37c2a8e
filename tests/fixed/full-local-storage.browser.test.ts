import { afterEach, expect, test } from 'vitest';
import { preferences, setPreferences } from '../../src/renderer/preferences.ts';

afterEach(() => localStorage.clear());

/** Takes all that the browser gives a page here, to the last character. */
function fillLocalStorage(): void {
  let text = 'x'.repeat(1 << 20);
  for (let at = 0; text.length > 0; at++) {
    try {
      localStorage.setItem(`filler ${at}`, text);
    } catch {
      text = text.slice(text.length >> 1).slice(0, text.length - 1 - (text.length >> 1));
    }
  }
}

test('[STORE-3] where the page’s own storage is really full, a preference changes all the same', () => {
  const before = preferences().theme;
  const other = before === 'dark' ? 'light' : 'dark';
  fillLocalStorage();
  expect(() => localStorage.setItem('more', 'x'.repeat(1000))).toThrow();
  setPreferences({ theme: other });
  expect(preferences().theme).toBe(other);
  expect(document.documentElement.dataset.theme).toBe(other);
  localStorage.clear();
  setPreferences({ theme: before });
});
