import type { Card } from '../collection/card.ts';
import type { Change } from '../collection/rows.ts';
import { type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { TallyChanges } from './tally.ts';

/**
 * What `changes` do to the kept counts. `cards`: as they were, every card of every note that a change
 * touches, because counts are kept by note and the unchanged siblings of a changed card count along.
 */
export function talliesChanged(
  changes: readonly Change[],
  cards: ReadonlyMap<string, Card>,
): TallyChanges {
  const cardChanges = changes.filter((change) => change.table === 'cards');
  const touched = new Set<NoteId>();
  for (const change of cardChanges) {
    const card = change.after ?? change.before;
    if (card) touched.add(noteIdOf(card.id));
  }
  const before = new Map<NoteId, Map<string, Card>>();
  for (const card of cards.values()) {
    const noteId = noteIdOf(card.id);
    if (!touched.has(noteId)) continue;
    const siblings = before.get(noteId) ?? new Map();
    before.set(noteId, siblings.set(card.id, card));
  }
  const after = new Map([...before].map(([noteId, siblings]) => [noteId, new Map(siblings)]));
  for (const change of cardChanges) {
    const card = change.after ?? change.before;
    if (!card) continue;
    const siblings = after.get(noteIdOf(card.id)) ?? new Map<string, Card>();
    if (change.after) siblings.set(change.key, change.after);
    else siblings.delete(change.key);
    after.set(noteIdOf(card.id), siblings);
  }
  const tallies = new TallyChanges();
  for (const siblings of before.values()) tallies.count([...siblings.values()], -1);
  for (const siblings of after.values()) tallies.count([...siblings.values()], 1);
  return tallies;
}
