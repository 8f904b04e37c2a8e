import { TABLE_NAMES } from '../../../domain/collection/rows.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import { pastAnswersOf } from '../../../domain/import/past-answers-of.ts';
import { LibraryIndex } from '../../../domain/library/library-index.ts';
import { PastAnswers } from '../../../domain/library/past-answers.ts';
import { answerDaysNeeded } from '../../../domain/search/answer-days.ts';
import { parseSearch } from '../../../domain/search/parse-query.ts';
import { AnswerIntake } from '../../../domain/statistics/columns/intake.ts';
import type { Insights, InsightsAsked } from '../../../domain/statistics/insights.ts';
import { insightsOf } from '../../../domain/statistics/insights-of.ts';
import { searchOfScope } from '../../../domain/statistics/scope.ts';
import { readWholeFile } from '../../../exchange/collection-file/check-file.ts';
import type { Bytes } from '../../../exchange/collection-file/zip-directory.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { type Replayed, replayOperations } from '../../../log/replay/replay-all.ts';

/** The statistics of a saved collection (STATS-36). Throws BadFile. */
export async function insightsOfFile(
  bytes: Bytes,
  asked: InsightsAsked,
  now: ClockReading,
): Promise<Result<Insights>> {
  const { operations } = await readWholeFile(bytes);
  return insightsOfTables(replayOperations(operations), asked, now);
}

/** The same of what operations came to: what the library's worker tells of a database. */
export function insightsOfTables(
  replayed: Replayed,
  asked: InsightsAsked,
  now: ClockReading,
): Result<Insights> {
  const index = new LibraryIndex();
  for (const table of TABLE_NAMES) {
    const rows = [...replayed[table]] as readonly (readonly [string, unknown])[];
    index.change(rows.map(([key, after]) => ({ table, key, before: undefined, after }) as Change));
  }
  const parsed = parseSearch(searchOfScope(asked.scope), { fieldNames: index.fieldNames() });
  if (!parsed.ok) return parsed;
  const reviews = [...replayed.reviews.values()].filter(
    ({ operationId }) => !replayed.undone.has(operationId),
  );
  const intake = new AnswerIntake();
  const crammed = new Map<string, number>();
  for (const review of reviews) intake.addReview(review);
  for (const answer of replayed.cramAnswers.values()) {
    intake.addCramAnswer(answer);
    const { cardId, state } = answer;
    if (state !== 'accepted') crammed.set(cardId, (crammed.get(cardId) ?? 0) + 1);
  }
  for (const log of replayed.pastLogs.values()) intake.addLog(log);
  const answers = new PastAnswers(0);
  if (answerDaysNeeded(parsed.query) > 0) {
    for (const review of reviews) answers.add(review);
    for (const log of replayed.pastLogs.values()) {
      for (const answer of pastAnswersOf(log)) answers.add(answer);
    }
  }
  const search = index.cards(parsed.query, { now, answers });
  let step = search.next();
  while (!step.done) step = search.next();
  const { rolloverHour } = index;
  return ok(
    insightsOf({
      asked,
      columns: intake.columns(),
      cards: step.value,
      now,
      today: index.today(now).today,
      rolloverHour,
      overlays: [...replayed.overlays.values()],
      crammed,
      // Kept on the device beside the log: a file has none.
      forecasts: [],
    }),
  );
}
