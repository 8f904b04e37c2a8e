import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/collection/card.ts';
import type { Preset } from '../../src/domain/collection/deck.ts';
import type { Note } from '../../src/domain/content/note.ts';
import type { CardId } from '../../src/kernel/ids.ts';
import { admitOperation } from '../../src/log/door.ts';
import { effectsOf } from '../../src/log/effects.ts';
import type { Effects, Rows } from '../../src/domain/collection/rows.ts';
import type { Grade } from '../../src/domain/memory/schedule.ts';
import {
  aCard,
  aNote,
  anOperation,
  inLearning,
  inReview,
  NOW,
  rowsOf,
  TODAY,
} from '../support/collection.ts';

const note = aNote('a', [1, 2, 3]);
const id = (slot: number) => `${note.id}/${slot}` as CardId;

function answered(rows: Rows, grade: Grade, more: object = {}, slot = 1): Effects {
  const card = rows.cards.get(id(slot));
  const body = {
    kind: 'answer' as const,
    cardId: id(slot),
    grade,
    durationMillis: 4000,
    repsBefore: card?.schedule.reps ?? 0,
    ...more,
  };
  const result = effectsOf(anOperation(body), rows);
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
}
function rowAfter(effects: Effects, key: string): unknown {
  return effects.changes.find((change) => change.key === key)?.after;
}

test('[LOG-6] a grade that names another number of grades than the card has is refused', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (reps, named) => {
      const rows = rowsOf([note], [aCard(id(1), { schedule: inReview(TODAY, { reps }) })]);
      const body = { kind: 'answer' as const, cardId: id(1), grade: 3 as const };
      const result = effectsOf(
        anOperation({ ...body, durationMillis: 1, repsBefore: named }),
        rows,
      );
      expect(result.ok).toBe(reps === named);
    }),
  );
});

test('[LOG-7] a grade for a card that is gone is refused', () => {
  const body = { kind: 'answer' as const, cardId: 'x/1' as CardId, grade: 3 as const };
  const result = effectsOf(anOperation({ ...body, durationMillis: 1, repsBefore: 0 }), rowsOf([]));
  expect(result).toMatchObject({ ok: false, problem: { what: 'The card is no longer there.' } });
});

test('[CARD-6] the recorded duration is the given one, at most 60 seconds and never below zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 10_000_000 }), (durationMillis) => {
      const { review } = answered(rowsOf([note]), 3, { durationMillis });
      expect(review?.durationMillis).toBe(Math.min(60_000, Math.max(0, durationMillis)));
    }),
  );
});

test('[BALANCE-2] an answer gives the interval that it says was chosen, within fuzz’s range', () => {
  const due = aCard(id(1), { schedule: inReview(TODAY, { intervalDays: 20 }) });
  const rows = rowsOf([note], [due]);
  const daysOf = (more: object) => answered(rows, 3, more).review?.intervalDays ?? 0;
  const plain = daysOf({});
  const chosen = [plain - 1, plain + 1].filter((days) => daysOf({ chosenDays: days }) === days);
  expect(chosen.length).toBeGreaterThan(0);
  const [days = 0] = chosen;
  expect(rowAfter(answered(rows, 3, { chosenDays: days }), id(1))).toMatchObject({
    schedule: { intervalDays: days, dueDay: TODAY + days },
  });
  for (const outside of [1, 400]) expect(daysOf({ chosenDays: outside })).toBe(plain);
  // Options that no longer fuzz leave no choice.
  const withoutFuzz = rowsOf([note], [due], { fuzz: false });
  expect(answered(withoutFuzz, 3, { chosenDays: days })).toEqual(answered(withoutFuzz, 3));
});

test('[BALANCE-2] an answer of an older version is as it was, and one that chose says version 3', () => {
  const operation = anOperation({
    kind: 'answer',
    cardId: id(1),
    grade: 3,
    durationMillis: 1,
    repsBefore: 0,
  });
  expect(operation.version).toBe(3);
  const { body } = operation;
  const bodyOf = (version: number) => {
    const read = admitOperation({ ...operation, version });
    return read.is === 'known' ? read.operation.body : read.is;
  };
  expect(bodyOf(2)).toEqual(body);
  expect(bodyOf(1)).toEqual({ ...body, rules: 1 });
  const broken = { ...operation, body: { ...body, chosenDays: 'soon' } };
  expect(admitOperation(broken).is).toBe('broken');
});

test('[LOG-1] the review says what the answer counted as, the days waited and the interval given', () => {
  const kinds = [aCard(id(1)), aCard(id(1), { schedule: inLearning(NOW) })].map(
    (card) => answered(rowsOf([note], [card]), 3).review?.kind,
  );
  expect(kinds).toEqual(['new', 'learning']);
  const due = aCard(id(1), { schedule: inReview(TODAY - 5, { intervalDays: 20 }) });
  const { review } = answered(rowsOf([note], [due], { fuzz: false }), 4);
  expect(review).toMatchObject({ kind: 'review', elapsedDays: 25, grade: 4, studyDay: TODAY });
  expect(review?.intervalDays).toBeGreaterThan(25);
});

describe('siblings', () => {
  const due = aCard(id(2), { schedule: inReview(TODAY) });

  test('[QUEUE-7] an answer puts off new and due siblings until tomorrow', () => {
    const effects = answered(rowsOf([note], [due]), 3);
    expect(rowAfter(effects, id(2))).toEqual({ ...due, buriedUntil: TODAY + 1 });
    expect(rowAfter(effects, id(3))).toEqual({ ...aCard(id(3)), buriedUntil: TODAY + 1 });
  });

  test('[QUEUE-7] siblings that would not come up today are left alone, and so is every other note', () => {
    const other = aNote('ab', [1]);
    const quiet: Card[] = [
      aCard(id(2), { schedule: inReview(TODAY + 1) }),
      aCard(id(3), { schedule: inLearning(NOW) }),
    ];
    for (const cards of [
      quiet,
      [aCard(id(2), { suspended: true }), aCard(id(3), { absent: true })],
    ]) {
      const effects = answered(rowsOf([note, other], cards), 3);
      expect(effects.changes.map(({ key }) => key)).toEqual([id(1)]);
    }
  });

  test('[QUEUE-7] without sibling burying nothing is put off, and a longer burial stays', () => {
    const keys = answered(rowsOf([note], [due], { burySiblings: false }), 3).changes;
    expect(keys.map(({ key }) => key)).toEqual([id(1)]);
    const longer = aCard(id(2), { buriedUntil: TODAY + 9 });
    expect(rowAfter(answered(rowsOf([note], [longer]), 3), id(2))).toBeUndefined();
  });
});

describe('leeches', () => {
  const lapsed = (lapses: number, tags: string[] = [], preset: Partial<Preset> = {}) => {
    const own: Note = { ...note, tags };
    const card = aCard(id(1), { schedule: inReview(TODAY, { lapses }) });
    const effects = answered(rowsOf([own], [card], preset), 1);
    return { card: rowAfter(effects, id(1)), note: rowAfter(effects, note.id) };
  };

  test('[CARD-5] the eighth lapse tags the note and suspends the card, and so does every fourth more', () => {
    expect(lapsed(7)).toMatchObject({ card: { suspended: true }, note: { tags: ['leech'] } });
    expect(lapsed(6)).toMatchObject({ card: { suspended: false }, note: undefined });
    expect(lapsed(8)).toMatchObject({ card: { suspended: false } });
    expect(lapsed(11)).toMatchObject({ card: { suspended: true } });
  });

  test('[CARD-5] a leech can be tagged only, keeps its other tags, and is tagged once', () => {
    expect(lapsed(7, ['marked'], { leechAction: 'tag-only' })).toMatchObject({
      card: { suspended: false },
      note: { tags: ['marked', 'leech'] },
    });
    expect(lapsed(11, ['leech'])).toMatchObject({ card: { suspended: true }, note: undefined });
    expect(lapsed(7, [], { leechThreshold: 0 }).note).toBeUndefined();
    const leech = aCard(id(1), { schedule: inReview(TODAY, { lapses: 7 }) });
    const { changes } = answered(rowsOf([note], [leech]), 1);
    expect(changes.filter(({ key }) => key === note.id)).toMatchObject([
      { table: 'notes', before: note, after: { tags: ['leech'] } },
    ]);
  });

  test('[CARD-5] only a lapse makes a leech: recalling a card that has lapsed often does not', () => {
    const card = aCard(id(1), { schedule: inReview(TODAY, { lapses: 8 }) });
    for (const grade of [2, 3, 4] as const) {
      const effects = answered(rowsOf([note], [card]), grade);
      expect(rowAfter(effects, note.id)).toBeUndefined();
    }
  });
});
