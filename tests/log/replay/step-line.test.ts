import { describe, expect, test } from 'vitest';
import type { Reach } from '../../../src/domain/collection/rows.ts';
import type { CardId, DeviceId, OperationId } from '../../../src/kernel/ids.ts';
import type { Stamp } from '../../../src/log/envelope.ts';
import { type Gap, Numbers } from '../../../src/log/replay/numbers.ts';
import { MOST_LATER_STEPS } from '../../../src/log/replay/standing.ts';
import { StepLine } from '../../../src/log/replay/step-line.ts';
import { anOperation } from '../../support/collection.ts';

const [MINE, YOURS] = ['mine', 'yours'] as [DeviceId, DeviceId];
const id = (at: number) => `step:${at}` as OperationId;
const reach = (at: number): Reach => ({ cardIds: [`c${at}/1` as CardId] });

function aStamp(at: number, deviceId = MINE, logicalMillis = 10 * at): Stamp {
  return { ...anOperation({ kind: 'forget', cardIds: [] }), id: id(at), deviceId, logicalMillis };
}

/** A line of so many steps of one device, ten milliseconds apart. */
function aLine(count: number): StepLine {
  const line = new StepLine();
  for (let at = 0; at < count; at++) line.add(aStamp(at), reach(at));
  return line;
}

const step = (at: number) => ({
  id: id(at),
  deviceId: MINE,
  logicalMillis: 10 * at,
  reach: reach(at),
});
const idsAfter = (line: StepLine, place: number) =>
  line.after(place).map((each) => (each as { id?: OperationId }).id);

describe('[LOG-20] the steps in force, in their order:', () => {
  test('[LOG-20] each is found by its id, and those after it are told', () => {
    const line = aLine(4);
    expect([0, 3, 4].map((at) => line.find(id(at)))).toEqual([0, 3, undefined]);
    expect(line.after(1)).toEqual([step(2), step(3)]);
    expect(line.after(3)).toEqual([]);
    expect(line.after(-1)).toHaveLength(4);
    expect(line.after(9)).toEqual([]);
  });

  test('[LOG-20] a step about one card alone is kept as that card, and told as it was', () => {
    const line = new StepLine();
    const alone: Reach = { cardIds: ['a/1' as CardId], withoutNotes: true };
    const many: Reach = { cardIds: ['a/1', 'b/1'] as CardId[], withoutNotes: true };
    line.add(aStamp(0), alone);
    line.add(aStamp(1), many);
    line.add(aStamp(2), { withoutNotes: true });
    expect(line.after(-1).map((each) => each.reach)).toEqual([alone, many, { withoutNotes: true }]);
  });

  test('[LOG-20] what is taken out is gone, and stands in its place when it is put back', () => {
    const line = aLine(4);
    line.takeOut(1, YOURS, id(1));
    expect(line.find(id(1))).toBeUndefined();
    expect(line.after(-1)).toEqual([step(0), step(2), step(3)]);
    const place = line.placeFor(aStamp(1));
    expect(place).toBe(1);
    line.putBack(place, aStamp(1), reach(1), YOURS);
    expect(line.after(-1)).toEqual([step(0), step(1), step(2), step(3)]);
  });

  test('[LOG-20] a place is by time, and by id where that is the same', () => {
    const line = aLine(3);
    const placeOf = (at: number, millis: number) => line.placeFor(aStamp(at, MINE, millis));
    expect([placeOf(9, -1), placeOf(9, 5), placeOf(9, 25)]).toEqual([0, 1, 3]);
    expect(placeOf(0, 10)).toBe(1);
    expect(placeOf(2, 10)).toBe(2);
    expect(placeOf(1, 10)).toBe(2);
  });

  test('[LOG-20] no more steps are listed than tell that they are too many', () => {
    const line = aLine(MOST_LATER_STEPS + 10);
    expect(line.after(0)).toHaveLength(MOST_LATER_STEPS + 2);
    expect(line.after(9)).toHaveLength(MOST_LATER_STEPS);
  });

  test('[LOG-20] what old steps saw is forgotten, and then stands in the way of everything', () => {
    const kept = 2 * MOST_LATER_STEPS;
    const anything = { allDecks: true, allOverlays: true };
    const full = aLine(2 * kept);
    expect(full.after(-1)[0]?.reach).toEqual(reach(0));
    full.add(aStamp(2 * kept), reach(2 * kept));
    expect(full.after(kept - 1)[0]?.reach).toEqual(anything);
    expect(full.after(kept)[0]?.reach).toEqual(reach(kept + 1));
    // What is taken out among those is of no account for the rest, nor what is put back.
    full.takeOut(5, MINE, id(5));
    expect(full.after(kept - 1)[0]?.reach).toEqual(reach(kept + 1));
    full.putBack(5, aStamp(5), reach(5), MINE);
    expect(full.after(4)[0]).toEqual({ ...step(5), reach: anything });
    expect(full.after(kept)[0]?.reach).toEqual(reach(kept + 1));
  });
});

describe('[LOG-21] what can be done again:', () => {
  test('[LOG-21] of each device what it took back last, until it does something new', () => {
    const line = aLine(4);
    expect(line.lastTakenBack(MINE)).toBeUndefined();
    line.takeOut(3, MINE, id(3));
    line.takeOut(2, MINE, id(2));
    line.takeOut(1, YOURS, id(1));
    expect([MINE, YOURS].map((by) => line.lastTakenBack(by))).toEqual([id(2), id(1)]);
    line.putBack(1, aStamp(2), reach(2), MINE);
    expect(line.lastTakenBack(MINE)).toBe(id(3));
    line.add(aStamp(9, YOURS), reach(9));
    expect([MINE, YOURS].map((by) => line.lastTakenBack(by))).toEqual([id(3), undefined]);
  });

  test('[LOG-13] a line gone on from its newest steps is the same', () => {
    const line = aLine(5);
    line.takeOut(4, MINE, id(4));
    line.takeOut(3, MINE, id(3));
    const { steps, takenBack } = line.newest(2);
    expect(steps).toEqual([step(1), step(2)]);
    expect(takenBack).toEqual([[MINE, [id(4), id(3)]]]);
    const other = new StepLine(steps, takenBack);
    expect(idsAfter(other, -1)).toEqual([id(1), id(2)]);
    expect(other.lastTakenBack(MINE)).toBe(id(3));
    other.putBack(2, aStamp(3), reach(3), MINE);
    expect(line.lastTakenBack(MINE)).toBe(id(3));
    expect(line.newest(99).steps).toHaveLength(3);
  });
});

describe('[LOG-13] the numbers of each device:', () => {
  const numbered = (counter: number, deviceId = MINE, more: Partial<Stamp> = {}): Stamp => ({
    ...anOperation({ kind: 'forget', cardIds: [] }, counter, 0, deviceId),
    ...more,
  });

  test('[LOG-13] one after the other from 0, by device', () => {
    const gaps: Gap[] = [];
    const numbers = new Numbers(undefined, gaps);
    const steps = [numbered(0), numbered(0, YOURS), numbered(1), numbered(2), numbered(1, YOURS)];
    expect(steps.map((each) => numbers.take(each))).toEqual(steps.map(() => 'next'));
    expect(gaps).toEqual([]);
    expect([...numbers.last()]).toEqual([
      [MINE, numbered(2)],
      [YOURS, numbered(1, YOURS)],
    ]);
  });

  test('[LOG-13] numbers that are missing are told, also at the beginning', () => {
    const gaps: Gap[] = [];
    const numbers = new Numbers([], gaps);
    for (const counter of [2, 3, 5]) numbers.take(numbered(counter));
    expect(gaps).toEqual([
      { deviceId: MINE, from: 0, to: 1 },
      { deviceId: MINE, from: 4, to: 4 },
    ]);
  });

  test('[LOG-14] the same once more is repeated; another under a number that was given is not', () => {
    const numbers = new Numbers();
    numbers.take(numbered(0));
    numbers.take(numbered(1));
    expect(numbers.take(numbered(1))).toBe('repeated');
    expect(numbers.take(numbered(1, MINE, { logicalMillis: 7 }))).toBe('taken');
    expect(numbers.take(numbered(0))).toBe('taken');
    // Neither counts: the next number is the next.
    expect(numbers.take(numbered(2))).toBe('next');
    expect(numbers.last().get(MINE)?.counter).toBe(2);
  });

  test('[LOG-13] one that comes after a later number is late, and missing no more', () => {
    const gaps: Gap[] = [];
    const numbers = new Numbers(undefined, gaps);
    for (const counter of [0, 5]) numbers.take(numbered(counter));
    expect(numbers.take(numbered(3))).toBe('late');
    expect(numbers.take(numbered(3))).toBe('repeated');
    expect(numbers.take(numbered(3, MINE, { logicalMillis: 7 }))).toBe('taken');
    expect(numbers.take(numbered(3, YOURS))).toBe('next');
    expect(gaps.filter(({ deviceId }) => deviceId === MINE)).toEqual([
      { deviceId: MINE, from: 1, to: 2 },
      { deviceId: MINE, from: 4, to: 4 },
    ]);
    for (const counter of [1, 2, 4]) expect(numbers.take(numbered(counter))).toBe('late');
    expect(gaps).toEqual([{ deviceId: YOURS, from: 0, to: 2 }]);
    expect(numbers.take(numbered(6))).toBe('next');
  });

  test('[LOG-13] gone on with, they go on after the last of each device', () => {
    const gaps: Gap[] = [];
    const numbers = new Numbers([numbered(4), numbered(7, YOURS)], gaps);
    expect(numbers.take(numbered(4))).toBe('repeated');
    expect(numbers.take(numbered(8, YOURS))).toBe('next');
    expect(numbers.take(numbered(5))).toBe('next');
    expect(gaps).toEqual([]);
    expect(numbers.take(numbered(0, 'third' as DeviceId))).toBe('next');
  });
});
