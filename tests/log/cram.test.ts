import { expect, test } from 'vitest';
import { effectsOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import type { Rows } from '../../src/domain/collection/rows.ts';
import type { CardId, CramId, OperationId } from '../../src/kernel/ids.ts';
import type { Grade } from '../../src/domain/memory/schedule.ts';
import { aCard, anOperation, inReview, NOW, rowsOf, TODAY } from '../support/collection.ts';
import { aCramAnswer } from '../support/cram.ts';
import { refusal, rowsAfter } from '../support/effects.ts';

const CARD = aCard('n/1', { schedule: inReview(TODAY - 4) });

function grading(grade: Grade, durationMillis = 4000): OperationBody {
  return {
    kind: 'cram-answer',
    cramId: 'cram-1' as CramId,
    cardId: CARD.id,
    grade,
    durationMillis,
  };
}

function settling(answerIds: readonly OperationId[], isAccepted: boolean): OperationBody {
  return { kind: 'settle-cram', answerIds, cardIds: [CARD.id], isAccepted };
}

function rowsWith(...answers: ReturnType<typeof aCramAnswer>[]): Rows {
  const cramAnswers = new Map(answers.map((answer) => [answer.id as string, answer]));
  return { ...rowsOf([], [CARD]), cramAnswers };
}

test('[CRAM-1] a crammed answer is a line in the ledger and changes no other row, and is no review', () => {
  const result = effectsOf(anOperation(grading(1)), rowsWith());
  if (!result.ok) throw new Error(result.problem.what);
  expect(result.value.review).toBeUndefined();
  expect(result.value.changes.map(({ table }) => table)).toEqual(['cramAnswers']);
  const [line] = [...rowsAfter(grading(1), rowsWith()).cramAnswers.values()];
  expect(line).toMatchObject({ cardId: CARD.id, grade: 1, state: 'open', atMillis: NOW });
});

test('[CRAM-1] its time is recorded at most the set cap, and never less than none', () => {
  const lines = (millis: number) => [
    ...rowsAfter(grading(3, millis), rowsWith()).cramAnswers.values(),
  ];
  expect(lines(999_999)[0]?.durationMillis).toBe(60_000);
  expect(lines(-5)[0]?.durationMillis).toBe(0);
});

test('[CRAM-1] what is no grade, or to a card that is gone, is refused', () => {
  expect(refusal(grading(7 as Grade), rowsWith()).todo).toContain('Grade the card again');
  expect(refusal(grading(3, Number.NaN), rowsWith()).what).toContain('not a grade');
  expect(refusal(grading(3), rowsOf([], [])).what).toContain('no longer there');
});

test('[CRAM-5] accepting moves the card, marks the answers, and leaves decided ones alone', () => {
  const open = aCramAnswer(CARD.id, 3);
  const dropped = aCramAnswer(CARD.id, 1, { state: 'dropped' });
  const rows = rowsAfter(settling([open.id, dropped.id], true), rowsWith(open, dropped));
  expect(rows.cards.get(CARD.id)?.schedule).toMatchObject({ state: 'review', reps: 4 });
  expect(rows.cramAnswers.get(open.id)).toMatchObject({
    state: 'accepted',
    outcome: { kind: 'review' },
  });
  expect(rows.cramAnswers.get(dropped.id)).toEqual(dropped);
  expect(refusal(settling([dropped.id], true), rowsWith(dropped)).kept).toBe(
    'Nothing was changed.',
  );
});

test('[CRAM-5] an answer that is named twice counts once', () => {
  const open = aCramAnswer(CARD.id, 3);
  const twice = rowsAfter(settling([open.id, open.id], true), rowsWith(open));
  const once = rowsAfter(settling([open.id], true), rowsWith(open));
  expect(twice.cards).toEqual(once.cards);
  expect(twice.cramAnswers).toEqual(once.cramAnswers);
});

test('[CRAM-5] answers that come too late, or to a card that is gone, are dropped with the rest accepted', () => {
  const late = aCramAnswer(CARD.id, 1, { atMillis: 5, studyDay: 0 });
  const gone = aCramAnswer('gone/1', 3);
  const good = aCramAnswer(CARD.id, 3);
  const body: OperationBody = {
    kind: 'settle-cram',
    answerIds: [late.id, gone.id, good.id],
    cardIds: [CARD.id, 'gone/1' as CardId],
    isAccepted: true,
  };
  const { cramAnswers } = rowsAfter(body, rowsWith(late, gone, good));
  expect([late, gone, good].map(({ id }) => cramAnswers.get(id)?.state)).toEqual([
    'dropped',
    'dropped',
    'accepted',
  ]);
});

test('[CRAM-5] a card whose answers all come too late is not written at all', () => {
  const late = aCramAnswer(CARD.id, 1, { atMillis: 5, studyDay: 0 });
  const result = effectsOf(anOperation(settling([late.id], true), 1), rowsWith(late));
  expect(result.ok && result.value.changes.map(({ table }) => table)).toEqual(['cramAnswers']);
});

test('[CRAM-6] dropping changes the ledger and nothing else', () => {
  const open = aCramAnswer(CARD.id, 3);
  const before = rowsWith(open);
  const after = rowsAfter(settling([open.id], false), before);
  expect(after.cramAnswers.get(open.id)).toEqual({ ...open, state: 'dropped' });
  expect({ ...after, cramAnswers: 0 }).toEqual({ ...before, cramAnswers: 0 });
});
