import { plural, t } from '../../kernel/texts.ts';
import type { Comparison, PropertyName } from './query.ts';

/** What `prop:` asks for, as words after “cards”. */
export function propertySaid(
  name: PropertyName,
  comparison: Comparison,
  value: number,
  grade?: string,
): string {
  if (name === 'due') return t`due ${daySaid(comparison, value)}`;
  if (name === 'rated') {
    return t`answered ${grade === undefined ? '' : `${grade} `}${daySaid(comparison, value)}`;
  }
  const { what, unit = '' } = AMOUNTS[name];
  return t`with ${what} ${AMOUNT_WORDS[comparison]} ${value}${unit === 'day' ? daysOf(value) : ''}`;
}

type Amount = Exclude<PropertyName, 'due' | 'rated'>;

const AMOUNTS: Readonly<Record<Amount, { readonly what: string; readonly unit?: 'day' }>> = {
  ivl: { what: t`an interval`, unit: 'day' },
  reps: { what: t`a number of answers` },
  lapses: { what: t`a number of lapses` },
  pos: { what: t`a place in the deck` },
  s: { what: t`a stability`, unit: 'day' },
  d: { what: t`a difficulty` },
  r: { what: t`a chance of recall` },
};
const AMOUNT_WORDS: Readonly<Record<Comparison, string>> = {
  '=': t`of`,
  '!=': t`other than`,
  '<': t`under`,
  '<=': t`of at most`,
  '>': t`over`,
  '>=': t`of at least`,
};

/** `value`: days from today. */
function daySaid(comparison: Comparison, value: number): string {
  const day = dayName(value);
  switch (comparison) {
    case '=':
      return day;
    case '!=':
      return t`on another day than ${day}`;
    case '<':
      return t`earlier than ${day}`;
    case '<=':
      return t`${day} or earlier`;
    case '>':
      return t`later than ${day}`;
    case '>=':
      return t`${day} or later`;
  }
}

function dayName(value: number): string {
  if (value === 0) return t`today`;
  if (value === 1) return t`tomorrow`;
  if (value === -1) return t`yesterday`;
  return value > 0 ? t`${value} days from now` : t`${-value} days ago`;
}

function daysOf(value: number): string {
  return plural(value, ' day', ' days');
}
