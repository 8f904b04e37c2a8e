import { FLAG_NAMES } from '../collection/card.ts';
import type { Grade } from '../memory/schedule.ts';
import { propertySaid } from './explain-property.ts';
import type { Condition, Glob, Query, StateName, TextTest } from './query.ts';
import { writeTyped } from './reading/escapes.ts';

/** What `query` finds, as one sentence for a person. */
export function explain(query: Query): string {
  return query.kind === 'all' ? 'All cards.' : `Cards ${said(query, false)}.`;
}

/** `query`, or where `isDenied` the opposite of it, as words after “cards”. */
function said(query: Query, isDenied: boolean): string {
  switch (query.kind) {
    case 'all':
      return isDenied ? 'that are none at all' : 'of any kind';
    case 'not':
      return said(query.part, !isDenied);
    case 'and':
    case 'or': {
      const word = (query.kind === 'and') === isDenied ? 'or' : 'and';
      return listed(
        query.parts.map((part) => inParentheses(part, isDenied)),
        word,
      );
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

function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length <= 2) return parts.join(` ${word} `);
  return `${parts.slice(0, -1).join(', ')}, ${word} ${parts.at(-1)}`;
}

/** The two ways of saying a condition, by its first word. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['with ', 'without '],
  ['that are ', 'that are not '],
  ['that come ', 'that do not come '],
];

function opposite(condition: Condition): string {
  if (condition.kind === 'untagged') return 'with tags';
  if (condition.kind === 'flag' && condition.flag === 0) return 'with a flag';
  if (condition.kind === 'field') return fieldSaid(condition.field, condition.test, true);
  const words = positive(condition);
  const pair = OPPOSITES.find(([start]) => words.startsWith(start));
  return pair ? pair[1] + words.slice(pair[0].length) : `not ${words}`;
}

function positive(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return `with ${sought(condition.test)} in the text${condition.inCloze ? ' of a cloze note' : ''}`;
    case 'word':
      return `with the whole word ${shown(condition.glob)} in the text`;
    case 'field':
      return fieldSaid(condition.field, condition.test, false);
    case 'deck':
      return `in deck ${shown(condition.glob)} or below it`;
    case 'current-deck':
      return 'in the deck studied last or below it';
    case 'tag':
      return `tagged ${sought(condition.test)}${condition.test.how === 'pattern' ? '' : ' or below it'}`;
    case 'untagged':
      return 'without tags';
    case 'type':
      return `of type ${shown(condition.glob)}`;
    case 'preset':
      return `studied with the options ${shown(condition.glob)}`;
    case 'template':
      return `made by the template ${shown(condition.glob)}`;
    case 'card':
      return `made as card ${condition.slot} of their note`;
    case 'is':
      return STATE_WORDS[condition.state];
    case 'flag':
      return condition.flag === 0
        ? 'without a flag'
        : `with the flag ${FLAG_NAMES[condition.flag].toLowerCase()}`;
    case 'property':
      return propertySaid(
        condition.name,
        condition.comparison,
        condition.value,
        condition.grade && GRADE_NAMES[condition.grade],
      );
    case 'rated':
      return `answered ${condition.grade ? `${GRADE_NAMES[condition.grade]} ` : ''}${lately(condition.days)}`;
    case 'added':
    case 'edited':
      return `of a note ${condition.kind} ${lately(condition.days)}`;
    case 'introduced':
      return `first answered ${lately(condition.days)}`;
    case 'due-within':
      return condition.days === 0
        ? 'that come up today, overdue ones too'
        : `that come up within ${condition.days} ${days(condition.days)}, overdue ones too`;
    case 'due-tomorrow':
      return 'that come up tomorrow';
    case 'ids':
      return `with ${condition.of} id ${condition.ids.map((id) => `“${id}”`).join(' or ')}`;
    case 'duplicate':
      return `of type id “${condition.typeId}” with the sort field “${condition.text}”`;
  }
}

const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  1: 'Again',
  2: 'Hard',
  3: 'Good',
  4: 'Easy',
};
const BURIED = 'that are buried (Rounds does not tell by whom)';
const STATE_WORDS: Readonly<Record<StateName, string>> = {
  new: 'that are new',
  learn: 'in learning or relearning steps',
  review: 'in review or relearning',
  due: 'that are due now',
  suspended: 'that are suspended',
  buried: 'that are buried',
  'buried-manually': BURIED,
  'buried-sibling': BURIED,
  leech: 'that are leeches',
  marked: 'that are marked',
  absent: 'that are out of sight',
};

function fieldSaid(field: Glob, test: TextTest, isDenied: boolean): string {
  const name = shown(field);
  if (test.how === 'pattern') {
    return `${isDenied ? 'without' : 'with'} ${sought(test)} in the field ${name}`;
  }
  const is = isDenied ? 'is not' : 'is';
  if (test.glob.length === 0) return `whose field ${name} ${is} empty`;
  if (test.glob.length === 1 && test.glob[0]?.kind === 'many') {
    return `whose field ${name} ${isDenied ? 'is' : 'is not'} empty`;
  }
  return `whose field ${name} ${is} ${sought(test)}`;
}

function sought(test: TextTest): string {
  if (test.how === 'pattern') return `the pattern “${test.source}”`;
  return `${shown(test.glob)}${test.how === 'plain' ? '' : ' (accents ignored)'}`;
}

function shown(glob: Glob): string {
  return `“${writeTyped(glob)}”`;
}

function lately(count: number): string {
  return count === 1 ? 'today' : `in the last ${count} days`;
}

function days(count: number): string {
  return count === 1 ? 'day' : 'days';
}
