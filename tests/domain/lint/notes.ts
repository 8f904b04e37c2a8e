import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import { noteTypeOf } from '../../../src/domain/content/stock.ts';
import type { NoteTypeId } from '../../../src/kernel/ids.ts';
import { lintNote } from '../../../src/domain/lint/lint.ts';
import { lintInput } from '../../../src/domain/lint/lint-input.ts';

/** A note as a person writes it, in HTML. */
export interface Written {
  readonly type: NoteType;
  readonly fields: FieldTexts;
  readonly sections?: readonly string[];
  readonly nearest?: number;
}

type Fields = Readonly<Record<string, string>>;

export function stock(id: string): NoteType {
  const type = noteTypeOf(id as NoteTypeId, new Map());
  if (type === undefined) throw new Error(`no stock type ${id}`);
  return type;
}

/** A note of a stock type, with a source unless told otherwise. */
export function note(id: string, fields: Fields, more: Partial<Written> = {}): Written {
  return {
    type: stock(id),
    fields: { source: 'Lecture 3, page 12', ...fields } as FieldTexts,
    ...more,
  };
}

export const basic = (front: string, back: string, fields: Fields = {}): Written =>
  note('basic', { front, back, ...fields });

export const reversed = (front: string, back: string): Written => note('reversed', { front, back });

export const cloze = (text: string, fields: Fields = {}): Written =>
  note('cloze', { text, ...fields });

/** The numbers of the rules that have something to say, in order. */
export function rulesOf(written: Written): string[] {
  return suggestionsOf(written).map(({ ruleId }) => ruleId);
}

export function suggestionsOf({ type, fields, sections = ['Heart'], nearest }: Written) {
  const found =
    nearest === undefined ? undefined : { noteId: 'other' as never, similarity: nearest };
  const findings = lintNote(
    lintInput(type, fields, sections, () => found),
    new Set(),
  );
  for (const { ruleId, message, excerpt } of findings) {
    // What is the matter, and what to do: two sentences; and where.
    if (!/^\S.+[.?] \S.+[.?]$/su.test(message) || excerpt === '') {
      throw new Error(`${ruleId}: “${message}” about “${excerpt}”`);
    }
  }
  return findings;
}
