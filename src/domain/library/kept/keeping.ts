import type { CardId, NoteId } from '../../../kernel/ids.ts';
import type { Collection } from '../collection.ts';
import { textsOfEntry } from '../entries.ts';
import { packCards, unpackCards } from './card-part.ts';
import { packNotes, unpackNotes } from './note-part.ts';
import type { Packed } from './packed.ts';
import { PART_ROWS, type PartName, type PartTable } from './parts.ts';

/** One note in so many has its texts made anew, to see whether those kept are what they would be. */
const LOOKED_AT = 500;

/** A collection in parts that can be kept, and taken up again. */
export class Keeping {
  readonly #collection: Collection;

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  /** Rows of notes and cards. */
  get sizes(): Readonly<Record<PartTable, number>> {
    const { notes, cards } = this.#collection;
    return { notes: notes.length, cards: cards.length };
  }

  /** The parts that are other than they were kept as; undefined where this cannot be kept. */
  changed(): readonly PartName[] | undefined {
    const { changedParts, hasLooseCards } = this.#collection;
    if (hasLooseCards) return undefined;
    return (['notes', 'cards'] as const).flatMap((table) =>
      [...changedParts[table]]
        .filter((at) => at * PART_ROWS < this.sizes[table])
        .map((at) => ({ table, at })),
    );
  }

  /** A part as it is kept. Until one of its rows changes, it does not count as changed. */
  part({ table, at }: PartName): Packed {
    const { notes, cards, changedParts } = this.#collection;
    const from = PART_ROWS * at;
    changedParts[table].delete(at);
    return table === 'notes'
      ? packNotes(notes.slice(from, from + PART_ROWS))
      : packCards(cards.slice(from, from + PART_ROWS).map(({ card }) => card));
  }

  /** These parts were not kept after all. */
  mark(names: readonly PartName[]): void {
    for (const { table, at } of names) this.#collection.changedParts[table].add(at);
  }

  /** What was kept of this is not there: every part counts as changed. */
  forget(): void {
    for (const table of ['notes', 'cards'] as const) {
      for (let place = 0; place < this.sizes[table]; place += PART_ROWS) {
        this.#collection.changedParts.add(table, place);
      }
    }
  }

  /**
   * Adds what `part` made of the next part, notes before cards, where the decks, options and note
   * types of now are already. Throws where it is something else.
   */
  add(table: PartTable, packed: Packed): void {
    if (table === 'notes') this.#collection.addKeptNotes(unpackNotes(packed));
    else this.#collection.addKeptCards(unpackCards(packed));
  }

  cardIdsOf(noteId: NoteId): readonly CardId[] {
    return this.#collection.cardsOf(noteId).map(({ id }) => id);
  }

  /** Whether the texts of some notes are what they would be today. */
  get isOfToday(): boolean {
    return this.#collection.notes.every(({ note, type, text, sortText }, at) => {
      if (at % LOOKED_AT !== 0) return true;
      const today = textsOfEntry(note, type);
      return today.text === text && today.sortText === sortText;
    });
  }
}
