import { expect, test } from 'vitest';
import type { CardId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import { changeNoteType } from '../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { historyIdOf } from '../../src/domain/collection/card.ts';
import { readHistory } from '../../src/store/reads/answers/history.ts';
import { historyHashOf } from '../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { accepted, cardOf, withSampleDeck } from '../support/deps.ts';

// The rebuild took the card that the answer named, not the one whose history it stood in.
test('[LOG-5] an undone answer stays out of the history of a card that has changed its place', async () => {
  const deps = await withSampleDeck(2);
  const noteId = 'sample:fact-0000' as NoteId;
  const fields = { text: 'text', extra: 'extra', source: 'source' } as never;
  const swap = { fields, slots: { 1: 2, 2: 1 } };
  accepted(await changeNoteType(deps, [noteId], 'cloze' as NoteTypeId, swap));
  const card = await cardOf(deps, `${noteId}/1` as CardId);
  expect(historyIdOf(card)).toBe(`${noteId}/2`);
  accepted(await answerCard(deps, card, 3, 1000));
  accepted(await undoLast(deps));
  const [undone, history] = [await deps.store.undone.toArray(), await historyHashOf(deps.store)];
  const rebuilt = await rebuild(deps.store);
  expect(rebuilt.differing).toEqual({});
  expect(await deps.store.undone.toArray()).toEqual(undone);
  expect(await historyHashOf(deps.store)).toBe(history);
  expect(await readHistory(deps.store, historyIdOf(card))).toEqual([]);
  deps.close();
});
