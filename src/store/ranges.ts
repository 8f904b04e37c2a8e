import { Dexie } from 'dexie';
import type { Card } from '../domain/collection/card.ts';
import type { Deck, Preset } from '../domain/collection/deck.ts';
import type { DayTotals } from '../domain/collection/review.ts';
import type { LaneRange, Ranges } from '../domain/study/queue/ranges.ts';
import type { Tally } from '../domain/study/tally.ts';
import { keyOfName } from '../domain/text/same-name.ts';
import type { CardId, DeckId, NoteId } from '../kernel/ids.ts';
import type { StudyDay } from '../kernel/study-day.ts';
import { cardsOfNotes } from './reach.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';
import { tallyOf } from './tally-row.ts';

/** The ranges that a queue is read from, inside the caller's transaction. Knows no rule. */
export class StoredRanges implements Ranges {
  readonly #db: RoundsDatabase;

  constructor(db: RoundsDatabase) {
    this.#db = db;
  }

  decks(): Promise<readonly Deck[]> {
    return this.#db.decks.toArray();
  }

  presets(): Promise<readonly Preset[]> {
    return this.#db.presets.toArray();
  }

  async tallies(
    section: string,
    deckIds: readonly DeckId[] | undefined,
    until: StudyDay,
  ): Promise<ReadonlyMap<string, Tally>> {
    const key = keyOfName(section);
    const rows =
      deckIds === undefined
        ? await this.#db.tallies
            .where('[section+deckId]')
            .between([key, Dexie.minKey], [key, Dexie.maxKey])
            .toArray()
        : await this.#db.tallies.bulkGet(deckIds.map((id): [string, string] => [key, id]));
    return new Map(rows.flatMap((row) => (row ? [[row.deckId, tallyOf(row, until)]] : [])));
  }

  async totals(
    studyDay: StudyDay,
    deckIds: readonly DeckId[] | undefined,
  ): Promise<ReadonlyMap<string, DayTotals>> {
    const rows =
      deckIds === undefined
        ? await this.#db.days.where('studyDay').equals(studyDay).toArray()
        : await this.#db.days.bulkGet(deckIds.map((id): [string, number] => [id, studyDay]));
    return new Map(rows.flatMap((row) => (row ? [[row.deckId, row]] : [])));
  }

  inSteps(): Promise<readonly CardRow[]> {
    return this.#db.cards
      .where('[lane+readyAt]')
      .between(['learning', Dexie.minKey], ['learning', Dexie.maxKey])
      .toArray();
  }

  lane(range: LaneRange, from: number | undefined, count: number): Promise<readonly CardRow[]> {
    const rows = this.#within(range, from);
    return (Number.isFinite(count) ? rows.limit(count) : rows).toArray();
  }

  async laneIds(range: LaneRange): Promise<readonly CardId[]> {
    return (await this.#within(range, undefined).primaryKeys()) as CardId[];
  }

  cards(ids: readonly CardId[]): Promise<readonly (Card | undefined)[]> {
    return this.#db.cards.bulkGet([...ids]);
  }

  async cardsOfNotes(noteIds: ReadonlySet<NoteId>): Promise<readonly CardRow[]> {
    return noteIds.size === 0 ? [] : cardsOfNotes(this.#db, noteIds);
  }

  #within({ lane, deckId, below }: LaneRange, from: number = Number.NEGATIVE_INFINITY) {
    const { cards } = this.#db;
    return deckId === undefined
      ? cards.where('[lane+readyAt]').between([lane, from], [lane, below], true, false)
      : cards
          .where('[deckId+lane+readyAt]')
          .between([deckId, lane, from], [deckId, lane, below], true, false);
  }
}
