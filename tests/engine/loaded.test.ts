import { expect, test } from 'vitest';
import { loaded } from '../../src/engine/loaded.ts';
import { ok } from '../../src/kernel/problem.ts';
import { accepted, problemOf } from '../support/deps.ts';

test('[STORE-6] what is loaded when it is asked says so where it cannot be, and is tried again', async () => {
  let isOffline = true;
  const add = loaded(async () => {
    if (isOffline) throw new TypeError('Failed to fetch dynamically imported module');
    return async (one: number, other: number) => ok(one + other);
  });
  expect(problemOf(await add(1, 2))).toMatchObject({
    what: 'A part of the program could not be loaded.',
    kept: 'Nothing was changed.',
  });
  isOffline = false;
  expect(accepted(await add(1, 2))).toBe(3);
});
