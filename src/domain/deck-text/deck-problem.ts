import type { NoteId } from '../../kernel/ids.ts';

/** A place in a deck file: line and column from 1, the column in UTF-16 units as editors count. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** An error costs its own fact; a warning costs nothing. */
export interface DeckProblem extends FilePlace {
  readonly severity: 'error' | 'warning';
  /** What happened, what was kept, what to do. */
  readonly message: string;
  readonly noteId?: NoteId;
}

/** An error at `place`, of the note `noteId` where it is known. */
export function errorAt(place: FilePlace, message: string, noteId?: NoteId): DeckProblem {
  return problemAt(place, 'error', message, noteId);
}

/** A warning at `place`, of the note `noteId` where it is known. */
export function warningAt(place: FilePlace, message: string, noteId?: NoteId): DeckProblem {
  return problemAt(place, 'warning', message, noteId);
}

/** File order; of two problems in one place the error comes first. */
export function inFileOrder(problems: readonly DeckProblem[]): DeckProblem[] {
  return [...problems].sort(
    (a, b) => a.line - b.line || a.column - b.column || a.severity.localeCompare(b.severity),
  );
}

function problemAt(
  { line, column }: FilePlace,
  severity: DeckProblem['severity'],
  message: string,
  noteId: NoteId | undefined,
): DeckProblem {
  return { line, column, severity, message, ...(noteId === undefined ? {} : { noteId }) };
}
