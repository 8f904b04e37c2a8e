import { type CardTest, cardTest, deniedTest } from './matching/card-tests.ts';
import { fold } from '../text/as-read.ts';
import { type NoteTest, noteTest } from './matching/note-tests.ts';
import { type Condition, conditionsOf, type Glob, type Query } from './query.ts';
import type { SearchContext } from './subject.ts';

/**
 * A search as two tests that must both hold: what depends on the note alone, asked once a note,
 * and the rest. A test that is not there always holds.
 */
export interface SplitMatch {
  /** Texts, none of them '', that the text of a note must hold: a quick first look. */
  readonly needles: readonly string[];
  /** Whether cards out of sight are found too, if the rest holds. */
  readonly withAbsent: boolean;
  readonly ofNote?: NoteTest;
  readonly ofCard?: CardTest;
}

/** A search as a test of cards, or of a note without any. */
export function compile(query: Query, context: SearchContext): CardTest {
  const { needles, withAbsent, ofNote, ofCard } = compileSplit(query, context);
  return (note, card) =>
    (withAbsent || card?.card.absent !== true) &&
    needles.every((needle) => note.text.includes(needle)) &&
    (ofNote?.(note) ?? true) &&
    (ofCard?.(note, card) ?? true);
}

/** The same, split. */
export function compileSplit(query: Query, context: SearchContext): SplitMatch {
  const parts = query.kind === 'and' ? query.parts : [query];
  const compiled = parts
    .filter((part) => !isPlainWord(part))
    .map((part) => compilePart(part, context));
  const needles = parts.flatMap(needlesOf).sort((a, b) => b.length - a.length);
  const ofNote = allOf(noteTests(compiled));
  const ofCard = allOf(cardTests(compiled));
  return {
    needles,
    withAbsent: asksForAbsent(query),
    ...(ofNote && { ofNote }),
    ...(ofCard && { ofCard }),
  };
}

/** Texts that must be there for `part` to hold. */
function needlesOf(part: Query): string[] {
  if (part.kind === 'word') return literals(part.glob);
  return part.kind === 'text' && part.test.how === 'plain' ? literals(part.test.glob) : [];
}

/** Whether what needlesOf says of `part` is all there is to it. */
function isPlainWord(part: Query): boolean {
  if (part.kind !== 'text' || part.test.how !== 'plain' || part.inCloze) return false;
  const { glob } = part.test;
  return glob.length === 1 && glob[0]?.kind === 'text';
}

function literals(glob: Glob): string[] {
  const texts = glob.flatMap((part) => (part.kind === 'text' ? [fold(part.text)] : []));
  return texts.filter((text) => text !== '');
}

/** Whether the search says something about cards out of sight, and so may find them. */
export function asksForAbsent(query: Query): boolean {
  return conditionsOf(query).some((each) => each.kind === 'is' && each.state === 'absent');
}

type Part =
  | { readonly kind: 'note'; readonly test: NoteTest }
  | { readonly kind: 'card'; readonly test: CardTest };

/** A denial is carried down to the conditions: what a card has no number for stays unknown. */
function compilePart(query: Query, context: SearchContext, isDenied = false): Part {
  switch (query.kind) {
    case 'all':
      return { kind: 'note', test: () => !isDenied };
    case 'not':
      return compilePart(query.part, context, !isDenied);
    case 'and':
    case 'or':
      return compileGroup(
        (query.kind === 'and') === isDenied ? 'or' : 'and',
        query.parts.map((part) => compilePart(part, context, isDenied)),
      );
    default:
      return compileCondition(query, context, isDenied);
  }
}

function compileCondition(condition: Condition, context: SearchContext, isDenied: boolean): Part {
  switch (condition.kind) {
    case 'text':
    case 'word':
    case 'field':
    case 'tag':
    case 'untagged':
    case 'type':
    case 'duplicate':
    case 'added':
    case 'edited': {
      const test = noteTest(condition, context);
      return { kind: 'note', test: isDenied ? (note) => !test(note) : test };
    }
    default: {
      const test = isDenied ? deniedTest(condition, context) : cardTest(condition, context);
      return { kind: 'card', test };
    }
  }
}

function compileGroup(kind: 'and' | 'or', parts: readonly Part[]): Part {
  const ofNote = noteTests(parts);
  const ofCard = cardTests(parts);
  const isAll = kind === 'and';
  const note: NoteTest = isAll
    ? (subject) => ofNote.every((test) => test(subject))
    : (subject) => ofNote.some((test) => test(subject));
  if (ofCard.length === 0) return { kind: 'note', test: note };
  return {
    kind: 'card',
    test: isAll
      ? (subject, card) => note(subject) && ofCard.every((test) => test(subject, card))
      : (subject, card) => note(subject) || ofCard.some((test) => test(subject, card)),
  };
}

function noteTests(parts: readonly Part[]): NoteTest[] {
  return parts.flatMap((part) => (part.kind === 'note' ? [part.test] : []));
}

function cardTests(parts: readonly Part[]): CardTest[] {
  return parts.flatMap((part) => (part.kind === 'card' ? [part.test] : []));
}

function allOf<Arguments extends unknown[]>(
  tests: readonly ((...subject: Arguments) => boolean)[],
): ((...subject: Arguments) => boolean) | undefined {
  const [first] = tests;
  if (tests.length <= 1) return first;
  return (...subject) => tests.every((test) => test(...subject));
}
