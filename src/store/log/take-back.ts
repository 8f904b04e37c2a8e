import type { Review } from '../../domain/collection/review.ts';
import type { Change, Reach, Recounted, Rows } from '../../domain/collection/rows.ts';
import type { KeptPastLog } from '../../domain/import/past-log.ts';
import {
  type CardId,
  type DeviceId,
  type NoteId,
  noteIdOf,
  type OperationId,
} from '../../kernel/ids.ts';
import { effectsOf, reachOf } from '../../log/effects.ts';
import type { Operation } from '../../log/operation.ts';
import {
  CANNOT_REDO,
  CANNOT_UNDO,
  type LaterStep,
  standsInTheWay,
} from '../../log/replay/standing.ts';
import { type Planned, Refused } from './planned.ts';
import { laterSteps, takenBackBy } from './in-force.ts';
import { readOperation } from './log-rows.ts';
import { byId, present, readReach, rowsOfNotes } from '../reach.ts';
import type { OperationRow, RoundsDatabase } from '../schema.ts';
import { broughtBeside, readUndoRows, type RowBefore } from './undo-rows.ts';

/** The step that an undo or a redo is about, and what came after it. */
export interface TurnTarget {
  /** undefined: it is not there. */
  readonly operation: Operation | undefined;
  readonly later: readonly LaterStep[];
  /** Of a redo: the rows that the step sees. */
  readonly reach: Reach;
}

/** Read before the transaction, in the turn in which nothing else is written. */
export async function readTarget(
  db: RoundsDatabase,
  kind: 'undo' | 'redo',
  id: OperationId,
  by: DeviceId | undefined,
): Promise<TurnTarget> {
  const operation = await readOperation(db, id);
  if (!operation) return { operation, later: [], reach: {} };
  const device = by ?? (await db.device.get('device'))?.deviceId ?? operation.deviceId;
  const later = await laterSteps(db, operation, operation.deviceId, device);
  return { operation, later, reach: kind === 'redo' ? reachOf(operation.body) : {} };
}

/** Takes the step back: its rows return to what they were, its review stops counting. */
export async function undoneIn(
  db: RoundsDatabase,
  { id: by, deviceId }: Operation,
  { operation: step, later }: TurnTarget,
  look: () => void,
): Promise<Planned> {
  const [row, isUndone] = step
    ? await Promise.all([db.operations.get(step.id), db.undone.get(step.id)])
    : [];
  if (!step || !isStepInForce(row) || isUndone) throw new Refused(CANNOT_UNDO);
  const stored = await readUndoRows(db, row);
  const brought = broughtBeside(step, stored);
  const notes = [...brought].map((key) => ({ table: 'notes', key }) as const);
  if (standsInTheWay(step.deviceId, deviceId, [...stored, ...notes], later)) {
    throw new Refused(CANNOT_UNDO);
  }
  const [{ cards }, review, logs] = await Promise.all([
    readReach(
      db,
      {
        cardIds: stored.flatMap(({ table, key }) => (table === 'cards' ? [key as CardId] : [])),
        noteIds: [...brought],
        withoutNotes: true,
      },
      look,
    ),
    step.body.kind === 'answer' ? db.reviews.get(step.id) : undefined,
    readLogs(db, stored, brought, look),
  ]);
  const back = stored.map(({ table, key, before }) => {
    const now = table === 'cards' ? cards.get(key) : logs.get(key);
    return { table, key, before: now, after: before } as Change;
  });
  const stoodBefore = new Set(stored.flatMap(({ table, key }) => (table === 'cards' ? [key] : [])));
  const gone = [...cards.values()].flatMap((card): Change[] => {
    const isBrought = brought.has(noteIdOf(card.id)) && !stoodBefore.has(card.id);
    return isBrought ? [{ table: 'cards', key: card.id, before: card, after: undefined }] : [];
  });
  const notesGone = notes.map(({ table, key }): Change => {
    return { table, key, before: undefined, after: undefined };
  });
  const keptLogs = new Set(stored.flatMap(({ table, key }) => (table === 'pastLogs' ? [key] : [])));
  const named = new Set<string>(
    step.body.kind === 'import' ? step.body.pastLogs.map(({ id }) => id) : [],
  );
  // A history that the step does not name was here before it: from when its note was here last.
  const logsGone = [...logs].flatMap(([key, before]): Change[] =>
    keptLogs.has(key) || !named.has(key)
      ? []
      : [{ table: 'pastLogs', key, before, after: undefined }],
  );
  const recounted = await asBefore(db, step, stored);
  return {
    effects: {
      changes: [...notesGone, ...gone, ...logsGone, ...back],
      ...(review && { review }),
      recounted,
    },
    cards,
    counted: -1,
    takenBack: { target: step.id, by, ...(review && { cardId: review.cardId }) },
  };
}

/** Past logs that the step brought or changed, as they are. */
async function readLogs(
  db: RoundsDatabase,
  stored: readonly RowBefore[],
  brought: ReadonlySet<NoteId>,
  look: () => void,
): Promise<ReadonlyMap<string, KeptPastLog>> {
  const keys = stored.flatMap(({ table, key }) => (table === 'pastLogs' ? [key] : []));
  if (keys.length === 0 && brought.size === 0) return new Map();
  const [named, own] = await Promise.all([
    present(db.pastLogs, keys, look),
    rowsOfNotes(db.pastLogs, brought, look),
  ]);
  return byId([...named, ...own]);
}

/** Answers that the step counted otherwise, back as they were. */
async function asBefore(
  db: RoundsDatabase,
  { body }: Operation,
  stored: readonly RowBefore[],
): Promise<readonly Recounted[]> {
  const stood = body.kind === 'redate' ? body.reviews : undefined;
  const reviews = body.kind === 'regrade' ? regradedBy(body, stored) : (stood ?? []);
  const now = await db.reviews.bulkGet(reviews.map(({ operationId }) => operationId));
  return reviews.flatMap((after, index): Recounted[] => {
    const before = now[index];
    const isOther = body.kind === 'regrade' || before?.studyDay !== after.studyDay;
    return before && isOther ? [{ before, after }] : [];
  });
}

/** The answers as they stood to the cards that the step did change. */
function regradedBy(
  { cards }: Extract<Operation['body'], { readonly kind: 'regrade' }>,
  stored: readonly RowBefore[],
): readonly Review[] {
  const changed = new Set(stored.flatMap(({ table, key }) => (table === 'cards' ? [key] : [])));
  return cards.flatMap(({ cardId, reviews }) => (changed.has(cardId) ? reviews : []));
}

/** Does the step again, under its own number, date and seed, on the rows as they were for it. */
export async function redoneIn(
  db: RoundsDatabase,
  { deviceId }: Operation,
  { operation: step, later }: TurnTarget,
  rows: Rows,
): Promise<Planned> {
  if (!step || (await takenBackBy(db, deviceId)).at(-1) !== step.id) throw new Refused(CANNOT_REDO);
  const result = effectsOf(step, rows);
  if (!result.ok) throw new Refused(result.problem);
  if (standsInTheWay(step.deviceId, deviceId, result.value.changes, later)) {
    throw new Refused(CANNOT_REDO);
  }
  return { effects: result.value, cards: rows.cards, counted: 1, again: step };
}

function isStepInForce(row: OperationRow | undefined): row is OperationRow {
  if (!row || row.standing !== undefined) return false;
  return row.body.kind !== 'undo' && row.body.kind !== 'redo';
}
