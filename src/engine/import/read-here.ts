import { historyIdOf } from '../../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../domain/collection/deck.ts';
import type { Review } from '../../domain/collection/review.ts';
import { noteGrave } from '../../domain/collection/saved-search.ts';
import type { Brought } from '../../exchange/incoming/brought.ts';
import { type CardId, noteIdOf } from '../../kernel/ids.ts';
import { withoutKeys } from '../../store/reach.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Here } from './decide/here.ts';

/** Rows asked for in one request. */
const PAGE = 2000;
/** So many cards' answers are read card by card; of more, the whole log once. */
const FEW_CARDS = 300;

/** What is here of what `brought` names. */
export async function readHere(db: RoundsDatabase, brought: Brought): Promise<Here> {
  const noteIds = brought.notes.map(({ id }) => id as string);
  const cardIds = brought.cards.map(({ id }) => id as string);
  const notes = byId(await rowsIn(db.notes, noteIds));
  const graves = await rowsIn(db.graves, noteIds.map(noteGrave));
  const buried = new Set(graves.map(({ id }) => id));
  const deleted = new Set(noteIds.filter((id) => buried.has(noteGrave(id))));
  const rows = await rowsIn(db.cards, cardIds);
  const cards = byId(rows.map(withoutKeys));
  const histories = new Map(rows.map((card) => [card.id as CardId, historyIdOf(card)]));
  const ofHistories = [...new Set(histories.values())];
  const pastLogs = byId(await rowsIn(db.pastLogs, ofHistories));
  const [types, decks, presets, settings, media] = await Promise.all([
    db.noteTypes.toArray(),
    db.decks.toArray(),
    db.presets.toArray(),
    db.settings.get('study'),
    db.media.toArray(),
  ]);
  // Whose log is as it was when it came has no answer that is new.
  const asked = brought.pastLogs.flatMap(({ id, packed }) => {
    const historyId = histories.get(id) ?? (deleted.has(noteIdOf(id)) ? id : undefined);
    return historyId === undefined || pastLogs.get(historyId)?.packed === packed ? [] : [historyId];
  });
  return {
    ...{ notes, cards, pastLogs, deleted, decks },
    answers: await readAnswers(db, new Set(asked)),
    types: byId(types),
    presets: byId(presets),
    settings: settings ?? DEFAULT_STUDY_SETTINGS,
    media: new Map(media.map((file) => [file.id.toLowerCase(), file])),
  };
}

/** Answers that count, of each card oldest first. */
async function readAnswers(
  db: RoundsDatabase,
  ids: ReadonlySet<CardId>,
): Promise<ReadonlyMap<string, readonly Review[]>> {
  const answers = new Map<string, Review[]>();
  if (ids.size === 0) return answers;
  const undone = new Set(await db.undone.toCollection().primaryKeys());
  const take = (reviews: readonly Review[]): void => {
    for (const review of reviews) {
      if (!ids.has(review.cardId) || undone.has(review.operationId)) continue;
      const own = answers.get(review.cardId);
      if (own) own.push(review);
      else answers.set(review.cardId, [review]);
    }
  };
  if (ids.size <= FEW_CARDS) {
    for (const id of ids) {
      const range = [id, Number.NEGATIVE_INFINITY];
      const end = [id, Number.POSITIVE_INFINITY];
      take(await db.reviews.where('[cardId+atMillis]').between(range, end).toArray());
    }
  } else {
    for (let after = ''; ; ) {
      const page = await db.reviews.where('operationId').above(after).limit(PAGE).toArray();
      take(page);
      const last = page.at(-1);
      if (!last) break;
      after = last.operationId;
    }
  }
  for (const own of answers.values()) own.sort((a, b) => a.atMillis - b.atMillis);
  return answers;
}

/** What is asked of a table of the database. */
interface RowsById<Row> {
  limit(most: number): { count(): PromiseLike<number> };
  bulkGet(ids: string[]): PromiseLike<(Row | undefined)[]>;
}

/** Of an empty table nothing is asked: the first import of all names the most rows. */
async function rowsIn<Row>(table: RowsById<Row>, ids: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  if ((await table.limit(1).count()) === 0) return found;
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await table.bulkGet(ids.slice(from, from + PAGE));
    for (const row of rows) if (row !== undefined) found.push(row);
  }
  return found;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
