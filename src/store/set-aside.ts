import { Dexie } from 'dexie';
import type { Card } from '../domain/collection/card.ts';
import type { Note } from '../domain/content/note.ts';
import { noteIdOf } from '../domain/ids.ts';
import { withoutKeys } from './reach.ts';
import type { RoundsDatabase } from './schema.ts';

/** What a person put out of study and may want back. */
export interface SetAside {
  readonly suspended: readonly { readonly card: Card; readonly note: Note }[];
  readonly archived: readonly Note[];
}

/** Suspended cards and archived notes; at most `limit` cards out of study are looked at. */
export function readSetAside(db: RoundsDatabase, limit = 500): Promise<SetAside> {
  return db.transaction('r', db.cards, db.notes, async () => {
    const rows = await db.cards
      .where('[lane+readyAt]')
      .between(['out', Dexie.minKey], ['out', Dexie.maxKey])
      .limit(limit)
      .toArray();
    const cards = rows.map(withoutKeys);
    const notes = await db.notes.bulkGet([...new Set(cards.map((card) => noteIdOf(card.id)))]);
    const byId = new Map(notes.flatMap((note) => (note ? [[note.id, note] as const] : [])));
    return {
      suspended: cards.flatMap((card) => {
        const note = byId.get(noteIdOf(card.id));
        return note && card.suspended && !card.absent ? [{ card, note }] : [];
      }),
      archived: [...byId.values()].filter((note) => note.archived),
    };
  });
}
