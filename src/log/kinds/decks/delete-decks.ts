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
 * Deletes the decks; `noteIds`, all of theirs, go along, or into `moveTo` with their history. What
 * another device put there meanwhile is not deleted: it moves as well, or its deck stays. Version 1
 * left no graves of imported notes; before version 3 such notes were left without a deck.
 */
export const deleteDecksKind = defineKind({
  name: 'delete-decks',
  version: 3,
  shape: object({
    deckIds: list(deckId),
    noteIds: list(noteId),
    moveTo: optional(deckId),
    leavesNoGraves: optional(truth),
    /** As before version 3: of the decks, the notes that are named are seen and no others. */
    seesNamedAlone: optional(truth),
  }),
  word: t`delete deck`,
  about: ({ deckIds, noteIds }) => ({ deckIds, noteIds }),
  reach: ({ deckIds, noteIds, moveTo, seesNamedAlone }) => ({
    noteIds,
    ...(seesNamedAlone ? {} : { notesOfDecks: deckIds }),
    deckIds: moveTo === undefined ? deckIds : [...deckIds, moveTo],
    allOverlays: true,
  }),
  effects(body, _stamp, rows) {
    const { moveTo } = body;
    const all = new Set<string>(body.deckIds);
    const inThem = [...rows.notes.values()].filter(({ deckId: own }) => all.has(own));
    const named = new Set(body.noteIds);
    const others = body.seesNamedAlone ? [] : inThem.filter(({ id }) => !named.has(id));
    const kept = new Set<string>(moveTo === undefined ? others.map((note) => note.deckId) : []);
    const gone = new Set([...all].filter((id) => !kept.has(id)));
    const noteIds = [
      ...body.noteIds.filter((id) => all.has(rows.notes.get(id)?.deckId ?? '')),
      ...(moveTo === undefined ? [] : others.map(({ id }) => id)),
    ];
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
      if (!before || kept.has(key)) return [];
      const id = deckGrave(key);
      return [
        { table: 'decks', key, before, after: undefined },
        { table: 'graves', key: id, before: rows.graves.get(id), after: { id } },
      ];
    });
    const exams = moveTo === undefined ? [] : withMergedDecks(rows.overlays, gone, moveTo);
    if (decks.length === 0 && kept.size === 0) return deckGone();
    return ok({ changes: [...changes, ...decks, ...exams] });
  },
  upgrade: { 1: withoutGraves, 2: (fields: object) => ({ ...fields, seesNamedAlone: true }) },
});
