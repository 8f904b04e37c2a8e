import type { Change } from '../../../domain/collection/rows.ts';
import { deckGrave } from '../../../domain/collection/saved-search.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { withMergedDecks } from '../../parts/exam-cards.ts';
import { deckGone } from '../../parts/new-deck.ts';
import {
  changeNotes,
  deletions,
  deletionsForGood,
  withoutGraves,
} from '../../parts/notes-changed.ts';
import { deckId, list, noteId, object, optional, truth } from '../../shapes.ts';

/**
 * Deletes the decks; `noteIds`, all of theirs, go along, or into `moveTo` with their history. Version
 * 1 left no graves of imported notes.
 */
export const deleteDecksKind = defineKind({
  name: 'delete-decks',
  version: 2,
  shape: object({
    deckIds: list(deckId),
    noteIds: list(noteId),
    moveTo: optional(deckId),
    leavesNoGraves: optional(truth),
  }),
  word: t`delete deck`,
  about: ({ deckIds, noteIds }) => ({ deckIds, noteIds }),
  reach: ({ deckIds, noteIds, moveTo }) => ({
    noteIds,
    deckIds: moveTo === undefined ? deckIds : [...deckIds, moveTo],
    allOverlays: true,
  }),
  effects(body, _stamp, rows) {
    const gone = new Set<string>(body.deckIds);
    const noteIds = body.noteIds.filter((id) => gone.has(rows.notes.get(id)?.deckId ?? ''));
    const { moveTo } = body;
    if (moveTo !== undefined && (!rows.decks.has(moveTo) || gone.has(moveTo))) return deckGone();
    let changes: readonly Change[] = [];
    if (moveTo === undefined) {
      changes = body.leavesNoGraves ? deletions(noteIds, rows) : deletionsForGood(noteIds, rows);
    }
    if (moveTo !== undefined && noteIds.length > 0) {
      const moved = changeNotes(noteIds, rows, (note) => ({ ...note, deckId: moveTo }));
      if (!moved.ok) return moved;
      changes = moved.value.changes;
    }
    const decks = body.deckIds.flatMap((key): Change[] => {
      const before = rows.decks.get(key);
      if (!before) return [];
      const id = deckGrave(key);
      return [
        { table: 'decks', key, before, after: undefined },
        { table: 'graves', key: id, before: rows.graves.get(id), after: { id } },
      ];
    });
    const exams = moveTo === undefined ? [] : withMergedDecks(rows.overlays, gone, moveTo);
    return decks.length > 0 ? ok({ changes: [...changes, ...decks, ...exams] }) : deckGone();
  },
  upgrade: { 1: withoutGraves },
});
