import * as grid from '../model/grid.ts';
import * as moving from '../model/moves.ts';
import type { Worth } from '../model/worth.ts';
import type { Starts } from './starts.ts';
import type { PlanFrame } from './values.ts';

const { CELLS, DIFFICULTIES, STABILITIES } = grid;
const { OUTCOMES } = moving;

/** Memories that cards can have after a review in each slot: those of no others are worked out. */
export interface Reachable {
  /** By slot, and one more: where its cells begin. */
  readonly begin: Int32Array;
  /** Cells of the grid, ascending within a slot. */
  readonly cell: Uint16Array;
}

export function everyCell({ slots: { count } }: PlanFrame): Reachable {
  return {
    begin: Int32Array.from({ length: count + 1 }, (_, slot) => slot * CELLS),
    cell: Uint16Array.from({ length: count * CELLS }, (_, at) => at % CELLS),
  };
}

/**
 * The cells that the cards at places `first` to before `end` of `starts` can come to, whatever the
 * prices: by a first review in any slot, and by reviews in any slots after it.
 */
export function reachableFrom(
  starts: Starts,
  first: number,
  end: number,
  { slots: { count, day, budgetSeconds }, moves }: PlanFrame,
  { lastSlot }: Worth,
): Reachable {
  const { row, column, looked } = starts;
  const isReached = new Uint8Array(count * CELLS);
  /** The same before the outcome's change of row. */
  const isLedTo = new Uint8Array(count * OUTCOMES * CELLS);
  for (let at = first; at < end; at++) {
    for (const slot of looked) {
      if (slot >= lastSlot) break;
      for (let outcome = 0; outcome < OUTCOMES; outcome++) {
        const below = (row[at * OUTCOMES + outcome] as number) | 0;
        const left = (column[(at * count + slot) * OUTCOMES + outcome] as number) | 0;
        const low = slot * CELLS + below * STABILITIES + left;
        for (const near of [low, low + STABILITIES]) {
          isReached[near] = 1;
          isReached[near + 1] = 1;
        }
      }
    }
  }
  const begin = new Int32Array(count + 1);
  const cell = new Uint16Array(count * CELLS);
  let length = 0;
  for (let from = 0; from < count; from++) {
    begin[from] = length;
    if (from >= lastSlot) continue;
    changeRows(isLedTo, isReached, moves, from);
    for (let at = 0; at < CELLS; at++) {
      if (isReached[from * CELLS + at]) cell[length++] = at;
    }
    for (let to = from + 1; to < lastSlot; to++) {
      if (!((budgetSeconds[to] as number) > 0)) continue;
      const place = moves.placeOfDays[(day[to] as number) - (day[from] as number)] as number;
      for (let k = begin[from] as number; k < length; k++) {
        const leads = (place * CELLS + (cell[k] as number)) * OUTCOMES;
        for (let outcome = 0; outcome < OUTCOMES; outcome++) {
          const left = to * OUTCOMES * CELLS + (moves.into[leads + outcome] as number);
          isLedTo[left] = 1;
          isLedTo[left + 1] = 1;
        }
      }
    }
  }
  begin[count] = length;
  return { begin, cell: cell.slice(0, length) };
}

function changeRows(
  isLedTo: Uint8Array,
  isReached: Uint8Array,
  { row }: moving.Moves,
  slot: number,
): void {
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    for (let d = 0; d < DIFFICULTIES; d++) {
      const below = (row[outcome * DIFFICULTIES + d] as number) | 0;
      const from = (slot * OUTCOMES + outcome) * CELLS + d * STABILITIES;
      const to = slot * CELLS + below * STABILITIES;
      for (let s = 0; s < STABILITIES; s++) {
        if (!isLedTo[from + s]) continue;
        isReached[to + s] = 1;
        isReached[to + STABILITIES + s] = 1;
      }
    }
  }
}
