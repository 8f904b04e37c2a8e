import type { Deck, Preset, StudySettings } from '../../domain/collection/deck.ts';
import { NO_ROWS, type Rows } from '../../domain/collection/rows.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { OperationBody } from '../../log/operation.ts';
import { writesAfter } from './writes.ts';
import { KeptCounts } from '../kept-counts.ts';
import { byId, withoutKeys } from '../reach.ts';
import type { CardRow, DeviceRow, RoundsDatabase } from '../schema.ts';

/**
 * All that an answer to a card reads, read before there is one. It holds where the answer is the very
 * next write: then only the device's row has to be read, and that while the others are written.
 */
export interface Foreseen {
  readonly cardId: CardId;
  readonly device: DeviceRow;
  /** Of a write that comes next; see DeviceRow. */
  readonly writes: number;
  readonly rows: Rows;
  readonly counts: KeptCounts;
}

/** What is known already at the moment of `device`. */
export interface KnownBefore {
  readonly settings: StudySettings;
  readonly presets: readonly Preset[];
  readonly decks: readonly Deck[];
  /** As the answer before wrote them; absent where that is not the last that was written. */
  readonly counts: KeptCounts | undefined;
  /** All cards of the note. */
  readonly cards: readonly CardRow[];
}

/**
 * Of an answer that may change nothing but cards: it sees its note's cards, and what they are studied
 * by. Inside the caller's transaction.
 */
export async function foresee(
  db: RoundsDatabase,
  device: DeviceRow,
  cardId: CardId,
  studyDay: StudyDay,
  { settings, presets, decks, counts: before, cards: rowsOfNote }: KnownBefore,
): Promise<Foreseen> {
  const cards = rowsOfNote.map(withoutKeys);
  const counts = before?.copy() ?? new KeptCounts(db);
  await counts.readAhead(cards, studyDay);
  const rows: Rows = {
    ...NO_ROWS,
    settings: byId([settings]),
    presets: byId(presets),
    decks: byId(decks.filter(({ id }) => cards.some(({ deckId }) => deckId === id))),
    cards: byId(cards),
  };
  return { cardId, device, writes: writesAfter(device), rows, counts };
}

/** A lapse may change its note too, which is not foreseen. */
export function isForeseen({ cardId }: Foreseen, body: OperationBody): boolean {
  return body.kind === 'answer' && body.cardId === cardId && body.grade > 1;
}
