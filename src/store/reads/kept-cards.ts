import type { Card } from '../../domain/collection/card.ts';
import { type CardId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { pages } from '../library/library-pages.ts';
import { type LogStamp, readLogStamp, readSince } from '../library/since.ts';
import { withoutKeys } from '../reach.ts';
import type { RoundsDatabase } from '../schema.ts';

/**
 * All cards in memory, in the order of their decks. Read once, in pages so that no answer waits long
 * for the disk; from then on only the rows that operations name are read.
 */
export class KeptCards {
  #byId = new Map<CardId, Card>();
  #cards: readonly Card[] = [];
  #stamp: LogStamp | undefined;
  /** Equal section lists and deck ids are one object each: a card has its own copies as it is read. */
  readonly #shared = new Map<string, unknown>();

  /** The cards as they stand in `db` now. */
  async upToDate(db: RoundsDatabase): Promise<readonly Card[]> {
    const since = this.#stamp && (await readSince(db, this.#stamp, cardIdsOf(this.#byId)));
    if (!since) {
      await this.#readAll(db);
      return this.#cards;
    }
    this.#stamp = since.stamp;
    const changes = since.changes.filter(({ table }) => table === 'cards');
    if (changes.length === 0) return this.#cards;
    for (const { key, after } of changes) {
      if (after) this.#put(after as Card);
      else this.#byId.delete(key as CardId);
    }
    this.#cards = inDeckOrder(this.#byId);
    return this.#cards;
  }

  async #readAll(db: RoundsDatabase): Promise<void> {
    this.#byId = new Map();
    this.#shared.clear();
    // Before the cards: what changes meanwhile is read again the next time.
    this.#stamp = await readLogStamp(db);
    for await (const page of pages(db.cards)) for (const row of page) this.#put(withoutKeys(row));
    this.#cards = inDeckOrder(this.#byId);
  }

  #put(card: Card): void {
    const sections = this.#sharedOf(card.sections.join('\n'), card.sections);
    const deckId = this.#sharedOf(`\n${card.deckId}`, card.deckId);
    this.#byId.set(card.id, { ...card, deckId, sections });
  }

  #sharedOf<Value>(key: string, value: Value): Value {
    const known = this.#shared.get(key);
    if (known === undefined) this.#shared.set(key, value);
    return (known as Value | undefined) ?? value;
  }
}

/** Cards at the same place by id, as the database has them, so that the same cards come out alike. */
function inDeckOrder(cards: ReadonlyMap<CardId, Card>): Card[] {
  return [...cards.values()].sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** The cards of a note; all are looked at once where any is asked for. */
function cardIdsOf(cards: ReadonlyMap<CardId, Card>): (noteId: NoteId) => readonly CardId[] {
  let byNote: Map<NoteId, CardId[]> | undefined;
  return (noteId) => {
    if (!byNote) {
      byNote = new Map();
      for (const id of cards.keys()) {
        const own = byNote.get(noteIdOf(id));
        if (own) own.push(id);
        else byNote.set(noteIdOf(id), [id]);
      }
    }
    return byNote.get(noteId) ?? [];
  };
}
