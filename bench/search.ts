import type { Card } from '../src/domain/collection/card.ts';
import { DEFAULT_PRESET_ID } from '../src/domain/collection/deck.ts';
import { textOfDraft } from '../src/domain/content/draft-text.ts';
import type { Note } from '../src/domain/content/note.ts';
import { BASIC, stockType } from '../src/domain/content/stock.ts';
import { cardIdOf, type DeckId } from '../src/kernel/ids.ts';
import { forgotten } from '../src/domain/memory/by-hand.ts';
import { textsOf } from '../src/domain/search/matching/note-text.ts';
import type { Deps } from '../src/engine/deps.ts';
import { trustedScriptUrl } from '../src/platform/trusted-script.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';
import { rowOf } from '../src/store/write.ts';
import { connectLibrary } from '../src/engine/workers/connect.ts';
import libraryWorker from '../src/engine/workers/library-worker.ts?worker&url';
import { chanceFrom } from './chance.ts';
import { interleaved, type Timings } from './interleaved.ts';
import { sampleDrafts, WORDS } from './sample-notes.ts';

const DECKS = 50;
const CHUNK = 5_000;
const WARM_UPS = 5;

/**
 * What is searched for in run n. Of the sample's notes a phrase of two words is in one in a hundred,
 * a word in four in ten, two words in one in six.
 */
const SEARCHES = {
  phrase: (run: number) => [`${wordAt(run)} ${wordAt(run * 7 + 3)}`],
  word: (run: number) => [wordAt(run)],
  twoWords: (run: number) => [wordAt(run), wordAt(run * 7 + 3)],
} satisfies Record<string, (run: number) => readonly string[]>;
export type SearchKind = keyof typeof SEARCHES;

/** Fills an empty database with `count` notes of one card each; a full one is left as it is. */
export async function fillForSearch(db: RoundsDatabase, count: number): Promise<void> {
  if ((await db.notes.count()) > 0) return;
  const chance = chanceFrom(20261123);
  for (let index = 0; index < DECKS; index++) {
    const deckId = `deck-${String(index).padStart(2, '0')}` as DeckId;
    const drafts = sampleDrafts(deckId, (count / DECKS) * 3, chance).slice(0, count / DECKS);
    const notes = drafts.map(
      (draft, position): Note => ({
        ...textOfDraft(draft),
        id: draft.id,
        deckId,
        tags: [],
        position,
        archived: false,
        addedAtMillis: position,
        editedAtMillis: position,
      }),
    );
    await db.decks.add({
      id: deckId,
      name: `Deck ${index + 1}`,
      presetId: DEFAULT_PRESET_ID,
      sections: [],
      source: '',
    });
    for (let from = 0; from < notes.length; from += CHUNK) {
      const some = notes.slice(from, from + CHUNK);
      await db.notes.bulkAdd(some);
      await db.cards.bulkAdd(some.map(cardOf).map(rowOf));
    }
  }
}

/**
 * A search asked of the library's worker until it has answered, against looking through the same
 * notes' texts, lower case, in an array in memory.
 */
export async function measureSearch(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  kind: SearchKind,
  runs: number,
): Promise<Timings> {
  const texts: string[] = [];
  await store.notes.each((note) => {
    texts.push(textsOf(note, stockType(note.noteTypeId) ?? BASIC).search);
  });
  const start = () => new Worker(trustedScriptUrl(libraryWorker), { type: 'module' });
  const library = connectLibrary({ store, clock, start });
  const find = async (words: readonly string[]): Promise<number> => {
    const text = words.map((word) => `"${word}"`).join(' ');
    const sort = { column: 'sortField', descending: false } as const;
    const found = await library.find({ text, mode: 'cards', sort });
    if (!found.ok) throw new Error(found.problem.what);
    return found.value.notes;
  };
  try {
    const words = SEARCHES[kind](0);
    if ((await find(words)) !== scan(texts, words)) throw new Error('the two find different notes');
    return await interleaved(
      runs,
      WARM_UPS,
      (run) => find(SEARCHES[kind](run)),
      async (run) => scan(texts, SEARCHES[kind](run)),
    );
  } finally {
    library.close();
  }
}

function scan(texts: readonly string[], [first = '', second]: readonly string[]): number {
  let found = 0;
  if (second === undefined) {
    for (const text of texts) if (text.includes(first)) found++;
  } else {
    for (const text of texts) if (text.includes(first) && text.includes(second)) found++;
  }
  return found;
}

function cardOf(note: Note): Card {
  return {
    id: cardIdOf(note.id, 1),
    deckId: note.deckId,
    sections: note.sections,
    position: note.position,
    schedule: forgotten(),
    flag: 0,
    suspended: false,
    buriedUntil: 0,
    absent: false,
  };
}

function wordAt(index: number): string {
  return WORDS[index % WORDS.length] ?? '';
}
