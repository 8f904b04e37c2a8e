import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { freshName, problemOf } from '../support/deps.ts';

// Some browsers throw as soon as a page that may not store anything looks at indexedDB.
test('[STORE-3] a browser that forbids even a look at its storage is told of, not thrown', async () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  if (!original) throw new Error('no indexedDB to replace');
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  try {
    const opened = await openDatabase(() => 'device-a', undefined, { name: freshName() });
    expect(problemOf(opened).what).toContain('storage is blocked');
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', original);
  }
});
