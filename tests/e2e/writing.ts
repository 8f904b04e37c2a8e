import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

/** A field of the note being written, by its name. */
export function fieldNamed(page: Page | Locator, name: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${name}`) }).first();
}

/** From Today to the Add window, with the focus in the first field. */
export async function openAdd(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('textbox', { name: /^(Front|Text)/ }).first()).toBeFocused();
}

/** Chooses the note type by keyboard, and goes on with Tab to the field `first`. */
export async function chooseType(page: Page, name: string, first: string): Promise<void> {
  const type = page.getByRole('combobox', { name: 'Type' });
  await tabTo(page, type, 'Shift+Tab');
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name, exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(type).toHaveValue(name);
  await expect(type).toBeFocused();
  await tabTo(page, fieldNamed(page, first));
}

/** Puts the notes to come into a new deck, where they are the only ones to study. */
export async function intoNewDeck(page: Page, name: string): Promise<void> {
  const deck = page.getByRole('combobox', { name: 'Deck' });
  await deck.fill(name);
  await expect(page.getByRole('option', { name: `New deck “${name}”` })).toBeVisible();
  await deck.press('Enter');
  await expect(deck).toHaveValue(name);
}

/** Adds the note by keyboard; the focus is then in the field `next` of a new one. */
export async function addNow(page: Page, next: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added.').first()).toBeVisible();
  await expect(fieldNamed(page, next)).toBeFocused();
  await expect(fieldNamed(page, next)).toHaveText('');
}

/** From the Add window to the first card of the deck. */
export async function study(page: Page, deck: string): Promise<void> {
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('button', { name: `Study ${deck}` }).click();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
}

export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  // Looked up once: by role, after every key, it took longer than what the key did.
  let element = await target.elementHandle();
  for (let tabs = 0; tabs < 200; tabs++) {
    const focus = await element?.evaluate((each) =>
      each.isConnected ? each === document.activeElement : undefined,
    );
    if (focus === true) return;
    if (focus === undefined) element = await target.elementHandle();
    else await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}`);
}

/** A picture of 640 by 400 pixels as a PNG file, drawn by the browser. */
export async function drawnPng(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 400;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#f4ead8';
    pen.fillRect(0, 0, 640, 400);
    pen.fillStyle = '#803030';
    pen.fillRect(80, 80, 160, 120);
    pen.fillRect(400, 220, 160, 120);
    return canvas.toDataURL('image/png').replace(/^.*,/, '');
  });
  return Buffer.from(base64, 'base64');
}

/** What Ctrl+V does when a picture is on the clipboard, in the element that has the focus. */
export function pastePicture(page: Page, png: Buffer): Promise<void> {
  return pasteFile(page, { bytes: png, name: 'image.png', type: 'image/png' });
}

/** Pastes a file where the focus is. */
export async function pasteFile(
  page: Page,
  { bytes, name, type }: { bytes: Uint8Array; name: string; type: string },
): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  await page.evaluate(
    (given) => {
      const bytes = Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], given.name, { type: given.type }));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    },
    { base64, name, type },
  );
}

/** The picture in a field that is being written. */
export function pictureIn(field: Locator): Locator {
  return field.locator('img[src^="blob:"]');
}
