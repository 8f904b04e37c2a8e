import { plural, t } from '../../kernel/texts.ts';
import { FLAG_NAMES } from '../collection/card.ts';
import type { Grade } from '../memory/schedule.ts';
import { propertySaid } from './explain-property.ts';
import type { Condition, Glob, Query, StateName, TextTest } from './query.ts';
import { writeTyped } from './reading/escapes.ts';

/** What `query` finds, as one sentence for a person. */
export function explain(query: Query): string {
  return query.kind === 'all' ? t`All cards.` : t`Cards ${said(query, false)}.`;
}

/** `query`, or where `isDenied` the opposite of it, as words after “cards”. */
function said(query: Query, isDenied: boolean): string {
  switch (query.kind) {
    case 'all':
      return isDenied ? t`that are none at all` : t`of any kind`;
    case 'not':
      return said(query.part, !isDenied);
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => inParentheses(part, isDenied));
      return (query.kind === 'and') === isDenied ? anyOf(parts) : allOf(parts);
    }
    default:
      return isDenied ? opposite(query) : positive(query);
  }
}

function inParentheses(query: Query, isDenied: boolean): string {
  const words = said(query, isDenied);
  let inner = query;
  while (inner.kind === 'not') inner = inner.part;
  return inner.kind === 'and' || inner.kind === 'or' ? `(${words})` : words;
}

function allOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length <= 2) return parts.length < 2 ? last : t`${parts[0] ?? ''} and ${last}`;
  return t`${parts.slice(0, -1).join(', ')}, and ${last}`;
}

function anyOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length <= 2) return parts.length < 2 ? last : t`${parts[0] ?? ''} or ${last}`;
  return t`${parts.slice(0, -1).join(', ')}, or ${last}`;
}

/** The two ways of saying a condition, by its first word. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [t`with `, t`without `],
  [t`that are `, t`that are not `],
  [t`that come `, t`that do not come `],
];

function opposite(condition: Condition): string {
  if (condition.kind === 'untagged') return t`with tags`;
  if (condition.kind === 'flag' && condition.flag === 0) return t`with a flag`;
  if (condition.kind === 'field') return fieldSaid(condition.field, condition.test, true);
  const words = positive(condition);
  const pair = OPPOSITES.find(([start]) => words.startsWith(start));
  return pair ? pair[1] + words.slice(pair[0].length) : t`not ${words}`;
}

function positive(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return t`with ${sought(condition.test)} in the text${condition.inCloze ? t` of a cloze note` : ''}`;
    case 'word':
      return t`with the whole word ${shown(condition.glob)} in the text`;
    case 'field':
      return fieldSaid(condition.field, condition.test, false);
    case 'deck':
      return t`in deck ${shown(condition.glob)} or below it`;
    case 'current-deck':
      return t`in the deck studied last or below it`;
    case 'tag':
      return t`tagged ${sought(condition.test)}${condition.test.how === 'pattern' ? '' : t` or below it`}`;
    case 'untagged':
      return t`without tags`;
    case 'type':
      return t`of type ${shown(condition.glob)}`;
    case 'preset':
      return t`studied with the options ${shown(condition.glob)}`;
    case 'template':
      return t`made by the template ${shown(condition.glob)}`;
    case 'card':
      return t`made as card ${condition.slot} of their note`;
    case 'is':
      return STATE_WORDS[condition.state];
    case 'flag':
      return condition.flag === 0
        ? t`without a flag`
        : t`with the flag ${FLAG_NAMES[condition.flag].toLowerCase()}`;
    case 'property':
      return propertySaid(
        condition.name,
        condition.comparison,
        condition.value,
        condition.grade && GRADE_NAMES[condition.grade],
      );
    case 'rated':
      return t`answered ${condition.grade ? `${GRADE_NAMES[condition.grade]} ` : ''}${lately(condition.days)}`;
    case 'added':
    case 'edited':
      return t`of a note ${condition.kind} ${lately(condition.days)}`;
    case 'introduced':
      return t`first answered ${lately(condition.days)}`;
    case 'due-within':
      return condition.days === 0
        ? t`that come up today, overdue ones too`
        : t`that come up within ${condition.days} ${days(condition.days)}, overdue ones too`;
    case 'due-tomorrow':
      return t`that come up tomorrow`;
    case 'ids':
      return t`with ${condition.of} id ${condition.ids.map((id) => `“${id}”`).join(t` or `)}`;
    case 'duplicate':
      return t`of type id “${condition.typeId}” with the sort field “${condition.text}”`;
  }
}

const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  1: t`Again`,
  2: t`Hard`,
  3: t`Good`,
  4: t`Easy`,
};
const BURIED = t`that are buried (Rounds does not tell by whom)`;
const STATE_WORDS: Readonly<Record<StateName, string>> = {
  new: t`that are new`,
  learn: t`in learning or relearning steps`,
  review: t`in review or relearning`,
  due: t`that are due now`,
  suspended: t`that are suspended`,
  buried: t`that are buried`,
  'buried-manually': BURIED,
  'buried-sibling': BURIED,
  leech: t`that are leeches`,
  marked: t`that are marked`,
  absent: t`that are out of sight`,
};

function fieldSaid(field: Glob, test: TextTest, isDenied: boolean): string {
  const name = shown(field);
  if (test.how === 'pattern') {
    return t`${isDenied ? t`without` : t`with`} ${sought(test)} in the field ${name}`;
  }
  const is = isDenied ? t`is not` : t`is`;
  if (test.glob.length === 0) return t`whose field ${name} ${is} empty`;
  if (test.glob.length === 1 && test.glob[0]?.kind === 'many') {
    return t`whose field ${name} ${isDenied ? t`is` : t`is not`} empty`;
  }
  return t`whose field ${name} ${is} ${sought(test)}`;
}

function sought(test: TextTest): string {
  if (test.how === 'pattern') return t`the pattern “${test.source}”`;
  return `${shown(test.glob)}${test.how === 'plain' ? '' : t` (accents ignored)`}`;
}

function shown(glob: Glob): string {
  return `“${writeTyped(glob)}”`;
}

function lately(count: number): string {
  return plural(count, 'today', 'in the last # days');
}

function days(count: number): string {
  return plural(count, 'day', 'days');
}
