import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AnkiTold, differencesFromAnki } from '../../support/anki-statistics.ts';

const FIXTURE = new URL('./anki/', import.meta.url);

test('[STATS-12] [STATS-7] [STATS-17] the figures of an imported collection are those of Anki’s graphs', async () => {
  const collection = new Uint8Array(readFileSync(new URL('collection.colpkg', FIXTURE)));
  const told = JSON.parse(readFileSync(new URL('graphs.json', FIXTURE), 'utf8')) as AnkiTold;
  expect(await differencesFromAnki(collection, told)).toEqual([]);
});
