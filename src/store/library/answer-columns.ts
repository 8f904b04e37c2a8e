import { Dexie } from 'dexie';
import { AnswerIntake } from '../../domain/statistics/columns/intake.ts';
import {
  type AnswerRow,
  oneHistoryOfRows,
  type OtherLines,
  rowOfReview,
  rowsOfLog,
} from '../../domain/statistics/columns/answer.ts';
import type { AnswerColumns } from '../../domain/statistics/columns/answer-columns.ts';
import { asReview } from '../../domain/cram/settle.ts';
import type { Forecast } from '../../domain/exam/outlook/forecast.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { CardId, OperationId } from '../../kernel/ids.ts';
import { readAcceptedCramAnswers } from '../reads/answers/cram-answers.ts';
import type { RoundsDatabase } from '../schema.ts';
import { pages } from './library-pages.ts';

/** Rows read in one go: so many that a write never waits long for the disk. */
const PAGE = 5000;
/** Histories read at once. */
const AT_ONCE = 100;

/** Every answer in force, those given elsewhere among them, in columns. Each page is one short read. */
export async function readAnswerColumns(db: RoundsDatabase): Promise<AnswerColumns> {
  const intake = new AnswerIntake();
  const undone = new Set(await db.undone.toCollection().primaryKeys());
  for (let last: OperationId | undefined; ; ) {
    const from =
      last === undefined ? db.reviews.toCollection() : db.reviews.where(':id').above(last);
    const reviews = await from.limit(PAGE).toArray();
    for (const review of reviews) if (!undone.has(review.operationId)) intake.addReview(review);
    last = reviews.at(-1)?.operationId;
    if (reviews.length < PAGE) break;
  }
  for await (const answers of pages(db.cramAnswers)) {
    for (const answer of answers) intake.addCramAnswer(answer);
  }
  for await (const logs of pages(db.pastLogs)) for (const log of logs) intake.addLog(log);
  return intake.columns();
}

/** A history as it is now. */
export interface HistoryNow {
  readonly id: CardId;
  readonly rows: readonly AnswerRow[];
  readonly others: OtherLines | undefined;
}

/** The histories of `ids`, read one by one: for those that have changed. */
export async function* readHistoriesNow(
  db: RoundsDatabase,
  ids: readonly CardId[],
): AsyncGenerator<HistoryNow> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    yield* await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => readHistoryNow(db, id)));
  }
}

function readHistoryNow(db: RoundsDatabase, id: CardId): Promise<HistoryNow> {
  return db.transaction('r', db.reviews, db.undone, db.cramAnswers, db.pastLogs, async () => {
    const [reviews, undone, crammed, log] = await Promise.all([
      db.reviews
        .where('[cardId+atMillis]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .toArray(),
      db.undone.where('cardId').equals(id).primaryKeys(),
      readAcceptedCramAnswers(db, id),
      db.pastLogs.get(id),
    ]);
    const gone = new Set(undone);
    const given = reviews.filter((review) => !gone.has(review.operationId));
    const accepted = crammed.flatMap((answer) => asReview(answer) ?? []);
    const past = log && rowsOfLog(log);
    const own = [...given, ...accepted].map(rowOfReview);
    return { id, rows: oneHistoryOfRows(own, past?.rows ?? []), others: past?.others };
  });
}

/** What statistics tell of besides answers and cards. */
export interface BesideAnswers {
  /** Answers given while cramming that count for nothing, by card. */
  readonly crammed: ReadonlyMap<string, number>;
  readonly overlays: readonly Overlay[];
  readonly forecasts: readonly Forecast[];
}

export async function readBesideAnswers(db: RoundsDatabase): Promise<BesideAnswers> {
  const [overlays, forecasts] = await Promise.all([db.overlays.toArray(), db.forecasts.toArray()]);
  const crammed = new Map<string, number>();
  for await (const answers of pages(db.cramAnswers)) {
    for (const { cardId, state } of answers) {
      if (state !== 'accepted') crammed.set(cardId, (crammed.get(cardId) ?? 0) + 1);
    }
  }
  return { crammed, overlays, forecasts };
}
