import { expect, test } from 'vitest';
import { deckTextOf } from '../../../src/renderer/decks/deck-text.ts';

test('[DECK-33] a deck file is read strictly as UTF-8, without its byte order mark', async () => {
  expect(await deckTextOf(new File(['\uFEFFα4β1'], 'a.md'))).toEqual({ ok: true, value: 'α4β1' });
  const binary = new File([new Uint8Array([0xc3, 0x28])], 'b.md');
  expect(await deckTextOf(binary)).toMatchObject({
    ok: false,
    problem: { what: '“b.md” is not a text file in UTF-8.' },
  });
});

test('[DECK-33] it may have 10 MB and no byte more', async () => {
  const most = 10 * 1024 * 1024;
  expect(await deckTextOf(new File([new Uint8Array(most)], 'a.md'))).toMatchObject({ ok: true });
  expect(await deckTextOf(new File([new Uint8Array(most + 1)], 'a.md'))).toMatchObject({
    ok: false,
    problem: { what: '“a.md” is 10.0 MB; a deck file may have at most 10 MB.' },
  });
});
