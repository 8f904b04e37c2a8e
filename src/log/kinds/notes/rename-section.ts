import type { Deck } from '../../../domain/collection/deck.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import { eachOnce, isAtOrBelow, renamedPath } from '../../../domain/text/same-name.ts';
import { partsOf } from '../../../kernel/path.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { withRenamedSection } from '../../parts/exam-cards.ts';
import { changeNotes } from '../../parts/notes-changed.ts';
import { list, noteId, object, optional, text, truth, type ValueOf } from '../../shapes.ts';

const shape = object({
  noteIds: list(noteId),
  from: text,
  to: optional(text),
  /** As in version 1: other spellings of `from` are other sections. */
  mindsCase: optional(truth),
});
type Rename = ValueOf<typeof shape>;

/**
 * The section `from`, however it is spelt, and those below it become `to`, and merge with what is
 * there; without `to` they are taken off. `noteIds`: all that have one of them.
 */
export const renameSectionKind = defineKind({
  name: 'rename-section',
  version: 2,
  shape,
  word: t`change of section`,
  about: ({ from, noteIds }) => ({ name: from, noteIds }),
  reach: ({ noteIds }) => ({ noteIds, allOverlays: true }),
  effects(body, _stamp, rows) {
    const rename = (sections: readonly string[]) => renamed(sections, body);
    const result = changeNotes(body.noteIds, rows, (note) => ({
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
      body.to === undefined
        ? []
        : withRenamedSection(rows.overlays, (path) => rename([path])[0] ?? path);
    return ok({ changes: [...others, ...decks, ...exams] });
  },
  upgrade: { 1: (fields: object) => ({ ...fields, mindsCase: true }) },
});

function renamed(sections: readonly string[], { from, to, mindsCase }: Rename): string[] {
  const isMeant = mindsCase === true ? isSpeltAtOrBelow : isAtOrBelow;
  const left =
    to === undefined
      ? sections.filter((section) => !isMeant(section, from))
      : sections.map((section) =>
          isMeant(section, from) ? renamedPath(section, from, to) : section,
        );
  return mindsCase === true ? [...new Set(left)] : eachOnce(left);
}

function isSpeltAtOrBelow(section: string, from: string): boolean {
  const parts = partsOf(section);
  return from !== '' && partsOf(from).every((part, index) => part === parts[index]);
}
