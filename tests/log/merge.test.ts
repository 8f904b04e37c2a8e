import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeckId, DeviceId } from '../../src/kernel/ids.ts';
import { mergeLogs } from '../../src/log/merge.ts';
import type { Operation } from '../../src/log/operation.ts';
import { NOW } from '../support/collection.ts';
import { anyLog, stamped } from './contract/any-log.ts';
import { meaningOf } from './contract/contract.ts';

test('[LOG-13] a log cut into two that overlap is made one again, whichever comes first', () => {
  fc.assert(
    fc.property(anyLog(), fc.infiniteStream(fc.nat(2)), (log, place) => {
      const whole = [...new Map(log.map((each) => [each.id, each])).values()];
      const [one, other]: [Operation[], Operation[]] = [[], []];
      for (const operation of whole) {
        const at = place.next().value;
        if (at !== 0) one.push(operation);
        if (at !== 1) other.push(operation);
      }
      for (const merged of [mergeLogs(one, other), mergeLogs(other, one)]) {
        expect(merged).toEqual({ operations: whole, conflicts: [] });
        expect(meaningOf(merged.operations)).toEqual(meaningOf(log));
      }
    }),
  );
});

test('[LOG-14] of two steps under one number the first stays, and the number is named', () => {
  const named = (name: string) =>
    stamped(
      { kind: 'create-deck', deckId: 'd1' as DeckId, name, presetId: 'default' },
      'device-a' as DeviceId,
      0,
      NOW,
    );
  const [own, other] = [named('One'), named('Other')];
  expect(mergeLogs([own], [other])).toEqual({ operations: [own], conflicts: [own.id] });
  expect(mergeLogs([own, other], [])).toEqual({ operations: [own], conflicts: [own.id] });
  expect(mergeLogs([own, own], [other, other])).toEqual({ operations: [own], conflicts: [own.id] });
});
