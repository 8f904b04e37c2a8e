import { vi } from 'vitest';

/** A test that stands beside others on a busy machine is late, and not wrong. */
const LATE_MILLIS = 15_000;

/** Until `look` throws nothing and what it comes to; what it threw last where that takes too long. */
export function waitFor<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: LATE_MILLIS });
}
