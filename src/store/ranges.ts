import type { DueByDay } from '../domain/balance/days-ahead.ts';
import type { Card } from '../domain/collection/card.ts';
import type { Deck, Preset } from '../domain/collection/deck.ts';
import type { DayTotals } from '../domain/collection/review.ts';
import type { LaneRange, Ranges } from '../domain/study/queue/ranges.ts';
import type { Tally } from '../domain/study/tally.ts';
import { keyOfName } from '../domain/text/same-name.ts';
import type { CardId, DeckId, NoteId } from '../kernel/ids.ts';
import type { StudyDay } from '../kernel/study-day.ts';
import { answerOf, cardKeysOf, keysFrom } from './reads/requests.ts';
import type { CardRow } from './schema.ts';
import { dueOfRows, type TallyRow, tallyOf } from './tally-row.ts';

/** What a queue is read from, but for the settings. */
export const TABLES_OF_RANGES = ['presets', 'decks', 'tallies', 'days', 'cards'] as const;

/** The ranges that a queue is read from, in one transaction. Knows no rule. */
export class StoredRanges implements Ranges {
  readonly #transaction: IDBTransaction;
  #decks: Promise<readonly Deck[]> | undefined;
  #presets: Promise<readonly Preset[]> | undefined;
  #inSteps: Promise<readonly CardRow[]> | undefined;
  readonly #tallies = new Map<string, Promise<readonly TallyRow[]>>();

  constructor(transaction: IDBTransaction) {
    this.#transaction = transaction;
  }

  /** Asks for what every queue begins with, whatever day it is; each is read once. */
  ask(): this {
    void this.inSteps();
    void this.decks();
    void this.presets();
    return this;
  }

  decks(): Promise<readonly Deck[]> {
    this.#decks ??= answerOf(this.#table('decks').getAll());
    return this.#decks;
  }

  presets(): Promise<readonly Preset[]> {
    this.#presets ??= answerOf(this.#table('presets').getAll());
    return this.#presets;
  }

  async tallies(
    section: string,
    deckIds: readonly DeckId[] | undefined,
    until: StudyDay,
  ): Promise<ReadonlyMap<string, Tally>> {
    const key = keyOfName(section);
    const rows: readonly (TallyRow | undefined)[] = await (deckIds === undefined
      ? this.#tallyRows(key)
      : Promise.all(deckIds.map((id) => answerOf(this.#table('tallies').get([key, id])))));
    return new Map(rows.flatMap((row) => (row ? [[row.deckId, tallyOf(row, until, until)]] : [])));
  }

  async dueByDay(): Promise<DueByDay> {
    return dueOfRows(await this.#tallyRows(''));
  }

  async totals(
    studyDay: StudyDay,
    deckIds: readonly DeckId[] | undefined,
  ): Promise<ReadonlyMap<string, DayTotals>> {
    const table = this.#table('days');
    const rows: readonly (DayTotals | undefined)[] = await (deckIds === undefined
      ? answerOf(table.index('studyDay').getAll(studyDay))
      : Promise.all(deckIds.map((id) => answerOf(table.get([id, studyDay])))));
    return new Map(rows.flatMap((row) => (row ? [[row.deckId, row]] : [])));
  }

  inSteps(): Promise<readonly CardRow[]> {
    this.#inSteps ??= answerOf(this.#lanes().getAll(keysFrom('learning')));
    return this.#inSteps;
  }

  lane(range: LaneRange, from: number | undefined, count: number): Promise<readonly CardRow[]> {
    const most = Number.isFinite(count) ? count : undefined;
    return answerOf(this.#lanes(range.deckId).getAll(placesIn(range, from), most));
  }

  async laneIds(range: LaneRange): Promise<readonly CardId[]> {
    const keys = await answerOf(this.#lanes(range.deckId).getAllKeys(placesIn(range)));
    return keys as CardId[];
  }

  cards(ids: readonly CardId[]): Promise<readonly (Card | undefined)[]> {
    const table = this.#table('cards');
    return Promise.all(ids.map((id) => answerOf(table.get(id))));
  }

  async cardsOfNotes(noteIds: ReadonlySet<NoteId>): Promise<readonly CardRow[]> {
    if (noteIds.size === 0) return [];
    const table = this.#table('cards');
    const own = [...noteIds].map((id) => answerOf<CardRow[]>(table.getAll(cardKeysOf(id))));
    return (await Promise.all(own)).flat();
  }

  /** Of all decks: asked for twice by most queues, and read once. */
  #tallyRows(key: string): Promise<readonly TallyRow[]> {
    const read =
      this.#tallies.get(key) ?? answerOf<TallyRow[]>(this.#table('tallies').getAll(keysFrom(key)));
    this.#tallies.set(key, read);
    return read;
  }

  #table(name: (typeof TABLES_OF_RANGES)[number]): IDBObjectStore {
    return this.#transaction.objectStore(name);
  }

  #lanes(deckId?: DeckId): IDBIndex {
    const cards = this.#table('cards');
    return cards.index(deckId === undefined ? '[lane+readyAt]' : '[deckId+lane+readyAt]');
  }
}

function placesIn({ lane, deckId, below }: LaneRange, from = Number.NEGATIVE_INFINITY) {
  const prefix = deckId === undefined ? [lane] : [deckId, lane];
  return IDBKeyRange.bound([...prefix, from], [...prefix, below], false, true);
}
