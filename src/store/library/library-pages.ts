import type { Table } from 'dexie';
import { PastAnswers } from '../../domain/library/past-answers.ts';
import { pastAnswersOf } from '../../domain/import/past-answers-of.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { Change, TableName } from '../../domain/collection/rows.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { databasesAt, type DatabasePlace, versionAt } from '../place/place.ts';
import { withoutKeys } from '../reach.ts';
import { type CardRow, RoundsDatabase, SCHEMA_VERSION } from '../schema.ts';
import { namesOf } from '../storage-problem.ts';

/** Rows read in one go: so many that a write never waits long for the disk. */
const PAGE = 5000;

/** What the library is made of, names before what is named by them. */
export const LIBRARY_TABLES = [
  'settings',
  'presets',
  'decks',
  'noteTypes',
  'searches',
  'notes',
  'cards',
] as const satisfies readonly TableName[];

/**
 * A second connection to a database that is open elsewhere, which can read, and write what is kept,
 * and nothing else: any other transaction to write throws. Does not make, upgrade or change a database.
 */
export async function openForReading(
  place: DatabasePlace | undefined,
): Promise<Result<RoundsDatabase>> {
  try {
    if (!place) return notReadable(t`it is not open`);
    const factory = await databasesAt(place);
    const version = await versionAt(place, factory);
    if (version !== SCHEMA_VERSION * 10) return notReadable(t`it is not open`);
    const db = new RoundsDatabase(place, factory);
    db.use({
      stack: 'dbcore',
      name: 'read-only',
      create: (core) => ({
        ...core,
        transaction: (tables, mode, options) => {
          const isForReading = mode === 'readonly' || tables.every((each) => each === 'kept');
          if (!isForReading) throw new Error('this connection is for reading');
          return core.transaction(tables, mode, options);
        },
      }),
    });
    await db.open();
    return ok(db);
  } catch (error) {
    return notReadable([...namesOf(error)].join(', '));
  }
}

/**
 * Everything the library shows, in pages, as if it were added now. Each page is one short read.
 * `without`: tables left out.
 */
export async function* readLibrary(
  db: RoundsDatabase,
  without: readonly TableName[] = [],
): AsyncGenerator<readonly Change[]> {
  for (const table of LIBRARY_TABLES) {
    if (without.includes(table)) continue;
    for await (const rows of pages(db.table<{ readonly id: string }, string>(table))) {
      yield rows.map((row) => {
        const after = table === 'cards' ? withoutKeys(row as unknown as CardRow) : row;
        return { table, key: row.id, before: undefined, after } as Change;
      });
    }
  }
}

/** The deck studied last: the one that study was begun for, else the one answered in last. */
export async function readLastDeckId(db: RoundsDatabase): Promise<DeckId | undefined> {
  const session = await db.sessions.get('current');
  if (session?.deckId !== undefined) return session.deckId;
  return (await db.reviews.orderBy('studyDay').last())?.deckId;
}

/** The answers in force of `since` and the study days after it, those given elsewhere among them. */
export async function readAnswers(db: RoundsDatabase, since: StudyDay): Promise<PastAnswers> {
  const answers = new PastAnswers(since);
  const [undoneIds, logIds] = await Promise.all([
    db.undone.toCollection().primaryKeys(),
    db.pastLogs.toCollection().primaryKeys(),
  ]);
  const undone = new Set(undoneIds);
  /** Of cards that have a past log: when they were answered here. */
  const given = new Map(logIds.map((id) => [id, new Set<number>()]));
  for (let from: StudyDay | undefined = since; from !== undefined; ) {
    const page = await pageOfReviews(db, from);
    for (const review of page.reviews) {
      if (undone.has(review.operationId)) continue;
      answers.add(review);
      given.get(review.cardId)?.add(review.atMillis);
    }
    from = page.next;
  }
  if (logIds.length === 0) return answers;
  for await (const logs of pages(db.pastLogs)) {
    for (const log of logs) {
      for (const answer of pastAnswersOf(log)) {
        const isGiven = given.get(log.id)?.has(answer.atMillis) === true;
        if (answer.studyDay >= since && !isGiven) answers.add(answer);
      }
    }
  }
  return answers;
}

/** All rows of a table in pages, each one short read. */
export async function* pages<Row extends { readonly id: string }>(
  table: Table<Row, string>,
): AsyncGenerator<readonly Row[]> {
  for (let last: string | undefined; ; ) {
    const rows: Row[] = await (last === undefined
      ? table.toCollection()
      : table.where(':id').above(last)
    )
      .limit(PAGE)
      .toArray();
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

/** Whole study days from `from` on, as many as fit into a page; one at least. */
async function pageOfReviews(db: RoundsDatabase, from: StudyDay) {
  const reviews = await db.reviews.where('studyDay').aboveOrEqual(from).limit(PAGE).toArray();
  const last = reviews.at(-1)?.studyDay;
  if (last === undefined || reviews.length < PAGE) return { reviews, next: undefined };
  if (last > from) return { reviews: reviews.filter((each) => each.studyDay < last), next: last };
  return { reviews: await db.reviews.where('studyDay').equals(from).toArray(), next: from + 1 };
}

function notReadable(why: string): Result<never> {
  return failed(
    t`The library could not be read (${why || t`unknown error`}).`,
    t`Your cards are as they were.`,
    t`Load this page again.`,
  );
}
