import type { Comparison, PropertyName } from './query.ts';

/** What `prop:` asks for, as words after “cards”. */
export function propertySaid(
  name: PropertyName,
  comparison: Comparison,
  value: number,
  grade?: string,
): string {
  if (name === 'due') return `due ${daySaid(comparison, value)}`;
  if (name === 'rated') {
    return `answered ${grade === undefined ? '' : `${grade} `}${daySaid(comparison, value)}`;
  }
  const { what, unit = '' } = AMOUNTS[name];
  return `with ${what} ${AMOUNT_WORDS[comparison]} ${value}${unit === 'day' ? daysOf(value) : ''}`;
}

type Amount = Exclude<PropertyName, 'due' | 'rated'>;

const AMOUNTS: Readonly<Record<Amount, { readonly what: string; readonly unit?: 'day' }>> = {
  ivl: { what: 'an interval', unit: 'day' },
  reps: { what: 'a number of answers' },
  lapses: { what: 'a number of lapses' },
  pos: { what: 'a place in the deck' },
  s: { what: 'a stability', unit: 'day' },
  d: { what: 'a difficulty' },
  r: { what: 'a chance of recall' },
};
const AMOUNT_WORDS: Readonly<Record<Comparison, string>> = {
  '=': 'of',
  '!=': 'other than',
  '<': 'under',
  '<=': 'of at most',
  '>': 'over',
  '>=': 'of at least',
};

/** `value`: days from today. */
function daySaid(comparison: Comparison, value: number): string {
  const day = dayName(value);
  switch (comparison) {
    case '=':
      return day;
    case '!=':
      return `on another day than ${day}`;
    case '<':
      return `earlier than ${day}`;
    case '<=':
      return `${day} or earlier`;
    case '>':
      return `later than ${day}`;
    case '>=':
      return `${day} or later`;
  }
}

function dayName(value: number): string {
  if (value === 0) return 'today';
  if (value === 1) return 'tomorrow';
  if (value === -1) return 'yesterday';
  return value > 0 ? `${value} days from now` : `${-value} days ago`;
}

function daysOf(value: number): string {
  return value === 1 ? ' day' : ' days';
}
