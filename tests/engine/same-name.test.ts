import { afterEach, beforeEach, expect, test } from 'vitest';
import { decksBelow, placesOf } from '../../src/domain/collection/deck.ts';
import { isChosen } from '../../src/domain/exam/choice.ts';
import { NO_CARDS } from '../../src/domain/overlay/overlay.ts';
import { FIELD } from '../../src/domain/content/stock.ts';
import { cramChoice } from '../../src/engine/commands/cram/cram-choice.ts';
import { createDeck, renameDeck } from '../../src/engine/commands/decks/decks.ts';
import { addNote, moveNotes, renameSection } from '../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import type { DeckId, NoteTypeId } from '../../src/kernel/ids.ts';
import { hashOf } from '../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { readDecks } from '../../src/store/reads/decks.ts';
import { readToday } from '../../src/store/reads/today.ts';
import { accepted, engineOf, queueOf, type TestDeps, testDeps } from '../support/deps.ts';

const SPELLINGS = ['Renal', 'renal', 'RENAL', 'Re\u00adnal'];
let deps: TestDeps;
let deckId: DeckId;

const note = (front: string, sections: string[]) => ({
  noteTypeId: 'basic' as NoteTypeId,
  fields: { [FIELD.front]: front, [FIELD.back]: 'b', [FIELD.extra]: '' },
  sections,
});

/** One deck in which three notes have a tag in two spellings, as they came from another deck. */
beforeEach(async () => {
  deps = await testDeps();
  deckId = accepted(await createDeck(deps, 'Kidney'));
  const other = accepted(await createDeck(deps, 'Other'));
  await addNote(deps, deckId, note('a', ['Renal']));
  const b = accepted(await addNote(deps, other, note('b', ['renal::Tubule'])));
  const c = accepted(await addNote(deps, other, note('c', ['Heart', 'renal'])));
  await addNote(deps, deckId, note('d', ['Heart']));
  accepted(await moveNotes(deps, [b.noteId, c.noteId], deckId));
});
afterEach(() => deps.close());

const cardsNow = async () => (await deps.store.cards.toArray()).filter(({ absent }) => !absent);

test('[SEARCH-33] study, cram, exams and searches find the same cards by any spelling of a tag', async () => {
  const engine = engineOf(deps);
  for (const section of SPELLINGS) {
    const queue = await queueOf(deps, { deckId, section });
    expect([section, queue.left.new, queue.cards.length]).toEqual([section, 3, 3]);
    const choice = { ...NO_CARDS, sections: [section] };
    accepted(await cramChoice(deps, choice, section));
    expect((await deps.store.sessions.get('current'))?.cardIds).toHaveLength(3);
    const chosen = isChosen(choice, await readDecks(deps.store), new Set());
    expect((await cardsNow()).filter(chosen)).toHaveLength(3);
    const found = await engine.ask('idsOfSearch', { text: `tag:${section}`, mode: 'cards' });
    expect(accepted(found)).toHaveLength(3);
  }
  expect((await queueOf(deps, { deckId, section: 'RENAL::tubule' })).left.new).toBe(1);
});

test('[SEARCH-33] Today lists a tag of two spellings once, with what both hold', async () => {
  const { decks } = await readToday(deps.store, deps.clock());
  const lines = decks.find(({ deck }) => deck.id === deckId)?.sections ?? [];
  expect(lines.map(({ name, left }) => [name, left.new])).toEqual([
    ['Renal', 3],
    ['Heart', 2],
    ['renal::Tubule', 1],
  ]);
});

test('[DECK-23] renaming a section renames every spelling of it, and undo gives each back', async () => {
  const before = await hashOf(deps.store);
  for (const section of SPELLINGS) {
    accepted(await renameSection(deps, section, 'Nephro'));
    const all = (await deps.store.notes.toArray()).flatMap(({ sections }) => sections);
    expect(all.sort()).toEqual(['Heart', 'Heart', 'Nephro', 'Nephro', 'Nephro::Tubule']);
    expect((await queueOf(deps, { deckId, section: 'nephro' })).left.new).toBe(3);
    accepted(await undoLast(deps));
    expect(await hashOf(deps.store)).toBe(before);
  }
  accepted(await renameSection(deps, 'renal', 'heart'));
  const merged = (await deps.store.notes.toArray()).flatMap(({ sections }) => sections);
  expect(merged.sort()).toEqual(['Heart', 'Heart', 'Heart', 'Heart::Tubule']);
  accepted(await renameSection(deps, 'HEART', 'HEART'));
  const shouted = (await deps.store.notes.toArray()).flatMap(({ sections }) => sections);
  expect(shouted.sort()).toEqual(['HEART', 'HEART', 'HEART', 'HEART::Tubule']);
  expect((await rebuild(deps.store)).differing).toEqual({});
});

test('[DECK-29] a deck lies below another however either is spelt', async () => {
  accepted(await createDeck(deps, 'kidney::Stones'));
  const decks = await readDecks(deps.store);
  expect(
    decksBelow(decks, 'KIDNEY')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Kidney', 'kidney::Stones']);
  expect([...placesOf(['Kidney', 'kidney::Stones', 'KIDNEY']).values()]).toEqual([
    'Kidney',
    'Kidney::Stones',
    'KIDNEY',
  ]);
  accepted(await renameDeck(deps, 'Kidney', 'Renal'));
  expect((await readDecks(deps.store)).map(({ name }) => name).sort()).toEqual([
    'Other',
    'Renal',
    'Renal::Stones',
  ]);
});
