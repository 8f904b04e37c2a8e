import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { list, noteId, object, truth } from '../../shapes.ts';

export const markKind = defineKind({
  name: 'mark',
  version: 1,
  shape: object({ noteIds: list(noteId), marked: truth }),
  word: t`mark`,
  about: ({ noteIds, marked }) => ({ noteIds, ...(marked ? {} : { detail: t`taken off` }) }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects: ({ noteIds, marked }, _stamp, rows) =>
    changeNotes(noteIds, rows, (note) => {
      const others = note.tags.filter((tag) => tag !== 'marked');
      return { ...note, tags: marked ? [...others, 'marked'] : others };
    }),
});
