import { expect, test } from 'vitest';
import type { DeckId, OverlayId } from '../../src/kernel/ids.ts';
import { effectsOf } from '../../src/log/effects.ts';
import { inverseOf } from '../../src/domain/collection/rows.ts';
import { type Exam, NO_CARDS } from '../../src/domain/overlay/overlay.ts';
import { aCard, aNote, anOperation, DECK, rowsOf, TODAY } from '../support/collection.ts';
import { rowsAfter } from '../support/effects.ts';

const EXAM: Exam = {
  kind: 'exam',
  id: 'e' as OverlayId,
  name: 'Finals',
  isOn: true,
  at: { atMillis: (TODAY + 20) * 86_400_000, utcOffsetMinutes: 0 },
  cards: { ...NO_CARDS, sections: ['MS', 'MS::Therapy', 'Stroke'] },
  weights: [
    { section: 'MS::Therapy', weight: 3 },
    { section: 'Stroke', weight: 2 },
  ],
  minutes: Array<number>(7).fill(20),
  daysOff: [],
  otherReviews: 'up-to-half',
};
const note = aNote('n', [1], { sections: ['MS::Therapy'] });
const before = rowsOf([note], [aCard('n/1', { sections: ['MS::Therapy'] })]);

/** The exam silently lost its cards: the sections that it named were there no more. */
test('[EXAM-3] an exam goes on with a section that is renamed, and undo takes that back', () => {
  const rows = rowsAfter({ kind: 'set-overlay', overlay: EXAM }, before);
  const rename = {
    kind: 'rename-section',
    noteIds: [note.id],
    from: 'MS',
    to: 'Sclerosis',
  } as const;
  const exam = rowsAfter(rename, rows).overlays.get('e') as Exam;
  expect(exam.cards.sections).toEqual(['Sclerosis', 'Sclerosis::Therapy', 'Stroke']);
  expect(exam.weights.map(({ section }) => section)).toEqual(['Sclerosis::Therapy', 'Stroke']);
  const result = effectsOf(anOperation(rename), rows);
  if (!result.ok) throw new Error(result.problem.what);
  const back = inverseOf(result.value.changes).find(({ table }) => table === 'overlays');
  expect(back?.after).toEqual(EXAM);
});

test('[EXAM-3] of two sections made one, the weight of the one that stays counts', () => {
  const rows = rowsAfter({ kind: 'set-overlay', overlay: EXAM }, before);
  const merge = { noteIds: [note.id], from: 'MS::Therapy', to: 'Stroke' };
  const exam = rowsAfter({ kind: 'rename-section', ...merge }, rows).overlays.get('e') as Exam;
  expect(exam.cards.sections).toEqual(['MS', 'Stroke']);
  expect(exam.weights).toEqual([{ section: 'Stroke', weight: 2 }]);
});

test('[EXAM-3] an exam goes on with a deck that is merged into another', () => {
  const overlay = { ...EXAM, cards: { ...NO_CARDS, deckIds: [DECK] } };
  const into = 'into' as DeckId;
  const both = new Map(before.decks);
  const deck = both.get(DECK);
  if (!deck) throw new Error('no deck');
  both.set(into, { ...deck, id: into, name: 'Neurology' });
  const rows = rowsAfter({ kind: 'set-overlay', overlay }, { ...before, decks: both });
  const merge = {
    kind: 'delete-decks',
    deckIds: [DECK],
    noteIds: [note.id],
    moveTo: into,
  } as const;
  const exam = rowsAfter(merge, rows).overlays.get('e') as Exam;
  expect(exam.cards.deckIds).toEqual([into]);
  const gone = rowsAfter({ ...merge, moveTo: undefined } as never, rows).overlays.get('e');
  expect(gone).toEqual(overlay);
});
