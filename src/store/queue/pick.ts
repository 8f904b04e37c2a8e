import { noteIdOf } from '../../kernel/ids.ts';
import type { CardRow } from '../schema.ts';
import type { Reading } from './shares.ts';

/** Which of the rows of a lane are wanted, in their order. */
export type Pick = (rows: readonly CardRow[]) => readonly CardRow[] | Promise<readonly CardRow[]>;

/**
 * The first `count` cards that `pick` takes from `first`, which is asked for more while too few.
 * `pick` may still be on its way: both are waited for together.
 */
export async function firstPicked(
  first: (size: number) => Promise<readonly CardRow[]>,
  count: number,
  pick: Pick | Promise<Pick>,
  firstSize = count,
): Promise<readonly CardRow[]> {
  for (let size = withSpare(firstSize); ; size *= 2) {
    const [rows, pickFrom] = await Promise.all([first(size), pick]);
    const picked = await pickFrom(rows);
    if (picked.length >= count || rows.length < size) return picked.slice(0, count);
  }
}

/** A few rows more, because some are passed over: cheaper than reading again. */
export function withSpare(count: number): number {
  return count + Math.ceil(count / 8) + 2;
}

/** Of decks with sibling burying, the first card of each note that has none in steps. */
export function onePerNote(rows: readonly CardRow[], { burying, inSteps }: Reading): CardRow[] {
  if (burying.size === 0) return [...rows];
  const taken = new Set(inSteps);
  return rows.filter((card) => {
    if (!burying.has(card.deckId)) return true;
    const noteId = noteIdOf(card.id);
    if (taken.has(noteId)) return false;
    taken.add(noteId);
    return true;
  });
}
