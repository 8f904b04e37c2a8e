import { t } from '../../kernel/texts.ts';
import { noteSummary } from '../content/note-summary.ts';
import type { FieldTexts, NoteType } from '../content/note-type.ts';
import type { FieldId, NoteId, Slot } from '../../kernel/ids.ts';
import { failed, notNow, ok, type Result } from '../../kernel/problem.ts';
import { patternChanges } from './find-pattern.ts';
import { slotsOfNote } from '../template/slots.ts';
import { asRead } from '../text/as-read.ts';
import { type TextChange, textChanges, writtenChanges } from './find-text.ts';

export interface ReplaceRequest {
  readonly find: string;
  readonly replaceWith: string;
  /** `find` is a regular expression, and $1 in `replaceWith` a group. */
  readonly isRegex: boolean;
  /** Looks into the HTML as it is written, marks of deletions and all; else into what is read. */
  readonly inHtml: boolean;
  readonly matchCase: boolean;
  /** Looks into this field only; absent: into all. */
  readonly fieldId?: FieldId;
}

export interface FieldEdit {
  readonly noteId: NoteId;
  /** The fields that change, as they will be. */
  readonly fields: FieldTexts;
}

export interface ReplaceSample {
  readonly noteId: NoteId;
  readonly fieldId: FieldId;
  /** HTML, hostile until sanitised. */
  readonly before: string;
  readonly after: string;
}

/** A card that would come into study, or go out of it. */
export interface CardChange {
  readonly noteId: NoteId;
  readonly slot: Slot;
  readonly change: 'goes' | 'comes';
  /** What stands for its note in lists, as it is now. */
  readonly note: string;
}

export interface ReplacePlan {
  readonly edits: readonly FieldEdit[];
  /** Places that change; what is replaced by the same again does not count. */
  readonly occurrences: number;
  /** The first fields that change, at most 50. */
  readonly samples: readonly ReplaceSample[];
  /** Every one, note by note. */
  readonly cards: readonly CardChange[];
}

/** A note to look into; without its type nothing is said of its cards. */
export interface NoteToChange {
  readonly id: NoteId;
  readonly fields: FieldTexts;
  readonly type?: NoteType | undefined;
  readonly isTagged?: boolean;
}

const MOST_SAMPLES = 50;
/** Characters; a longer pattern is none that a person wrote. */
const MOST_SOUGHT = 10_000;

/**
 * What find and replace would change, and which cards would come or go with it, for the person to look
 * at first. See textChanges, writtenChanges and patternChanges. A problem where there is nothing to
 * look for, or the pattern or a group of the replacement cannot be read.
 */
export function planReplace(
  request: ReplaceRequest,
  notes: Iterable<NoteToChange>,
): Result<ReplacePlan> {
  const { find, fieldId } = request;
  if (find === '') return NOTHING;
  if (find.length > MOST_SOUGHT) return TOO_LONG;
  const read = changesFor(request);
  if (!read.ok) return read;
  const edits: FieldEdit[] = [];
  const samples: ReplaceSample[] = [];
  const cards: CardChange[] = [];
  let occurrences = 0;
  for (const note of notes) {
    const changed: [FieldId, string][] = [];
    for (const [key, before] of Object.entries(note.fields)) {
      const id = key as FieldId;
      if (fieldId !== undefined && id !== fieldId) continue;
      const changes = read
        .value(before)
        .filter(({ from, to, after }) => before.slice(from, to) !== after);
      if (changes.length === 0) continue;
      const after = changedText(before, changes);
      occurrences += changes.length;
      changed.push([id, after]);
      if (samples.length < MOST_SAMPLES)
        samples.push({ noteId: note.id, fieldId: id, before, after });
    }
    if (changed.length === 0) continue;
    const fields: FieldTexts = Object.fromEntries(changed);
    edits.push({ noteId: note.id, fields });
    cards.push(...cardChanges(note, { ...note.fields, ...fields }));
  }
  return ok({ edits, occurrences, samples, cards });
}

function changesFor(request: ReplaceRequest): Result<(html: string) => TextChange[]> {
  const { find, replaceWith, isRegex, inHtml, matchCase } = request;
  if (isRegex) return patternChanges(find, replaceWith, request);
  if (inHtml) return ok(writtenChanges(find, replaceWith, matchCase));
  return asRead(find) === '' ? UNSEEN : ok(textChanges(find, replaceWith, matchCase));
}

function cardChanges(note: NoteToChange, after: FieldTexts): CardChange[] {
  const { id, fields, type, isTagged = false } = note;
  if (type === undefined) return [];
  const old = slotsOfNote(type, fields, isTagged);
  const next = slotsOfNote(type, after, isTagged);
  const gone = old.filter((slot) => !next.includes(slot));
  const come = next.filter((slot) => !old.includes(slot));
  const changes = (slots: readonly Slot[], change: CardChange['change']) =>
    slots.map((slot) => ({ noteId: id, slot, change, note: noteSummary({ fields }, type) }));
  return [...changes(gone, 'goes'), ...changes(come, 'comes')];
}

const NOTHING = notNow(
  t`There is nothing to look for.`,
  t`Nothing was changed.`,
  t`Write what to replace.`,
);

const UNSEEN = notNow(
  t`Nobody sees what there is to look for.`,
  t`Nothing was changed.`,
  t`Choose “In the HTML”, where such signs are found.`,
);

const TOO_LONG = failed(
  t`The text to look for is longer than 10,000 characters.`,
  t`Nothing was changed.`,
  t`Look for a shorter part of it.`,
);

function changedText(before: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const change of changes) {
    parts.push(before.slice(from, change.from), change.after);
    from = change.to;
  }
  return parts.join('') + before.slice(from);
}
