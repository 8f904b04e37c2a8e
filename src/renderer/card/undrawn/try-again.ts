import type { Engine } from '../../../engine/engine.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { dropMarks } from './struck.ts';
import { contentHash, undrawnMarks } from './undrawn-marks.ts';

/** Drops the marks of notes that are others than they were when they could not be drawn, or gone. */
export async function tryEditedAgain(engine: Engine): Promise<void> {
  const marked = undrawnMarks().flatMap(({ card }) => card ?? []);
  const gone = new Set<string>();
  for (const { noteId, content } of marked) {
    const found = await engine.ask('noteForEditing', { noteId: noteId as NoteId });
    if (!found.ok) continue;
    const { note, type } = found.value ?? {};
    if (!note || !type || contentHash(note.fields, type) !== content) gone.add(noteId);
  }
  dropMarks(({ card }) => card !== undefined && gone.has(card.noteId));
}
