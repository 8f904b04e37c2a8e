import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { anyLog, stamped } from './any-log.ts';
import { meaningOf } from './contract.ts';

const A = 'device-a' as DeviceId;

test('[LOG-21] any step taken back leaves what was before it, and done again what was after it', () => {
  let looked = 0;
  fc.assert(
    fc.property(anyLog(20), anyLog(1), (log, [one]) => {
      if (!one || one.body.kind === 'undo' || one.body.kind === 'redo') return;
      // Rows that no step explains may be such as no step makes.
      if ([...log, one].some(({ body }) => body.kind === 'take-over')) return;
      const numbers = log.map((each) => (each.deviceId === A ? each.counter : -1));
      const counter = 1 + Math.max(-1, ...numbers);
      const last = Math.max(...log.map((each) => each.atMillis), one.atMillis);
      const at = (body: OperationBody, n: number) =>
        stamped(body, A, counter + n, last + (n + 1) * 60_000);
      const step = at(one.body, 0);
      const before = meaningOf(log);
      const done = meaningOf([...log, step]);
      if (done.refused.includes(step.id)) return;
      const undo = at({ kind: 'undo', target: step.id }, 1);
      const undone = meaningOf([...log, step, undo]);
      if (undone.refused.includes(undo.id)) return;
      looked++;
      expect(undone.state).toBe(before.state);
      const redo = at({ kind: 'redo', target: step.id }, 2);
      const again = meaningOf([...log, step, undo, redo]);
      expect(again.refused).not.toContain(redo.id);
      expect(again.state).toBe(done.state);
      expect(again.history).toBe(done.history);
      const second = at({ kind: 'undo', target: step.id }, 3);
      const twice = meaningOf([...log, step, undo, redo, second]);
      expect(twice.refused).not.toContain(second.id);
      expect(twice.state).toBe(before.state);
    }),
    { numRuns: 300 },
  );
  expect(looked).toBeGreaterThan(50);
});
