import { expect, test } from 'vitest';
import type { Note } from '../../../src/domain/content/note.ts';
import { speltAs, tagKey } from '../../../src/domain/content/tags.ts';
import { effectsOf } from '../../../src/log/effects.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { aNote, anOperation, rowsOf } from '../../support/collection.ts';

test('[SEARCH-33] tags that read the same in any case are one, by the first spelling, part by part', () => {
  expect(speltAs(['Neuro', 'neuro', 'NEURO::MS', 'neuro::ms'])).toEqual(['Neuro', 'Neuro::MS']);
  expect(speltAs(['neuro::new', 'Other'], ['Neuro::MS', 'x'])).toEqual(['Neuro::new', 'Other']);
  expect(speltAs(['Crohn\u2019s', "crohn's"])).toEqual(['Crohn\u2019s']);
  expect(speltAs(['caf\u00e9', 'cafe\u0301', 'cafe'])).toEqual(['caf\u00e9', 'cafe']);
  expect(tagKey('T\u00ad1')).toBe(tagKey('t1'));
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
