import { t } from '../../../kernel/texts.ts';
import { FLAG_NAMES, type Flag } from '../../collection/card.ts';
import type { Grade } from '../../memory/schedule.ts';
import { fold } from '../../text/as-read.ts';
import { equals } from '../matching/glob.ts';
import { OPERATORS, UNKNOWN_HERE } from '../operators.ts';
import { unreadable } from '../query-problem.ts';
import { type Condition, type Glob, type IdOwner, STATES } from '../query.ts';
import { firstUnescaped, readGlob, readList, readPlain } from './escapes.ts';
import { nearest } from './nearest.ts';
import { readProperty } from './property.ts';
import type { Term } from './term.ts';
import {
  isQuotedValue,
  isWord,
  mustHaveValue,
  type Named,
  plainTest,
  readName,
  readPatternTest,
  readTest,
  valuePlace,
  wholeText,
} from './term-value.ts';

export interface ConditionOptions {
  /** The names of all fields of all note types. */
  readonly fieldNames?: readonly string[];
}

type Reader = (source: string, term: Named) => Condition;

/** What `term` asks for. */
export function readCondition(source: string, term: Term, options: ConditionOptions): Condition {
  if (!isNamed(term)) return { kind: 'text', test: plainTest(readGlob(source, term.value)) };
  const isQuotedName = source[term.name.to] === '"';
  const name = source.slice(term.name.from, term.name.to).toLowerCase();
  const reader = !isQuotedName && Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reader) return reader(source, term);
  if (!isQuotedName && isText(source, term, options)) {
    const place = term.isQuotedWhole ? { from: term.name.from, to: term.value.to } : term.place;
    return { kind: 'text', test: plainTest(readGlob(source, place)) };
  }
  const field = readGlob(source, term.name);
  if (field.length === 0 || !isField(field, options)) unknownName(source, term, options);
  return { kind: 'field', field, test: readTest(source, term) };
}

const READERS: Readonly<Record<string, Reader>> = {
  deck: (source, term) => {
    if (isWord(source, term, 'current')) return { kind: 'current-deck' };
    return { kind: 'deck', glob: readName(source, term, 'a deck’s name') };
  },
  tag: (source, term) => {
    if (!term.modifier && !isQuotedValue(source, term) && wholeText(source, term) === 'none') {
      return { kind: 'untagged' };
    }
    mustHaveValue(source, term, term.value, 'a tag');
    return { kind: 'tag', test: readTest(source, term) };
  },
  note: (source, term) => ({ kind: 'type', glob: readName(source, term, t`a note type’s name`) }),
  preset: (source, term) => ({ kind: 'preset', glob: readName(source, term, 'a preset’s name') }),
  card: (source, term) => {
    const glob = readName(source, term, t`a card’s number or its template’s name`);
    const typed = wholeText(source, term);
    const isNumber = !isQuotedValue(source, term) && /^\d{1,9}$/.test(typed);
    return isNumber ? { kind: 'card', slot: Number(typed) } : { kind: 'template', glob };
  },
  is: (source, term) => {
    const typed = wholeText(source, term).toLowerCase();
    const state = STATES.find((each) => each === typed);
    return state ? { kind: 'is', state } : unknownState(source, term);
  },
  flag: (source, term) => ({ kind: 'flag', flag: readFlag(source, term) }),
  prop: (source, term) => readProperty(source, term.place, valuePlace(source, term)),
  rated: (source, term) => {
    const [, days, grade] = /^(\d{1,7})(?::([1-4]))?$/.exec(wholeText(source, term)) ?? [];
    if (days === undefined) {
      return unreadable(
        term.place,
        t`“rated:” needs a number of days, 1 for today, and perhaps a grade from 1 to 4.`,
        t`Write rated:7 for the last seven days, rated:7:1 for those answered Again.`,
      );
    }
    const rated = { kind: 'rated', days: Math.max(1, Number(days)) } as const;
    return grade === undefined ? rated : { ...rated, grade: Number(grade) as Grade };
  },
  added: daysReader('added'),
  edited: daysReader('edited'),
  introduced: daysReader('introduced'),
  due: (source, term) => {
    const typed = wholeText(source, term).toLowerCase();
    if (typed === 'tomorrow') return { kind: 'due-tomorrow' };
    if (typed === 'today') return { kind: 'due-within', days: 0 };
    if (/^\d{1,7}$/.test(typed)) return { kind: 'due-within', days: Number(typed) };
    return unreadable(
      term.place,
      t`“due:” needs today, tomorrow or a number of days.`,
      t`Write due:7 for cards that come up within seven days, prop:due=7 for one day alone.`,
    );
  },
  re: (source, term) => {
    const test = readPatternTest(source, term, valuePlace(source, term));
    return { kind: 'text', test };
  },
  nc: (source, term) => {
    const glob = readName(source, term, 'a word');
    return { kind: 'text', test: { how: 'without-accents', glob } };
  },
  w: (source, term) => ({ kind: 'word', glob: readName(source, term, 'a word') }),
  sc: (source, term) => ({
    kind: 'text',
    test: plainTest(readName(source, term, 'a word')),
    inCloze: true,
  }),
  nid: idsReader('note'),
  cid: idsReader('card'),
  did: idsReader('deck'),
  mid: idsReader('type'),
  dupe: (source, term) => {
    const place = valuePlace(source, term);
    const comma = firstUnescaped(source, place, ',') ?? place.from;
    const typeId = readPlain(source, { from: place.from, to: comma }).trim();
    if (typeId === '') {
      return unreadable(
        term.place,
        t`“dupe:” needs a note type’s id, a comma and the text of a sort field.`,
        t`Write dupe:"basic,What is PML?".`,
      );
    }
    const text = readPlain(source, { from: comma + 1, to: place.to });
    return { kind: 'duplicate', typeId, text };
  },
};

function isNamed(term: Term): term is Named {
  return term.name !== undefined;
}

/** Text with a colon in it: a time, a ratio, an address, a phrase. */
function isText(source: string, term: Named, options: ConditionOptions): boolean {
  const name = source.slice(term.name.from, term.name.to);
  const isUsualText = /^(\d+|https?|doi)$/i.test(name);
  if (!options.fieldNames) return isUsualText;
  if (!term.isQuotedWhole && !isUsualText) return false;
  return !isField(readGlob(source, term.name), options);
}

function isField(field: Glob, { fieldNames }: ConditionOptions): boolean {
  return fieldNames === undefined || fieldNames.map(fold).some(equals(field, fold));
}

function daysReader(kind: 'added' | 'edited' | 'introduced'): Reader {
  return (source, term) => {
    const typed = wholeText(source, term);
    if (/^\d{1,7}$/.test(typed)) return { kind, days: Math.max(1, Number(typed)) };
    return unreadable(
      term.place,
      t`“${kind}:” needs a number of days, 1 for today.`,
      t`Write ${kind}:1 for today, ${kind}:7 for the last seven days.`,
    );
  };
}

function idsReader(of: IdOwner): Reader {
  return (source, term) => {
    const place = valuePlace(source, term);
    const ids = readList(source, place);
    if (ids.length === 0) mustHaveValue(source, term, { from: place.to, to: place.to }, t`an id`);
    return { kind: 'ids', of, ids };
  };
}

function readFlag(source: string, term: Named): Flag {
  const typed = wholeText(source, term).toLowerCase();
  const names = FLAG_NAMES.map((name) => name.toLowerCase());
  const flag = /^[0-7]$/.test(typed) ? Number(typed) : names.indexOf(typed);
  if (flag >= 0) return flag as Flag;
  return unreadable(
    term.place,
    t`“flag:” needs a number from 0 to 7, or a colour.`,
    t`Write flag:0 for no flag, or one of ${names.slice(1).join(', ')}.`,
  );
}

function unknownState(source: string, term: Named): never {
  const typed = wholeText(source, term);
  const meant = nearest(typed, STATES);
  return unreadable(
    term.place,
    typed === '' ? t`“is:” needs a state.` : t`There is no state “${typed}”.`,
    meant ? t`Did you mean is:${meant}?` : t`Write one of ${STATES.join(', ')}.`,
  );
}

function unknownName(source: string, term: Named, options: ConditionOptions): never {
  const typed = source.slice(term.name.from, term.name.to);
  const why = Object.hasOwn(UNKNOWN_HERE, typed.toLowerCase())
    ? UNKNOWN_HERE[typed.toLowerCase()]
    : undefined;
  const names = [...OPERATORS.map(({ name }) => name), ...(options.fieldNames ?? [])];
  const meant = nearest(typed, names);
  unreadable(
    term.name.from === term.name.to ? term.place : term.name,
    why ?? (typed === '' ? t`There is no name before this colon.` : t`There is no “${typed}:”.`),
    t`${meant && !why ? t`Did you mean ${meant}:? ` : ''}Write \\: for a colon that is part of the text.`,
  );
}
