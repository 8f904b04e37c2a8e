import type { Card } from '../../../domain/collection/card.ts';
import { keyOfName } from '../../../domain/text/same-name.ts';
import { type NoteId, noteIdOf, type OperationId } from '../../../kernel/ids.ts';
import { failed, notNow, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { readOperation } from '../../../store/log/log-rows.ts';
import { broughtBeside, readUndoRows } from '../../../store/log/undo-rows.ts';
import { cardsOfNotes, present, rowsOfNotes, withoutKeys } from '../../../store/reach.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { type HereNow, type ImportMade, importMade } from './import-made.ts';

/** An import that is in force, as it stands in the log. */
export async function readImportMade(
  db: RoundsDatabase,
  id: OperationId,
): Promise<Result<ImportMade>> {
  const [row, undone] = await Promise.all([db.operations.get(id), db.undone.get(id)]);
  const operation = row && (await readOperation(db, id));
  if (!row || row.standing !== undefined || operation?.body.kind !== 'import') return NOT_THERE;
  if (undone) return ALREADY_UNDONE;
  const undo = await readUndoRows(db, row);
  return ok(importMade(id, operation.body, undo, broughtBeside(operation, undo)));
}

/** What is here by now of what it brought and changed. */
export async function readHereNow(db: RoundsDatabase, made: ImportMade): Promise<HereNow> {
  const own = new Set<NoteId>([
    ...made.broughtNotes,
    ...([...made.before.notes.keys()] as NoteId[]),
    ...[...made.added.cards, ...made.before.cards.keys()].map((id) => noteIdOf(id as never)),
  ]);
  const notes = await present(db.notes, [...own]);
  const rows = await cardsOfNotes(db, own);
  const cards = new Map<NoteId, Card[]>();
  for (const row of rows) {
    const noteId = noteIdOf(row.id);
    const known = cards.get(noteId);
    if (known) known.push(withoutKeys(row));
    else cards.set(noteId, [withoutKeys(row)]);
  }
  const logs = await rowsOfNotes(db.pastLogs, own);
  return {
    notes: new Map(notes.map((note) => [note.id, note])),
    cards,
    pastLogs: new Map(logs.map((log) => [log.id, log])),
    decks: await db.decks.toArray(),
    otherSections: await otherSectionsIn(db, made, own),
  };
}

/** Of the decks that the import brought or changed: those in which other notes lie. */
async function otherSectionsIn(
  db: RoundsDatabase,
  { before, added }: ImportMade,
  own: ReadonlySet<NoteId>,
): Promise<HereNow['otherSections']> {
  const found = new Map<string, Set<string>>();
  const deckIds = [...added.decks, ...before.decks.keys()];
  const isOwn: ReadonlySet<string> = own;
  await db.notes
    .where('deckId')
    .anyOf(deckIds)
    .each(({ id, deckId, sections }) => {
      if (isOwn.has(id)) return;
      const known = found.get(deckId) ?? new Set<string>();
      for (const section of sections) known.add(keyOfName(section));
      found.set(deckId, known);
    });
  return found;
}

const NOT_THERE: Result<never> = failed(
  t`That import is not in the log any more.`,
  t`Nothing was changed.`,
  t`Look at the list of imports again.`,
);
const ALREADY_UNDONE: Result<never> = notNow(
  t`That import was undone already.`,
  t`Nothing was changed.`,
  t`There is nothing left of it to be taken back.`,
);
