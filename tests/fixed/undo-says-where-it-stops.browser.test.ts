import { expect, test } from 'vitest';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { problemOf, testDeps, withSampleDeck } from '../support/deps.ts';

test('[LOG-19] undo says that it stops at what Rounds did, and not that there is nothing', async () => {
  const [withDeck, empty] = [await withSampleDeck(1), await testDeps()];
  try {
    expect(problemOf(await undoLast(withDeck)).what).toContain('load deck');
    expect(problemOf(await undoLast(empty)).what).toBe('There is nothing to undo.');
  } finally {
    withDeck.close();
    empty.close();
  }
});
