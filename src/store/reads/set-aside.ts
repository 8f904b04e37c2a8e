import type { Card } from '../../domain/collection/card.ts';
import type { Note } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { BASIC, noteTypeOf } from '../../domain/content/stock.ts';
import { OUT_PLACES } from '../../domain/study/lane.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import { byId, withoutKeys } from '../reach.ts';
import type { RoundsDatabase } from '../schema.ts';

/** What a person put out of study and may want back. */
export interface CardsSetAside {
  readonly suspended: readonly (TypedNote & { readonly card: Card })[];
  readonly archived: readonly TypedNote[];
  /** Cards out of study that were not looked at; a larger `limit` finds them. */
  readonly unread: number;
}

interface TypedNote {
  readonly note: Note;
  readonly type: NoteType;
}

/** Suspended cards and archived notes; at most `limit` cards of either kind are looked at. */
export function readSetAside(db: RoundsDatabase, limit: number): Promise<CardsSetAside> {
  return db.transaction('r', db.cards, db.notes, db.noteTypes, async () => {
    const out = (place: number) => db.cards.where('[lane+readyAt]').equals(['out', place]);
    const places = [OUT_PLACES.suspended, OUT_PLACES.absent];
    const rows = await Promise.all(places.map((place) => out(place).limit(limit).toArray()));
    const all = await Promise.all(places.map((place) => out(place).count()));
    const unread = all.reduce((sum, count, index) => sum + count - (rows[index]?.length ?? 0), 0);
    const cards = rows.flat().map(withoutKeys);
    const notes = await db.notes.bulkGet([...new Set(cards.map((card) => noteIdOf(card.id)))]);
    const types = byId(await db.noteTypes.toArray());
    const found = new Map(
      notes.flatMap((note) => {
        const type = note && (noteTypeOf(note.noteTypeId, types) ?? BASIC);
        return note && type ? [[note.id, { note, type }] as const] : [];
      }),
    );
    return {
      suspended: cards.flatMap((card) => {
        const typed = found.get(noteIdOf(card.id));
        return typed && card.suspended && !card.absent ? [{ card, ...typed }] : [];
      }),
      archived: [...found.values()].filter(({ note }) => note.archived),
      unread,
    };
  });
}
