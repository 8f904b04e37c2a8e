import { OPERATORS } from './operators.ts';
import type { Condition, Glob, Query, TextTest } from './query.ts';
import {
  quotedWhereNeeded,
  withoutColons,
  writeGlob,
  writePattern,
  writePlain,
} from './reading/escapes.ts';

/** `query` as it could be typed. Read again, with the same field names, it is the same query. */
export function printSearch(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.parts.map((part) => grouped(part, ['and', 'or'])).join(' ');
    case 'or':
      return query.parts.map((part) => grouped(part, ['or'])).join(' or ');
    case 'not':
      return `-${grouped(query.part, ['and', 'or'])}`;
    default:
      return printCondition(query);
  }
}

function grouped(query: Query, inside: readonly Query['kind'][]): string {
  const printed = printSearch(query);
  return inside.includes(query.kind) ? `(${printed})` : printed;
}

function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return condition.inCloze && condition.test.how === 'plain'
        ? named('sc', writeGlob(condition.test.glob))
        : printText(condition.test);
    case 'word':
      return named('w', writeGlob(condition.glob));
    case 'field':
      return `${printFieldName(condition.field)}:${printTest(condition.test)}`;
    case 'deck':
      return nameAfter('deck', condition.glob, /^current$/i);
    case 'current-deck':
      return 'deck:current';
    case 'tag':
      return condition.test.how === 'plain'
        ? nameAfter('tag', condition.test.glob, /^(none$|[Rr][Ee]:|[Nn][Cc]:)/)
        : `tag:${printTest(condition.test)}`;
    case 'untagged':
      return 'tag:none';
    case 'type':
      return named('note', writeGlob(condition.glob));
    case 'preset':
      return named('preset', writeGlob(condition.glob));
    case 'template':
      return nameAfter('card', condition.glob, /^\d{1,9}$/);
    case 'card':
      return `card:${condition.slot}`;
    case 'is':
      return `is:${condition.state}`;
    case 'flag':
      return `flag:${condition.flag}`;
    case 'property':
      return `prop:${condition.name}${condition.comparison}${condition.value}${condition.grade === undefined ? '' : `:${condition.grade}`}`;
    case 'rated':
      return `rated:${condition.days}${condition.grade === undefined ? '' : `:${condition.grade}`}`;
    case 'added':
    case 'edited':
    case 'introduced':
      return `${condition.kind}:${condition.days}`;
    case 'due-within':
      return condition.days === 0 ? 'due:today' : `due:${condition.days}`;
    case 'due-tomorrow':
      return 'due:tomorrow';
    case 'ids':
      return named(ID_OPERATORS[condition.of], condition.ids.map(writeItem).join(','));
    case 'duplicate':
      return named('dupe', `${writeItem(condition.typeId)},${writePlain(condition.text)}`);
  }
}

const ID_OPERATORS = { note: 'nid', card: 'cid', deck: 'did', type: 'mid' } as const;
const OPERATOR_NAMES: ReadonlySet<string> = new Set(OPERATORS.map(({ name }) => name));

function named(name: string, typed: string): string {
  return `${name}:${quotedWhereNeeded(typed)}`;
}

/** A name that would mean something else without quotes (`keyword`) has them. */
function nameAfter(operator: string, glob: Glob, keyword: RegExp): string {
  const typed = writeGlob(glob);
  return keyword.test(typed) ? `${operator}:"${typed}"` : named(operator, typed);
}

function printText(test: TextTest): string {
  if (test.how === 'pattern') return `re:"${writePattern(test.source)}"`;
  const typed = writeGlob(test.glob);
  if (test.how === 'without-accents') return named('nc', typed);
  const text = withoutColons(typed);
  return quotedWhereNeeded(text.startsWith('-') ? `\\${text}` : text);
}

function printTest(test: TextTest): string {
  if (test.how === 'pattern') return `re:"${writePattern(test.source)}"`;
  const typed = quotedWhereNeeded(withoutModifier(writeGlob(test.glob)));
  return test.how === 'without-accents' ? `nc:${typed}` : typed;
}

/** A field's name as it stands before its colon. */
export function printFieldName(glob: Glob): string {
  const typed = withoutColons(writeGlob(glob));
  const meansElse = OPERATOR_NAMES.has(typed.toLowerCase()) || /^(\d+|https?|doi)$/i.test(typed);
  if (meansElse || /[\s()-]/.test(typed)) return `"${typed}"`;
  return typed;
}

/** A typed text that begins with neither `re:` nor `nc:`. */
function withoutModifier(typed: string): string {
  return typed.replace(/^(re|nc):/i, '$1\\:');
}

function writeItem(text: string): string {
  return writePlain(text).replaceAll(',', '\\,');
}
