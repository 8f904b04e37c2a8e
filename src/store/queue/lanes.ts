import { Dexie } from 'dexie';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';

/** The head of a lane, of one deck or (undefined) of all. */
interface Range {
  readonly deckId: DeckId | undefined;
  readonly lane: 'new' | 'review';
}

/** Reads the lanes of one queue, inside the caller's transaction: reviews due, or all new cards. */
export class Lanes {
  readonly db: RoundsDatabase;
  readonly #today: StudyDay;

  constructor(db: RoundsDatabase, today: StudyDay) {
    this.db = db;
    this.#today = today;
  }

  /** The first `size` rows, or as many as there are. */
  first(range: Range, size = Number.POSITIVE_INFINITY): Promise<readonly CardRow[]> {
    const rows = this.#collection(range);
    return (Number.isFinite(size) ? rows.limit(size) : rows).toArray();
  }

  /** All rows of some decks, or (undefined) of all. */
  async all(
    lane: Range['lane'],
    deckIds: ReadonlySet<DeckId> | undefined,
  ): Promise<readonly CardRow[]> {
    const ranges = deckIds ? [...deckIds] : [undefined];
    return (await Promise.all(ranges.map((deckId) => this.first({ deckId, lane })))).flat();
  }

  /** The ids of all cards in the range. */
  async ids(range: Range): Promise<readonly CardId[]> {
    return (await this.#collection(range).primaryKeys()) as CardId[];
  }

  #collection({ deckId, lane }: Range) {
    const below = lane === 'review' ? this.#today + 1 : Number.POSITIVE_INFINITY;
    const { cards } = this.db;
    return deckId === undefined
      ? cards.where('[lane+readyAt]').between([lane, Dexie.minKey], [lane, below], true, false)
      : cards
          .where('[deckId+lane+readyAt]')
          .between([deckId, lane, Dexie.minKey], [deckId, lane, below], true, false);
  }
}
