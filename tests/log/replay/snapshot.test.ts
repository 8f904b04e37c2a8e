import { describe, expect, test } from 'vitest';
import type { DeckId, DeviceId, OperationId } from '../../../src/kernel/ids.ts';
import type { Operation, OperationBody } from '../../../src/log/operation.ts';
import { LogReplay, NeedsEarlier } from '../../../src/log/replay/replay.ts';
import { isAfter, replayFrom, snapshotOf } from '../../../src/log/replay/snapshot.ts';
import { stateHash } from '../../../src/log/replay/state-hash.ts';
import { anOperation } from '../../support/collection.ts';

const created = (at: number): OperationBody => ({
  kind: 'create-deck',
  deckId: `d${at}` as DeckId,
  name: `Deck ${at}`,
  presetId: 'default',
});
const steps = (count: number) =>
  Array.from({ length: count }, (_, at) => anOperation(created(at), at));
const undoOf = (target: Operation, counter: number) =>
  anOperation({ kind: 'undo', target: target.id }, counter);
const redoOf = (target: Operation, counter: number) =>
  anOperation({ kind: 'redo', target: target.id }, counter);

function replayOf(operations: readonly unknown[], replay = new LogReplay()): LogReplay {
  for (const operation of operations) replay.take(operation);
  return replay;
}
const kept = (replay: LogReplay) => JSON.parse(JSON.stringify(snapshotOf(replay)));
const hashOf = (replay: LogReplay) => stateHash(replay.collection.tables);

test('[LOG-13] a snapshot of no log holds nothing, and everything comes after it', () => {
  const snapshot = snapshotOf(new LogReplay());
  const { tables, ...others } = snapshot;
  expect(others).toEqual({
    format: 1,
    upTo: undefined,
    undone: [],
    refused: [],
    deferred: [],
    gaps: [],
    last: [],
    steps: [],
    takenBack: [],
    kept: [],
  });
  expect(Object.values(tables).every((rows) => rows.length === 0)).toBe(true);
  expect(isAfter(snapshot, anOperation(created(0)))).toBe(true);
});

test('[LOG-13] it ends with its newest step, and goes on with what comes after that alone', () => {
  const [one, two, three] = steps(3) as [Operation, Operation, Operation];
  const snapshot = snapshotOf(replayOf([one, two]));
  expect(snapshot.upTo).toEqual({ logicalMillis: two.logicalMillis, id: two.id });
  expect([one, two, three].map((each) => isAfter(snapshot, each))).toEqual([false, false, true]);
  const phone = anOperation(created(9), 0, 0, 'phone' as DeviceId);
  expect(snapshotOf(replayOf([phone, one, two])).upTo?.id).toBe(two.id);
  expect(snapshotOf(replayOf([one, phone, two])).upTo?.id).toBe(two.id);
});

test('[LOG-13] what was refused, deferred, taken back or missing goes with it', () => {
  const [one, two] = steps(2) as [Operation, Operation];
  const again = anOperation(created(0), 2);
  const future = { ...anOperation(created(4), 3), body: { kind: 'fold-deck' } };
  const late = anOperation(created(5), 7);
  const replay = replayOf([one, two, again, future, late, undoOf(late, 8)]);
  const next = replayFrom(kept(replay));
  expect(next.refused).toEqual(replay.refused);
  expect(next.refused.map(({ id }) => id)).toEqual([again.id]);
  expect(next.deferred).toEqual(replay.deferred);
  expect(next.gaps).toEqual([{ deviceId: 'device-a', from: 4, to: 6 }]);
  expect([...next.undone]).toEqual([[late.id, undoOf(late, 8).id]]);
  expect(kept(next)).toEqual(kept(replay));
  expect(hashOf(next)).toBe(hashOf(replay));
  expect(next.take(undoOf(future as never, 9))).toMatchObject({ is: 'deferred' });
  expect(next.take(undoOf(late, 8))).toMatchObject({ is: 'refused' });
  expect(next.take(redoOf(late, 10)).is).toBe('redone');
});

describe('from a snapshot', () => {
  test('[LOG-17] steps are taken back one after the other, and done again', () => {
    const all = steps(4);
    const replay = replayFrom(kept(replayOf(all)));
    const [, , third, fourth] = all as [Operation, Operation, Operation, Operation];
    expect(replay.take(undoOf(third, 4))).toMatchObject({ is: 'refused' });
    expect(replay.take(undoOf(fourth, 5)).is).toBe('undone');
    expect(replay.take(undoOf(third, 6)).is).toBe('undone');
    expect(replay.collection.tables.decks.size).toBe(2);
    const later = replayFrom(kept(replay));
    expect(later.take(redoOf(fourth, 7))).toMatchObject({ is: 'refused' });
    expect(later.take(redoOf(third, 8)).is).toBe('redone');
    expect(later.take(redoOf(fourth, 9)).is).toBe('redone');
    expect(hashOf(later)).toBe(hashOf(replayOf(all)));
    expect([...later.undone]).toEqual([]);
  });

  test('[LOG-21] after something new is done, what was taken back is not done again', () => {
    const [one, two] = steps(2) as [Operation, Operation];
    const replay = replayFrom(kept(replayOf([one, two, undoOf(two, 2)])));
    replay.take(anOperation(created(7), 3));
    expect(replay.take(redoOf(two, 4))).toMatchObject({ is: 'refused' });
    const phone = replayFrom(kept(replayOf([one, two, undoOf(two, 2)])));
    phone.take(anOperation(created(8), 0, 30, 'phone' as DeviceId));
    expect(phone.take(redoOf(two, 4))).toMatchObject({ is: 'refused' });
  });

  test('[LOG-13] a step from before the newest 500 is not known, and asks for the whole log', () => {
    const all = steps(501);
    const snapshot = kept(replayOf(all));
    expect(snapshot.steps).toHaveLength(500);
    const replay = replayFrom(snapshot);
    let counter = 501;
    for (const step of all.slice(1).reverse()) {
      expect(replay.take(undoOf(step, counter++)).is).toBe('undone');
    }
    expect([...replay.collection.tables.decks.keys()]).toEqual(['d0']);
    const undo = undoOf(all[0] as Operation, counter);
    expect(() => replay.take(undo)).toThrow(NeedsEarlier);
    expect(replayOf(all.slice(0, 1)).take({ ...undo, counter: 1, id: undoOf(undo, 1).id }).is).toBe(
      'undone',
    );
    // What is known to be taken back, or is not cut off, is refused as ever.
    const again = replayFrom(kept(replayOf([...all, undoOf(all[500] as Operation, 501)])));
    expect(again.take(undoOf(all[500] as Operation, 502)).is).toBe('refused');
    const short = replayFrom(kept(replayOf(all.slice(0, 500))));
    expect(short.take(undoOf(all[500] as Operation, 500)).is).toBe('refused');
  });

  test('[LOG-13] what a step changed that was not kept asks for the log from its beginning', () => {
    const [one] = steps(1) as [Operation];
    const wanted = new Set<OperationId>();
    const replay = replayOf([one], new LogReplay({ wanted }));
    expect(() => replay.take(undoOf(one, 1))).toThrow(NeedsEarlier);
    expect(() => replay.take(undoOf(one, 2))).toThrow(one.id);
    const known = replayOf([one], new LogReplay({ wanted: new Set([one.id]) }));
    expect(known.take(undoOf(one, 1)).is).toBe('undone');
  });
});

describe('one after the other', () => {
  test('[LOG-14] the very same step once more is told from another one under its number', () => {
    const [one, two] = steps(2) as [Operation, Operation];
    const replay = replayOf([one, two]);
    expect(replay.take(two)).toEqual({ is: 'repeated', id: two.id });
    expect(replay.take({ ...two, atMillis: two.atMillis + 1 })).toMatchObject({ is: 'refused' });
    expect(replay.take(one)).toMatchObject({ is: 'refused' });
    expect(replay.operations).toBe(2);
    expect(replay.take('garbage')).toMatchObject({ is: 'refused', id: 'without an id' });
    expect(replay.damaged.map(({ id }) => id)).toEqual(['without an id']);
  });

  test('[LOG-20] an undo stands only over steps that saw nothing of what it takes back', () => {
    const phone = 'phone' as DeviceId;
    const search: OperationBody = { kind: 'save-search', search: { id: 's', name: 'S', text: '' } };
    const [one] = steps(1) as [Operation];
    const unseen = replayOf([one, anOperation({ ...search }, 0, 1, phone)]);
    expect(unseen.take(undoOf(one, 1)).is).toBe('undone');
    const seen = replayOf([one, anOperation(created(5), 0, 1, phone)]);
    expect(seen.take(undoOf(one, 1))).toMatchObject({
      is: 'refused',
      why: 'That step can no longer be undone: something was done after it.',
    });
    expect(seen.take(undoOf(anOperation(created(0), 77), 2))).toMatchObject({ is: 'refused' });
  });
});
