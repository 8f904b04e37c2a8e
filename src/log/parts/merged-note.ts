import { LABELS, type Note, type NoteText } from '../../domain/content/note.ts';
import { fieldText } from '../../domain/content/note-type.ts';
import type { IncomingNote } from '../../domain/import/incoming.ts';
import { keyOfName } from '../../domain/text/same-name.ts';
import type { FieldId } from '../../kernel/ids.ts';
import { areSectionsAsImported, asImportedOf, hadLabel, isFieldAsImported } from './as-imported.ts';

/** Whose text stays where both changed: the person's, the file's, or the file's everywhere. */
export type Taking = 'mine' | 'theirs' | 'all';

/** A note that is here and comes again, made one. */
export interface MergedNote {
  readonly note: Note;
  /** Its text or its tags are others now. */
  readonly isChanged: boolean;
  /** What both changed, to different texts: fields by their ids, and 'tags'. */
  readonly conflicts: readonly (FieldId | 'tags')[];
}

/**
 * Field by field (ANKI-22): what only the person changed since the last import stays, what only the
 * author changed comes. A note that no import brought counts as changed by the person. Notes that
 * the person moved or tagged stay so.
 */
export function mergedNote(mine: Note, theirs: IncomingNote, taking: Taking): MergedNote {
  const text = mergedText(mine, theirs, taking);
  const tags = mergedTags(mine, theirs, taking);
  const isMoved = mine.asImported?.deckId !== mine.deckId;
  const goesAlong = !isMoved && theirs.deckId !== mine.deckId;
  const { foreign = mine.foreign } = theirs;
  const note: Note = {
    ...mine,
    ...(goesAlong ? { deckId: theirs.deckId, position: theirs.position } : {}),
    ...text.now,
    ...tags.now,
    asImported: asImportedOf(theirs),
    ...(foreign && { foreign }),
  };
  return {
    note,
    isChanged: text.isChanged || tags.isChanged,
    conflicts: [...text.conflicts, ...tags.conflicts],
  };
}

interface Merged<Now> {
  readonly now: Now;
  readonly isChanged: boolean;
  readonly conflicts: readonly (FieldId | 'tags')[];
}
type Text = Pick<NoteText, 'noteTypeId' | 'fields'>;

function mergedText(mine: Note, theirs: IncomingNote, taking: Taking): Merged<Text> {
  if (mine.noteTypeId !== theirs.noteTypeId) return mergedRetyped(mine, theirs, taking);
  const base = mine.asImported?.noteTypeId === mine.noteTypeId ? mine.asImported : undefined;
  const fields = { ...mine.fields };
  const conflicts: FieldId[] = [];
  let isChanged = false;
  for (const id of idsOf(mine, theirs)) {
    const own = fieldText(mine.fields, id);
    const other = fieldText(theirs.fields, id);
    if (own === other) continue;
    const isMine = !base || !isFieldAsImported(base, id, own);
    const isTheirs = !base || !isFieldAsImported(base, id, other);
    if (isMine && isTheirs) conflicts.push(id);
    const comes = taking === 'all' || (isTheirs && (!isMine || taking === 'theirs'));
    if (!comes) continue;
    fields[id] = other;
    isChanged = true;
  }
  return { now: { noteTypeId: mine.noteTypeId, fields }, isChanged, conflicts };
}

/** Of two types nothing can be taken field by field: the note stays whole, or comes whole. */
function mergedRetyped(mine: Note, theirs: IncomingNote, taking: Taking): Merged<Text> {
  const base = mine.asImported;
  const same = (note: Text): boolean =>
    base?.noteTypeId === note.noteTypeId &&
    idsOf(note, { fields: base.fields }).every((id) =>
      isFieldAsImported(base, id, fieldText(note.fields, id)),
    );
  const isMine = !same(mine);
  const isTheirs = !same(theirs);
  const conflicts = isMine && isTheirs ? idsOf(theirs, { fields: {} }) : [];
  const comes = taking === 'all' || (isTheirs && (!isMine || taking === 'theirs'));
  const { noteTypeId, fields } = comes ? theirs : mine;
  return { now: { noteTypeId, fields }, isChanged: comes, conflicts };
}

function mergedTags(
  mine: Note,
  theirs: IncomingNote,
  taking: Taking,
): Merged<Pick<Note, 'sections' | 'tags'>> {
  const base = mine.asImported;
  const isSame = keysOf(mine.sections) === keysOf(theirs.sections);
  const isMine = !base || !areSectionsAsImported(base, mine.sections);
  const isTheirs = !base || !areSectionsAsImported(base, theirs.sections);
  const isConflict = !isSame && isMine && isTheirs;
  const comes = !isSame && isTheirs && (!isMine || taking !== 'mine');
  const tags = LABELS.filter((label) => {
    const own = mine.tags.includes(label);
    const wasThere = base ? hadLabel(base, label) : own;
    return own === wasThere ? theirs.tags.includes(label) || (own && !base) : own;
  });
  const others = mine.tags.filter((tag) => !LABELS.includes(tag));
  const labels = [...others, ...tags];
  const isLabelled = [...labels].sort().join('\n') !== [...mine.tags].sort().join('\n');
  return {
    now: {
      sections: comes ? theirs.sections : mine.sections,
      tags: isLabelled ? labels : mine.tags,
    },
    isChanged: comes || isLabelled,
    conflicts: isConflict ? ['tags'] : [],
  };
}

function idsOf(one: Pick<Text, 'fields'>, other: Pick<Text, 'fields'>): FieldId[] {
  return [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])] as FieldId[];
}

function keysOf(sections: readonly string[]): string {
  return [...new Set(sections.map(keyOfName))].sort().join('\n');
}
