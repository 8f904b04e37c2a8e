import type { Note, NoteContent, NoteDraft } from '../content/note.ts';
import type { NoteId } from '../ids.ts';

/** A stored note beside the file's version of it. */
export interface ComparedNote {
  readonly stored: Note;
  /** What the note should become. */
  readonly merged: NoteDraft;
  /** The file's version: the note's next `fromFile`. */
  readonly fromFile: NoteDraft;
  /** Fields that both changed, where the person's text won. */
  readonly keptFields: readonly string[];
}

/** Every draft is in exactly one of added, changed, unchanged, kept and returned. */
export interface DeckComparison {
  readonly added: readonly NoteDraft[];
  /** The merged text differs from the stored one. */
  readonly changed: readonly ComparedNote[];
  /** The stored text stays; `fromFile` may still have to follow the file. */
  readonly unchanged: readonly ComparedNote[];
  /** Both sides changed a field: the person's won. Other fields may have changed too. */
  readonly kept: readonly ComparedNote[];
  /** In the store and no longer in the file: to be offered for archiving. */
  readonly removed: readonly Note[];
  /** Archived, and in the file: to be offered for bringing back. */
  readonly returned: readonly ComparedNote[];
}

/**
 * What loading `drafts` would do to the deck's stored notes. `unread`: ids that are in the file
 * but had an error (ParsedDeck.unread), so that they do not count as removed.
 */
export function compareDeck(
  drafts: readonly NoteDraft[],
  storedNotes: readonly Note[],
  unread: ReadonlySet<NoteId> = new Set(),
): DeckComparison {
  const storedById = new Map(storedNotes.map((note) => [note.id, note]));
  const inFile = new Set<NoteId>([...unread, ...drafts.map(({ id }) => id)]);
  const added: NoteDraft[] = [];
  const changed: ComparedNote[] = [];
  const unchanged: ComparedNote[] = [];
  const kept: ComparedNote[] = [];
  const returned: ComparedNote[] = [];
  for (const draft of drafts) {
    const stored = storedById.get(draft.id);
    if (stored === undefined) {
      added.push(draft);
      continue;
    }
    const compared = compareNote(stored, draft);
    if (stored.archived) returned.push(compared);
    else if (compared.keptFields.length > 0) kept.push(compared);
    else if (isSame(compared.merged, draftOf(stored))) unchanged.push(compared);
    else changed.push(compared);
  }
  const isGone = (note: Note) =>
    note.fromFile !== undefined && !note.archived && !inFile.has(note.id);
  const removed = drafts.length === 0 ? [] : storedNotes.filter(isGone);
  return { added, changed, unchanged, kept, removed, returned };
}

function compareNote(stored: Note, draft: NoteDraft): ComparedNote {
  const keptFields: string[] = [];
  /** Three-way: base is what the file said last time, undefined for a note made by hand. */
  const pick = <T>(field: string, base: T | undefined, own: T, file: T): T => {
    if (isSame(own, file) || isSame(file, base)) return own;
    if (isSame(own, base)) return file;
    keptFields.push(field);
    return own;
  };
  const base = stored.fromFile;
  const merged: NoteDraft = {
    id: stored.id,
    content: mergeContent(base?.content, stored.content, draft.content, pick),
    extra: pick('extra', base?.extra, stored.extra, draft.extra),
    sections: pick('sections', base?.sections, stored.sections, draft.sections),
    source: pick('source', base?.source, stored.source, draft.source),
  };
  return { stored, merged, fromFile: draft, keptFields };
}

type Pick = <T>(field: string, base: T | undefined, own: T, file: T) => T;

/** Front and back are merged apart where all versions have them; otherwise the content is one field. */
function mergeContent(
  base: NoteContent | undefined,
  own: NoteContent,
  file: NoteContent,
  pick: Pick,
): NoteContent {
  if (base?.type === 'cloze' || own.type === 'cloze' || file.type === 'cloze') {
    return pick('content', base, own, file);
  }
  return {
    type: pick('type', base?.type, own.type, file.type),
    front: pick('front', base?.front, own.front, file.front),
    back: pick('back', base?.back, own.back, file.back),
  };
}

function draftOf({ id, content, extra, sections, source }: Note): NoteDraft {
  return { id, content, extra, sections, source };
}

/** Equality of plain data; the order of an object's keys does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => isSame(value, right.get(key)));
}
