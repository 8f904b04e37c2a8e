import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Note } from '../../../src/domain/content/note.ts';
import {
  isAtOrBelow,
  isBelow,
  isSameName,
  keysWithAbove,
  keyOfName,
  renamedPath,
  speltAs,
} from '../../../src/domain/text/same-name.ts';
import { joinedPath, lastPart, parentPath, pathAndAbove } from '../../../src/kernel/path.ts';
import { effectsOf } from '../../../src/log/effects.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { aNote, anOperation, rowsOf } from '../../support/collection.ts';

test('[SEARCH-33] tags that read the same in any case are one, by the first spelling, part by part', () => {
  expect(speltAs(['Neuro', 'neuro', 'NEURO::MS', 'neuro::ms'])).toEqual(['Neuro', 'Neuro::MS']);
  expect(speltAs(['neuro::new', 'Other'], ['Neuro::MS', 'x'])).toEqual(['Neuro::new', 'Other']);
  expect(speltAs(['Crohn\u2019s', "crohn's"])).toEqual(['Crohn\u2019s']);
  expect(speltAs(['caf\u00e9', 'cafe\u0301', 'cafe'])).toEqual(['caf\u00e9', 'cafe']);
  expect(keyOfName('T\u00ad1')).toBe(keyOfName('t1'));
});

test('[SEARCH-33] a tag that is added takes the spelling of its deck, and every spelling is taken off', () => {
  const note = { ...aNote('a', [1]), sections: ['Neuro'] };
  const deck = { id: note.deckId, name: 'D', source: '', presetId: 'p', sections: ['Neuro'] };
  const rows = { ...rowsOf([note]), decks: new Map([[note.deckId as string, deck as never]]) };
  const sections = (body: OperationBody) => {
    const result = effectsOf(anOperation(body), rows);
    if (!result.ok) throw new Error(result.problem.what);
    const change = result.value.changes.find(({ table }) => table === 'notes');
    return (change?.after as Note | undefined)?.sections;
  };
  const noteIds = [note.id];
  expect(sections({ kind: 'tag', noteIds, add: ['neuro', 'NEURO::MS'], remove: [] })).toEqual([
    'Neuro',
    'Neuro::MS',
  ]);
  expect(sections({ kind: 'tag', noteIds, add: [], remove: ['NEURO'] })).toEqual([]);
  expect(
    sections({ kind: 'edit-notes', edits: [{ noteId: note.id, sections: ['neuro', 'New'] }] }),
  ).toEqual(['Neuro', 'New']);
  expect(
    (
      effectsOf(anOperation({ kind: 'tag', noteIds, add: ['Leech'], remove: [] }), rows) as {
        value: { changes: readonly { table: string; after?: unknown }[] };
      }
    ).value.changes.find(({ table }) => table === 'notes')?.after,
  ).toMatchObject({ tags: ['leech'] });
});

/** A path and another way to write it. */
const spelt = fc
  .array(fc.constantFrom('Renal', 'Épilepsie', 'ΝΟΣΟΣ', 'Safety 1', 'ﬁbrosis'), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((parts) =>
    fc.tuple(
      fc.constant(parts.reduce(joinedPath, '')),
      fc
        .tuple(...parts.map((part) => fc.constantFrom(...spellingsOf(part))))
        .map((others) => others.reduce(joinedPath, '')),
    ),
  );

function spellingsOf(part: string): string[] {
  const lower = part.toLowerCase();
  return [
    part,
    lower,
    part.toUpperCase(),
    lower.normalize('NFD'),
    `${part.slice(0, 1)}\u00ad${part.slice(1)}`,
  ];
}

test('[SEARCH-33] a name is the same, and lies where it lies, however it is spelt', () => {
  fc.assert(
    fc.property(spelt, spelt, ([path, again], [above, otherAbove]) => {
      expect(isSameName(path, again)).toBe(true);
      expect(keysWithAbove([again])).toEqual(keysWithAbove([path]));
      expect(keysWithAbove([path, again])).toEqual(keysWithAbove([path]));
      expect(isAtOrBelow(path, above)).toBe(isAtOrBelow(again, otherAbove));
      expect(isBelow(path, above)).toBe(isBelow(again, otherAbove));
      expect(isAtOrBelow(path, above)).toBe(
        pathAndAbove(path).some((each) => isSameName(each, above)),
      );
      const renamed = renamedPath(again, above, 'New');
      expect(keyOfName(renamed)).toBe(keyOfName(renamedPath(path, otherAbove, 'New')));
      if (isBelow(path, above)) expect(lastPart(renamed)).toBe(lastPart(again));
    }),
  );
});

test('[SEARCH-33] names that only look alike, and names of unseen signs, stay what they are', () => {
  for (const [one, other] of [
    ['Maße', 'Masse'],
    ['café', 'cafe'],
    ['A:::B', 'A::B'],
    ['10⁶', '106'],
    ['Safety', 'Safety first'],
  ] as const) {
    expect(isSameName(one, other)).toBe(false);
    expect(isAtOrBelow(one, other)).toBe(false);
  }
  expect(keyOfName('\u200b')).not.toBe('');
  expect(isAtOrBelow('A', '')).toBe(false);
  expect(parentPath(renamedPath('SAFETY::PML', 'safety', 'Risks'))).toBe('Risks');
});
