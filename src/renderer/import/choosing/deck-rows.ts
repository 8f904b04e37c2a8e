import type { ImportLook } from '../../../engine/import/import-look.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { comparePaths, depthOf, lastPart, partsOf, pathAndAbove } from '../../../kernel/path.ts';

/** A deck of the file in the tree of its decks, or a name that others lie below. */
export interface DeckRow {
  /** No two rows have the same. */
  readonly path: string;
  readonly name: string;
  /** 0 at the top. */
  readonly depth: number;
  /** Of the deck and all below it. */
  readonly ids: readonly DeckId[];
  readonly notes: number;
}

const NAMES = new Intl.Collator('en', { numeric: true });

/** The decks of a file as a tree, each above those below it, in the order of their names. */
export function deckRows(decks: ImportLook['decks']): readonly DeckRow[] {
  const rows = new Map<string, { ids: DeckId[]; notes: number }>();
  for (const deck of decks) {
    for (const path of pathAndAbove(deck.name)) {
      const row = rows.get(path) ?? { ids: [], notes: 0 };
      row.ids.push(deck.id);
      row.notes += deck.notes;
      rows.set(path, row);
    }
  }
  return [...rows]
    .map(([path, row]) => ({ path, parts: partsOf(path), ...row }))
    .sort((a, b) => comparePaths(a.parts, b.parts, NAMES.compare))
    .map(({ path, ids, notes }) => ({
      path,
      name: lastPart(path),
      depth: depthOf(path),
      ids,
      notes,
    }));
}
