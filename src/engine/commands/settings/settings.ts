import type { Preset, StudySettings } from '../../../domain/collection/deck.ts';
import { type RuleId, SILENCED_AT_FIRST } from '../../../domain/lint/rules.ts';
import { t } from '../../../kernel/texts.ts';
import type { Operation } from '../../../log/operation.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { MINUTES_PER_DAY } from '../../../kernel/time.ts';
import { validOptions } from '../../../domain/memory/scheduler.ts';
import { apply } from '../../../store/apply.ts';
import { readPreset, readStudySettings } from '../../../store/reads/settings.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';

/**
 * Changes how decks are studied: everything is checked before anything is written, and only what
 * differs is, in one step to undo. Counts from the next answer on; no due date moves.
 */
export async function saveStudyOptions(
  deps: Deps,
  preset: Preset,
  settings: StudySettings,
): Promise<Result<void>> {
  const wrong = problemOfPreset(preset, settings) ?? problemOfSettings(settings);
  if (wrong !== undefined) return refused(wrong);
  return afterThoseBefore(deps.store, async () => {
    const [oldPreset, oldSettings] = await Promise.all([
      readPreset(deps.store, preset.id),
      readStudySettings(deps.store),
    ]);
    const changed = {
      ...(canonical(preset) === canonical(oldPreset) ? {} : { preset }),
      ...(canonical(settings) === canonical(oldSettings) ? {} : { settings }),
    };
    if (Object.keys(changed).length === 0) return ok(undefined);
    const saved = await apply(deps.store, intentOf(deps, { kind: 'save-options', ...changed }));
    if (!saved.ok) return saved;
    return ok(undefined);
  });
}

const saving = new WeakMap<RoundsDatabase, Promise<unknown>>();

/** Pressed twice, the second press finds what the first has written, and nothing that differs. */
function afterThoseBefore(
  store: RoundsDatabase,
  save: () => Promise<Result<void>>,
): Promise<Result<void>> {
  const saved = (saving.get(store) ?? Promise.resolve()).then(() => inWords(save));
  saving.set(store, saved);
  return saved;
}

/** New study options called `name`, as a copy of `from`; their id. */
export function addPreset(deps: Deps, from: Preset, name: string): Promise<Result<string>> {
  // What a file says of `from` belongs to `from` alone.
  const { foreign: _foreign, ...own } = from;
  const preset: Preset = { ...own, id: deps.newId(), name: name.trim() };
  return inWords(async () => {
    const saved = await setPreset(deps, preset, await readStudySettings(deps.store));
    return saved.ok ? ok(preset.id) : saved;
  });
}

export async function setPreset(
  deps: Deps,
  preset: Preset,
  settings: StudySettings,
): Promise<Result<Operation>> {
  const wrong = problemOfPreset(preset, settings);
  if (wrong !== undefined) return refused(wrong);
  return apply(deps.store, intentOf(deps, { kind: 'set-preset', preset }));
}

export async function setStudySettings(
  deps: Deps,
  settings: StudySettings,
): Promise<Result<Operation>> {
  const wrong = problemOfSettings(settings);
  if (wrong !== undefined) return refused(wrong);
  return apply(deps.store, intentOf(deps, { kind: 'set-study', settings }));
}

/** No more advice by a rule of docs/card-rules.md, or advice again. */
export function silenceRule(
  deps: Deps,
  ruleId: RuleId,
  isSilenced: boolean,
): Promise<Result<Operation>> {
  return inWords(async () => {
    const settings = await readStudySettings(deps.store);
    const others = (settings.silencedRules ?? SILENCED_AT_FIRST).filter((rule) => rule !== ruleId);
    const silencedRules = isSilenced ? [...others, ruleId] : others;
    return setStudySettings(deps, { ...settings, silencedRules });
  });
}

function problemOfPreset(preset: Preset, settings: StudySettings): string | undefined {
  const checked = validOptions({ ...preset, weights: preset.weights ?? settings.weights });
  if ('problem' in checked) return checked.problem;
  if (preset.name.trim() === '') return t`Study options need a name.`;
  const { advance } = preset;
  const seconds = [advance?.questionSeconds ?? 0, advance?.answerSeconds ?? 0];
  if (!seconds.every((each) => each >= 0 && each <= 3600)) {
    return t`The seconds of auto-advance are numbers from 0 to 3600.`;
  }
  const limits = [preset.newPerDay, preset.reviewsPerDay, preset.leechThreshold];
  return limits.every((limit) => isWhole(limit, 0, 9999))
    ? undefined
    : t`Limits and the leech threshold are whole numbers from 0 to 9999.`;
}

function problemOfSettings(settings: StudySettings): string | undefined {
  if (!isWhole(settings.rolloverHour, 0, 23)) {
    return t`The hour at which a day begins is a whole number from 0 to 23.`;
  }
  if (
    !isWhole(settings.learnAheadMinutes, 0, MINUTES_PER_DAY) ||
    !isWhole(settings.answerCapSeconds, 5, 3600)
  ) {
    return t`Learn-ahead is 0 to ${MINUTES_PER_DAY} minutes, the longest answer 5 to 3600 seconds.`;
  }
  const checked = validOptions({ weights: settings.weights });
  return 'problem' in checked ? checked.problem : undefined;
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

function refused(what: string): Result<never> {
  return failed(what, t`The settings are as they were.`, t`Correct the value and save again.`);
}
