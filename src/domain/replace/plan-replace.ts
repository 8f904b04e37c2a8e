import type { FieldTexts } from '../content/note-type.ts';
import type { FieldId, NoteId } from '../../kernel/ids.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { patternChanges } from './find-pattern.ts';
import { type TextChange, textChanges } from './find-text.ts';

export interface ReplaceRequest {
  readonly find: string;
  readonly replaceWith: string;
  /** `find` is a regular expression over the HTML as written, and $1 in `replaceWith` a group. */
  readonly isRegex: boolean;
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

export interface ReplacePlan {
  readonly edits: readonly FieldEdit[];
  /** Places that change; what is replaced by the same again does not count. */
  readonly occurrences: number;
  /** The first fields that change, at most 50. */
  readonly samples: readonly ReplaceSample[];
}

const MOST_SAMPLES = 50;
/** Characters; a longer pattern is none that a person wrote. */
const MOST_SOUGHT = 10_000;

/**
 * What find and replace would change, for the person to look at first. Plain text is found in what
 * is read, never in tags; see textChanges and patternChanges. A problem where there is nothing to
 * look for, or the pattern or a group of the replacement cannot be read.
 */
export function planReplace(
  request: ReplaceRequest,
  notes: Iterable<{ readonly id: NoteId; readonly fields: FieldTexts }>,
): Result<ReplacePlan> {
  const { find, replaceWith, isRegex, matchCase, fieldId } = request;
  if (find === '') return NOTHING;
  if (find.length > MOST_SOUGHT) return TOO_LONG;
  const read = isRegex
    ? patternChanges(find, replaceWith, matchCase)
    : ok(textChanges(find, replaceWith, matchCase));
  if (!read.ok) return read;
  const edits: FieldEdit[] = [];
  const samples: ReplaceSample[] = [];
  let occurrences = 0;
  for (const { id: noteId, fields } of notes) {
    const changed: [FieldId, string][] = [];
    for (const [key, before] of Object.entries(fields)) {
      const id = key as FieldId;
      if (fieldId !== undefined && id !== fieldId) continue;
      const changes = read
        .value(before)
        .filter(({ from, to, after }) => before.slice(from, to) !== after);
      if (changes.length === 0) continue;
      const after = changedText(before, changes);
      occurrences += changes.length;
      changed.push([id, after]);
      if (samples.length < MOST_SAMPLES) samples.push({ noteId, fieldId: id, before, after });
    }
    if (changed.length > 0) edits.push({ noteId, fields: Object.fromEntries(changed) });
  }
  return ok({ edits, occurrences, samples });
}

const NOTHING = failed(
  'There is nothing to look for.',
  'Nothing was changed.',
  'Write what to replace.',
);

const TOO_LONG = failed(
  'The text to look for is longer than 10,000 characters.',
  'Nothing was changed.',
  'Look for a shorter part of it.',
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
