import type { Note } from '../../../domain/content/note.ts';
import { noteSummary } from '../../../domain/content/note-summary.ts';
import { fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import type { IncomingNote } from '../../../domain/import/incoming.ts';
import { textOfHtml } from '../../../domain/template/html-text.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import { type MergedNote, mergedNote, type Taking } from '../../../log/parts/merged-note.ts';
import type { ImportChoices, NoteExample } from '../import-look.ts';
import type { Here } from './here.ts';

/** The notes of a file beside those that are here. */
export interface ComparedNotes {
  /** Those that come: new, changed or in conflict. */
  readonly coming: readonly IncomingNote[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly inConflict: number;
  /** Of those that are here and come: all, and those that say something else afterwards. */
  readonly rewritten: number;
  readonly changed: number;
  /** Of those in conflict: what the person wrote stays. */
  readonly keptMine: number;
  /** Were deleted here; they come where they are wanted back. */
  readonly deleted: number;
  readonly theirs: readonly NoteId[];
  readonly replaced: readonly NoteId[];
  readonly updatedExamples: readonly NoteExample[];
  readonly conflicts: readonly NoteExample[];
}

const MOST_EXAMPLES = 20;
const MOST_CONFLICTS = 300;
/** Of a field in an example. */
const MOST_SHOWN = 2000;

/** `types`: those of the file, which notes may be of that are not here. */
export function comparedNotes(
  notes: readonly IncomingNote[],
  types: ReadonlyMap<string, NoteType>,
  here: Here,
  choices: ImportChoices,
): ComparedNotes {
  const found = {
    coming: [] as IncomingNote[],
    theirs: [] as NoteId[],
    replaced: [] as NoteId[],
    updatedExamples: [] as NoteExample[],
    conflicts: [] as NoteExample[],
  };
  const counts = {
    ...{ added: 0, updated: 0, unchanged: 0, inConflict: 0, deleted: 0 },
    ...{ rewritten: 0, changed: 0, keptMine: 0 },
  };
  const example = (mine: Note, theirs: IncomingNote, now: Note, ids: readonly string[]) =>
    exampleOf(mine, theirs, now, ids, (id) => types.get(id) ?? noteTypeOf(id as never, here.types));
  for (const note of notes) {
    const mine = here.notes.get(note.id);
    if (!mine) {
      const isDeleted = here.deleted.has(note.id);
      if (isDeleted) counts.deleted++;
      if (isDeleted && !choices.bringBackDeleted) continue;
      if (!isDeleted) counts.added++;
      found.coming.push(note);
      continue;
    }
    if (choices.existing === 'keep') {
      counts.unchanged++;
      continue;
    }
    const taking = takingOf(note.id, choices);
    const merged = mergedNote(mine, note, taking);
    const isInConflict = merged.conflicts.length > 0 && choices.existing === 'merge';
    const isUpdated = merged.isChanged || merged.note.deckId !== mine.deckId;
    if (isInConflict) {
      counts.inConflict++;
      if (taking !== 'theirs') counts.keptMine++;
      if (found.conflicts.length < MOST_CONFLICTS)
        found.conflicts.push(example(mine, note, merged.note, merged.conflicts));
    } else if (isUpdated) {
      counts.updated++;
      if (found.updatedExamples.length < MOST_EXAMPLES)
        found.updatedExamples.push(example(mine, note, merged.note, []));
    } else {
      counts.unchanged++;
    }
    if (!isInConflict && !isUpdated && !isWritten(mine, merged)) continue;
    if (taking === 'theirs' && isInConflict) found.theirs.push(note.id);
    if (taking === 'all') found.replaced.push(note.id);
    if (isUpdated) counts.changed++;
    counts.rewritten++;
    found.coming.push(note);
  }
  return { ...found, ...counts };
}

/** Each note by itself, or all of a kind alike. */
function takingOf(id: NoteId, { existing, conflicts, perNote }: ImportChoices): Taking {
  if (existing === 'replace') return 'all';
  return (Object.hasOwn(perNote, id) ? perNote[id] : undefined) ?? conflicts;
}

/** What is remembered of the last import is another now: the author changed what the person had changed likewise. */
function isWritten(mine: Note, { note }: MergedNote): boolean {
  const [before, after] = [mine.asImported, note.asImported];
  return (
    before?.tags !== after?.tags ||
    before?.noteTypeId !== after?.noteTypeId ||
    JSON.stringify(sorted(before?.fields)) !== JSON.stringify(sorted(after?.fields))
  );
}

function sorted(fields: Readonly<Record<string, string>> = {}): readonly (readonly string[])[] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `ids`: what is in conflict; none: whatever becomes another is shown. */
function exampleOf(
  mine: Note,
  theirs: IncomingNote,
  now: Note,
  ids: readonly string[],
  typeOf: (id: string) => NoteType | undefined,
): NoteExample {
  const type = typeOf(mine.noteTypeId) ?? typeOf(theirs.noteTypeId);
  const fieldsOf = type?.fields ?? [];
  const other = typeOf(theirs.noteTypeId);
  const all = [...fieldsOf, ...(other?.fields ?? [])];
  const named = new Map(all.map(({ id, name }) => [id, name]));
  const differing = [...named].filter(([id]) => {
    if (ids.length > 0) return ids.includes(id);
    return fieldText(mine.fields, id) !== fieldText(now.fields, id);
  });
  const fields = differing.map(([id, name]) =>
    side(name, fieldText(mine.fields, id), fieldText(theirs.fields, id)),
  );
  const tags = [tagsOf(mine), tagsOf(theirs)] as const;
  const isTagged = ids.length > 0 ? ids.includes('tags') : tagsOf(mine) !== tagsOf(now);
  if (isTagged) fields.push({ name: t`Tags`, mine: tags[0], theirs: tags[1] });
  return { noteId: mine.id, summary: type ? noteSummary(mine, type) : mine.id, fields };
}

function tagsOf({ sections, tags }: Pick<Note, 'sections' | 'tags'>): string {
  return [...sections, ...tags].join(', ');
}

/** Both as a reader sees them; where markup alone differs, as they are written. */
function side(name: string, mine: string, theirs: string): NoteExample['fields'][number] {
  const [own, other] = [textOfHtml(mine), textOfHtml(theirs)];
  const [a, b] = own === other ? [mine, theirs] : [own, other];
  return { name, mine: a.slice(0, MOST_SHOWN), theirs: b.slice(0, MOST_SHOWN) };
}
