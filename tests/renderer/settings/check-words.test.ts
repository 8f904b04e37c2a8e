import type { DeviceId } from '../../../src/kernel/ids.ts';
import { expect, test } from 'vitest';
import type { CollectionCheck } from '../../../src/engine/commands/settings/check-collection.ts';
import { checkInWords } from '../../../src/renderer/settings/check-words.ts';

const SOUND: CollectionCheck = {
  hashBefore: 'a',
  hashAfter: 'a',
  operations: 1200,
  refused: [],
  damaged: [],
  deferred: [],
  gaps: [],
  differing: {},
  isLeft: false,
  wasSound: true,
};
const step = (id: string) => ({ id, why: 'why' });

test('[LOG-16] a sound collection, and one that was put right, each say so', () => {
  expect(checkInWords(SOUND)).toEqual(['1,200 operations checked: every card is as it should be.']);
  expect(checkInWords({ ...SOUND, wasSound: false, differing: { cards: 1 } })).toEqual([
    '1,200 operations checked: 1 row differed from what the operations say and was put right.',
  ]);
  expect(checkInWords({ ...SOUND, wasSound: false, differing: { cards: 1, notes: 2 } })[0]).toMatch(
    /3 rows differed .* were put right/,
  );
});

test('[LOG-10] [LOG-11] damaged steps, those without effect and those put aside are each told apart', () => {
  const damaged = [step('d-1')];
  const left = { ...SOUND, wasSound: false, damaged, refused: damaged, isLeft: true };
  expect(checkInWords(left)).toHaveLength(1);
  expect(checkInWords(left)[0]).toMatch(/1 of them cannot be read .* left exactly as they are/);
  const refused = [step('a'), step('b')];
  expect(checkInWords({ ...SOUND, wasSound: false, refused })).toEqual([
    '1,200 operations checked: every card is as it should be.',
    '2 steps had no effect, because what they were about was gone by then. They are kept.',
  ]);
  expect(checkInWords({ ...SOUND, deferred: [step('f')] })[1]).toBe(
    '1 step of a newer version of Rounds is put aside and kept; that version will apply it.',
  );
});

test('[LOG-16] missing steps, and a log that is gone, are said, and that nothing was changed for them', () => {
  const deviceId = 'device-a' as DeviceId;
  const gaps = [
    { deviceId, from: 3, to: 4 },
    { deviceId, from: 9, to: 9 },
  ];
  const [missing] = checkInWords({ ...SOUND, wasSound: false, gaps, isLeft: true });
  expect(missing).toMatch(/3 steps are missing from the log\. .* left exactly as they are/);
  const [gone] = checkInWords({ ...SOUND, operations: 0, wasSound: false, isLeft: true });
  expect(gone).toMatch(/the log is empty beside your cards\. .* left exactly as they are/);
});
