import { describe, expect, test } from 'vitest';
import { effectsOf } from '../../src/log/effects.ts';
import type { OverlayId } from '../../src/kernel/ids.ts';
import type { Exam, Overlay, StudyBreak } from '../../src/domain/overlay/overlay.ts';
import { aCard, anOperation, inReview, rowsOf, TODAY } from '../support/collection.ts';
import { refusal, rowsAfter } from '../support/effects.ts';
import { EXAM } from './examples.ts';

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

describe('an overlay at the bounds of what makes sense', () => {
  const accepted = (overlay: Overlay) => effectsOf(anOperation(set(overlay)), rows).ok;
  const refusedWith = (overlay: Overlay) => {
    const { what, kept, todo } = refusal(set(overlay), rows);
    expect([kept, todo.endsWith('.')]).toEqual(['Nothing was saved.', true]);
    return what;
  };
  const exam = (more: object): Exam => ({ ...EXAM, ...more });
  const minutesOn = (monday: number) => ({ minutes: [monday, 0, 0, 0, 0, 0, 0] });
  const weighing = (weight: number) => ({ weights: [{ section: 'A', weight }] });

  test.each<[string, object]>([
    ['a minute on one day', minutesOn(1)],
    ['all day', minutesOn(1440)],
    ['a deck alone', { cards: { deckIds: ['d'], sections: [], search: '' } }],
    ['a section alone', { cards: { deckIds: [], sections: ['A'], search: '' } }],
    ['a search alone', { cards: { deckIds: [], sections: [], search: 'is:due' } }],
    ['a weight of nothing', weighing(0)],
    ['the largest weight', weighing(1e9)],
    ['no floor', { retentionFloor: undefined }],
    ['a low floor', { retentionFloor: 0.01 }],
    ['a high floor', { retentionFloor: 0.99 }],
    ['no points', { mark: { achieved: 0 } }],
    ['all points', { mark: { achieved: 1 } }],
  ])('[EXAM-6] an exam with %s is saved', (_, more) => {
    expect(accepted(exam(more))).toBe(true);
  });

  test.each<[string, object, string]>([
    ['no name', { name: '  ' }, 'It has no name.'],
    ['no date', { at: { atMillis: Number.NaN, utcOffsetMinutes: 0 } }, 'The exam has no date.'],
    ['six days of minutes', { minutes: [9, 9, 9, 9, 9, 9] }, 'Minutes a day are numbers from 0'],
    ['fewer minutes than none', minutesOn(-1), 'Minutes a day are numbers from 0'],
    ['more minutes than a day', minutesOn(1441), 'Minutes a day are numbers from 0 to 1440.'],
    ['minutes that are none', minutesOn(Number.NaN), 'Minutes a day are numbers from 0'],
    ['no minutes at all', minutesOn(0), 'no minutes on any day'],
    ['no cards', { cards: { deckIds: [], sections: [], search: ' ' } }, 'about no cards'],
    ['a weight below 0', weighing(-1), 'Weights are numbers from 0'],
    ['a weight too large', weighing(1e9 + 1), 'Weights are numbers from 0'],
    ['a weight that is none', weighing(Number.NaN), 'Weights are numbers from 0'],
    ['a floor of nothing', { retentionFloor: 0 }, 'The floor is a recall between 0 and 1.'],
    ['a floor of everything', { retentionFloor: 1 }, 'The floor is a recall between 0 and 1.'],
    ['less than no points', { mark: { achieved: -0.1 } }, 'A mark is from 0 to 100 %.'],
    ['more than all points', { mark: { achieved: 1.1 } }, 'A mark is from 0 to 100 %.'],
  ])('[EXAM-6] an exam with %s is refused', (_, more, what) => {
    expect(refusal(set(exam(more)), rows).what).toContain(what);
  });

  test('[EXAM-6] a break may be one day or 400 long, and is spread over 1 to 400', () => {
    const lasting = (days: number, spreadDays = 1) => ({
      ...BREAK,
      toDay: BREAK.fromDay + days - 1,
      spreadDays,
    });
    expect([1, 400].map((days) => accepted(lasting(days)))).toEqual([true, true]);
    expect([1, 400].map((days) => accepted(lasting(5, days)))).toEqual([true, true]);
    expect(refusedWith(lasting(0))).toBe('The break ends before it begins.');
    expect(refusedWith(lasting(401))).toBe('The break is longer than 400 days.');
    for (const days of [0, 401, 2.5]) {
      expect(refusedWith(lasting(5, days))).toBe(
        'The days to spread over are a whole number from 1 to 400.',
      );
    }
    const catchUp = {
      kind: 'catch-up',
      id: BREAK.id,
      name: 'All',
      isOn: true,
      fromDay: TODAY,
    } as const;
    expect([1, 400].map((spreadDays) => accepted({ ...catchUp, spreadDays }))).toEqual([
      true,
      true,
    ]);
    expect(refusedWith({ ...catchUp, spreadDays: 401 })).toContain('from 1 to 400');
  });
});
