import { type Change, TABLE_NAMES, type TableName } from '../../../domain/collection/rows.ts';
import { buriedIn } from '../../../domain/collection/saved-search.ts';
import type { CardId, DeckId, NoteId, OperationId, OverlayId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { type TableRow, tableRow } from '../../parts/table-rows.ts';
import { list, object, text, word } from '../../shapes.ts';

/**
 * Rows as they stand, whatever led to them: what a check of the collection keeps although no step
 * explains it, and what it puts right.
 */
export const takeOverKind = defineKind({
  name: 'take-over',
  version: 1,
  shape: object({
    rows: list(tableRow),
    gone: list(object({ table: word(TABLE_NAMES), key: text })),
  }),
  word: t`mending`,
  about: ({ rows }) => ({
    cardIds: keysOf(rows, 'cards') as CardId[],
    noteIds: keysOf(rows, 'notes') as NoteId[],
  }),
  reach({ rows, gone }) {
    const all = [...rows.map(({ table, row }) => ({ table, key: row.id as string })), ...gone];
    const of = (name: TableName) => all.flatMap(({ table, key }) => (table === name ? [key] : []));
    const graves = (kind: 'deck' | 'note') =>
      of('graves').flatMap((id) => buriedIn(kind, id) ?? []);
    const pastLogIds = of('pastLogs') as CardId[];
    return {
      cardIds: of('cards') as CardId[],
      noteIds: [...of('notes'), ...graves('note')] as NoteId[],
      deckIds: [...of('decks'), ...graves('deck')] as DeckId[],
      mediaNames: of('media'),
      searchIds: of('searches'),
      overlayIds: of('overlays') as OverlayId[],
      cramAnswerIds: of('cramAnswers') as OperationId[],
      ...(pastLogIds.length > 0 && { pastLogIds }),
    };
  },
  effects({ rows, gone }, _stamp, seen) {
    const put = rows.map(({ table, row }) => {
      return { table, key: row.id, before: seen[table].get(row.id), after: row } as Change;
    });
    const removed = gone.flatMap(({ table, key }) => {
      const before = seen[table].get(key);
      return before ? [{ table, key, before, after: undefined } as Change] : [];
    });
    return ok({ changes: [...put, ...removed] });
  },
});

function keysOf(rows: readonly TableRow[], name: TableName): string[] {
  return rows.flatMap(({ table, row }) => (table === name ? [row.id] : []));
}
