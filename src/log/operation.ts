import type { Stamp } from './envelope.ts';
import { kindOfBody, type OperationBody, type OperationKind } from './registry.ts';

export type { NoteEdit } from './parts/notes-changed.ts';
export type { OperationBody, OperationKind };

/** An operation on its way to the store, which numbers it. */
export interface Intent extends Pick<Stamp, 'atMillis' | 'utcOffsetMinutes' | 'origin'> {
  readonly body: OperationBody;
}

/** One line of the truth. Never edited, never deleted. */
export interface Operation extends Stamp {
  readonly body: OperationBody;
}

/** What an operation is called on screen: 'Undid: answer'. */
export function operationWord(body: OperationBody): string {
  return kindOfBody(body).word;
}
