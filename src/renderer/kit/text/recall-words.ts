import type { RecallRange } from '../../../domain/exam/outlook/recall-range.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { percent } from './format.ts';

/** '88 to 96 %'; '100 %' where both ends are the same. */
export function rangeWords({ low, high }: RecallRange): string {
  const from = Math.round(low * 100);
  return from === Math.round(high * 100) ? percent(high) : t`${from} to ${percent(high)}`;
}

/** '12 days', 'tomorrow', 'today', '3 days ago'. */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return t`today`;
  if (daysLeft === 1) return t`tomorrow`;
  if (daysLeft === -1) return t`yesterday`;
  return daysLeft > 0 ? plural(daysLeft, '# day') : t`${plural(-daysLeft, '# day')} ago`;
}

/** 'A, B and C'; of many the first few: 'A, B, C and 4 more'. */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, t`${rest} more`] : [...shown];
  const last = all.pop() ?? '';
  return all.length === 0 ? last : t`${all.join(', ')} and ${last}`;
}
