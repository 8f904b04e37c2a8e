import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import { CardTable } from '../../../src/log/replay/card-table.ts';
import { OneRow } from '../../../src/log/replay/one-row.ts';

const ANY_NUMBER = fc.double();
const counted = { reps: ANY_NUMBER, lapses: ANY_NUMBER };
const answered = {
  ...counted,
  memory: fc.record({ stability: ANY_NUMBER, difficulty: ANY_NUMBER }),
  lastReview: fc.record({ atMillis: ANY_NUMBER, studyDay: ANY_NUMBER }),
};
const anyAnswered: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    ...answered,
    state: fc.constantFrom('learning' as const, 'relearning' as const),
    step: ANY_NUMBER,
    dueAtMillis: ANY_NUMBER,
  }),
  fc.record({
    ...answered,
    state: fc.constant('review' as const),
    intervalDays: ANY_NUMBER,
    dueDay: ANY_NUMBER,
  }),
);
const anyRow: fc.Arbitrary<Card> = fc.record(
  {
    id: fc.constantFrom('a/1' as CardId, 'a/2' as CardId, 'b/1' as CardId),
    deckId: fc.constantFrom('d' as DeckId, 'e' as DeckId),
    sections: fc.constant(['One']),
    position: fc.nat(),
    schedule: fc.oneof(anyAnswered, fc.record({ ...counted, state: fc.constant('new' as const) })),
    flag: fc.constantFrom(0 as const, 3 as const),
    suspended: fc.boolean(),
    buriedUntil: fc.nat(),
    absent: fc.boolean(),
    putAwayUntil: fc.nat(),
    historyId: fc.constant('b/1' as CardId),
  },
  {
    requiredKeys: [
      'id',
      'deckId',
      'sections',
      'position',
      'schedule',
      'flag',
      'suspended',
      'buriedUntil',
      'absent',
    ],
  },
);
const anyStep = fc.oneof(
  fc.record({ does: fc.constant('write' as const), row: anyRow }),
  fc.record({
    does: fc.constantFrom('answer' as const, 'bury' as const),
    id: fc.constantFrom('a/1', 'a/2', 'b/1'),
    changed: fc.record({
      schedule: anyAnswered,
      suspended: fc.boolean(),
      buriedUntil: fc.nat(),
    }),
  }),
  fc.record({ does: fc.constant('remove' as const), id: fc.constantFrom('a/1', 'b/1') }),
);

test('[LOG-5] A table of cards that answers are written into in place holds what a Map would', () => {
  fc.assert(
    fc.property(fc.array(anyStep), (steps) => {
      const table = new CardTable();
      const map = new Map<string, Card>();
      for (const step of steps) {
        if (step.does === 'write') {
          table.set(step.row.id, step.row);
          map.set(step.row.id, step.row);
        } else if (step.does === 'remove') {
          expect(table.delete(step.id)).toBe(map.delete(step.id));
        } else {
          const before = table.get(step.id);
          if (!before) continue;
          const { schedule, suspended, buriedUntil } = step.changed;
          const isAnswer = step.does === 'answer';
          const after = isAnswer
            ? { ...before, schedule, suspended, buriedUntil }
            : { ...before, buriedUntil };
          const seen = structuredClone(before);
          if (isAnswer) table.setAnswered(step.id, after);
          else table.setBuried(step.id, after);
          map.set(step.id, after);
          // A row that was handed out stays as it was.
          expect(before).toEqual(seen);
        }
        expect([...table]).toEqual([...map]);
      }
      expect([...table.values()]).toEqual([...map.values()]);
      expect([...table.keys()]).toEqual([...map.keys()]);
      expect(table.size).toBe(map.size);
    }),
  );
});

test('[LOG-5] A table of one row reads as a Map of it', () => {
  const row = { text: 'one' };
  const table = new OneRow('a', row);
  const map = new Map([['a', row]]);
  expect([...table]).toEqual([...map]);
  expect([...table.keys(), ...table.values(), ...table.entries()]).toEqual([
    ...map.keys(),
    ...map.values(),
    ...map.entries(),
  ]);
  expect([table.size, table.get('a'), table.get('b'), table.has('a'), table.has('b')]).toEqual([
    1,
    row,
    undefined,
    true,
    false,
  ]);
  const seen: unknown[] = [];
  table.forEach((each, key) => {
    seen.push([key, each]);
  });
  expect(seen).toEqual([['a', row]]);
});
