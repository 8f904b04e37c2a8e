import { afterEach, expect, test } from 'vitest';
import shipped from '../../../../decks/natalizumab-ms.md?raw';
import { parseDeck } from '../../../../src/domain/deck-text/parse-deck.ts';
import type { FieldId, NoteId, NoteTypeId } from '../../../../src/kernel/ids.ts';
import { ok } from '../../../../src/kernel/problem.ts';
import { loadDeck, NO_CHOICE } from '../../../../src/engine/commands/decks/load-deck.ts';
import { deckFile, readDeckText } from '../../../../src/engine/queries/once/decks.ts';
import { addNote, archiveNotes, editNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { saveDeck } from '../../../../src/engine/commands/decks/save-deck.ts';
import { accepted, noteOf, rewriteNote, type TestDeps, testDeps } from '../../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

/** The program's parts, and what it would have handed to the system to save. */
async function withShippedDeck() {
  deps = await testDeps();
  accepted(await loadDeck(deps, parseDeck(shipped), NO_CHOICE, 'program'));
  const saved: [string, string][] = [];
  const platform = {
    ...deps.platform,
    saveTextFile: async (name: string, text: string) => {
      saved.push([name, text]);
      return ok(true);
    },
  };
  const save = async () => {
    const deck = await deps.store.decks.get('natalizumab-ms');
    if (!deck) throw new Error('no deck');
    accepted(await saveDeck({ ...deps, platform }, deck));
    return saved.at(-1) ?? ['', ''];
  };
  return { save };
}

test('[DECK-19] a deck saved and loaded again is unchanged', async () => {
  const { save } = await withShippedDeck();
  const [name, text] = await save();
  expect(name).toBe(`${parseDeck(shipped).deck.name}.md`);
  const { parsed, comparison } = accepted(await readDeckText(deps, { text }));
  expect(parsed.problems).toEqual([]);
  expect(parsed.drafts).toEqual(parseDeck(shipped).drafts);
  expect(comparison.unchanged).toHaveLength(parsed.drafts.length);
});

test('[DECK-19] the person’s own edits are in the file, archived facts are not', async () => {
  const { save } = await withShippedDeck();
  const note = await noteOf(deps, 'natalizumab-ms:discovery');
  const content = {
    type: 'cloze',
    text: 'Found in {{c1::1992::year}}.\n### not a heading',
  } as const;
  accepted(await rewriteNote(deps, note, content, 'mine'));
  accepted(await archiveNotes(deps, ['natalizumab-ms:prevention' as NoteId], true));
  const [, text] = await save();
  const { drafts, problems } = parseDeck(text);
  expect(problems).toEqual([]);
  expect(drafts.find(({ id }) => id === note.id)).toMatchObject({ content, extra: 'mine' });
  expect(drafts.map(({ id }) => id)).not.toContain('natalizumab-ms:prevention');
  const { comparison } = accepted(await readDeckText(deps, { text }));
  expect(comparison.changed).toEqual([]);
  expect(comparison.kept).toEqual([]);
  expect(comparison.removed).toEqual([]);
});

test('[DECK-19] text that the editor wrote otherwise is the same text when the file is loaded', async () => {
  const { save } = await withShippedDeck();
  const id = 'natalizumab-ms:prevention' as NoteId;
  const fields = { back: 'They&nbsp;prevent &quot;it&quot;' } as Record<FieldId, string>;
  accepted(await editNotes(deps, [{ noteId: id, fields }]));
  const [, text] = await save();
  const { comparison } = accepted(await readDeckText(deps, { text }));
  expect(comparison.kept).toEqual([]);
  expect(comparison.changed).toEqual([]);
  accepted(await editNotes(deps, [{ noteId: id, fields: { back: '<b>They</b>' } as never }]));
  const deck = await deps.store.decks.get('natalizumab-ms');
  if (!deck) throw new Error('no deck');
  const platform = {
    ...deps.platform,
    saveTextFile: async () => ({ ok: true, value: true }) as const,
  };
  expect(accepted(await saveDeck({ ...deps, platform }, deck))).toEqual({
    isSaved: true,
    leftOut: 0,
  });
});

const OWN: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
  ['basic', { front: '<b>PML</b> &amp; x', back: 'A<br>B', source: '<i>Lancet</i>, p. 3' }, []],
  ['cloze', { text: '{{c1::<i>JC</i> virus::which}} * \\(x_{2}\\)' }, ['Safety::PML', 'exam2026']],
  ['reversed', { front: 'one', back: 'two', backQuestion: 'Which is one?', backAnswer: 'it' }, []],
  ['basic', { front: 'plain', back: '<ul><li>a</li><li>b</li></ul>' }, ['exam2026']],
  ['basic', { front: 'picture', back: '<img src="a.png">' }, []],
  ['typed', { front: 'typed', back: 'x' }, []],
];

test('[DECK-19][DECK-30] own notes with formatting, deletions and tags go into the file, and loading it changes nothing', async () => {
  deps = await testDeps();
  const id = accepted(await createDeck(deps, 'Neurology::My: cards'));
  for (const [type, fields, sections] of OWN) {
    accepted(
      await addNote(deps, id, { noteTypeId: type as NoteTypeId, fields, sections } as never),
    );
  }
  const file = accepted(await deckFile({ store: deps.store }, { deckId: id }));
  expect(file.left).toEqual([
    { summary: 'picture', why: 'media' },
    { summary: 'typed', why: 'type' },
  ]);
  const saved: string[] = [];
  const platform = {
    ...deps.platform,
    saveTextFile: async (name: string, text: string) => {
      saved.push(name, text);
      return ok(true);
    },
  };
  const deck = await deps.store.decks.get(id);
  if (!deck) throw new Error('no deck');
  expect(accepted(await saveDeck({ ...deps, platform }, deck))).toEqual({
    isSaved: true,
    leftOut: 2,
  });
  const [name, text = ''] = saved;
  expect(name).toBe('Neurology - My cards.md');
  expect(text).toContain('**PML** \\& x');
  const before = await hashOf(deps.store);
  const { parsed, comparison } = accepted(await readDeckText(deps, { text }));
  expect(parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(comparison.unchanged).toHaveLength(4);
  expect([comparison.added, comparison.changed, comparison.kept]).toEqual([[], [], []]);
  const notes = await deps.store.notes.count();
  accepted(await loadDeck(deps, parsed));
  expect(await deps.store.notes.count()).toBe(notes);
  expect(before).not.toBe('');
  // In another collection the same facts are made anew.
  const other = await testDeps();
  accepted(await loadDeck(other, parseDeck(text)));
  const fields = (await other.store.notes.toArray()).map((note) => note.fields);
  expect(fields).toContainEqual(OWN[2]?.[1]);
  expect(fields).toContainEqual({
    front: '<b>PML</b> &amp; x',
    back: 'A<br>B',
    source: '<i>Lancet</i>, p. 3',
  });
  other.close();
});
