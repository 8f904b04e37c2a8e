import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  type StudySettings,
} from '../../../../src/domain/collection/deck.ts';
import {
  saveStudyOptions,
  setPreset,
  setStudySettings,
} from '../../../../src/engine/commands/settings/settings.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { readPreset } from '../../../../src/store/reads/settings.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  changePreset,
  everyRow,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

test('[LOG-7] settings that make no sense are refused in words, and change nothing', async () => {
  const before = await everyRow(deps);
  const presets: Partial<Preset>[] = [
    { newPerDay: -1 },
    { newPerDay: 2.5 },
    { reviewsPerDay: Number.NaN },
    { leechThreshold: 10_000 },
    { desiredRetention: 1 },
    { learningStepsMinutes: [0] },
    { maximumIntervalDays: 0 },
  ];
  for (const preset of presets) {
    const result = await setPreset(deps, { ...DEFAULT_PRESET, ...preset }, DEFAULT_STUDY_SETTINGS);
    expect(problemOf(result).kept).toBe('The settings are as they were.');
  }
  const settings: Partial<StudySettings>[] = [
    { rolloverHour: 24 },
    { rolloverHour: 3.5 },
    { learnAheadMinutes: -1 },
    { answerCapSeconds: 4 },
  ];
  for (const each of settings) {
    problemOf(await setStudySettings(deps, { ...DEFAULT_STUDY_SETTINGS, ...each }));
  }
  expect(await everyRow(deps)).toEqual(before);
});

test('[CARD-6] another cap holds from the next answer on, and no due date moves', async () => {
  const first = await answerFirst(deps, 4);
  const before = await cardOf(deps, first.id);
  accepted(await setStudySettings(deps, { ...DEFAULT_STUDY_SETTINGS, answerCapSeconds: 5 }));
  await changePreset(deps, { desiredRetention: 0.8 });
  expect(await cardOf(deps, first.id)).toEqual(before);
  await answerFirst(deps, 4);
  const reviews = await deps.store.reviews.toArray();
  expect(reviews.map(({ durationMillis }) => durationMillis)).toEqual([5000, 5000]);
});

test('[LOG-1] the study day of an operation follows the hour set for the day’s beginning', async () => {
  deps.nowMillis = Date.parse('2026-03-03T02:00:00Z');
  expect(
    accepted(await setStudySettings(deps, { ...DEFAULT_STUDY_SETTINGS, rolloverHour: 2 })),
  ).toMatchObject({ studyDay: 20_514 });
  await answerFirst(deps, 4);
  expect((await deps.store.reviews.toArray())[0]?.studyDay).toBe(20_515);
});

test('[OPTIONS-11] saved twice at once, the options are one step, and one undo takes it back', async () => {
  const changed = { ...DEFAULT_PRESET, newPerDay: 7 };
  const save = () => saveStudyOptions(deps, changed, DEFAULT_STUDY_SETTINGS);
  const steps = await deps.store.operations.count();
  for (const saved of await Promise.all([save(), save()])) accepted(saved);
  expect(await deps.store.operations.count()).toBe(steps + 1);
  accepted(await undoLast(deps));
  expect(await readPreset(deps.store, DEFAULT_PRESET.id)).toEqual(DEFAULT_PRESET);
});
