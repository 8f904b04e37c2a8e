import { BASIC, FIELD } from '../../../domain/content/stock.ts';
import type { Note } from '../../../domain/content/note.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../domain/collection/deck.ts';
import { cardIdOf, type DeckId, type NoteId } from '../../../kernel/ids.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { through } from '../../../log/text/through.ts';
import { ZipWriter } from '../../collection-file/zip-writer.ts';
import { sha1Of } from '../sha1.ts';
import { AnkiCollectionWriter, type WrittenPackage } from './collection-writer.ts';
import type { OutgoingCollection, PackageForm } from './outgoing.ts';
import { WireWriter } from './wire/wire-writer.ts';
import { zstdFrame } from './zstd-frame.ts';

/** A picture, sound or film under the name that notes call it by. */
export interface OutgoingMedia {
  readonly name: string;
  readonly content: Uint8Array;
}

/** By the system's own library: of two packages nobody asks that they are alike to the byte. */
function packByTheSystem(content: Uint8Array): Promise<Uint8Array> {
  return through(content, new CompressionStream('deflate-raw'));
}

/** By what Anki knows the form: protobuf, field 1. */
const META: Readonly<Record<PackageForm, Uint8Array>> = {
  older: new Uint8Array([8, 2]),
  newest: new Uint8Array([8, 3]),
};

/** A package being written: first its notes, then its media one by one. */
export class PackageWriter {
  readonly #zip: ZipWriter;
  readonly #media: { readonly name: string; readonly bytes: number; readonly sha1?: Uint8Array }[] =
    [];
  readonly #clock: ClockReading;
  readonly #form: PackageForm;
  readonly collection: AnkiCollectionWriter;

  private constructor(
    sink: (piece: Uint8Array) => unknown,
    collection: AnkiCollectionWriter,
    clock: ClockReading,
    form: PackageForm,
  ) {
    this.#zip = new ZipWriter(sink, 0, packByTheSystem);
    this.collection = collection;
    this.#clock = clock;
    this.#form = form;
  }

  /** `sink` gets the file's pieces in their order; the next is made when it has settled. */
  static async open(
    all: OutgoingCollection,
    form: PackageForm,
    sink: (piece: Uint8Array) => unknown,
  ): Promise<PackageWriter> {
    const collection = await AnkiCollectionWriter.open(all, form);
    return new PackageWriter(sink, collection, all.clock, form);
  }

  /** Once all notes are in. */
  async endNotes(): Promise<WrittenPackage> {
    const { bytes, written } = this.collection.end();
    await this.#zip.add('meta', META[this.#form], false);
    if (this.#form === 'older') await this.#zip.add('collection.anki21', bytes, true);
    // Packed once, by the zip, which Anki reads as well.
    else await this.#zip.add('collection.anki21b', zstdFrame(bytes), true);
    await this.#zip.add('collection.anki2', await noteForOldAnkis(this.#clock), true);
    return written;
  }

  /** Lets go of the database where the package is not wanted any more. */
  close(): void {
    this.collection.close();
  }

  async addMedia({ name, content }: OutgoingMedia): Promise<void> {
    const isNewest = this.#form === 'newest';
    const packed = isNewest ? zstdFrame(content) : content;
    await this.#zip.add(String(this.#media.length), packed, false);
    const sha1 = isNewest ? await sha1Of(content) : undefined;
    this.#media.push({ name, bytes: content.length, ...(sha1 && { sha1 }) });
  }

  async end(): Promise<void> {
    await this.#zip.add(
      'media',
      this.#form === 'older' ? this.#jsonList() : this.#wireList(),
      false,
    );
    await this.#zip.end();
  }

  #jsonList(): Uint8Array {
    const names = this.#media.map(({ name }, at) => [at, name]);
    return new TextEncoder().encode(JSON.stringify(Object.fromEntries(names)));
  }

  #wireList(): Uint8Array {
    const list = new WireWriter();
    for (const { name, bytes, sha1 = new Uint8Array() } of this.#media) {
      const entry = new WireWriter().text(1, name);
      if (bytes > 0) entry.whole(2, bytes);
      list.bytes(1, entry.bytes(3, sha1).end());
    }
    return zstdFrame(list.end());
  }
}

/** A collection for Ankis of before 2018, which read nothing else of the file: one note that says so. */
async function noteForOldAnkis(clock: ClockReading): Promise<Uint8Array> {
  const deckId = 'default' as DeckId;
  const noteId = 'old-anki' as NoteId;
  const deck = { id: deckId, name: t`Default`, presetId: 'default', sections: [], source: '' };
  const all: OutgoingCollection = {
    types: [BASIC],
    decks: [deck],
    presets: [],
    settings: DEFAULT_STUDY_SETTINGS,
    begunAtMillis: clock.atMillis,
    clock,
    withSchedule: false,
    isWhole: true,
  };
  const writer = await AnkiCollectionWriter.open(all, 'older');
  const at = { addedAtMillis: clock.atMillis, editedAtMillis: clock.atMillis };
  const note: Note = {
    id: noteId,
    noteTypeId: BASIC.id,
    fields: {
      [FIELD.front]: t`This file needs Anki 2.1 or newer. Update Anki, and open it again.`,
    },
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
