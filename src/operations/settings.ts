import type { Preset, StudySettings } from '../domain/collection/deck.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { failed, type Result } from '../domain/problem.ts';
import { validOptions } from '../domain/scheduling/scheduler.ts';
import { apply } from '../store/apply.ts';
import { type Deps, intentOf } from './deps.ts';

/** Changes how decks are studied. From the next answer on; no due date moves. */
export async function setPreset(
  deps: Deps,
  preset: Preset,
  settings: StudySettings,
): Promise<Result<Operation>> {
  const checked = validOptions({ ...preset, weights: settings.weights });
  if ('problem' in checked) return refused(checked.problem);
  const limits = [preset.newPerDay, preset.reviewsPerDay, preset.leechThreshold];
  if (!limits.every((limit) => Number.isInteger(limit) && limit >= 0 && limit <= 9999)) {
    return refused('Limits and the leech threshold are whole numbers from 0 to 9999.');
  }
  return apply(deps.store, intentOf(deps, { kind: 'set-preset', preset }));
}

export async function setStudySettings(
  deps: Deps,
  settings: StudySettings,
): Promise<Result<Operation>> {
  const within = (value: number, low: number, high: number): boolean =>
    Number.isInteger(value) && value >= low && value <= high;
  if (!within(settings.rolloverHour, 0, 23)) {
    return refused('The hour at which a day begins is a whole number from 0 to 23.');
  }
  if (!within(settings.learnAheadMinutes, 0, 1440) || !within(settings.answerCapSeconds, 5, 3600)) {
    return refused('Learn-ahead is 0 to 1440 minutes, the longest answer 5 to 3600 seconds.');
  }
  const checked = validOptions({ weights: settings.weights });
  if ('problem' in checked) return refused(checked.problem);
  return apply(deps.store, intentOf(deps, { kind: 'set-study', settings }));
}

function refused(what: string): Result<never> {
  return failed(what, 'The settings are as they were.', 'Correct the value and save again.');
}
