import fc from 'fast-check';
import type { Flag } from '../../../src/domain/collection/card.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import {
  COMPARISONS,
  type Condition,
  type Glob,
  type GlobPart,
  PROPERTIES,
  type Query,
  STATES,
  type TextTest,
} from '../../../src/domain/search/query.ts';

/** Texts of the characters that have a meaning in searches, or are trouble elsewhere. */
export const anyText = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...'ab A*_"\\:()-,é'.split(''),
        '\t',
        'e\u0301',
        'ß',
        'Σ',
        '😀',
        'and',
        'or',
        're:',
        'nc:',
        'none',
        'current',
        '1',
        '::',
        '\ud800',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.string({ minLength: 1, maxLength: 6 }),
);

export const MANY: GlobPart = { kind: 'many' };
export const ONE: GlobPart = { kind: 'one' };

/** As a search gives them: texts are merged, and so are `*`. */
export function globOf(parts: readonly GlobPart[]): Glob {
  const glob: GlobPart[] = [];
  for (const part of parts) {
    const last = glob.at(-1);
    if (part.kind === 'many' && last?.kind === 'many') continue;
    if (part.kind === 'text' && last?.kind === 'text') {
      glob[glob.length - 1] = { kind: 'text', text: last.text + part.text };
    } else {
      glob.push(part);
    }
  }
  return glob;
}

export function globs(text: fc.Arbitrary<string>, minLength = 0): fc.Arbitrary<Glob> {
  const part = fc.oneof(
    { weight: 4, arbitrary: text.map((text): GlobPart => ({ kind: 'text', text })) },
    { weight: 1, arbitrary: fc.constantFrom(MANY, ONE) },
  );
  return fc.array(part, { minLength, maxLength: 4 }).map(globOf);
}

const PATTERNS = [
  'a',
  'a|b',
  '^b',
  'a.*b',
  '"',
  '\\d+ mg',
  '[^a-c]$',
  '(a b)',
  '\\(',
  'é?',
  '(a+)+$',
];

function textTests(text: fc.Arbitrary<string>, minLength = 0): fc.Arbitrary<TextTest> {
  return fc.oneof(
    globs(text, minLength).map((glob): TextTest => ({ how: 'plain', glob })),
    globs(text, minLength).map((glob): TextTest => ({ how: 'without-accents', glob })),
    fc.constantFrom(...PATTERNS).map((source): TextTest => ({ how: 'pattern', source })),
  );
}

export interface Words {
  /** What may stand in a note's text, and the names of fields, decks, tags, types and so on. */
  readonly text: fc.Arbitrary<string>;
  readonly field: fc.Arbitrary<string>;
  readonly deck: fc.Arbitrary<string>;
  readonly tag: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
  readonly id: fc.Arbitrary<string>;
}

const days = fc.integer({ min: 1, max: 9 });

/** Conditions as a search gives them: what needs words has some. */
export function conditions(words: Words): fc.Arbitrary<Condition> {
  const someText = fc
    .tuple(globs(words.text), globs(words.text, 1), textTests(words.text))
    .chain(([any, some, test]) =>
      fc.constantFrom<Condition>(
        { kind: 'text', test: { how: 'plain', glob: any } },
        { kind: 'text', test: { how: 'without-accents', glob: some } },
        { kind: 'text', test: test.how === 'pattern' ? test : { how: 'plain', glob: some } },
        { kind: 'word', glob: some },
      ),
    );
  return fc.oneof(
    { weight: 4, arbitrary: someText },
    fc.record({
      kind: fc.constant('field' as const),
      field: globs(words.field, 1),
      test: textTests(words.text),
    }),
    globs(words.deck, 1).map((glob): Condition => ({ kind: 'deck', glob })),
    textTests(words.tag, 1).map((test): Condition => ({ kind: 'tag', test })),
    fc
      .tuple(fc.constantFrom('type', 'preset', 'template'), globs(words.name, 1))
      .map(([kind, glob]) => ({ kind, glob }) as Condition),
    fc.constantFrom<Condition>(
      { kind: 'current-deck' },
      { kind: 'untagged' },
      { kind: 'due-tomorrow' },
    ),
    fc.integer({ min: 0, max: 4 }).map((slot): Condition => ({ kind: 'card', slot })),
    {
      weight: 3,
      arbitrary: fc.constantFrom(...STATES).map((state) => ({ kind: 'is', state }) as Condition),
    },
    fc.integer({ min: 0, max: 7 }).map((flag): Condition => ({ kind: 'flag', flag: flag as Flag })),
    { weight: 3, arbitrary: properties },
    fc
      .tuple(days, fc.option(fc.constantFrom<Grade>(1, 2, 3, 4), { nil: undefined }))
      .map(
        ([days, grade]): Condition =>
          grade === undefined ? { kind: 'rated', days } : { kind: 'rated', days, grade },
      ),
    fc
      .tuple(fc.constantFrom('added', 'edited', 'introduced'), days)
      .map(([kind, days]) => ({ kind, days }) as Condition),
    fc.nat(9).map((days): Condition => ({ kind: 'due-within', days })),
    fc.record({
      kind: fc.constant('ids' as const),
      of: fc.constantFrom('note', 'card', 'deck', 'type'),
      ids: fc.array(words.id, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('duplicate' as const), typeId: words.id, text: words.text }),
  );
}

const properties: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom(...PROPERTIES),
    fc.constantFrom(...COMPARISONS),
    fc.integer({ min: -40, max: 40 }),
  )
  .map(([name, comparison, number]): Condition => {
    const value = ['d', 'r'].includes(name)
      ? Math.abs(number) / 40
      : name === 'rated'
        ? 0 - Math.abs(number)
        : number;
    return { kind: 'property', name, comparison, value: value + 0 };
  });

/** Queries as a search gives them. */
export function queries(words: Words): fc.Arbitrary<Query> {
  const { query } = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: conditions(words) },
      tie('query').map((part): Query => ({ kind: 'not', part })),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      }),
    ),
  }));
  return query;
}

/** Words that know no collection. */
export const ANY_WORDS: Words = {
  text: anyText,
  field: anyText,
  deck: anyText,
  tag: anyText,
  name: anyText,
  id: anyText.map((text) => text.trim()).filter((text) => text !== ''),
};
