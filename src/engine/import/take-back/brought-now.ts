import type { Card } from '../../../domain/collection/card.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { IncomingCard, IncomingNote } from '../../../domain/import/incoming.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { areSectionsAsImported, isFieldAsImported } from '../../../log/parts/as-imported.ts';
import type { HereNow, ImportMade } from './import-made.ts';

/** The notes that an import brought, and which of them the person has worked on since. */
export interface BroughtNow {
  /** Those that are still here. */
  readonly ids: readonly NoteId[];
  readonly workedOn: ReadonlySet<NoteId>;
  readonly edited: number;
  readonly answered: number;
}

export function broughtNow(
  { file, broughtNotes }: ImportMade,
  now: HereNow,
  incoming: ReadonlyMap<NoteId, IncomingNote>,
): BroughtNow {
  const cards = new Map(file.cards.map((card) => [card.id, card]));
  const ids = [...broughtNotes].filter((id) => now.notes.has(id));
  const edited = ids.filter((id) => isEdited(now.notes.get(id), incoming.get(id)));
  const answered = ids.filter((id) =>
    (now.cards.get(id) ?? []).some((card) => isAnswered(card, cards.get(card.id))),
  );
  const workedOn = new Set([...edited, ...answered]);
  return { ids, workedOn, edited: edited.length, answered: answered.length };
}

/** By the person: what a later import changed is not. */
function isEdited(note: Note | undefined, theirs: IncomingNote | undefined): boolean {
  const base = note?.asImported;
  if (!note || !theirs || !base) return false;
  const ids = new Set([...Object.keys(note.fields), ...Object.keys(base.fields)]);
  return (
    note.noteTypeId !== base.noteTypeId ||
    ![...ids].every((id) => isFieldAsImported(base, id as never, note.fields[id as never] ?? '')) ||
    !areSectionsAsImported(base, note.sections) ||
    (note.tags.includes('marked') && !theirs.tags.includes('marked'))
  );
}

function isAnswered({ schedule }: Card, theirs: IncomingCard | undefined): boolean {
  return schedule.reps !== (theirs?.schedule.reps ?? 0);
}
