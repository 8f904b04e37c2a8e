import { afterEach, expect, test } from 'vitest';
import shipped from '../../../../decks/natalizumab-ms.md?raw';
import { parseDeck } from '../../../../src/domain/deck-text/parse-deck.ts';
import type { FieldId, NoteId } from '../../../../src/kernel/ids.ts';
import { ok } from '../../../../src/kernel/problem.ts';
import { loadDeck, NO_CHOICE } from '../../../../src/engine/commands/decks/load-deck.ts';
import { readDeckText } from '../../../../src/engine/queries/once/decks.ts';
import { archiveNotes, editNotes } from '../../../../src/engine/commands/notes/notes.ts';
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
  expect(name).toBe('natalizumab-ms.md');
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
    leftOut: 1,
  });
});
