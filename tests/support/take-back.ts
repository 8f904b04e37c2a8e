import type { Card } from '../../src/domain/collection/card.ts';
import type { Rows } from '../../src/domain/collection/rows.ts';
import { keyOfName } from '../../src/domain/text/same-name.ts';
import { type ImportMade, importMade } from '../../src/engine/import/take-back/import-made.ts';
import {
  planTakeBack,
  type TakeBackPlan,
  type WorkedOn,
} from '../../src/engine/import/take-back/plan-take-back.ts';
import { type NoteId, noteIdOf } from '../../src/kernel/ids.ts';
import { effectsOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { broughtBeside, undoRowsOf } from '../../src/store/log/undo-rows.ts';
import { anOperation } from './collection.ts';

type Import = Extract<OperationBody, { kind: 'import' }>;

/** An import as it stands in the log, made of its effects on `rows`. */
export function madeOn(body: Import, rows: Rows): ImportMade {
  const operation = anOperation(body);
  const result = effectsOf(operation, rows);
  if (!result.ok) throw new Error(result.problem.what);
  const undo = undoRowsOf(operation, result.value.changes);
  return importMade(operation.id, body, undo, broughtBeside(operation, undo));
}

/** What taking it back would do to `rows`. */
export function planned(made: ImportMade, rows: Rows, workedOn: WorkedOn = 'keep'): TakeBackPlan {
  const own = new Set<NoteId>([...made.broughtNotes, ...(made.before.notes.keys() as never)]);
  const cards = new Map<NoteId, Card[]>();
  for (const card of rows.cards.values()) {
    const noteId = noteIdOf(card.id);
    cards.set(noteId, [...(cards.get(noteId) ?? []), card]);
  }
  const otherSections = new Map<string, Set<string>>();
  for (const { id, deckId, sections } of rows.notes.values()) {
    if (own.has(id)) continue;
    const known = otherSections.get(deckId) ?? new Set<string>();
    for (const section of sections) known.add(keyOfName(section));
    otherSections.set(deckId, known);
  }
  return planTakeBack(
    made,
    {
      notes: rows.notes as never,
      cards,
      pastLogs: rows.pastLogs as never,
      decks: [...rows.decks.values()],
      otherSections,
    },
    workedOn,
  );
}

/** The body of the step. */
export function takeBackOf(
  made: ImportMade,
  rows: Rows,
  workedOn?: WorkedOn,
): Extract<OperationBody, { kind: 'take-back-import' }> {
  const { body } = planned(made, rows, workedOn);
  const media = made.file.media.filter(({ id }) => made.added.media.has(id));
  return { kind: 'take-back-import', ...body, media };
}
