import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardId, DeckId, NoteId } from '../../../src/kernel/ids.ts';
import { change } from '../../../src/engine/commands/change.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { flagCards, setCardsDue } from '../../../src/engine/commands/study/cards.ts';
import { createDeck, deleteDeck } from '../../../src/engine/commands/decks/decks.ts';
import { addNote, deleteNotes, markNotes } from '../../../src/engine/commands/notes/notes.ts';
import { nextRedo, nextUndo } from '../../../src/engine/queries/once/next-step.ts';
import { redoLast, undoLast } from '../../../src/engine/commands/study/undo.ts';
import { stepInFew } from '../../../src/renderer/steps/step-words.ts';
import { readHistory } from '../../../src/store/reads/answers/history.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(6);
});
afterEach(() => deps.close());

const ONE = 'sample:fact-0000/1' as CardId;

test('[LOG-21] what was undone is done again as it was, its answer and its random spread too', async () => {
  accepted(await setCardsDue(deps, [ONE], 3, 20));
  accepted(await answerCard(deps, await cardOf(deps, ONE), 3, 4000));
  const [state, history] = [await hashOf(deps.store), await historyHashOf(deps.store)];
  deps.advance(60 * 24 * 3);
  accepted(await undoLast(deps));
  accepted(await undoLast(deps));
  expect(await readHistory(deps.store, ONE)).toEqual([]);
  expect(await hashOf(deps.store)).not.toBe(state);
  expect(accepted(await redoLast(deps)).name).toBe('set due date');
  expect(accepted(await redoLast(deps)).name).toBe('answer');
  expect(await hashOf(deps.store)).toBe(state);
  expect(await historyHashOf(deps.store)).toBe(history);
  expect(await readHistory(deps.store, ONE)).toHaveLength(1);
  const refused = await redoLast(deps);
  expect(!refused.ok && refused.problem.what).toBe('There is nothing to do again.');
});

test('[LOG-21] something new ends it, also when that is undone', async () => {
  accepted(await flagCards(deps, [ONE], 2));
  accepted(await undoLast(deps));
  accepted(await flagCards(deps, [ONE], 3));
  expect((await nextRedo(deps)).ok).toBe(false);
  accepted(await undoLast(deps));
  expect(accepted(await redoLast(deps)).operation.body).toMatchObject({ flag: 3 });
  expect((await redoLast(deps)).ok).toBe(false);
});

test('[LOG-21] across a restart, and back and forth, with an equal rebuild', async () => {
  for (let answers = 0; answers < 4; answers++) await answerFirst(deps);
  accepted(await createDeck(deps, 'Own'));
  const whole = await hashOf(deps.store);
  for (let steps = 0; steps < 3; steps++) accepted(await undoLast(deps));
  deps.store.close();
  await deps.store.open();
  for (let steps = 0; steps < 3; steps++) accepted(await redoLast(deps));
  expect(await hashOf(deps.store)).toBe(whole);
  accepted(await undoLast(deps));
  accepted(await redoLast(deps));
  const rebuilt = await rebuild(deps.store);
  expect(rebuilt.refused).toEqual([]);
  expect(rebuilt.differing).toEqual({});
  expect(rebuilt.hashAfter).toBe(whole);
});

test('[LOG-22] undo and redo name the step, its card and its deck, and on which day it was', async () => {
  accepted(await answerCard(deps, await cardOf(deps, ONE), 3, 4000));
  const next = accepted(await nextUndo(deps));
  expect(next).toMatchObject({ what: 'answer (Good)', deck: 'Sample', others: 0, daysAgo: 0 });
  expect(next.subject).toContain('beside hidden 0.1');
  deps.advance(60 * 24);
  expect(accepted(await nextUndo(deps)).daysAgo).toBe(1);
  accepted(await undoLast(deps, next.id));
  expect(accepted(await nextRedo(deps))).toEqual({ ...next, daysAgo: 1 });
  accepted(await flagCards(deps, [ONE, 'sample:fact-0001/1' as CardId], 1));
  expect(accepted(await nextUndo(deps))).toMatchObject({ what: 'flag (Red)', others: 1 });
});

test('[LOG-22] what a step took away is named as it was before it', async () => {
  const noteIds = ['sample:fact-0000', 'sample:fact-0001'] as NoteId[];
  const kept = accepted(await markNotes(deps, noteIds, true)) && accepted(await nextUndo(deps));
  accepted(await deleteNotes(deps, noteIds));
  const { subject } = kept;
  expect(subject).not.toBe('');
  const named = { what: 'delete', subject, others: 1, deck: 'Sample' };
  expect(accepted(await nextUndo(deps))).toMatchObject(named);
  accepted(await undoLast(deps));
  expect(accepted(await nextRedo(deps))).toMatchObject(named);
  accepted(await deleteNotes(deps, noteIds.slice(1)));
  expect(accepted(await nextUndo(deps))).toMatchObject({ what: 'delete', others: 0 });
  accepted(await deleteDeck(deps, 'Sample', undefined));
  const asked = accepted(await nextUndo(deps));
  expect(asked).toMatchObject({ what: 'delete deck (5 notes)', subject: '', deck: 'Sample' });
  expect(stepInFew(asked)).toBe('delete deck (5 notes) (Sample)');
});

test('[LOG-22] a deck that went with those below it is named', async () => {
  for (const name of ['Heart::Drugs', 'Heart', 'Heart::Drugs::Beta']) {
    accepted(await createDeck(deps, name));
  }
  accepted(await deleteDeck(deps, 'Heart', undefined));
  expect(accepted(await nextUndo(deps))).toMatchObject({ what: 'delete deck', deck: 'Heart' });
  accepted(await undoLast(deps));
  expect(accepted(await nextRedo(deps))).toMatchObject({ what: 'delete deck', deck: 'Heart' });
});

test('[LOG-22] a note that redo would add again, and a search that is gone, are named', async () => {
  const deckId = 'sample' as DeckId;
  const fields = { text: 'One of {{c1::many}}' } as never;
  accepted(await addNote(deps, deckId, { noteTypeId: 'cloze' as never, fields, sections: [] }));
  accepted(await undoLast(deps));
  expect(accepted(await nextRedo(deps))).toMatchObject({
    what: 'add note',
    subject: 'One of many',
    deck: 'Sample',
  });
  const search = { id: 's', name: 'Leeches', text: 'tag:leech' };
  accepted(await change(deps, { kind: 'save-search', search }));
  accepted(await change(deps, { kind: 'delete-search', searchId: 's' }));
  expect(stepInFew(accepted(await nextUndo(deps)))).toBe('delete search – “Leeches”');
});

test('[LOG-22] a mark that was taken off is not taken for one that was set', async () => {
  const noteIds = ['sample:fact-0000'] as NoteId[];
  accepted(await markNotes(deps, noteIds, true));
  expect(accepted(await nextUndo(deps)).what).toBe('mark');
  accepted(await markNotes(deps, noteIds, false));
  expect(accepted(await nextUndo(deps)).what).toBe('mark (taken off)');
});

test('[LOG-22] a step that a person was not asked about is not taken back', async () => {
  accepted(await flagCards(deps, [ONE], 1));
  const asked = accepted(await nextUndo(deps));
  accepted(await createDeck(deps, 'Meanwhile'));
  const refused = await undoLast(deps, asked.id);
  expect(!refused.ok && refused.problem.what).toBe('Something else was done in the meantime.');
  expect((await deps.store.decks.toArray()).map(({ name }) => name)).toContain('Meanwhile');
});

test('[LOG-10] where the newest step is damaged, undo says so, and not that there is none', async () => {
  await flagCards(deps, [ONE], 1);
  const { id } = accepted(await nextUndo(deps));
  await deps.store.operations.update(id, { body: { kind: 'flag' } as never });
  const before = await hashOf(deps.store);
  for (const refused of [await nextUndo(deps), await undoLast(deps)]) {
    expect(!refused.ok && refused.problem.what).toContain('damaged');
  }
  expect(await hashOf(deps.store)).toBe(before);
});
