import { t } from '../../../kernel/texts.ts';
import type { Grade } from '../../memory/schedule.ts';
import { UNKNOWN_HERE } from '../operators.ts';
import { type QueryPlace, unreadable } from '../query-problem.ts';
import { COMPARISONS, type Condition, PROPERTIES, type PropertyName } from '../query.ts';
import { nearest } from './nearest.ts';

type Property = Extract<Condition, { kind: 'property' }>;

/** From 0 to 1. */
const SHARES: readonly PropertyName[] = ['d', 'r'];

/** What comes after `prop:`, at `place`; `term` is the place of all of it. */
export function readProperty(source: string, term: QueryPlace, place: QueryPlace): Property {
  const [typed = '', graded] = splitGrade(source.slice(place.from, place.to));
  const [, name = '', sign = '', number = ''] = /^([^=<>!]*)([=<>!]*)([\s\S]*)$/.exec(typed) ?? [];
  const property = PROPERTIES.find((each) => each === name.toLowerCase());
  if (!property) return unknownProperty(term, name);
  const comparison = COMPARISONS.find((each) => each === sign);
  if (!comparison) {
    return unreadable(
      term,
      t`“prop:${name}” needs one of ${COMPARISONS.join(' ')} and a number.`,
      t`Write prop:${name}>=1, for instance.`,
    );
  }
  const value = Number(number);
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(number)) {
    return unreadable(
      term,
      t`“prop:${typed}” needs a number after ${comparison}.`,
      t`Write prop:${name}${comparison}${SHARES.includes(property) ? '0.9' : '1'}, for instance.`,
    );
  }
  if (SHARES.includes(property) && (value < 0 || value > 1)) {
    return unreadable(
      term,
      t`“prop:${property}” goes from 0 to 1, and ${number} is outside.`,
      t`Write 0.9 for 90 %.`,
    );
  }
  if (property === 'rated' && value > 0) {
    return unreadable(
      term,
      t`“prop:rated” counts days back from today, so its number is 0 or less.`,
      t`Write prop:rated${comparison}-${number}.`,
    );
  }
  if (graded !== undefined && (property !== 'rated' || !/^[1-4]$/.test(graded))) {
    return unreadable(
      term,
      t`Only “prop:rated” takes a grade, from 1 to 4, after a colon.`,
      t`Write prop:rated=-1:3 for cards answered Good yesterday.`,
    );
  }
  // Minus nought is nought.
  const read = { kind: 'property', name: property, comparison, value: value + 0 } as const;
  return graded === undefined ? read : { ...read, grade: Number(graded) as Grade };
}

/** `rated>-5:3` as `rated>-5` and `3`; a name with a colon (cdn:key) stays whole. */
function splitGrade(typed: string): [string, string?] {
  const at = typed.lastIndexOf(':');
  return /[=<>]/.test(typed.slice(0, Math.max(0, at)))
    ? [typed.slice(0, at), typed.slice(at + 1)]
    : [typed];
}

function unknownProperty(term: QueryPlace, name: string): never {
  // Anki's custom data is prop:cdn:key, so it is the part before the colon that counts.
  const [known = ''] = name.split(':');
  const why = Object.hasOwn(UNKNOWN_HERE, known) ? UNKNOWN_HERE[known] : undefined;
  const meant = name === '' ? undefined : nearest(name, PROPERTIES);
  return unreadable(
    term,
    why ?? (name === '' ? t`“prop:” needs a property.` : t`There is no property “${name}”.`),
    meant && !why ? t`Did you mean prop:${meant}?` : t`Write one of ${PROPERTIES.join(', ')}.`,
  );
}
