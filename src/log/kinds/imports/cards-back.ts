import type { Card } from '../../../domain/collection/card.ts';
import type { CardState, PastLines, TakeBack } from '../../../domain/import/take-back.ts';
import { logWithout, unpackedLog } from '../../../domain/import/packed-log.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { RowsAfter } from './rows-after.ts';

/**
 * Cards of notes that stay stand where they stood, and lose the answers that came. One that was
 * answered or moved since keeps both: where it stands now is built on them.
 */
export function cardsBack({ cards }: Pick<TakeBack, 'cards'>, after: RowsAfter): void {
  for (const back of cards) {
    const card = after.cards.get(back.id);
    if (!card) continue;
    const isUntouched = canonical(card.schedule) === canonical(back.brought.schedule);
    if (back.before) after.cards.set(card.id, cardBack(card, back.brought, back.before));
    // A card that its note still asks for is the note's own by now.
    else if (isUntouched && card.absent) after.cards.delete(card.id);
    if (isUntouched && back.lines) withoutLines(back.lines, after);
  }
}

function cardBack(card: Card, brought: CardState, before: CardState): Card {
  const isUntouched = canonical(card.schedule) === canonical(brought.schedule);
  const isStillPutOff =
    card.buriedUntil === brought.buriedUntil && card.putAwayUntil === brought.putAwayUntil;
  const { buriedUntil, putAwayUntil } = isStillPutOff ? before : card;
  const { putAwayUntil: _old, ...rest } = card;
  return {
    ...rest,
    schedule: isUntouched ? before.schedule : card.schedule,
    flag: card.flag === brought.flag ? before.flag : card.flag,
    suspended: card.suspended === brought.suspended ? before.suspended : card.suspended,
    buriedUntil,
    ...(putAwayUntil === undefined ? {} : { putAwayUntil }),
  };
}

/** Histories of notes that go. */
export function logsBack({ logIds, lines }: Pick<TakeBack, 'logIds' | 'lines'>, after: RowsAfter) {
  for (const id of logIds) after.pastLogs.delete(id);
  for (const each of lines) withoutLines(each, after);
}

function withoutLines(lines: PastLines, after: RowsAfter): void {
  const kept = after.pastLogs.get(lines.id);
  if (!kept) return;
  const instants = new Set(unpackedLog(lines.packed).map(({ atMillis }) => atMillis));
  const packed = logWithout(kept.packed, instants);
  if (packed === '') after.pastLogs.delete(lines.id);
  else if (packed !== kept.packed) after.pastLogs.set(lines.id, { ...kept, packed });
}
