import { expect, test } from 'vitest';
import type { CollectionCheck } from '../../../src/engine/commands/settings/check-collection.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import {
  checkInWords,
  offersOf,
  reportOf,
  strangeOf,
} from '../../../src/renderer/settings/check-words.ts';

const SOUND: CollectionCheck = {
  hashBefore: 'a',
  hashAfter: 'a',
  operations: 1200,
  refused: [],
  damaged: [],
  deferred: [],
  gaps: [],
  differing: [],
  misplaced: [],
  counts: { tallies: 0, days: 0, inSight: false },
  impossible: [],
  dangling: [],
  doubled: [],
  unreadable: [],
  isShort: false,
  journal: undefined,
  writtenAgain: 0,
  offered: [],
  wasSound: true,
};
const step = (id: string) => ({ id, why: 'why' });
const row = (key: string, is: 'unexplained' | 'lacking' | 'other', table = 'cards') => ({
  table: table as 'cards',
  key,
  is,
  text: '{}',
});

test('[LOG-28] a journal that could not be read is said to be not compared', () => {
  const journalUnread = 'The journal could not be reached (no answer within 30 seconds).';
  expect(checkInWords({ ...SOUND, wasSound: false, journalUnread })).toEqual([
    '1,200 operations checked: every card is as it should be.',
    `The journal was not compared. ${journalUnread}`,
  ]);
});

test('[LOG-27] a sound collection, and one that differs, each say so', () => {
  expect(checkInWords(SOUND)).toEqual(['1,200 operations checked: every card is as it should be.']);
  const differing = [row('a', 'other'), row('b', 'unexplained'), row('n', 'unexplained', 'notes')];
  const check = { ...SOUND, wasSound: false, differing, offered: ['keep', 'agree'] as const };
  expect(checkInWords(check)).toEqual(['1,200 operations checked. Nothing was changed.']);
  expect(offersOf(check)).toEqual([
    {
      accepted: 'keep',
      found: '1 card, 1 note that no step brings',
      does: 'Kept, and written into the log, so that they stay whatever is worked out later.',
    },
    {
      accepted: 'agree',
      found: '1 card that say something else than the steps',
      does: 'Put as the steps say.',
    },
  ]);
  expect(offersOf({ ...check, isShort: true })[1]?.does).toMatch(/^Kept as they are/);
});

test('[LOG-27] answers that no step explains, and what the journal has otherwise, are said', () => {
  const differing = [row('x', 'unexplained', 'reviews')];
  const journal = { missing: [], unwritten: ['u'], different: ['d'], damaged: [], unread: [] };
  const said = checkInWords({ ...SOUND, wasSound: false, differing, journal });
  expect(said[1]).toMatch(/^1 answer stands in the history .* It is kept and counts\.$/);
  expect(said[2]).toBe('1 step of the log is not in the journal; the database has it.');
  expect(said[3]).toMatch(/^1 line of the journal cannot be read or differs/);
});

test('[JOURNAL-11] steps that stand in the journal again are said', () => {
  const [, one] = checkInWords({ ...SOUND, writtenAgain: 1 });
  expect(one).toBe(
    '1 step could not be read in the journal, or was not there; the database has it, and it stands in the journal again.',
  );
  const [, many] = checkInWords({ ...SOUND, writtenAgain: 2 });
  expect(many).toMatch(/^2 steps .* were not there; .* and they stand in the journal again\.$/);
});

test('[LOG-27] the report names every row, step and line', () => {
  const check: CollectionCheck = {
    ...SOUND,
    wasSound: false,
    differing: [row('note/1', 'other')],
    impossible: [{ table: 'cards', key: 'note/1', why: 'it is dated in the future' }],
    unreadable: [{ table: 'notes', key: undefined, why: 'DataError' }],
    gaps: [{ deviceId: 'device-a' as DeviceId, from: 3, to: 4 }],
    journal: {
      missing: ['m'],
      unwritten: ['u'],
      different: ['d'],
      damaged: [],
      unread: [{ name: 'file, line 2', why: 'torn' }],
    },
    refused: [step('r')],
    deferred: [step('f')],
  };
  const report = reportOf(check);
  for (const part of [
    'cards note/1: other {}',
    'device-a 3 to 4',
    'file, line 2: torn',
    'r: why',
  ]) {
    expect(report).toContain(part);
  }
  expect(strangeOf(check).map(({ id, why }) => `${id}: ${why}`)).toEqual([
    'card note/1: it is dated in the future',
    'note from here on: cannot be read (DataError)',
  ]);
});

test('[LOG-10] [LOG-11] damaged steps, those without effect and those put aside are each told apart', () => {
  const damaged = [step('d-1')];
  const left = { ...SOUND, wasSound: false, damaged, refused: damaged, isShort: true };
  expect(checkInWords(left)).toEqual([
    '1,200 operations checked: 1 of them cannot be read any more. Nothing was changed.',
  ]);
  const refused = [step('a'), step('b')];
  expect(checkInWords({ ...SOUND, wasSound: false, refused })).toEqual([
    '1,200 operations checked: every card is as it should be.',
    '2 steps had no effect, because what they were about was gone by then. They are kept.',
  ]);
  expect(checkInWords({ ...SOUND, deferred: [step('f')] })[1]).toBe(
    '1 step of a newer version of Rounds is put aside and kept; that version will apply it.',
  );
});

test('[LOG-16] missing steps are said, and that nothing was changed for them', () => {
  const deviceId = 'device-a' as DeviceId;
  const gaps = [
    { deviceId, from: 3, to: 4 },
    { deviceId, from: 9, to: 9 },
  ];
  expect(checkInWords({ ...SOUND, wasSound: false, gaps, isShort: true })).toEqual([
    '1,200 operations checked: 3 steps are missing from the log. Nothing was changed.',
  ]);
});
