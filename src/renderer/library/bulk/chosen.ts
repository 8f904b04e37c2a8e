import { type CardId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import type { FoundRows, LibraryRow, Mode } from '../../../domain/library/library.ts';
import type { Engine } from '../../../engine/engine.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { itemsAt, type Spans, sizeOf } from '../../kit/grid/spans.ts';

/** What a bulk change is done to. */
export interface Chosen {
  readonly cardIds: readonly CardId[];
  readonly noteIds: readonly NoteId[];
}

/** Up to so many rows are looked at one by one before all ids of the listing are asked for. */
const FEW = 500;

/** What is chosen in words, for the head of a menu: exactly, where the rows have been read. */
export function sizesOf(
  spans: Spans,
  mode: Mode,
  at: (place: number) => LibraryRow | undefined,
): { readonly cards: string; readonly notes: string } {
  const size = sizeOf(spans);
  const rows = size <= FEW ? rowsAt(spans, at) : undefined;
  if (rows) {
    const { cardIds, noteIds } = chosenAmong(rows);
    return {
      cards: plural(cardIds.length, '# card'),
      notes: plural(noteIds.length, '# note'),
    };
  }
  return mode === 'cards'
    ? {
        cards: plural(size, '# card'),
        notes: t`notes of ${plural(size, '# card')}`,
      }
    : {
        cards: t`cards of ${plural(size, '# note')}`,
        notes: plural(size, '# note'),
      };
}

/** A listing, as far as choosing from it goes. */
interface ListingToChooseFrom {
  readonly found: FoundRows;
  readonly at: (place: number) => LibraryRow | undefined;
  readonly idsOf: (token: string) => Promise<readonly string[]>;
  readonly idsAnew: () => Promise<readonly string[]>;
}

/**
 * The cards and notes of the rows at `spans`; in notes, every card in sight of each note. Of a
 * listing that the library has forgotten, all rows are those that the search finds now; of some of
 * them (undefined) nobody knows any more which they were.
 */
export async function chosenOf(
  spans: Spans,
  { found, at, idsOf, idsAnew }: ListingToChooseFrom,
  engine: Engine,
): Promise<Chosen | undefined> {
  const rows = sizeOf(spans) <= FEW ? rowsAt(spans, at) : undefined;
  if (rows) return chosenAmong(rows);
  const listed = await idsOf(found.token);
  const isForgotten = listed.length < found.total;
  if (isForgotten && sizeOf(spans) < found.total) return undefined;
  const ids = isForgotten ? await idsAnew() : itemsAt(spans, listed);
  if (found.mode === 'cards') {
    const cardIds = ids as CardId[];
    return { cardIds, noteIds: [...new Set(cardIds.map(noteIdOf))] };
  }
  const noteIds = ids as NoteId[];
  return { noteIds, cardIds: await cardsOfNotes(engine, noteIds) };
}

function chosenAmong(rows: readonly LibraryRow[]): Chosen {
  const there = rows.filter((row) => !row.isGone);
  return {
    cardIds: there.flatMap((row) => row.cardIds),
    noteIds: [...new Set(there.map((row) => row.noteId))],
  };
}

/** The rows at `spans`; undefined where one of them has not been read. */
function rowsAt(
  spans: Spans,
  at: (place: number) => LibraryRow | undefined,
): readonly LibraryRow[] | undefined {
  const rows: LibraryRow[] = [];
  for (const { from, to } of spans) {
    for (let place = from; place < to; place++) {
      const row = at(place);
      if (!row) return undefined;
      rows.push(row);
    }
  }
  return rows;
}

/** Every card in sight of these notes. */
async function cardsOfNotes(engine: Engine, noteIds: readonly NoteId[]): Promise<CardId[]> {
  const all = await engine.ask('idsOfSearch', { text: '', mode: 'cards' });
  if (!all.ok) return [];
  const wanted = new Set(noteIds);
  return (all.value as readonly CardId[]).filter((id) => wanted.has(noteIdOf(id)));
}
