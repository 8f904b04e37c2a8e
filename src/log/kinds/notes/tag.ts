import { LABELS } from '../../../domain/content/note.ts';
import { defineKind } from '../../kind.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { list, noteId, object, text } from '../../shapes.ts';

/** Sections and labels added to, then taken from, each note. */
export const tagKind = defineKind({
  name: 'tag',
  version: 1,
  shape: object({ noteIds: list(noteId), add: list(text), remove: list(text) }),
  word: 'change of tags',
  about: ({ noteIds }) => ({ noteIds }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects(body, stamp, rows) {
    const gone = new Set(body.remove);
    const labels = body.add.filter((each) => LABELS.includes(each));
    const sections = body.add.filter((each) => !LABELS.includes(each));
    const change = (own: readonly string[], added: readonly string[]) => [
      ...new Set([...own, ...added].filter((each) => !gone.has(each))),
    ];
    return changeNotes(body.noteIds, rows, (note) => ({
      ...note,
      sections: change(note.sections, sections),
      tags: change(note.tags, labels),
      editedAtMillis: stamp.atMillis,
    }));
  },
});
