import { expect, test } from 'vitest';
import { previewImport } from '../../src/engine/import/preview-import.ts';
import { bytesOfArray } from '../support/bytes-of-array.ts';
import expected from '../exchange/anki/fixtures/expected.json';
import newest from '../exchange/anki/fixtures/newest.apkg?url';
import oldest from '../exchange/anki/fixtures/oldest.apkg?url';

test.each([
  ['newest.apkg', newest],
  ['oldest.apkg', oldest],
])('[ANKI-13] a page reads %s as the command line does', async (name, url) => {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };
  const found = await previewImport(bytesOfArray(bytes), name, clock);
  expect(found).toMatchObject({
    ok: true,
    value: { notes: expected.notes, cards: expected.cards.length, reviews: expected.reviews },
  });
});
