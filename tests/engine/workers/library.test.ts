import { afterEach, expect, test } from 'vitest';
import type { Review } from '../../../src/domain/collection/review.ts';
import type { CardId, DeckId, NoteId, OperationId } from '../../../src/kernel/ids.ts';
import type { FindRequest, FindResult, FoundRows } from '../../../src/domain/library/library.ts';
import type { Library } from '../../../src/engine/workers/connect.ts';
import { flagCards, suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { deleteNotes, moveNotes, tagNotes } from '../../../src/engine/commands/notes/notes.ts';
import { deleteSearch, saveSearch } from '../../../src/engine/commands/settings/searches.ts';
import { beginStudy } from '../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import {
  openForReading,
  readAnswers,
  readLibrary,
} from '../../../src/store/library/library-pages.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { connectLibrary } from '../../../src/engine/workers/connect.ts';
import {
  accepted,
  answerFirst,
  everyRow,
  libraryWorker,
  noteOf,
  problemOf,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

/** The library of `deps` in a worker of its own, told of every change as the program tells it. */
function libraryOf(deps: TestDeps): Library {
  opened.push(deps);
  return deps.library;
}

function request(text: string, more: Partial<FindRequest> = {}): FindRequest {
  return { text, mode: 'cards', sort: { column: 'sortField', descending: false }, ...more };
}

function found(result: FindResult): FoundRows {
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
}

async function idsOf(library: Library, text: string): Promise<readonly string[]> {
  const { token } = found(await library.find(request(text)));
  return accepted(await library.ids({ token }));
}

test('[SEARCH-27] a search asked at once waits until the library is read, and finds', async () => {
  const library = libraryOf(await withSampleDeck(12, 2));
  const cards = found(await library.find(request('deck:Sample tag:Even')));
  expect(cards).toMatchObject({ mode: 'cards', total: 12, cards: 12, notes: 6 });
  expect(cards.explanation).toBe(
    'Cards in deck “Sample” or below it and tagged “Even” or below it.',
  );
  const notes = found(await library.find(request('tag:Even', { mode: 'notes' })));
  expect(notes).toMatchObject({ mode: 'notes', total: 6, cards: 12, notes: 6 });
  const [row] = accepted(await library.rows({ token: notes.token, from: 1, to: 2 }));
  expect(row).toMatchObject({
    id: 'sample:fact-0002',
    cardIds: ['sample:fact-0002/1', 'sample:fact-0002/2'],
    sortField: 'hidden 2.0 beside hidden 2.1',
    typeName: 'Cloze',
    deckName: 'Sample',
    tags: ['Even'],
    state: 'new',
    due: { kind: 'position', position: 2 },
  });
  expect(accepted(await library.ids({ token: notes.token }))).toHaveLength(6);
  expect(accepted(await library.counts())).toMatchObject({
    cards: 24,
    notes: 12,
    decks: [{ name: 'Sample', cards: 24 }],
    tags: [
      { name: 'Even', cards: 12 },
      { name: 'Odd', cards: 12 },
    ],
  });
  expect(accepted(await library.vocabulary())).toMatchObject({
    decks: ['Sample'],
    tags: ['Even', 'Odd'],
  });
});

test('[SEARCH-5] a wrong search comes back as a problem with its place', async () => {
  const library = libraryOf(await withSampleDeck(1));
  expect(await library.find(request('a prop:ivl>x'))).toMatchObject({
    ok: false,
    problem: { what: '“prop:ivl>x” needs a number after >.', offset: 2, length: 10 },
  });
  // The names of fields are those of the collection.
  expect(await library.find(request('text:*hidden*'))).toMatchObject({ value: { total: 2 } });
  expect(await library.find(request('txet:x'))).toMatchObject({ ok: false });
});

test('[SEARCH-27] changes are in it: whatever is done, and undone', async () => {
  const deps = await withSampleDeck(4, 1);
  const library = libraryOf(deps);
  const listing = found(await library.find(request('')));
  let changes = 0;
  library.onChange(() => changes++);
  const id = 'sample:fact-0001/1' as CardId;
  accepted(await flagCards(deps, [id], 3));
  expect(await idsOf(library, 'flag:green')).toEqual([id]);
  const shown = accepted(await library.rows({ token: listing.token, from: 0, to: 4 })).find(
    (row) => row.id === id,
  );
  expect(shown?.flag).toBe(3);
  const { id: noteId } = await noteOf(deps, 'sample:fact-0002');
  accepted(await tagNotes(deps, [noteId], { add: ['Heart::Valves'] }));
  expect(await idsOf(library, 'tag:heart')).toEqual(['sample:fact-0002/1']);
  accepted(await deleteNotes(deps, [noteId]));
  expect(await idsOf(library, '')).toHaveLength(3);
  accepted(await undoLast(deps));
  accepted(await undoLast(deps));
  accepted(await undoLast(deps));
  expect(await idsOf(library, 'flag:green or tag:heart')).toEqual([]);
  expect(await idsOf(library, '')).toHaveLength(4);
  expect(changes).toBeGreaterThanOrEqual(6);
});

test('[SEARCH-27] changes told while the library is being read are in it', async () => {
  const deps = await withSampleDeck(30, 1);
  const library = libraryOf(deps);
  const suspended: CardId[] = [];
  const searches: Promise<FindResult>[] = [];
  for (let at = 0; at < 10; at++) {
    const id = `sample:fact-000${at}/1` as CardId;
    suspended.push(id);
    accepted(await suspendCards(deps, [id], true));
    searches.push(library.find(request('is:suspended')));
  }
  for (const [at, search] of searches.entries()) {
    expect(found(await search).total).toBeGreaterThanOrEqual(at + 1);
  }
  expect(await idsOf(library, 'is:suspended')).toEqual(suspended);
});

test('[SEARCH-27] the clock of the question counts', async () => {
  const deps = await withSampleDeck(3, 1);
  const library = libraryOf(deps);
  await answerFirst(deps, 4);
  expect(await idsOf(library, 'is:due')).toEqual([]);
  deps.advance(60 * 24 * 60);
  expect(await idsOf(library, 'is:due')).toHaveLength(1);
});

test('[SEARCH-7] deck:current is the deck that study was begun for, else that of the last answer', async () => {
  const deps = await withSampleDeck(3, 1);
  const library = libraryOf(deps);
  const other = accepted(await createDeck(deps, 'Other'));
  accepted(await moveNotes(deps, ['sample:fact-0002' as NoteId], other));
  expect(await idsOf(library, 'deck:current')).toEqual([]);
  await answerFirst(deps, 3, { deckId: other });
  expect(await idsOf(library, 'deck:current')).toEqual(['sample:fact-0002/1']);
  accepted(await beginStudy(deps, { deckId: 'sample' as DeckId }));
  expect(await idsOf(library, 'deck:current')).toHaveLength(2);
  expect(await idsOf(library, '-deck:current')).toEqual(['sample:fact-0002/1']);
});

test('[SEARCH-26] saved searches are counted too, those that can be read', async () => {
  const deps = await withSampleDeck(3, 1);
  const library = libraryOf(deps);
  accepted(await saveSearch(deps, { id: 'even', name: 'Even', text: 'tag:Even' }));
  accepted(await saveSearch(deps, { id: 'today', name: 'Today', text: 'rated:1' }));
  accepted(await saveSearch(deps, { id: 'wrong', name: 'Wrong', text: 'rated:(' }));
  expect(accepted(await library.searchCounts())).toEqual({ even: 2, today: 0 });
  await answerFirst(deps);
  await suspendCards(deps, ['sample:fact-0000/1' as CardId], true);
  expect(accepted(await library.searchCounts())).toEqual({ even: 2, today: 1 });
  accepted(await deleteSearch(deps, 'even'));
  expect(accepted(await library.searchCounts())).toEqual({ today: 1 });
});

test('[SEARCH-13] answers are found as they are given and no more once taken back', async () => {
  const deps = await withSampleDeck(3, 1);
  const library = libraryOf(deps);
  expect(await idsOf(library, 'rated:1')).toEqual([]);
  const first = await answerFirst(deps, 1);
  expect(await idsOf(library, 'rated:1:1')).toEqual([first.id]);
  expect(await idsOf(library, 'introduced:1')).toEqual([first.id]);
  expect(await idsOf(library, 'rated:1:3')).toEqual([]);
  deps.advance(24 * 60);
  const second = await answerFirst(deps, 3);
  expect(new Set(await idsOf(library, 'rated:2'))).toEqual(new Set([first.id, second.id]));
  expect(await idsOf(library, 'prop:rated=-1')).toEqual([first.id]);
  accepted(await undoLast(deps));
  expect(await idsOf(library, 'rated:1')).toEqual([]);
  expect(await idsOf(library, 'rated:2')).toEqual([first.id]);
});

test('[SEARCH-28] the library writes nothing, and its connection could not', async () => {
  const deps = await withSampleDeck(3, 1);
  await answerFirst(deps);
  const before = await everyRow(deps);
  const library = libraryOf(deps);
  await idsOf(library, 'rated:1');
  await library.counts();
  await library.vocabulary();
  library.reset();
  await idsOf(library, '');
  expect(await everyRow(deps)).toEqual(before);
  const reading = accepted(await openForReading(deps.store.place));
  await expect(reading.notes.put(await noteOf(deps, 'sample:fact-0001'))).rejects.toThrow();
  await expect(reading.cards.clear()).rejects.toThrow();
  expect(await reading.notes.count()).toBe(3);
  expect(await everyRow(deps)).toEqual(before);
  reading.close();
});

test('[SEARCH-28] a database that is not there is not made', async () => {
  const deps = await testDeps();
  const { clock } = deps;
  const store = { name: 'no-such-database' } as RoundsDatabase;
  const library = connectLibrary({ store, clock, start: libraryWorker });
  opened.push(library, deps);
  expect(await library.find(request(''))).toMatchObject({
    ok: false,
    problem: { what: 'The library could not be read (it is not open).' },
  });
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain('no-such-database');
});

test('[SEARCH-27] after a reset everything is read anew, and old listings are forgotten', async () => {
  const deps = await withSampleDeck(3, 1);
  const library = libraryOf(deps);
  const { token } = found(await library.find(request('')));
  // Not by an operation, as a rebuild does it.
  await deps.store.notes.update('sample:fact-0001', { 'fields.text': '{{c1::mended}}' });
  expect(await idsOf(library, 'mended')).toEqual([]);
  library.reset();
  expect(await idsOf(library, 'mended')).toEqual(['sample:fact-0001/1']);
  expect(accepted(await library.rows({ token, from: 0, to: 9 }))).toEqual([]);
});

test('[SEARCH-29] a listing that is read stays, whatever is asked meanwhile', async () => {
  const library = libraryOf(await withSampleDeck(2, 1));
  const first = found(await library.find(request('')));
  for (let count = 0; count < 20; count++) {
    await library.find(request(''));
    expect(accepted(await library.rows({ token: first.token, from: 0, to: 1 }))).toHaveLength(1);
  }
  expect(accepted(await library.ids({ token: first.token }))).toHaveLength(2);
});

test('[SEARCH-29] the few listings used last are kept', async () => {
  const library = libraryOf(await withSampleDeck(2, 1));
  const first = found(await library.find(request('')));
  for (let count = 0; count < 7; count++) await library.find(request(''));
  expect(accepted(await library.ids({ token: first.token }))).toHaveLength(2);
  for (let count = 0; count < 8; count++) await library.find(request(''));
  expect(accepted(await library.ids({ token: first.token }))).toEqual([]);
});

test('[SEARCH-27] a closed library answers every question, the open ones too', async () => {
  const deps = await withSampleDeck(2, 1);
  const library = libraryOf(deps);
  const open = library.find(request(''));
  library.close();
  expect(await open).toMatchObject({ ok: false });
  expect(await library.find(request(''))).toMatchObject({
    ok: false,
    problem: { kept: 'Your cards are as they were.' },
  });
  expect(problemOf(await library.counts()).what).toBe('The library has stopped working.');
  problemOf(await library.rows({ token: '1', from: 0, to: 9 }));
});

test('[STORE-8] after its worker has died the library is read anew, and old listings are forgotten', async () => {
  const deps = await withSampleDeck(3, 1);
  const workers: Worker[] = [];
  const start = () => {
    const worker = libraryWorker();
    workers.push(worker);
    return worker;
  };
  const library = connectLibrary({ store: deps.store, clock: deps.clock, start });
  opened.push(library, deps);
  const before = found(await library.find(request('')));
  const waiting = library.rows({ token: before.token, from: 0, to: 9 });
  workers[0]?.terminate();
  // Answered just before, or said in words; never left waiting.
  const answer = await waiting;
  if (!answer.ok) expect(answer.problem.what).toBe('The library stopped at its work.');
  await library.counts();
  const after = found(await library.find(request('')));
  expect(workers).toHaveLength(2);
  expect(after.total).toBe(3);
  expect(accepted(await library.rows({ token: before.token, from: 0, to: 9 }))).toEqual([]);
  expect(accepted(await library.rows({ token: after.token, from: 0, to: 9 }))).toHaveLength(3);
  accepted(await suspendCards(deps, ['sample:fact-0001/1' as CardId], true));
  expect(await idsOf(library, 'is:suspended')).toEqual(['sample:fact-0001/1']);
});

test('[SEARCH-27] many rows are read in pages, each row once', async () => {
  const deps = await testDeps();
  opened.push(deps);
  const note = { noteTypeId: 'basic', fields: {}, sections: [], tags: [] };
  await deps.store
    .table('notes')
    .bulkAdd(Array.from({ length: 10_001 }, (_, at) => ({ ...note, id: `n${at}`, deckId: 'd' })));
  const pages: number[] = [];
  const ids = new Set<string>();
  for await (const changes of readLibrary(deps.store)) {
    pages.push(changes.length);
    for (const { key } of changes) ids.add(key);
  }
  expect(Math.max(...pages)).toBe(5000);
  expect(ids.size).toBe(10_001);
  expect(pages.reduce((sum, count) => sum + count)).toBe(10_001);
});

test('[SEARCH-13] answers are read in pages, each once, however many a day has', async () => {
  const deps = await testDeps();
  opened.push(deps);
  const counts = [3, 4997, 2, 6000, 5000, 0, 1];
  const reviews = counts.flatMap((count, day) =>
    Array.from(
      { length: count },
      (_, at): Review => ({
        operationId: `a:${day}-${at}` as OperationId,
        cardId: `n${day}/${at}` as CardId,
        deckId: 'd' as DeckId,
        atMillis: at,
        studyDay: 100 + day,
        grade: 3,
        durationMillis: 0,
        kind: 'review',
        elapsedDays: 0,
        intervalDays: 1,
        memory: { stability: 1, difficulty: 5 },
      }),
    ),
  );
  await deps.store.reviews.bulkAdd(reviews);
  for (const since of [0, 100, 101, 103, 104, 106, 107]) {
    const answers = await readAnswers(deps.store, since);
    const wrong = reviews.filter(
      ({ cardId, studyDay }) => answers.of(cardId).length !== (studyDay >= since ? 1 : 0),
    );
    expect([since, wrong]).toEqual([since, []]);
  }
});
