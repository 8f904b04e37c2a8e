import { collectionRows } from './collection-rows.ts';
import { putAsJson } from './database/collection-in-json.ts';
import { putInTables } from './database/collection-in-tables.ts';
import { RowWriter } from '../sqlite/row-writer.ts';
import { SCHEMA_11, SCHEMA_18, type Schema } from './database/schemas.ts';
import { NoteRowMaker } from './note-rows.ts';
import type { OutgoingCollection, OutgoingNote, PackageForm } from './outgoing.ts';
import { PackageScene } from './scene.ts';

/** What was written, and what has no place in Anki. */
export interface WrittenPackage {
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
  readonly #scene: PackageScene;
  readonly #maker: NoteRowMaker;
  readonly #counts = { notes: 0, cards: 0, reviews: 0, cardsLeftOut: 0, archivedNotes: 0 };

  readonly #form: PackageForm;

  private constructor(rows: RowWriter, all: OutgoingCollection, form: PackageForm) {
    this.#rows = rows;
    this.#form = form;
    this.#scene = new PackageScene(all);
    this.#maker = new NoteRowMaker(this.#scene);
  }

  static async open(all: OutgoingCollection, form: PackageForm): Promise<AnkiCollectionWriter> {
    return new AnkiCollectionWriter(await RowWriter.open(schemaOf(form).tables), all, form);
  }

  async add(outgoing: OutgoingNote): Promise<void> {
    const { note, cards, reviews, leftOut } = await this.#maker.rowsOf(outgoing);
    this.#rows.put('notes', note);
    for (const row of cards) this.#rows.put('cards', row);
    for (const row of reviews) this.#rows.putNumbers('revlog', row);
    this.#counts.notes++;
    this.#counts.cards += cards.length;
    this.#counts.reviews += reviews.length;
    this.#counts.cardsLeftOut += leftOut;
    if (outgoing.note.archived) this.#counts.archivedNotes++;
  }

  /** The database's bytes, and what stands in it. Nothing can be added any more. */
  end(): { readonly bytes: Uint8Array; readonly written: WrittenPackage } {
    const { all, createdSeconds, foreign } = this.#scene;
    const now = all.clock.atMillis;
    const own = { schemaMillis: now, usn: 0, synchronisedMillis: 0 };
    const stamps = { ...own, ...(all.isWhole && foreign?.changed) };
    const put = this.#form === 'older' ? putAsJson : putInTables;
    put(this.#rows, collectionRows(this.#scene, this.#counts.notes), {
      ...stamps,
      createdSeconds,
      modifiedMillis: now,
    });
    return { bytes: this.#rows.end(schemaOf(this.#form).indexes), written: this.#counts };
  }

  /** Lets go of the database where it is not wanted any more. */
  close(): void {
    this.#rows.close();
  }
}

function schemaOf(form: PackageForm): Schema {
  return form === 'older' ? SCHEMA_11 : SCHEMA_18;
}
