import { operationIdOf } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import { counterOf, deviceOf, type KeptStep, type Lost } from '../steps-in-journal.ts';
import type { Missing } from './missing.ts';

/** A last line after a hole is not counted in the journal's end; a number beyond this is damage. */
const MOST_BEYOND = 10_000;

/** Ids of steps that were done, because later ones were, and are not there. */
export function gapsIn(
  steps: ReadonlyMap<string, KeptStep>,
  { from, to }: Missing,
  bodiless: ReadonlyMap<string, string>,
): string[] {
  const gaps: string[] = [];
  const ends = new Map(to);
  for (const step of steps.values()) {
    const [deviceId, counter] = [deviceOf(step), counterOf(step)];
    const end = ends.get(deviceId);
    if (end === undefined || counter < end || counter > end + MOST_BEYOND) continue;
    ends.set(deviceId, counter + 1);
  }
  for (const [deviceId, end] of ends) {
    for (let counter = from.get(deviceId) ?? end; counter < end; counter++) {
      const id = operationIdOf(deviceId, counter);
      if (!steps.has(id) && !bodiless.has(id)) gaps.push(id);
    }
  }
  return gaps;
}

/** Steps by their ids, those that follow one another as one. */
export function nameGaps(ids: readonly string[]): Lost[] {
  const why = t`nothing that is left has it`;
  const spans: { first: string; last: string }[] = [];
  for (const id of ids) {
    const span = spans.at(-1);
    const isNext =
      span?.last.slice(0, -10) === id.slice(0, -10) &&
      Number(span.last.slice(-10)) + 1 === Number(id.slice(-10));
    if (span && isNext) span.last = id;
    else spans.push({ first: id, last: id });
  }
  return spans.map(({ first, last }) =>
    first === last
      ? { name: t`step ${first}`, why }
      : { name: t`steps ${first} to ${last.slice(-10)}`, why },
  );
}
