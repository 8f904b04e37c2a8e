import { vi } from 'vitest';

/** A test that stands beside others on a busy machine is late, and not wrong; vitest's own limit is a second. */
const LATE_MILLIS = 60_000;

/** Until `look` throws nothing and what it comes to; what it threw last where that takes too long. */
export function waitFor<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: LATE_MILLIS });
}

/** Until `isSo`. */
export async function waitUntil(isSo: () => unknown): Promise<void> {
  await vi.waitUntil(isSo, { timeout: LATE_MILLIS });
}
