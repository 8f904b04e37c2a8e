import { expect, test } from 'vitest';
import { effectsOf } from '../../src/log/effects.ts';
import { aCard, aNote, anOperation, inReview, rowsOf, TODAY } from '../support/collection.ts';

// An answer under a clock a year ahead buries siblings until that year's next day.
test('[CARD-7] siblings put off under a clock that was ahead come back tomorrow', () => {
  const note = aNote('a', [1, 2, 3]);
  const ahead = inReview(TODAY + 375);
  const answered = aCard(`${note.id}/1`, { schedule: ahead });
  const sibling = aCard(`${note.id}/2`, { buriedUntil: TODAY + 366 });
  const untouched = aCard(`${note.id}/3`, { buriedUntil: TODAY + 1 });
  const rows = rowsOf([note], [answered, sibling, untouched]);
  const result = effectsOf(anOperation({ kind: 'redate', cardIds: [answered.id] }), rows);
  if (!result.ok) throw new Error(result.problem.what);
  const after = new Map(result.value.changes.map((change) => [change.key, change.after]));
  expect(after.get(answered.id)).toMatchObject({ schedule: { dueDay: TODAY + 10 } });
  expect(after.get(sibling.id)).toEqual({ ...sibling, buriedUntil: TODAY + 1 });
  expect(after.has(untouched.id)).toBe(false);
});
