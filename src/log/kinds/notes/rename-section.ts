import type { Deck } from '../../../domain/collection/deck.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import { isAtOrBelow, renamedPath } from '../../../kernel/path.ts';
import { ok } from '../../../kernel/problem.ts';
import { defineKind } from '../../kind.ts';
import { withRenamedSection } from '../../parts/exam-cards.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { list, noteId, object, optional, text } from '../../shapes.ts';

/**
 * The section `from` and those below it become `to`, and merge with what is there; without `to`
 * they are taken off. `noteIds`: all that have one of them.
 */
export const renameSectionKind = defineKind({
  name: 'rename-section',
  version: 1,
  shape: object({ noteIds: list(noteId), from: text, to: optional(text) }),
  word: 'change of section',
  about: ({ from, noteIds }) => ({ name: from, noteIds }),
  reach: ({ noteIds }) => ({ noteIds, allOverlays: true }),
  effects({ noteIds, from, to }, _stamp, rows) {
    const rename = (sections: readonly string[]) => renamed(sections, from, to);
    const result = changeNotes(noteIds, rows, (note) => ({
      ...note,
      sections: rename(note.sections),
    }));
    if (!result.ok) return result;
    const others = result.value.changes.filter((change) => change.table !== 'decks');
    const decks = [...rows.decks.values()].flatMap((before): Change[] => {
      const after: Deck = { ...before, sections: rename(before.sections) };
      return [{ table: 'decks', key: before.id, before, after }];
    });
    const exams =
      to === undefined
        ? []
        : withRenamedSection(rows.overlays, (path) => rename([path])[0] ?? path);
    return ok({ changes: [...others, ...decks, ...exams] });
  },
});

function renamed(sections: readonly string[], from: string, to: string | undefined): string[] {
  const left =
    to === undefined
      ? sections.filter((section) => !isAtOrBelow(section, from))
      : sections.map((section) => renamedPath(section, from, to));
  return [...new Set(left)];
}
