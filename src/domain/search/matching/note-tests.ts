import { fieldText, type NoteType } from '../../content/note-type.ts';
import type { FieldId } from '../../../kernel/ids.ts';
import { pathAndAbove } from '../../../kernel/path.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import { isEmptyHtml } from '../../template/html-text.ts';
import type { Condition, Glob, TextTest } from '../query.ts';
import { searchPattern } from '../regex/search-pattern.ts';
import type { SearchContext, SearchNote } from '../subject.ts';
import { fold, withoutAccents } from '../../text/as-read.ts';
import { equals, holds, holdsWord } from './glob.ts';
import { foldedField } from './note-text.ts';

export type NoteTest = (note: SearchNote) => boolean;

/** Conditions that depend on the note alone. */
export type NoteCondition = Extract<
  Condition,
  {
    kind:
      | 'text'
      | 'word'
      | 'field'
      | 'tag'
      | 'untagged'
      | 'type'
      | 'duplicate'
      | 'added'
      | 'edited';
  }
>;

export function noteTest(condition: NoteCondition, context: SearchContext): NoteTest {
  switch (condition.kind) {
    case 'text':
      return condition.inCloze ? inCloze(textTest(condition.test)) : textTest(condition.test);
    case 'word': {
      const test = holdsWord(condition.glob, fold);
      return ({ text }) => test(text);
    }
    case 'field':
      return fieldTest(condition.field, condition.test);
    case 'tag':
      return tagTest(condition.test);
    case 'untagged':
      return ({ note }) => note.sections.length === 0 && note.tags.length === 0;
    case 'type': {
      const test = remembered(nameTest(condition.glob));
      return ({ type }) => test(type.name);
    }
    case 'duplicate': {
      const text = fold(condition.text).trim();
      return ({ note, type, text: all }) =>
        note.noteTypeId === condition.typeId &&
        foldedField(note, all, type, type.sortFieldId) === text;
    }
    case 'added':
    case 'edited': {
      const since = context.startOfTodayMillis - (condition.days - 1) * MILLIS_PER_DAY;
      return condition.kind === 'added'
        ? ({ note }) => note.addedAtMillis >= since
        : ({ note }) => note.editedAtMillis >= since;
    }
  }
}

/** A name in any case, with wildcards. */
export function nameTest(glob: Glob): (name: string) => boolean {
  const test = equals(glob, fold);
  return (name) => test(fold(name));
}

/** Whether `test` holds for `path` or one above it: 'A::B' lies below 'A'. */
export function atOrBelow(test: (path: string) => boolean): (path: string) => boolean {
  return (path) => pathAndAbove(path).some(test);
}

/** `test` asked once for each text: names come again and again. */
export function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? test(text);
    known.set(text, answer);
    return answer;
  };
}

function textTest(test: TextTest): NoteTest {
  if (test.how === 'pattern') {
    const pattern = patternTest(test.source);
    return ({ note, type }) =>
      type.fields.some(
        (field) => !field.isLeftOutOfSearch && pattern(fieldText(note.fields, field.id)),
      );
  }
  if (test.how === 'plain') {
    const isIn = holds(test.glob, fold);
    return ({ text }) => isIn(text);
  }
  const isIn = holds(test.glob, foldedWithoutAccents);
  return ({ text }) => isIn(withoutAccents(text));
}

function inCloze(test: NoteTest): NoteTest {
  return (note) => note.type.kind !== 'standard' && test(note);
}

function fieldTest(name: Glob, test: TextTest): NoteTest {
  const isNamed = nameTest(name);
  const known = new Map<NoteType, FieldId[]>();
  const fits = fieldTextTest(test);
  return (subject) => {
    const { type } = subject;
    let ids = known.get(type);
    if (!ids) {
      ids = type.fields.filter((field) => isNamed(field.name)).map((field) => field.id);
      known.set(type, ids);
    }
    return ids.some((id) => fits(subject, id));
  };
}

function fieldTextTest(test: TextTest): (subject: SearchNote, id: FieldId) => boolean {
  if (test.how === 'pattern') {
    const pattern = patternTest(test.source);
    return ({ note }, id) => pattern(fieldText(note.fields, id));
  }
  const glob = trimmed(test.glob);
  // A picture without a word is not an empty field.
  const isEmpty = ({ note }: SearchNote, id: FieldId) => isEmptyHtml(fieldText(note.fields, id));
  if (glob.length === 0) return isEmpty;
  if (glob.length === 1 && glob[0]?.kind === 'many') return (subject, id) => !isEmpty(subject, id);
  const isPlain = test.how === 'plain';
  const isWhole = equals(glob, isPlain ? fold : foldedWithoutAccents);
  return ({ note, text, type }, id) => {
    const field = foldedField(note, text, type, id);
    return isWhole(isPlain ? field : withoutAccents(field));
  };
}

/** Without white space at its ends, as fields are compared without theirs. */
function trimmed(glob: Glob): Glob {
  return glob
    .map((part, index) => {
      if (part.kind !== 'text') return part;
      const start = index === 0 ? part.text.trimStart() : part.text;
      return { ...part, text: index === glob.length - 1 ? start.trimEnd() : start };
    })
    .filter((part) => part.kind !== 'text' || part.text !== '');
}

function tagTest(test: TextTest): NoteTest {
  // As in Anki, any tag or none.
  if (test.how === 'plain' && test.glob.every(({ kind }) => kind === 'many')) return () => true;
  const fits = remembered(tagNameTest(test));
  return ({ note }) => note.sections.some(fits) || note.tags.some(fits);
}

function tagNameTest(test: TextTest): (tag: string) => boolean {
  switch (test.how) {
    case 'pattern':
      return patternTest(test.source);
    case 'plain':
      return atOrBelow(nameTest(test.glob));
    case 'without-accents': {
      const isWhole = equals(test.glob, foldedWithoutAccents);
      return atOrBelow((tag) => isWhole(foldedWithoutAccents(tag)));
    }
  }
}

function patternTest(source: string): (text: string) => boolean {
  const pattern = searchPattern(source);
  if (!pattern.ok) throw new Error(`a search holds the pattern ${source}: ${pattern.reason}`);
  return pattern.test;
}

function foldedWithoutAccents(text: string): string {
  return withoutAccents(fold(text));
}
