import type { Preset } from '../../../domain/collection/deck.ts';
import type { DaysOff } from '../../../domain/workload/simulator/days-off.ts';
import type { ChangedOptions } from '../../../domain/workload/simulator/simulator.ts';
import { t } from '../../../kernel/texts.ts';
import { dayFrom } from '../../kit/form/day-field.tsx';

/** What the fields say of study options; NaN where that is no number. */
export interface TriedOptions {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly percent: number;
}

/** What they say of days off: days as date fields have them. */
export interface TriedDaysOff {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

export const NO_DAYS: TriedDaysOff = { weekdays: [], from: '', to: '' };

export function optionsOfPreset(preset: Preset): TriedOptions {
  const { newPerDay, reviewsPerDay, desiredRetention } = preset;
  return { newPerDay, reviewsPerDay, percent: Math.round(desiredRetention * 100) };
}

/** The study options with what is tried out; a value that was left as it is stays so to the last decimal. */
export function presetWith(preset: Preset, tried: TriedOptions): Preset {
  const { newPerDay, reviewsPerDay, percent } = tried;
  const isSame = percent === optionsOfPreset(preset).percent;
  const desiredRetention = isSame ? preset.desiredRetention : percent / 100;
  return { ...preset, newPerDay, reviewsPerDay, desiredRetention };
}

export function changedOptions(preset: Preset, tried: TriedOptions): ChangedOptions {
  const { id: presetId, newPerDay, reviewsPerDay, desiredRetention } = presetWith(preset, tried);
  return { presetId, newPerDay, reviewsPerDay, desiredRetention };
}

export function isAsItIs(preset: Preset, tried: TriedOptions): boolean {
  const now = optionsOfPreset(preset);
  return (
    now.newPerDay === tried.newPerDay &&
    now.reviewsPerDay === tried.reviewsPerDay &&
    now.percent === tried.percent
  );
}

/** What is wrong with a value, or undefined (SIM-9). */
export function wrongValue(tried: TriedOptions, { from, to }: TriedDaysOff): string | undefined {
  if (!isWhole(tried.newPerDay, 0, 9999)) {
    return t`New cards a day are a whole number from 0 to 9999.`;
  }
  if (!isWhole(tried.reviewsPerDay, 0, 9999)) {
    return t`Reviews a day are a whole number from 0 to 9999.`;
  }
  if (!isWhole(tried.percent, 70, 99)) return t`Desired retention is a whole number from 70 to 99.`;
  const [first, last] = [dayFrom(from), dayFrom(to)];
  if ((first === undefined) !== (last === undefined)) {
    return t`A break has a first day and a last day.`;
  }
  if (first !== undefined && last !== undefined && last < first) {
    return t`The last day of the break is before its first day.`;
  }
  return undefined;
}

export function daysOffFrom({ weekdays, from, to }: TriedDaysOff): DaysOff {
  const [first, last] = [dayFrom(from), dayFrom(to)];
  if (first === undefined || last === undefined) return { weekdays };
  return { weekdays, pause: { from: first, to: last } };
}

export function areNoDays({ weekdays, from, to }: TriedDaysOff): boolean {
  return weekdays.length === 0 && from === '' && to === '';
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
