import type { Card } from '../../collection/card.ts';
import type { CardId, DeckId, NoteId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { CardInLane } from '../lane.ts';
import type { LaneRange, Ranges } from './ranges.ts';

/**
 * `ranges`, everything read once and kept: several queues that differ by a step cost little more
 * than one. Closed, they answer from what was kept; a queue for which they had to go beyond it is
 * worth nothing, and `isBeyond` says so.
 */
export class KeptRanges implements Ranges {
  readonly #ranges: Ranges;
  readonly #kept = new Map<string, Promise<unknown>>();
  readonly #lanes = new Map<
    string,
    { readonly count: number; readonly rows: Promise<readonly CardInLane[]> }
  >();
  readonly #cards = new Map<CardId, Promise<Card | undefined>>();
  #isClosed = false;
  #isBeyond = false;

  constructor(ranges: Ranges) {
    this.#ranges = ranges;
  }

  close(): void {
    this.#isClosed = true;
  }

  get isBeyond(): boolean {
    return this.#isBeyond;
  }

  decks() {
    return this.#keep('decks', [], () => this.#ranges.decks());
  }

  presets() {
    return this.#keep('presets', [], () => this.#ranges.presets());
  }

  tallies(section: string, deckIds: readonly DeckId[] | undefined, until: StudyDay) {
    const key = JSON.stringify(['tallies', section, deckIds, until]);
    return this.#keep(key, new Map(), () => this.#ranges.tallies(section, deckIds, until));
  }

  totals(studyDay: StudyDay, deckIds: readonly DeckId[] | undefined) {
    const key = JSON.stringify(['totals', studyDay, deckIds]);
    return this.#keep(key, new Map(), () => this.#ranges.totals(studyDay, deckIds));
  }

  inSteps() {
    return this.#keep('inSteps', [], () => this.#ranges.inSteps());
  }

  async lane(range: LaneRange, from: number | undefined, count: number) {
    const key = laneKey(range, from);
    const kept = this.#lanes.get(key);
    if (kept) {
      const rows = await kept.rows;
      // Fewer than were asked for: there are no more.
      if (count <= kept.count || rows.length < kept.count) return rows.slice(0, count);
    }
    if (this.#isClosed) return this.#beyond([]);
    const rows = this.#ranges.lane(range, from, count);
    this.#lanes.set(key, { count, rows });
    return rows;
  }

  laneIds(range: LaneRange) {
    return this.#keep(`ids ${laneKey(range, undefined)}`, [], () => this.#ranges.laneIds(range));
  }

  async cards(ids: readonly CardId[]) {
    const missing = ids.filter((id) => !this.#cards.has(id));
    if (missing.length > 0 && this.#isClosed) return this.#beyond(ids.map(() => undefined));
    if (missing.length > 0) {
      const read = this.#ranges.cards(missing);
      missing.forEach((id, index) => {
        this.#cards.set(
          id,
          read.then((cards) => cards[index]),
        );
      });
    }
    return Promise.all(ids.map((id) => this.#cards.get(id)));
  }

  cardsOfNotes(noteIds: ReadonlySet<NoteId>) {
    const key = `notes ${[...noteIds].sort().join(' ')}`;
    return this.#keep(key, [], () => this.#ranges.cardsOfNotes(noteIds));
  }

  #keep<Value>(key: string, nothing: Value, read: () => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(key) as Promise<Value> | undefined;
    if (kept) return kept;
    if (this.#isClosed) return Promise.resolve(this.#beyond(nothing));
    const value = read();
    this.#kept.set(key, value);
    return value;
  }

  #beyond<Value>(nothing: Value): Value {
    this.#isBeyond = true;
    return nothing;
  }
}

function laneKey({ lane, deckId, below }: LaneRange, from: number | undefined): string {
  return [lane, deckId ?? '*', below, from].join(' ');
}
