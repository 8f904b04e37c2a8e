import { expect, test } from 'vitest';
import type { Missing } from '../../../src/engine/journal/recovery/missing.ts';
import { soundJournal } from '../../../src/engine/journal/recovery/sound-journal.ts';
import { segmentPath } from '../../../src/kernel/journal-path.ts';
import { type DeviceId, operationIdOf } from '../../../src/kernel/ids.ts';
import { ok } from '../../../src/kernel/problem.ts';
import { inLogOrder, type Stamp } from '../../../src/log/envelope.ts';
import { encodeLog } from '../../../src/log/text/codec.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';

const [A, B] = ['a' as DeviceId, 'b' as DeviceId];
const FILES = 12;
const IN_FILE = 60;

type Step = Pick<Stamp, 'id' | 'deviceId' | 'counter' | 'logicalMillis' | 'atMillis'> & {
  readonly body: object;
};

/** Device A does something every 10 ms, B every 15, so that they do some things at once. */
function step(deviceId: DeviceId, counter: number, body: object = { kind: 'x' }): Step {
  const millis = counter * (deviceId === A ? 10 : 15);
  const id = operationIdOf(deviceId, counter);
  return { id, deviceId, counter, logicalMillis: millis, atMillis: 1e12 + millis, body };
}

const steps = (deviceId: DeviceId): Step[] =>
  Array.from({ length: FILES * IN_FILE }, (_, counter) => step(deviceId, counter));

/** The files of a journal with these lines, and how often each is read. */
function journalOf(
  lines: Readonly<Record<string, readonly object[]>>,
  change = (text: string) => text,
) {
  const texts = new Map<string, string>();
  for (const [device, all] of Object.entries(lines)) {
    let chain = '';
    for (let from = 0; from < all.length; from += IN_FILE) {
      const log = encodeLog(all.slice(from, from + IN_FILE), chain);
      texts.set(segmentPath(device, from), change(log.text));
      chain = log.chain;
    }
  }
  const reads = new Map<string, number>();
  const files = {
    list: async () => ok([...texts].map(([path, text]) => ({ path, bytes: text.length }))),
    read: async (path: string) => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return ok(new TextEncoder().encode(texts.get(path)));
    },
  } as unknown as JournalFiles;
  return { files, reads };
}

function missing(...devices: readonly DeviceId[]): Missing {
  const to = new Map(devices.map((id) => [id, FILES * IN_FILE]));
  return { operations: 1, from: new Map(devices.map((id) => [id, 0])), to, isAll: true };
}

async function read(files: JournalFiles, what: Missing) {
  const sound = await soundJournal(
    files,
    what,
    () => true,
    () => true,
  );
  if (!sound) return undefined;
  const given: Step[] = [];
  const pages: number[] = [];
  for await (const page of sound.pages) {
    pages.push(page.length);
    given.push(...(page as readonly Step[]));
  }
  return { ...sound, given, pages };
}

test('[JOURNAL-22] steps of two devices come in log order, of files that are read once to look and once to take', async () => {
  const all = { a: steps(A), b: steps(B) };
  const { files, reads } = journalOf(all);
  const found = await read(files, missing(A, B));
  const inOrder = [...all.a, ...all.b].sort(inLogOrder);
  expect(found?.given).toEqual(inOrder);
  expect(found?.many).toBe(inOrder.length);
  expect(found?.first).toEqual({ id: inOrder[0]?.id, logicalMillis: 0 });
  expect([found?.fromMillis, found?.toMillis]).toEqual([1e12, 1e12 + 15 * (FILES * IN_FILE - 1)]);
  expect(Math.max(...(found?.pages ?? []))).toBeLessThan(inOrder.length / 2);
  expect(new Set(reads.values())).toEqual(new Set([2]));
});

test('[JOURNAL-22] what was taken back was never done, a number given again is the later line’s, and undos are named', async () => {
  const all: object[] = steps(A);
  const last = FILES * IN_FILE;
  const again = step(A, last, { kind: 'undo', target: operationIdOf(A, 3) });
  all.push(step(A, last), { void: operationIdOf(A, last) }, again);
  all.push(step(A, last + 1), { void: operationIdOf(A, last + 1) });
  const found = await read(journalOf({ a: all }).files, missing(A));
  expect(found?.given).toHaveLength(last + 1);
  expect(found?.given.at(-1)).toEqual(again);
  expect(found?.targets).toEqual(new Set([operationIdOf(A, 3)]));
});

test('[JOURNAL-22] a line that was torn long ago and has no number is in nobody’s way', async () => {
  const tear = (text: string) => text.replace('\n', '\n0123456789abcdef {"id":"to\n');
  const found = await read(journalOf({ a: steps(A) }, tear).files, missing(A));
  expect(found?.given).toEqual(steps(A));
});

test.each([
  ['a hole', (all: Step[]) => all.filter(({ counter }) => counter !== 7)],
  ['an end that is missing', (all: Step[]) => all.slice(0, -1)],
  [
    'steps that are not in the order of their numbers',
    (all: Step[]) => all.map((each) => (each.counter === 9 ? { ...each, logicalMillis: 1 } : each)),
  ],
  [
    'a step under another’s id',
    (all: Step[]) =>
      all.map((each) => (each.counter === 9 ? { ...each, id: operationIdOf(B, 9) } : each)),
  ],
])('[JOURNAL-22] a journal with %s is held to be looked at', async (_what, change) => {
  expect(await read(journalOf({ a: change(steps(A)) }).files, missing(A))).toBeUndefined();
});

test('[JOURNAL-22] so is one in which a line is in doubt, or the last one cannot be read', async () => {
  const changed = (text: string) => text.replaceAll('"kind":"x"', '"kind":"xyz"');
  const torn = (text: string) => text.slice(0, -20);
  for (const change of [changed, torn])
    expect(await read(journalOf({ a: steps(A) }, change).files, missing(A))).toBeUndefined();
});
