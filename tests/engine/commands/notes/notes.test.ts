import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteContent } from '../../../../src/domain/content/note.ts';
import type { CardId, NoteId } from '../../../../src/kernel/ids.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { flagCards } from '../../../../src/engine/commands/study/cards.ts';
import { archiveNotes, markNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { readHistory } from '../../../../src/store/reads/answers/history.ts';
import {
  accepted,
  cardOf,
  everyRow,
  noteOf,
  problemOf,
  queueOf,
  rewriteNote,
  type TestDeps,
  textIn,
  withSampleDeck,
} from '../../../support/deps.ts';

const NOTE = 'sample:fact-0000' as NoteId;
const ONE = `${NOTE}/1` as CardId;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(2);
});
afterEach(() => deps.close());

async function edited(content: NoteContent) {
  return rewriteNote(deps, await noteOf(deps, NOTE), content, ' more ');
}
const cloze = (text: string): NoteContent => ({ type: 'cloze', text });

test('[NOTE-2] an edit keeps the schedule, and a slot that returns brings card and history back', async () => {
  accepted(await answerCard(deps, await cardOf(deps, ONE), 4, 1000));
  accepted(await flagCards(deps, [ONE], 3));
  const before = await cardOf(deps, ONE);
  accepted(await edited(cloze('{{c2::kept}} and {{c3::new}}')));
  expect(await cardOf(deps, ONE)).toEqual({ ...before, absent: true });
  expect((await cardOf(deps, `${NOTE}/3`)).schedule.state).toBe('new');
  expect(textIn(await noteOf(deps, NOTE), 'extra').trim()).toBe('more');
  accepted(await edited(cloze('{{c1::back}}')));
  expect(await cardOf(deps, ONE)).toEqual(before);
  expect(await readHistory(deps.store, ONE)).toHaveLength(1);
});

test('[LOG-7] text without a deletion is refused and changes nothing', async () => {
  const before = await everyRow(deps);
  const refused: NoteContent[] = [cloze('no deletion'), cloze(' ')];
  for (const content of refused) {
    expect(problemOf(await edited(content)).kept).toContain('The note is as it was');
  }
  expect(await everyRow(deps)).toEqual(before);
});

test('[NOTE-3] an archived note leaves study with its history, and comes back as it was', async () => {
  accepted(await answerCard(deps, await cardOf(deps, ONE), 1, 1000));
  const before = await everyRow(deps);
  accepted(await archiveNotes(deps, [NOTE], true));
  deps.advance(60);
  expect((await queueOf(deps)).cards.every(({ position }) => position !== 0)).toBe(true);
  expect(await queueOf(deps)).toMatchObject({ left: { new: 1, learning: 0, review: 0 } });
  accepted(await archiveNotes(deps, [NOTE], false));
  const after = await everyRow(deps);
  expect([after.cards, after.notes]).toEqual([before.cards, before.notes]);
  expect((await queueOf(deps)).cards[0]?.id).toBe(ONE);
});

test('[LOG-7] notes that are gone are refused', async () => {
  const gone = { ...(await noteOf(deps, NOTE)), id: 'sample:none' as NoteId };
  for (const result of [
    await markNotes(deps, [gone.id], true),
    await rewriteNote(deps, gone, cloze('{{c1::x}}'), ''),
    await archiveNotes(deps, [gone.id], true),
  ]) {
    expect(problemOf(result).what).toBe('The note is no longer there.');
  }
});
