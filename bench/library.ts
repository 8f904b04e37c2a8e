import { FIELD } from '../src/domain/content/stock.ts';
import type { DeckId, NoteTypeId } from '../src/kernel/ids.ts';
import type { Deps } from '../src/engine/deps.ts';
import { addNote } from '../src/engine/commands/notes/notes.ts';
import { readFirstRows } from '../src/store/library/first-rows.ts';
import { interleaved, type Timings } from './interleaved.ts';
import { answerOf, completionOf } from './raw.ts';

/** Notes on one screen of the library. */
const SCREENFUL = 40;

/** The library's first screenful, against plain reads of exactly its rows in one transaction. */
export async function measureLibrary(
  { store, clock }: Deps,
  raw: IDBDatabase,
  runs: number,
): Promise<Timings> {
  const newest = await store.notes.orderBy('addedAtMillis').reverse().limit(SCREENFUL).toArray();
  const ids = newest.map((note) => note.id);
  return interleaved(
    runs,
    5,
    () => readFirstRows(store, 'cards', SCREENFUL, clock()),
    () => {
      const transaction = raw.transaction([
        'decks',
        'presets',
        'settings',
        'noteTypes',
        'notes',
        'cards',
      ]);
      const table = (name: string) => transaction.objectStore(name);
      return Promise.all([
        ...['decks', 'presets', 'settings', 'noteTypes'].map((name) =>
          answerOf(table(name).getAll()),
        ),
        ...ids.map((id) => answerOf(table('notes').get(id))),
        ...ids.map((id) =>
          answerOf(table('cards').getAll(IDBKeyRange.bound(`${id}/`, `${id}0`, false, true))),
        ),
      ]);
    },
  );
}

let written = 0;

/** A note added, against one strict transaction that writes a note, a card and an operation. */
export async function measureAdding(deps: Deps, raw: IDBDatabase, runs: number): Promise<Timings> {
  const [deck] = await deps.store.decks.limit(1).toArray();
  const [note, card] = await Promise.all([
    deps.store.notes.limit(1).first(),
    deps.store.cards.limit(1).first(),
  ]);
  if (!deck || !note || !card) throw new Error('an empty collection');
  const fields = { [FIELD.front]: 'What is it?', [FIELD.back]: 'A benchmark' };
  const text = { noteTypeId: 'basic' as NoteTypeId, fields, sections: [] };
  return interleaved(
    runs,
    5,
    async () => {
      const added = await addNote(deps, deck.id as DeckId, text);
      if (!added.ok) throw new Error(added.problem.what);
    },
    async () => {
      const id = `raw:${written++}`;
      const transaction = raw.transaction(['notes', 'cards', 'operations'], 'readwrite', {
        durability: 'strict',
      });
      const completed = completionOf(transaction);
      transaction.objectStore('notes').put({ ...note, ...text, id });
      transaction.objectStore('cards').put({ ...card, id: `${id}/1`, lane: 'out', readyAt: 0 });
      transaction.objectStore('operations').put({ id, body: text, logicalMillis: written });
      await completed;
    },
  );
}
