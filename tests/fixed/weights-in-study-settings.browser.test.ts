import { expect, test } from 'vitest';
import { DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import { setStudySettings } from '../../src/engine/commands/settings/settings.ts';
import { readStudySettings } from '../../src/store/reads/settings.ts';
import { problemOf, testDeps } from '../support/deps.ts';

test('[MEMORY-20] weights that are no weights are refused where settings are saved', async () => {
  const deps = await testDeps();
  try {
    const damaged = { ...DEFAULT_STUDY_SETTINGS, weights: [Number.NaN, 1] };
    expect(problemOf(await setStudySettings(deps, damaged)).what).toContain('eight');
    expect(await readStudySettings(deps.store)).toEqual(DEFAULT_STUDY_SETTINGS);
  } finally {
    deps.close();
  }
});
