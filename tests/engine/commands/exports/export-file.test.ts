import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { exportFile } from '../../../../src/engine/commands/exports/export-file.ts';
import { addMedia } from '../../../../src/engine/commands/media/media.ts';
import { saveNoteType } from '../../../../src/engine/commands/notes/note-types.ts';
import { addNote, archiveNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { blobBytes } from '../../../../src/engine/copies/blob-bytes.ts';
import type { ExportChoices, ExportWhat } from '../../../../src/engine/export/export-asked.ts';
import { printableCards } from '../../../../src/engine/export/printable.ts';
import { mapCollection } from '../../../../src/exchange/anki/mapping/map-collection.ts';
import { checkedMedia, readAnkiPackage } from '../../../../src/exchange/anki/read-package.ts';
import { readTextTable } from '../../../../src/exchange/text-table/text-notes.ts';
import { BASIC, FIELD } from '../../../../src/domain/content/stock.ts';
import type { NoteTypeId } from '../../../../src/kernel/ids.ts';
import type { CopiesPlace } from '../../../../src/platform/copies/copies-place.ts';
import { accepted, problemOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';

const PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4z8AAAAMBAQAY3Y2wAAAAAElFTkSuQmCC',
  ),
  (letter) => letter.charCodeAt(0),
);
const ALL: ExportWhat = { kind: 'all' };
const PACKAGE: ExportChoices = { form: 'apkg', withSchedule: true, withMedia: true };

let deps: TestDeps;
let saved: { readonly name: string; readonly content: Blob }[] = [];

beforeEach(async () => {
  saved = [];
  const sample = await withSampleDeck(4, 2);
  const copies = {
    save: async (name: string, content: Blob) => {
      saved.push({ name, content });
      return { ok: true, value: true };
    },
  } as unknown as CopiesPlace;
  deps = Object.assign(sample, { platform: { ...sample.platform, copies } });
  accepted(await addMedia(deps, new File([PNG], 'ecg.png', { type: 'image/png' })));
  const [deck] = await deps.store.decks.toArray();
  if (!deck) throw new Error('no deck');
  const text = { [FIELD.front]: '<img src="ecg.png">', [FIELD.back]: 'An ECG, "normal",\nof 1' };
  accepted(
    await addNote(deps, deck.id, {
      noteTypeId: 'basic' as NoteTypeId,
      fields: text,
      sections: ['Heart'],
    }),
  );
});
afterEach(() => deps.close());

async function opened() {
  const { content } = saved[0] ?? { content: new Blob() };
  const read = await readAnkiPackage(blobBytes(content), deps.nowMillis);
  return { read, ...mapCollection(read.collection, deps.clock()) };
}

test('[ANKI-48] all notes go out with their answers, dates and pictures, in a worker', async () => {
  const [card] = await deps.store.cards.toArray();
  if (!card) throw new Error('no card');
  accepted(await answerCard(deps, card, 3, 4_000));
  const done = accepted(await exportFile(deps, ALL, PACKAGE, 'Sample::Deck'));
  expect(done).toMatchObject({
    isSaved: true,
    notes: 5,
    cards: 9,
    reviews: 1,
    media: 1,
    problems: [],
  });
  expect(saved[0]?.name).toBe('Sample - Deck 2026-03-02.apkg');
  const { notes, cards, read } = await opened();
  expect(new Set(notes.map(({ id }) => id))).toEqual(
    new Set(await deps.store.notes.toCollection().primaryKeys()),
  );
  const here = await deps.store.cards.get(card.id);
  const there = cards.find(({ id }) => id === card.id);
  expect(there?.schedule).toMatchObject({ state: here?.schedule.state, reps: 1 });
  const media = [];
  for await (const { file, content } of checkedMedia(read.opened, []))
    media.push([file.name, content]);
  expect(media).toEqual([['ecg.png', PNG]]);
});

test('[ANKI-48] a deck, a search and chosen notes go out alone; without schedule all cards are new', async () => {
  const notes = await deps.store.notes.toArray();
  const [note] = notes;
  if (!note) throw new Error('no note');
  const bare: ExportChoices = { form: 'apkg-newest', withSchedule: false, withMedia: false };
  const cases: readonly [ExportWhat, number][] = [
    [{ kind: 'decks', deckIds: [note.deckId] }, notes.length],
    [{ kind: 'search', text: 'tag:Heart' }, 1],
    [{ kind: 'notes', noteIds: [note.id] }, 1],
  ];
  for (const [what, count] of cases) {
    saved = [];
    expect(accepted(await exportFile(deps, what, bare, 'x'))).toMatchObject({
      notes: count,
      media: 0,
    });
    const { cards, read } = await opened();
    expect(read.collection.container).toBe('collection.anki21b');
    expect(cards.every(({ schedule }) => schedule.state === 'new')).toBe(true);
    expect(read.collection.reviews.length).toBe(0);
  }
});

test.each(['text', 'csv'] as const)(
  '[ANKI-47] notes go out as %s and are read again as they were',
  async (form) => {
    const done = accepted(
      await exportFile(deps, ALL, { form, withSchedule: false, withMedia: false }, 'All'),
    );
    expect(done.problems).toHaveLength(1);
    const table = readTextTable((await saved[0]?.content.text()) ?? '');
    expect(table.problems).toEqual([]);
    const ours = table.notes.find(({ tags }) => tags.includes('Heart'));
    expect(ours?.fields).toMatchObject({
      [FIELD.front]: '<img src="ecg.png">',
      [FIELD.back]: 'An ECG, "normal",\nof 1',
    });
    expect(table.notes).toHaveLength(5);
  },
);

test('[ANKI-49] what goes out as something else, and what is not here, is said', async () => {
  const [note] = await deps.store.notes.toArray();
  if (!note) throw new Error('no note');
  accepted(await archiveNotes(deps, [note.id], true));
  await deps.store.blobs.clear();
  const { problems } = accepted(await exportFile(deps, ALL, PACKAGE, 'x'));
  expect(problems).toEqual([
    '1 archived note goes out with suspended cards and the tag “archived”, because Anki archives nothing.',
    '1 file is named by notes and not here, or damaged: “ecg.png”.',
  ]);
});

test('[ANKI-50] pages to print have the words and pictures of the cards that are in study', async () => {
  const pages = await printableCards(deps, { what: { kind: 'search', text: 'tag:Heart' } });
  const { cards, left } = accepted(pages);
  expect(left).toBe(0);
  expect(cards).toMatchObject([
    {
      question: { text: '', pictures: ['ecg.png'], masks: [] },
      answer: { text: 'An ECG, "normal", of 1', pictures: [] },
    },
  ]);
});

test('[ANKI-48] nothing chosen is said, and a stopped export leaves no file', async () => {
  const nothing = await exportFile(deps, { kind: 'notes', noteIds: [] }, PACKAGE, 'x');
  expect(problemOf(nothing).kept).toBe('No file was made.');
  const stopped = await exportFile(deps, ALL, PACKAGE, 'x', () => false);
  expect(problemOf(stopped).what).toBe('Stopped before it was done.');
  expect(saved).toEqual([]);
});

test('[ANKI-48] what only a script of a type asks for goes out with it, though Rounds runs none', async () => {
  const [deck] = await deps.store.decks.toArray();
  if (!deck) throw new Error('no deck');
  for (const name of ['_count.png', '_other.png'])
    accepted(await addMedia(deps, new File([PNG, name], name, { type: 'image/png' })));
  const front = '<script src="_count.png"></script>{{Front}}';
  const templates = [{ slot: 1, name: 'Card', front, back: '{{Back}}' }];
  const scripted = { ...BASIC, id: 'scripted' as NoteTypeId, name: 'Scripted', templates };
  accepted(await saveNoteType(deps, scripted));
  const fields = { [FIELD.front]: 'Question', [FIELD.back]: 'Answer' };
  const note = { noteTypeId: scripted.id, fields, sections: ['Scripts'] };
  accepted(await addNote(deps, deck.id, note));
  const search: ExportWhat = { kind: 'search', text: 'tag:Scripts' };
  expect(accepted(await exportFile(deps, search, PACKAGE, 'x'))).toMatchObject({ media: 1 });
  const { read } = await opened();
  expect(read.opened.media.map(({ name }) => name)).toEqual(['_count.png']);
});
