import type { Card } from '../../collection/card.ts';
import { type CardId, type DeckId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { CardInLane } from '../lane.ts';
import type { LaneRange, Ranges } from './ranges.ts';
import type { StepDone } from './ranges-after.ts';

/** So many rows more are read of a lane in a session that goes on: they last for as many answers. */
const SPARE_ROWS = 64;

/** What was asked of all other ranges, and what the answer was. */
interface KeptAnswer {
  readonly ask: (ranges: Ranges) => Promise<unknown>;
  readonly answer: Promise<unknown>;
  isUsed: boolean;
}

/** The first rows of a range; fewer than `count`: there are no more. */
interface KeptLane {
  readonly range: LaneRange;
  readonly from: number | undefined;
  readonly count: number;
  readonly rows: Promise<readonly CardInLane[]>;
  isUsed: boolean;
}

/**
 * `ranges`, everything read once and kept: several queues that differ by a step cost little more
 * than one. Closed, they answer from what was kept; a queue for which they had to go beyond it is
 * worth nothing, and `isBeyond` says so.
 */
export class KeptRanges implements Ranges {
  readonly #ranges: Ranges;
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #lanes = new Map<string, KeptLane>();
  readonly #cards = new Map<CardId, Card | undefined>();
  readonly #notes = new Map<NoteId, readonly CardInLane[]>();
  readonly #usedCards = new Set<CardId>();
  readonly #usedNotes = new Set<NoteId>();
  #isClosed = false;
  #isBeyond = false;

  readonly #spareRows: number;

  /** `spareRows`: read of a lane beyond what is asked for; none where a person waits for the first card. */
  constructor(ranges: Ranges, spareRows = SPARE_ROWS) {
    this.#ranges = ranges;
    this.#spareRows = spareRows;
  }

  close(): void {
    this.#isClosed = true;
  }

  get isBeyond(): boolean {
    return this.#isBeyond;
  }

  /**
   * Closed ranges as they are after `step`, open again: of what was used, everything that is still
   * known, so that the next queue reads little or nothing. `ranges`: these ones as `rangesAfter` has
   * them after the step. `stored`: what is read from what is not known.
   */
  async after(step: StepDone, ranges: Ranges, stored: Ranges): Promise<KeptRanges> {
    const next = new KeptRanges(stored);
    for (const [key, { ask, isUsed }] of [...this.#kept]) {
      if (!isUsed) continue;
      const answer = Promise.resolve(await ask(ranges));
      next.#kept.set(key, { ask, answer, isUsed: false });
    }
    for (const [key, { range, from, count, rows, isUsed }] of [...this.#lanes]) {
      if (!isUsed) continue;
      const isWhole = (await rows).length < count;
      const known = isWhole ? Number.POSITIVE_INFINITY : count - step.changes.length;
      if (known <= 0) continue;
      const after = Promise.resolve(await ranges.lane(range, from, known));
      next.#lanes.set(key, { range, from, count: known, rows: after, isUsed: false });
    }
    const changed = new Set(step.changes.map(({ key }) => key));
    for (const id of this.#usedCards) {
      const [card] = changed.has(id) ? await ranges.cards([id]) : [this.#cards.get(id)];
      next.#cards.set(id, card);
    }
    const changedNotes = new Set([...step.cards.values()].map(({ id }) => noteIdOf(id)));
    for (const id of this.#usedNotes) {
      const isChanged = changedNotes.has(id);
      const own = isChanged ? await ranges.cardsOfNotes(new Set([id])) : this.#notes.get(id);
      next.#notes.set(id, own ?? []);
    }
    return next;
  }

  decks() {
    return this.#keep('decks', [], (ranges) => ranges.decks());
  }

  presets() {
    return this.#keep('presets', [], (ranges) => ranges.presets());
  }

  tallies(section: string, deckIds: readonly DeckId[] | undefined, until: StudyDay) {
    const key = JSON.stringify([section, deckIds, until]);
    return this.#keep(key, new Map(), (ranges) => ranges.tallies(section, deckIds, until));
  }

  dueByDay() {
    return this.#keep('dueByDay', new Map(), (ranges) => ranges.dueByDay());
  }

  totals(studyDay: StudyDay, deckIds: readonly DeckId[] | undefined) {
    const key = JSON.stringify([studyDay, deckIds]);
    return this.#keep(key, new Map(), (ranges) => ranges.totals(studyDay, deckIds));
  }

  inSteps() {
    return this.#keep('inSteps', [], (ranges) => ranges.inSteps());
  }

  async lane(range: LaneRange, from: number | undefined, count: number) {
    const key = laneKey(range, from);
    const kept = this.#lanes.get(key);
    // What is read from the lane's head on has the rows of its middle too.
    for (const known of new Set([kept, this.#lanes.get(laneKey(range, undefined))])) {
      if (!known) continue;
      const rows = await known.rows;
      const there = rowsFrom(rows, from);
      if (there.length < count && rows.length >= known.count) continue;
      known.isUsed = true;
      return there.slice(0, count);
    }
    if (this.#isClosed) return this.#beyond([]);
    const more = count + this.#spareRows;
    const rows = kept
      ? kept.rows.then((known) => this.#readOn(range, from, known, more))
      : this.#ranges.lane(range, from, more);
    this.#lanes.set(key, { range, from, count: more, rows, isUsed: true });
    return (await rows).slice(0, count);
  }

  /** From the last known place on: at a lane's head a browser passes over all that stood there. */
  async #readOn(
    range: LaneRange,
    from: number | undefined,
    known: readonly CardInLane[],
    count: number,
  ): Promise<readonly CardInLane[]> {
    const last = known.at(-1)?.readyAt;
    if (last === undefined) return this.#ranges.lane(range, from, count);
    const before = known.filter(({ readyAt }) => readyAt < last);
    return [...before, ...(await this.#ranges.lane(range, last, count - before.length))];
  }

  laneIds(range: LaneRange) {
    const key = `ids ${laneKey(range, undefined)}`;
    return this.#keep(key, [], (ranges) => ranges.laneIds(range));
  }

  async cards(ids: readonly CardId[]) {
    const missing = ids.filter((id) => !this.#cards.has(id));
    if (missing.length > 0) {
      if (this.#isClosed) return this.#beyond(ids.map(() => undefined));
      const read = await this.#ranges.cards(missing);
      missing.forEach((id, index) => {
        this.#cards.set(id, read[index]);
      });
    }
    for (const id of ids) this.#usedCards.add(id);
    return ids.map((id) => this.#cards.get(id));
  }

  async cardsOfNotes(noteIds: ReadonlySet<NoteId>) {
    const missing = new Set([...noteIds].filter((id) => !this.#notes.has(id)));
    if (missing.size > 0) {
      if (this.#isClosed) return this.#beyond([]);
      const read = new Map<NoteId, CardInLane[]>([...missing].map((id) => [id, []]));
      for (const row of await this.#ranges.cardsOfNotes(missing)) {
        read.get(noteIdOf(row.id))?.push(row);
      }
      for (const [id, rows] of read) this.#notes.set(id, rows);
    }
    for (const id of noteIds) this.#usedNotes.add(id);
    return [...noteIds].flatMap((id) => this.#notes.get(id) ?? []);
  }

  #keep<Value>(
    key: string,
    nothing: Value,
    ask: (ranges: Ranges) => Promise<Value>,
  ): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept) {
      kept.isUsed = true;
      return kept.answer as Promise<Value>;
    }
    if (this.#isClosed) return Promise.resolve(this.#beyond(nothing));
    const answer = ask(this.#ranges);
    this.#kept.set(key, { ask, answer, isUsed: true });
    return answer;
  }

  #beyond<Value>(nothing: Value): Value {
    this.#isBeyond = true;
    return nothing;
  }
}

function rowsFrom(rows: readonly CardInLane[], from: number | undefined): readonly CardInLane[] {
  return from === undefined ? rows : rows.filter(({ readyAt }) => readyAt >= from);
}

function laneKey({ lane, deckId, below }: LaneRange, from: number | undefined): string {
  return [lane, deckId ?? '*', below, from].join(' ');
}
