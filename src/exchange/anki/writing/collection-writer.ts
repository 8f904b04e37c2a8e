import { exactJson } from '../tables/exact-json.ts';
import { collectionRows } from './collection-rows.ts';
import { RowWriter } from './database/row-writer.ts';
import { INDEXES, TABLES } from './database/schema-11.ts';
import { NoteRowMaker } from './note-rows.ts';
import type { Json, OutgoingCollection, OutgoingNote } from './outgoing.ts';
import { Scene } from './scene.ts';

/** What was written, and what has no place in Anki. */
export interface Written {
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  /** Cards that their note or type no longer has. */
  readonly cardsLeftOut: number;
  /** Their cards are suspended there. */
  readonly archivedNotes: number;
}

/** Writes a collection in Anki's tables, note by note. */
export class AnkiCollectionWriter {
  readonly #rows: RowWriter;
  readonly #scene: Scene;
  readonly #maker: NoteRowMaker;
  readonly #counts = { notes: 0, cards: 0, reviews: 0, cardsLeftOut: 0, archivedNotes: 0 };

  private constructor(rows: RowWriter, all: OutgoingCollection) {
    this.#rows = rows;
    this.#scene = new Scene(all);
    this.#maker = new NoteRowMaker(this.#scene);
  }

  static async open(all: OutgoingCollection): Promise<AnkiCollectionWriter> {
    return new AnkiCollectionWriter(await RowWriter.open(TABLES), all);
  }

  async add(outgoing: OutgoingNote): Promise<void> {
    const { note, cards, reviews, leftOut } = await this.#maker.rowsOf(outgoing);
    this.#rows.put('notes', note);
    for (const row of cards) this.#rows.put('cards', row);
    for (const row of reviews) this.#rows.put('revlog', row);
    this.#counts.notes++;
    this.#counts.cards += cards.length;
    this.#counts.reviews += reviews.length;
    this.#counts.cardsLeftOut += leftOut;
    if (outgoing.note.archived) this.#counts.archivedNotes++;
  }

  /** The database's bytes, and what stands in it. Nothing can be added any more. */
  end(): { readonly bytes: Uint8Array; readonly written: Written } {
    const { all, createdSeconds, foreign } = this.#scene;
    const rows = collectionRows(this.#scene, this.#counts.notes);
    const now = all.clock.atMillis;
    const before = all.isWhole ? foreign?.changed : undefined;
    this.#rows.put('col', [
      1,
      createdSeconds,
      now,
      before?.schemaMillis ?? now,
      11,
      0,
      before?.usn ?? 0,
      before?.synchronisedMillis ?? 0,
      exactJson(rows.config),
      exactJson(byId(rows.types)),
      exactJson(byId(rows.decks)),
      exactJson(byId(rows.presets)),
      exactJson(Object.fromEntries(rows.tags.map((tag) => [tag, -1]))),
    ]);
    return { bytes: this.#rows.end(INDEXES), written: this.#counts };
  }

  /** Lets go of the database where it is not wanted any more. */
  close(): void {
    this.#rows.close();
  }
}

function byId(rows: readonly Json[]): Json {
  return Object.fromEntries(rows.map((row) => [String(row.id), row]));
}
