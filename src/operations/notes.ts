import { slotsOf } from '../domain/content/cards-of-note.ts';
import type { Note, NoteContent } from '../domain/content/note.ts';
import type { NoteId } from '../domain/ids.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { failed, type Result } from '../domain/problem.ts';
import { apply } from '../store/apply.ts';
import { type Deps, intentOf } from './deps.ts';

/** New text for a note. Cards follow their slots; every schedule stays. */
export async function editNote(
  deps: Deps,
  note: Note,
  content: NoteContent,
  extra: string,
): Promise<Result<Operation>> {
  if (slotsOf(content).length === 0 || hasEmptySide(content)) {
    return failed(
      content.type === 'cloze'
        ? 'The text has no deletion left, so it would make no card.'
        : 'A question and an answer are both needed.',
      'The note is as it was; your text is still here.',
      content.type === 'cloze'
        ? 'Put {{c1:: and }} around what should be recalled.'
        : 'Fill in both sides.',
    );
  }
  return apply(
    deps.store,
    intentOf(deps, { kind: 'edit-note', noteId: note.id, content, extra: extra.trim() }),
  );
}

export function markNote(deps: Deps, note: Note, marked: boolean): Promise<Result<Operation>> {
  return apply(deps.store, intentOf(deps, { kind: 'mark', noteId: note.id, marked }));
}

export function archiveNotes(
  deps: Deps,
  noteIds: readonly NoteId[],
  archived: boolean,
): Promise<Result<Operation>> {
  return apply(deps.store, intentOf(deps, { kind: 'archive', noteIds, archived }));
}

function hasEmptySide(content: NoteContent): boolean {
  if (content.type === 'cloze') return content.text.trim() === '';
  return content.front.trim() === '' || content.back.trim() === '';
}
