import { afterEach, beforeEach, expect, test } from 'vitest';
import shipped from '../../../../decks/natalizumab-ms.md?raw';
import { FIELD } from '../../../../src/domain/content/stock.ts';
import type { DeckId, NoteTypeId } from '../../../../src/kernel/ids.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { lintNotes } from '../../../../src/engine/queries/once/lint-notes.ts';
import { loadShippedDeck } from '../../../../src/engine/commands/decks/load-deck.ts';
import { addNote } from '../../../../src/engine/commands/notes/notes.ts';
import { silenceRule } from '../../../../src/engine/commands/settings/settings.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { accepted, type TestDeps, testDeps } from '../../../support/deps.ts';

let deps: TestDeps;
let own: DeckId;
beforeEach(async () => {
  deps = await testDeps();
  accepted(await loadShippedDeck(deps, shipped));
  own = accepted(await createDeck(deps, 'Own'));
});
afterEach(() => deps.close());

async function add(front: string, back: string): Promise<void> {
  const fields = { [FIELD.front]: front, [FIELD.back]: back, [FIELD.source]: 'A book' };
  const noteTypeId = 'basic' as NoteTypeId;
  accepted(await addNote(deps, own, { noteTypeId, fields, sections: [] }));
}
const advice = async (deckId?: DeckId) => {
  const found = accepted(await lintNotes(deps, { deckId }));
  if (!found) throw new Error('stopped');
  return found;
};

test('[WRITE-13] nothing is found in the shipped deck, whatever was looked at before', async () => {
  expect(await advice()).toEqual({ looked: 26, found: 0, notes: [] });
});

test('[WRITE-13] a deck of one’s own is looked over, near-duplicates included, and nothing changes', async () => {
  await add('Is natalizumab an antibody?', 'Yes');
  await add('Which integrin subunit does the antibody natalizumab bind to in the brain?', 'α4');
  await add('which integrin subunit does the antibody natalizumab bind to in the brain', 'α4');
  const before = await hashOf(deps.store);
  const found = await advice(own);
  expect(found.looked).toBe(3);
  const rules = found.notes.flatMap((note) => note.suggestions.map(({ ruleId }) => ruleId));
  expect(rules).toEqual(expect.arrayContaining(['CR4', 'CR17']));
  expect(await hashOf(deps.store)).toBe(before);
  accepted(await silenceRule(deps, 'CR4', true));
  const less = (await advice(own)).notes.flatMap((note) => note.suggestions);
  expect(less.map(({ ruleId }) => ruleId)).not.toContain('CR4');
});

test('[WRITE-13] it can be stopped', async () => {
  for (let note = 0; note < 60; note++) await add(`Question number ${note}?`, 'An answer');
  expect(
    accepted(await lintNotes({ ...deps, watch: () => false }, { deckId: own })),
  ).toBeUndefined();
});
