import type { Deck } from '../../../../domain/collection/deck.ts';
import { escapeText } from '../../../../domain/template/html/entities.ts';
import type { AnkiId } from '../../anki-collection.ts';
import type { Json } from '../../tables/json-rows.ts';

/** A deck as schema 11 has it. `kept`: what Anki has no word for. */
export function deckRow(
  { name, source }: Pick<Deck, 'name' | 'source'>,
  id: AnkiId,
  presetId: AnkiId,
  modifiedSeconds: number,
  kept?: Json,
): Json {
  return {
    id,
    mod: modifiedSeconds,
    name,
    usn: -1,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: escapeText(source),
    dyn: 0,
    conf: presetId,
    extendNew: 0,
    extendRev: 0,
    reviewLimit: null,
    newLimit: null,
    reviewLimitToday: null,
    newLimitToday: null,
    desiredRetention: null,
    ...(kept === undefined ? {} : { rounds: kept }),
  };
}
