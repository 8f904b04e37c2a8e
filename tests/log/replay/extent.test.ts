import { expect, test } from 'vitest';
import { encodeLog } from '../../../src/log/text/codec.ts';
import { decodeLog } from '../../../src/log/text/decode-log.ts';
import { mergeLogs } from '../../../src/log/merge.ts';
import type { Operation, OperationBody } from '../../../src/log/operation.ts';
import { LogReplay } from '../../../src/log/replay/replay.ts';
import { replayOperations } from '../../../src/log/replay/replay-all.ts';
import { snapshotOf } from '../../../src/log/replay/snapshot.ts';
import { anOperation, DECK } from '../../support/collection.ts';

const created: OperationBody = {
  kind: 'create-deck',
  deckId: DECK,
  name: 'Deck',
  presetId: 'default',
};
const named = (name: string): OperationBody => ({
  kind: 'rename-decks',
  names: [{ deckId: DECK, name }],
});

test('[LOG-13] a log without a step is read, made one with another, and comes to nothing', () => {
  const { text, chain } = encodeLog([]);
  expect(chain).toBe('');
  expect(decodeLog(text)).toEqual({ operations: [], problems: [], chain: '' });
  expect(mergeLogs([], [])).toEqual({ operations: [], conflicts: [] });
  const { undone, refused, deferred, gaps, reviews, ...tables } = replayOperations([]);
  expect([undone.size, reviews.size, refused, deferred, gaps]).toEqual([0, 0, [], [], []]);
  expect(Object.values(tables).map(({ size }) => size)).toEqual(Object.keys(tables).map(() => 0));
  expect(decodeLog('').problems).toEqual([{ line: 1, why: 'this is no log of Rounds' }]);
});

test('[LOG-5] of a million steps nothing is kept but the rows and those that are taken back', () => {
  const STEPS = 1_000_000;
  const last = anOperation(named('Last'), STEPS - 1);
  const replay = new LogReplay({ wanted: new Set([last.id]) });
  replay.take(anOperation(created, 0));
  for (let at = 1; at < STEPS - 1; at++) replay.take(anOperation(named(`${at % 7}`), at));
  expect(replay.take(last).is).toBe('applied');
  expect(replay.operations).toBe(STEPS);
  expect([replay.refused, replay.gaps, replay.standing.kept.size]).toEqual([[], [], 1]);
  expect(replay.take(anOperation({ kind: 'undo', target: last.id }, STEPS)).is).toBe('undone');
  expect(replay.collection.tables.decks.get(DECK)?.name).toBe(`${(STEPS - 2) % 7}`);
  const { steps, kept, undone } = snapshotOf(replay);
  expect([steps.length, kept.length, undone.length]).toEqual([500, 1, 1]);
});

test('[LOG-21] 20,000 steps taken back one after the other are done again one after the other', () => {
  const STEPS = 20_000;
  const replay = new LogReplay();
  const steps = Array.from({ length: STEPS }, (_, at) =>
    anOperation(at === 0 ? created : named(`${at}`), at),
  );
  for (const step of steps) replay.take(step);
  let counter = STEPS;
  const turn = (kind: 'undo' | 'redo') => (step: Operation) =>
    replay.take(anOperation({ kind, target: step.id }, counter++)).is;
  expect(new Set(steps.toReversed().map(turn('undo')))).toEqual(new Set(['undone']));
  expect(replay.collection.tables.decks.size).toBe(0);
  expect(new Set(steps.map(turn('redo')))).toEqual(new Set(['redone']));
  expect(replay.collection.tables.decks.get(DECK)?.name).toBe(`${STEPS - 1}`);
  expect([replay.refused, replay.undone.size]).toEqual([[], 0]);
});
