import { expect, test } from 'vitest';
import { effectsOf } from '../../src/log/effects.ts';
import { aNote, anOperation, rowsOf } from '../support/collection.ts';

test('[LOG-7] archiving a note that is gone is refused, not recorded as a step', () => {
  const gone = aNote('gone');
  const body = { kind: 'archive' as const, noteIds: [gone.id], archived: true };
  expect(effectsOf(anOperation(body), rowsOf([aNote('here')])).ok).toBe(false);
});
