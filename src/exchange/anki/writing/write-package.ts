import { BASIC, FIELD } from '../../../domain/content/stock.ts';
import type { Note } from '../../../domain/content/note.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../domain/collection/deck.ts';
import { cardIdOf, type DeckId, type NoteId } from '../../../kernel/ids.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { ZipWriter } from '../../collection-file/zip-writer.ts';
import { AnkiCollectionWriter, type Written } from './collection-writer.ts';
import type { OutgoingCollection } from './outgoing.ts';

/** A picture, sound or film under the name that notes call it by. */
export interface OutgoingMedia {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What Anki packs: the second of its three forms, which every program of its kind opens. */
const META = new Uint8Array([8, 2]);

/** A package being written: first its notes, then its media one by one. */
export class PackageWriter {
  readonly #zip: ZipWriter;
  readonly #names: string[] = [];
  readonly #clock: ClockReading;
  readonly collection: AnkiCollectionWriter;

  private constructor(
    sink: (piece: Uint8Array) => unknown,
    collection: AnkiCollectionWriter,
    clock: ClockReading,
  ) {
    this.#zip = new ZipWriter(sink);
    this.collection = collection;
    this.#clock = clock;
  }

  /** `sink` gets the file's pieces in their order; the next is made when it has settled. */
  static async open(
    all: OutgoingCollection,
    sink: (piece: Uint8Array) => unknown,
  ): Promise<PackageWriter> {
    return new PackageWriter(sink, await AnkiCollectionWriter.open(all), all.clock);
  }

  /** Once all notes are in. */
  async endNotes(): Promise<Written> {
    const { bytes, written } = this.collection.end();
    await this.#zip.add('meta', META, false);
    await this.#zip.add('collection.anki21', bytes, true);
    await this.#zip.add('collection.anki2', await noteForOldAnkis(this.#clock), true);
    return written;
  }

  async addMedia({ name, content }: OutgoingMedia): Promise<void> {
    await this.#zip.add(String(this.#names.length), content, false);
    this.#names.push(name);
  }

  async end(): Promise<void> {
    const list = JSON.stringify(Object.fromEntries(this.#names.map((name, at) => [at, name])));
    await this.#zip.add('media', new TextEncoder().encode(list), false);
    await this.#zip.end();
  }
}

/** A collection for Ankis of before 2018, which read nothing else of the file: one note that says so. */
async function noteForOldAnkis(clock: ClockReading): Promise<Uint8Array> {
  const deckId = 'default' as DeckId;
  const noteId = 'old-anki' as NoteId;
  const deck = { id: deckId, name: 'Default', presetId: 'default', sections: [], source: '' };
  const writer = await AnkiCollectionWriter.open({
    types: [BASIC],
    decks: [deck],
    presets: [],
    settings: DEFAULT_STUDY_SETTINGS,
    begunAtMillis: clock.atMillis,
    clock,
    withSchedule: false,
    isWhole: true,
  });
  const at = { addedAtMillis: clock.atMillis, editedAtMillis: clock.atMillis };
  const note: Note = {
    id: noteId,
    noteTypeId: BASIC.id,
    fields: { [FIELD.front]: 'This file needs Anki 2.1 or newer. Update Anki, and open it again.' },
    deckId,
    sections: [],
    tags: [],
    position: 0,
    archived: false,
    ...at,
  };
  const card = {
    id: cardIdOf(noteId, 1),
    deckId,
    sections: [],
    position: 0,
    schedule: { state: 'new', reps: 0, lapses: 0 },
    flag: 0,
    suspended: false,
    buriedUntil: 0,
    absent: false,
  } as const;
  await writer.add({ note, cards: [{ card, past: [], reviews: [], crammed: [] }] });
  return writer.end().bytes;
}
