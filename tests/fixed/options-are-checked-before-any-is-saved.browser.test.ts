import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import { saveStudyOptions } from '../../src/engine/commands/settings/settings.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { accepted, everyRow, problemOf, type TestDeps, withSampleDeck } from '../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

test('[LOG-7] one wrong value among the study options, and none of them is saved', async () => {
  const before = await everyRow(deps);
  const preset = { ...DEFAULT_PRESET, newPerDay: 7 };
  const refused = await saveStudyOptions(deps, preset, {
    ...DEFAULT_STUDY_SETTINGS,
    rolloverHour: 99,
  });
  expect(problemOf(refused).what).toContain('hour');
  expect(await everyRow(deps)).toEqual(before);
});

test('[LOG-1] only what has changed becomes an operation', async () => {
  accepted(await saveStudyOptions(deps, DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS));
  expect(await deps.store.operations.count()).toBe(1);
  accepted(
    await saveStudyOptions(deps, { ...DEFAULT_PRESET, newPerDay: 7 }, DEFAULT_STUDY_SETTINGS),
  );
  expect(await deps.store.operations.count()).toBe(2);
  expect(accepted(await undoLast(deps)).name).toBe('study options');
});
