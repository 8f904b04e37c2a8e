import { canonical } from '../../../../kernel/canonical.ts';
import type { Json } from '../../tables/json-rows.ts';

/**
 * `kept`, a row as it came, with what differs between `before`, what Rounds made of it when it came,
 * and `now`. What Rounds has no word for, and what was not changed here, stays (ANKI-44).
 */
export function withOwnChanges(kept: Json, before: Json, now: Json): Json {
  const row: Record<string, unknown> = { ...kept };
  for (const [name, value] of Object.entries(now)) {
    const old = before[name];
    if (isObject(value) && isObject(old)) {
      const own = kept[name];
      row[name] = withOwnChanges(isObject(own) ? own : {}, old, value);
    } else if (!isSame(old, value)) row[name] = value;
  }
  return row;
}

/** Whether two rows say the same, in whatever order. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  return canonical(withTexts(value));
}

/** Whole numbers of 64 bits as texts, so that none of their digits is lost. */
function withTexts(value: unknown): unknown {
  if (typeof value === 'bigint') return `whole ${value}`;
  if (Array.isArray(value)) return value.map(withTexts);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each)]));
}

/** `row`, marked as changed now and not yet sent anywhere if it is another than `kept`. */
export function stamped(row: Json, kept: Json, nowSeconds: number): Json {
  return isSame(row, kept) ? kept : { ...row, mod: nowSeconds, usn: -1 };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
