import { describe, expect, test } from 'vitest';
import { envelopeFault, inLogOrder, type Stamp } from '../../src/log/envelope.ts';
import { type DeviceId, type OperationId, operationIdOf } from '../../src/kernel/ids.ts';
import { anOperation, TODAY } from '../support/collection.ts';

const sound = anOperation({ kind: 'undo', target: 'device-a:0000000000' as OperationId }, 3);
const withNumber = (counter: unknown) => ({
  ...sound,
  counter,
  id: operationIdOf(sound.deviceId, counter as number),
});
const DAY = 86_400_000;
/** The last instant of a calendar. */
const LAST = 8.64e15;

describe('what an envelope may hold', () => {
  test.each<[string, unknown]>([
    ['the first number', withNumber(0)],
    ['the last number', withNumber(9_999_999_999)],
    ['the last time of a calendar', { ...sound, logicalMillis: LAST }],
    ['a time before 1970', { ...sound, atMillis: -DAY, studyDay: -1 }],
    ['a whole day ahead of UTC', { ...sound, utcOffsetMinutes: 1440 }],
    ['a whole day behind UTC', { ...sound, utcOffsetMinutes: -1440 }],
    ['a study day two days on', { ...sound, studyDay: TODAY + 2 }],
    ['a study day two days back', { ...sound, studyDay: TODAY - 2 }],
    ['the program as its author', { ...sound, origin: 'program' }],
    ['the first version', { ...sound, version: 1 }],
    ['a kind of the future', { ...sound, body: { kind: 'fold-deck' } }],
    ['fields that are unknown', { ...sound, colour: 'blue' }],
  ])('[LOG-10] %s', (_, value) => {
    expect(envelopeFault(value)).toBeUndefined();
  });

  test.each<[string, string, unknown]>([
    ['nothing', 'it is no operation at all', null],
    ['no value', 'it is no operation at all', undefined],
    ['a number', 'it is no operation at all', 7],
    ['no device', 'it names no device', { ...sound, deviceId: undefined }],
    ['an empty device', 'it names no device', { ...sound, deviceId: '' }],
    ['a number for a device', 'it names no device', { ...sound, deviceId: 4 }],
    ['a number too large', 'its number is none', withNumber(10_000_000_000)],
    ['a number below nought', 'its number is none', withNumber(-1)],
    ['half a number', 'its number is none', withNumber(1.5)],
    ['a number as text', 'its number is none', { ...sound, counter: '3' }],
    ['another’s id', 'its id is not that', { ...sound, id: operationIdOf('b' as DeviceId, 3) }],
    ['another number’s id', 'its id is not that', { ...sound, counter: 4 }],
    ['no logical time', 'its logical time is none', { ...sound, logicalMillis: undefined }],
    ['an endless logical time', 'its logical time is none', { ...sound, logicalMillis: Infinity }],
    ['a logical time after all', 'its logical time is none', { ...sound, logicalMillis: 1e300 }],
    [
      'one that cannot be counted on',
      'its logical time is none',
      { ...sound, logicalMillis: LAST + 1 },
    ],
    ['one before all', 'its logical time is none', { ...sound, logicalMillis: -LAST - 1 }],
    [
      'a time that no calendar has',
      'its time is none',
      { ...sound, atMillis: LAST + DAY, studyDay: LAST / DAY + 1 },
    ],
    ['no time', 'its time is none', { ...sound, atMillis: Number.NaN }],
    ['a time as text', 'its time is none', { ...sound, atMillis: '5' }],
    ['half a minute of offset', 'its offset from UTC is none', { ...sound, utcOffsetMinutes: 0.5 }],
    ['too far ahead', 'its offset from UTC is none', { ...sound, utcOffsetMinutes: 1441 }],
    ['too far behind', 'its offset from UTC is none', { ...sound, utcOffsetMinutes: -1441 }],
    ['a day too late', 'its study day does not fit', { ...sound, studyDay: TODAY + 3 }],
    ['a day too early', 'its study day does not fit', { ...sound, studyDay: TODAY - 3 }],
    ['half a day', 'its study day does not fit', { ...sound, studyDay: TODAY + 0.5 }],
    ['no author', 'it does not say who made it', { ...sound, origin: undefined }],
    ['an empty author', 'it does not say who made it', { ...sound, origin: '' }],
    ['version 0', 'it carries no version', { ...sound, version: 0 }],
    ['version −1', 'it carries no version', { ...sound, version: -1 }],
    ['half a version', 'it carries no version', { ...sound, version: 1.5 }],
    ['no body', 'it has no body', { ...sound, body: undefined }],
    ['a body of nothing', 'it has no body', { ...sound, body: null }],
    ['a body of text', 'it has no body', { ...sound, body: 'undo' }],
    ['a body without a kind', 'it has no body', { ...sound, body: {} }],
    ['a kind that is a number', 'it has no body', { ...sound, body: { kind: 1 } }],
  ])('[LOG-10] but not %s: “%s”', (_, why, value) => {
    expect(envelopeFault(value)).toContain(why);
  });
});

test('[LOG-13] the order of a log is by logical time, then by device, then by number', () => {
  const stamp = (device: string, counter: number, logicalMillis: number) =>
    ({ id: operationIdOf(device as DeviceId, counter), logicalMillis }) as Stamp;
  const ordered = [
    stamp('b', 9, 1),
    stamp('a', 2, 2),
    stamp('a', 10, 2),
    stamp('b', 1, 2),
    stamp('a', 1, 3),
  ];
  expect([...ordered].reverse().sort(inLogOrder)).toEqual(ordered);
  const [one, other] = [stamp('a', 1, 1), stamp('a', 1, 1)];
  expect(inLogOrder(one, other)).toBe(0);
});
