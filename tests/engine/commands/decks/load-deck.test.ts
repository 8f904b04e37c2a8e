import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardId, DeckId, FieldId, NoteId } from '../../../../src/kernel/ids.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { flagCards, suspendCards } from '../../../../src/engine/commands/study/cards.ts';
import {
  type DeckChoice,
  loadDeck,
  loadShippedDeck,
  NO_CHOICE,
} from '../../../../src/engine/commands/decks/load-deck.ts';
import { readDeckText } from '../../../../src/engine/queries/once/decks.ts';
import {
  archiveNotes,
  deleteNotes,
  editNotes,
} from '../../../../src/engine/commands/notes/notes.ts';
import { deleteDeck, moveNotesToNewDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import {
  accepted,
  cardOf,
  everyRow,
  noteOf,
  type TestDeps,
  testDeps,
} from '../../../support/deps.ts';

const fact = (id: string, text: string) => `### ${id}\n${text}\n`;
const file = (...facts: string[]) =>
  `# Heart\n\n- deck: heart\n- source: A book\n\n## Drugs\n\n${facts.join('\n')}`;
const BETA = fact('beta', '{{c1::Metoprolol}} slows {{c2::the rate}}.');
const STATIN = fact('statin', '{{c1::Statins}} lower LDL.');
const ASPIRIN = fact('aspirin', '{{c1::Aspirin}} blocks COX.');
const NOTE = 'heart:beta' as NoteId;
const NEW = 'heart:aspirin' as NoteId;
const GONE = 'heart:statin' as NoteId;
const ONE = `${NOTE}/1` as CardId;

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(() => deps.close());

async function load(text: string, choice: Partial<DeckChoice> = {}): Promise<void> {
  const { parsed } = accepted(await readDeckText(deps, { text }));
  expect(parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  accepted(await loadDeck(deps, parsed, { ...NO_CHOICE, ...choice }));
}

test('[DECK-18] loading the edited file keeps schedules, flags, suspensions and own edits', async () => {
  await load(file(BETA, STATIN));
  accepted(await answerCard(deps, await cardOf(deps, ONE), 4, 1000));
  await flagCards(deps, [ONE], 2);
  await suspendCards(deps, [`${NOTE}/2` as CardId], true);
  const note = await noteOf(deps, NOTE);
  const extra = { ['extra' as FieldId]: 'my own words' };
  accepted(await editNotes(deps, [{ noteId: note.id, fields: extra }]));
  const cards = (await everyRow(deps)).cards;
  await load(file(BETA.replace('slows', 'lowers'), STATIN));
  expect((await everyRow(deps)).cards).toEqual(cards);
  expect(await noteOf(deps, NOTE)).toMatchObject({
    fields: { extra: 'my own words', text: '{{c1::Metoprolol}} lowers {{c2::the rate}}.' },
  });
});

test('[DECK-18] a fact gone from the file stays until it is archived or kept as one’s own', async () => {
  await load(file(BETA, STATIN));
  const report = accepted(await readDeckText(deps, { text: file(BETA) }));
  expect(report.comparison.removed.map(({ id }) => id)).toEqual([GONE]);
  await load(file(BETA));
  expect(await noteOf(deps, GONE)).toMatchObject({ archived: false });
  await load(file(BETA), { archive: [GONE] });
  expect(await cardOf(deps, `${GONE}/1`)).toMatchObject({ absent: true });
  await undoLast(deps);
  await load(file(BETA), { keep: [GONE] });
  expect(accepted(await readDeckText(deps, { text: file(BETA) })).comparison.removed).toEqual([]);
  expect(await cardOf(deps, `${GONE}/1`)).toMatchObject({ absent: false });
});

test('[DECK-18] an archived fact in the file stays archived until it is asked back', async () => {
  await load(file(BETA, STATIN));
  await archiveNotes(deps, [GONE], true);
  await load(file(BETA, STATIN));
  expect(await noteOf(deps, GONE)).toMatchObject({ archived: true });
  await load(file(BETA, STATIN), { restore: [GONE] });
  expect(await cardOf(deps, `${GONE}/1`)).toMatchObject({ absent: false });
});

test('[LOG-19] the shipped deck is loaded once, by the program, and again only when its text changed', async () => {
  expect(accepted(await loadShippedDeck(deps, file(BETA, STATIN)))).toBe(0);
  expect(accepted(await loadShippedDeck(deps, file(BETA, STATIN)))).toBe(0);
  const origins = async () =>
    (await deps.store.operations.toArray()).map(({ body, origin }) => `${body.kind} ${origin}`);
  expect(await origins()).toEqual(['load-deck program']);
  expect(accepted(await loadShippedDeck(deps, file(BETA.replace('slows', 'lowers'))))).toBe(1);
  expect(await origins()).toEqual(['load-deck program', 'load-deck program']);
  expect(accepted(await loadShippedDeck(deps, file(BETA.replace('slows', 'lowers'))))).toBe(1);
  expect(await origins()).toHaveLength(2);
});

async function movedAway(...ids: NoteId[]): Promise<DeckId> {
  accepted(await moveNotesToNewDeck(deps, ids, 'My own'));
  return (await noteOf(deps, NOTE)).deckId;
}

test('[DECK-36] a note that was moved stays in its other deck when the file is loaded again, with its schedule', async () => {
  await load(file(BETA, STATIN));
  const other = await movedAway(NOTE);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 4, 1000));
  const before = await everyRow(deps);
  const again = file(BETA.replace('slows', 'lowers'), STATIN);
  const { comparison } = accepted(await readDeckText(deps, { text: again }));
  expect(comparison.added).toEqual([]);
  expect(comparison.changed.map(({ stored }) => stored.id)).toEqual([NOTE]);
  await load(again);
  expect((await everyRow(deps)).cards).toEqual(before.cards);
  expect(await noteOf(deps, NOTE)).toMatchObject({
    deckId: other,
    fields: { text: '{{c1::Metoprolol}} lowers {{c2::the rate}}.' },
  });
  for (const id of ['heart', other]) {
    expect(await deps.store.decks.get(id)).toMatchObject({ sections: ['Drugs'] });
  }
  await undoLast(deps);
  expect((await everyRow(deps)).cards).toEqual(before.cards);
  expect(await noteOf(deps, NOTE)).toMatchObject({
    fields: { text: '{{c1::Metoprolol}} slows {{c2::the rate}}.' },
  });
});

test('[DECK-36] a section that the file gives such a note is listed with the deck that it lies in', async () => {
  await load(file(BETA, STATIN));
  const other = await movedAway(NOTE);
  await load(`${file(STATIN)}\n## Beta blockers\n\n${BETA}`);
  expect(await noteOf(deps, NOTE)).toMatchObject({ deckId: other, sections: ['Beta blockers'] });
  expect((await deps.store.decks.get(other))?.sections).toContain('Beta blockers');
  expect((await deps.store.decks.get('heart'))?.sections).toEqual(['Drugs']);
});

test('[DECK-36] neither a new edition nor a deck that is wanted again begins moved notes anew', async () => {
  accepted(await loadShippedDeck(deps, file(BETA, STATIN)));
  const other = await movedAway(NOTE, GONE);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 4, 1000));
  const { cards } = await everyRow(deps);
  accepted(await loadShippedDeck(deps, file(BETA.replace('slows', 'lowers'), STATIN)));
  expect((await everyRow(deps)).cards).toEqual(cards);
  accepted(await deleteDeck(deps, 'Heart', undefined));
  await load(file(BETA, STATIN));
  expect((await everyRow(deps)).cards).toEqual(cards);
  expect(await deps.store.notes.where('deckId').equals(other).count()).toBe(2);
});

test('[DECK-22] a fact that was deleted does not come back with later editions, and does with a file', async () => {
  accepted(await loadShippedDeck(deps, file(BETA, STATIN)));
  accepted(await deleteNotes(deps, [GONE]));
  const ids = async () => (await deps.store.notes.toArray()).map(({ id }) => id).sort();
  for (const word of ['lowers', 'reduces']) {
    accepted(await loadShippedDeck(deps, file(BETA.replace('slows', word), STATIN, ASPIRIN)));
    expect(await ids()).toEqual([NEW, NOTE]);
    expect(await noteOf(deps, NOTE)).toMatchObject({
      fields: { text: expect.stringContaining(word) },
    });
  }
  await load(file(BETA, STATIN, ASPIRIN));
  expect(await ids()).toEqual([NEW, NOTE, GONE].sort());
});

test('[DECK-22] an edition that the person has taken nothing out of is brought in whole', async () => {
  accepted(await loadShippedDeck(deps, file(BETA)));
  accepted(await loadShippedDeck(deps, file(BETA, STATIN)));
  expect(await deps.store.notes.count()).toBe(2);
});

test('[DECK-18] reading a file changes nothing until it is loaded', async () => {
  const before = await everyRow(deps);
  accepted(await readDeckText(deps, { text: file(BETA) }));
  expect(await everyRow(deps)).toEqual(before);
});
