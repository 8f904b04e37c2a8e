import { type CardId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';

/** So many other cards stand between two cards of a note, where there are enough of them. */
export const APART = 5;
/** Cards looked at in one go: so many that one of them is nearly always free. */
const NEAR = 64;

/**
 * The cards nearly in their order, no two of a note side by side where that can be had. Each turn
 * takes the first card whose note was not asked of late, but for a note that has so many cards left
 * that they could not be kept apart any more.
 */
export function siblingsApart<Asked extends { readonly id: CardId }>(
  cards: readonly Asked[],
): Asked[] {
  const left = new Map<NoteId, number>();
  for (const card of cards) {
    const note = noteIdOf(card.id);
    left.set(note, (left.get(note) ?? 0) + 1);
  }
  const most = [...left.values()].reduce((a, b) => Math.max(a, b), 0);
  /** The next cards in their order; more are taken up when none of them is free. */
  const near: Asked[] = [];
  let taken = 0;
  const takeUp = (): boolean => {
    const more = cards.slice(taken, taken + NEAR);
    near.push(...more);
    taken += more.length;
    return more.length > 0;
  };
  const lastTurn = new Map<NoteId, number>();
  const order: Asked[] = [];
  /** Cards since the note was asked; no end of them where it was not. */
  const since = (note: NoteId): number =>
    order.length - 1 - (lastTurn.get(note) ?? Number.NEGATIVE_INFINITY);
  while (order.length < cards.length) {
    const turns = cards.length - order.length;
    // Only towards the end can a note have too many cards left.
    const pressing = turns <= roomFor(most, APART) ? pressingNote(left, turns, since) : undefined;
    const isWanted = (card: Asked): boolean =>
      pressing === undefined ? since(noteIdOf(card.id)) >= APART : noteIdOf(card.id) === pressing;
    let at = near.findIndex(isWanted);
    while (at === -1 && takeUp()) at = near.findIndex(isWanted);
    const [card] = near.splice(at === -1 ? longestAgo(near, since) : at, 1);
    if (!card) break;
    const note = noteIdOf(card.id);
    left.set(note, (left.get(note) ?? 1) - 1);
    lastTurn.set(note, order.length);
    order.push(card);
  }
  return order;
}

/**
 * Turns in which `cards` of a note find room with `apart` others between each two, where `peers`
 * notes have as many left; of more notes than that, each has the others between its cards.
 */
function roomFor(cards: number, apart: number, peers = apart + 1): number {
  return (cards - 1) * (apart + 1) + Math.min(peers, apart + 1);
}

/** The note whose cards need every turn that is left, one other between them at least. */
function pressingNote(
  left: ReadonlyMap<NoteId, number>,
  turns: number,
  since: (note: NoteId) => number,
): NoteId | undefined {
  const counts = [...left].filter(([, cards]) => cards > 1).sort((a, b) => b[1] - a[1]);
  return counts.find(([note, cards]) => {
    const peers = counts.filter((each) => each[1] >= cards).length;
    return [APART, 1].some(
      (apart) => turns <= roomFor(cards, apart, peers) && since(note) >= apart,
    );
  })?.[0];
}

/** The place of the card whose note was asked longest ago, the first such. */
function longestAgo(
  cards: readonly { readonly id: CardId }[],
  since: (note: NoteId) => number,
): number {
  let best = 0;
  let longest = -1;
  for (const [at, card] of cards.entries()) {
    const turns = since(noteIdOf(card.id));
    if (turns <= longest) continue;
    longest = turns;
    best = at;
  }
  return best;
}
