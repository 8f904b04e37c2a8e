import { LABELS } from '../../../domain/content/note.ts';
import { speltAs, keyOfName } from '../../../domain/text/same-name.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { list, noteId, object, text } from '../../shapes.ts';

/** Sections and labels added to, then taken from, each note. */
export const tagKind = defineKind({
  name: 'tag',
  version: 1,
  shape: object({ noteIds: list(noteId), add: list(text), remove: list(text) }),
  word: t`change of tags`,
  about: ({ noteIds }) => ({ noteIds }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects(body, stamp, rows) {
    const gone = new Set(body.remove.map(keyOfName));
    const isLabel = (tag: string): boolean => LABELS.includes(keyOfName(tag));
    const labels = body.add.filter(isLabel).map(keyOfName);
    const sections = body.add.filter((each) => !isLabel(each));
    const change = (own: readonly string[], added: readonly string[], known: readonly string[]) =>
      speltAs([...own, ...added], [...own, ...known]).filter((each) => !gone.has(keyOfName(each)));
    return changeNotes(body.noteIds, rows, (note) => ({
      ...note,
      sections: change(note.sections, sections, rows.decks.get(note.deckId)?.sections ?? []),
      tags: change(note.tags, labels, []),
      editedAtMillis: stamp.atMillis,
    }));
  },
});
