import { expect, test } from 'vitest';
import { effectsOf } from '../../src/log/effects.ts';
import type { OverlayId } from '../../src/kernel/ids.ts';
import type { Overlay, StudyBreak } from '../../src/domain/overlay/overlay.ts';
import { aCard, anOperation, inReview, rowsOf, TODAY } from '../support/collection.ts';
import { refusal, rowsAfter } from '../support/effects.ts';

const BREAK: StudyBreak = {
  kind: 'break',
  id: 'b' as OverlayId,
  name: 'Easter',
  isOn: true,
  fromDay: TODAY + 1,
  toDay: TODAY + 7,
  spreadDays: 4,
};
const rows = rowsOf([], [aCard('n/1', { schedule: inReview(TODAY + 2) })]);
const set = (overlay: Overlay) => ({ kind: 'set-overlay', overlay }) as const;

test('[EXAM-1] setting, changing, switching off and deleting touch no row but the overlay’s own', () => {
  let now = rowsAfter(set(BREAK), rows);
  now = rowsAfter(set({ ...BREAK, isOn: false, spreadDays: 9 }), now);
  expect(now.overlays.get('b')).toEqual({ ...BREAK, isOn: false, spreadDays: 9 });
  expect({ ...now, overlays: 0 }).toEqual({ ...rows, overlays: 0 });
  expect(rowsAfter({ kind: 'delete-overlay', overlayId: BREAK.id }, now)).toEqual(rows);
  const result = effectsOf(anOperation(set(BREAK)), rows);
  expect(result.ok && result.value.review).toBeUndefined();
});

test('[EXAM-6] what makes no sense is refused in words, and nothing is saved', () => {
  const wrong: Partial<StudyBreak>[] = [
    { name: ' ' },
    { toDay: TODAY },
    { toDay: Number.NaN },
    { toDay: TODAY + 1000 },
    { spreadDays: 0 },
    { spreadDays: 1.5 },
    { spreadDays: Number.NaN },
  ];
  for (const change of wrong) {
    expect(refusal(set({ ...BREAK, ...change }), rows)).toMatchObject({
      kept: 'Nothing was saved.',
    });
  }
  const catchUp = {
    kind: 'catch-up',
    id: BREAK.id,
    name: 'All',
    isOn: true,
    spreadDays: 3,
  } as const;
  expect(refusal(set({ ...catchUp, fromDay: Number.NaN }), rows).what).toContain('no first day');
  const gone = { kind: 'delete-overlay', overlayId: BREAK.id } as const;
  expect(refusal(gone, rows).what).toContain('no longer there');
});
