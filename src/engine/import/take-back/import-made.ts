import type { Deck } from '../../../domain/collection/deck.ts';
import type { Card } from '../../../domain/collection/card.ts';
import { TABLE_NAMES, type TableName, type Tables } from '../../../domain/collection/rows.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { Incoming } from '../../../domain/import/incoming.ts';
import type { KeptPastLog } from '../../../domain/import/past-log.ts';
import type { CardId, NoteId, OperationId } from '../../../kernel/ids.ts';
import type { RowBefore } from '../../../store/log/undo-rows.ts';

/** An import that was made: what the file brought, and what each row was before it. */
export interface ImportMade {
  readonly id: OperationId;
  readonly file: Incoming;
  /** Of rows that were there before. */
  readonly before: { readonly [T in TableName]: ReadonlyMap<string, Tables[T]> };
  /** Keys of rows that it added; those of notes that it brought are left out. */
  readonly added: { readonly [T in TableName]: ReadonlySet<string> };
  /** Notes that were not here before. */
  readonly broughtNotes: ReadonlySet<NoteId>;
}

/** `undo`: the rows before the import, as they stand beside it in the log. */
export function importMade(
  id: OperationId,
  file: Incoming,
  undo: readonly RowBefore[],
  broughtNotes: ReadonlySet<NoteId>,
): ImportMade {
  const before = new Map<TableName, Map<string, unknown>>();
  const added = new Map<TableName, Set<string>>();
  for (const row of undo) {
    if (row.before === undefined) {
      added.set(row.table, (added.get(row.table) ?? new Set()).add(row.key));
    } else {
      before.set(row.table, (before.get(row.table) ?? new Map()).set(row.key, row.before));
    }
  }
  return {
    id,
    file,
    before: eachTable((table) => before.get(table) ?? new Map()) as ImportMade['before'],
    added: eachTable((table) => added.get(table) ?? new Set<string>()),
    broughtNotes,
  };
}

/** What is here by now of what an import brought or changed, and what else it would take along. */
export interface HereNow {
  /** Of the file's notes those that are here, with their cards and past logs. */
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly cards: ReadonlyMap<NoteId, readonly Card[]>;
  readonly pastLogs: ReadonlyMap<CardId, KeptPastLog>;
  /** All of them. */
  readonly decks: readonly Deck[];
  /** Decks in which other notes lie, with the keys of those notes' sections. */
  readonly otherSections: ReadonlyMap<string, ReadonlySet<string>>;
}

function eachTable<Value>(of: (table: TableName) => Value): Record<TableName, Value> {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, of(table)])) as Record<
    TableName,
    Value
  >;
}
