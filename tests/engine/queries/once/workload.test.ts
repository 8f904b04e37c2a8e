import { expect, test } from 'vitest';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { previewWorkload } from '../../../../src/engine/queries/once/workload.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { readPreset, readStudySettings } from '../../../../src/store/reads/settings.ts';
import { accepted, withSampleDeck } from '../../../support/deps.ts';

test('[OPTIONS-1] a preview shows both sides from the deck’s own cards and writes nothing', async () => {
  const deps = await withSampleDeck(30, 1);
  const before = await hashOf(deps.store);
  const preset = await readPreset(deps.store, 'default');
  const settings = await readStudySettings(deps.store);
  const few = { ...preset, newPerDay: 2 };
  const found = accepted(
    await previewWorkload(deps, {
      decks: [{ deckIds: ['sample' as DeckId], before: preset }],
      after: few,
      settings,
    }),
  );
  expect(found.before).toHaveLength(30);
  expect([found.before[0]?.new, found.after[0]?.new]).toEqual([20, 2]);
  const none = accepted(
    await previewWorkload(deps, { decks: [{ deckIds: [], before: preset }], after: few, settings }),
  );
  expect(none.after.every((day) => day.minutes === 0)).toBe(true);
  expect(await hashOf(deps.store)).toBe(before);
  deps.close();
});
