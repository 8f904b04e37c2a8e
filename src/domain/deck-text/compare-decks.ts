import { textOfDraft } from '../content/draft-text.ts';
import { isSameHtml } from '../content/markdown.ts';
import type { Note, NoteDraft, NoteText } from '../content/note.ts';
import { type FieldTexts, fieldText } from '../content/note-type.ts';
import { FIELD } from '../content/stock.ts';
import type { FieldId, NoteId } from '../../kernel/ids.ts';
import { isOnlyText, textOfHtml } from '../template/html-text.ts';

/** A stored note beside the file's version of it. */
export interface ComparedNote {
  readonly stored: Note;
  /** What the note should become. */
  readonly merged: NoteText;
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
    else if (isSame(compared.merged, textOf(stored))) unchanged.push(compared);
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
  const base = stored.fromFile && textOfDraft(stored.fromFile);
  const own = textOf(stored);
  const file = textOfDraft(draft);
  const merged: NoteText = {
    ...mergeFields(base, own, file, pick),
    sections: pick('sections', base?.sections, own.sections, file.sections),
  };
  return { stored, merged, fromFile: draft, keptFields };
}

type Choose = <T>(field: string, base: T | undefined, own: T, file: T) => T;

/** Fields on both sides of a change of type: they mean the same in every type. */
const COMMON: readonly FieldId[] = [FIELD.extra, FIELD.source];

/**
 * Field by field where every version has the same fields (basic and reversed do); otherwise type
 * and text are one.
 */
function mergeFields(
  base: NoteText | undefined,
  own: NoteText,
  file: NoteText,
  pick: Choose,
): Pick<NoteText, 'noteTypeId' | 'fields'> {
  const all = [base ?? own, own, file];
  const isOneKind = all.every((text) => sidesOf(text) === sidesOf(file));
  const common = mergeEach(COMMON, base, own, file, pick);
  const ids = fieldIds(all).filter((id) => !COMMON.includes(id));
  if (isOneKind) {
    const noteTypeId = pick('type', base?.noteTypeId, own.noteTypeId, file.noteTypeId);
    return { noteTypeId, fields: { ...mergeEach(ids, base, own, file, pick), ...common } };
  }
  const content = (text: NoteText) => ({ type: text.noteTypeId, fields: only(ids, text.fields) });
  const picked = pick('content', base && content(base), content(own), content(file));
  return { noteTypeId: picked.type, fields: { ...picked.fields, ...common } };
}

/** Basic and reversed notes have the same sides. */
function sidesOf({ noteTypeId }: NoteText): string {
  return noteTypeId === 'reversed' ? 'basic' : noteTypeId;
}

function mergeEach(
  ids: readonly FieldId[],
  base: NoteText | undefined,
  own: NoteText,
  file: NoteText,
  pick: Choose,
): FieldTexts {
  const merged: Record<FieldId, string> = {};
  for (const id of ids) {
    const before = base && fieldText(base.fields, id);
    const mine = fieldText(own.fields, id);
    const text = pick(id, before, mine, inTheWordsOf(mine, fieldText(file.fields, id)));
    if (text !== '') merged[id] = text;
  }
  return merged;
}

/** What says the same as `mine` is `mine`, however it is written in the file. */
function inTheWordsOf(mine: string, file: string): string {
  const areTexts = isOnlyText(mine) && isOnlyText(file);
  const isSaid = areTexts ? textOfHtml(mine) === textOfHtml(file) : isSameHtml(mine, file);
  return isSaid ? mine : file;
}

function only(ids: readonly FieldId[], fields: FieldTexts): FieldTexts {
  const found = ids.flatMap((id) => (fieldText(fields, id) === '' ? [] : [[id, fields[id]]]));
  return Object.fromEntries(found) as FieldTexts;
}

function fieldIds(texts: readonly NoteText[]): FieldId[] {
  return [...new Set(texts.flatMap(({ fields }) => Object.keys(fields) as FieldId[]))];
}

function textOf({ noteTypeId, fields, sections }: Note): NoteText {
  const present = Object.entries(fields).filter(([, text]) => text !== '');
  return { noteTypeId, fields: Object.fromEntries(present) as FieldTexts, sections };
}

/** Equality of plain data; the order of an object's keys does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => isSame(value, right.get(key)));
}
