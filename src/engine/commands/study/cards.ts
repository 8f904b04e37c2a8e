import type { Flag } from '../../../domain/collection/card.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Result } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { apply } from '../../../store/apply.ts';
import { readStudyDay } from '../../../store/settings.ts';
import type { OnProgress } from '../../../store/write.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';

type Outcome = Promise<Result<Operation>>;
type Cards = readonly CardId[];

export function suspendCards(
  deps: Deps,
  cardIds: Cards,
  suspended: boolean,
  onProgress?: OnProgress,
): Outcome {
  return apply(deps.store, intentOf(deps, { kind: 'suspend', cardIds, suspended }), onProgress);
}

/** Out of the way until the next study day. */
export function buryCards(deps: Deps, cardIds: Cards, onProgress?: OnProgress): Outcome {
  return inWords(async () => {
    const until = (await readStudyDay(deps.store, deps.clock())) + 1;
    return apply(deps.store, intentOf(deps, { kind: 'bury', cardIds, until }), onProgress);
  });
}

export function flagCards(
  deps: Deps,
  cardIds: Cards,
  flag: Flag,
  onProgress?: OnProgress,
): Outcome {
  return apply(deps.store, intentOf(deps, { kind: 'flag', cardIds, flag }), onProgress);
}

/** Due `days` study days from today; 0 is today. `spreadDays`: at random over so many more. */
export function setCardsDue(
  deps: Deps,
  cardIds: Cards,
  days: number,
  spreadDays = 0,
  onProgress?: OnProgress,
): Outcome {
  return inWords(async () => {
    const today: StudyDay = await readStudyDay(deps.store, deps.clock());
    const spread = spreadDays === 0 ? {} : { spreadDays };
    const body = { kind: 'set-due', cardIds, dueDay: today + days, ...spread } as const;
    return apply(deps.store, intentOf(deps, body), onProgress);
  });
}

/** Due dates anew from memory, under the decks' present options. */
export function rescheduleCards(deps: Deps, cardIds: Cards, onProgress?: OnProgress): Outcome {
  return apply(deps.store, intentOf(deps, { kind: 'reschedule', cardIds }), onProgress);
}

/** Out of suspension, new cards so many a study day from today on. */
export function releaseCards(
  deps: Deps,
  cardIds: Cards,
  newPerDay: number,
  onProgress?: OnProgress,
): Outcome {
  return apply(deps.store, intentOf(deps, { kind: 'release', cardIds, newPerDay }), onProgress);
}

/** Back to new; the answers stay in the history. */
export function forgetCards(deps: Deps, cardIds: Cards, onProgress?: OnProgress): Outcome {
  return apply(deps.store, intentOf(deps, { kind: 'forget', cardIds }), onProgress);
}

/** Cards answered while the clock ran ahead count as answered today. */
export function redateCards(deps: Deps, cardIds: Cards): Outcome {
  return apply(deps.store, intentOf(deps, { kind: 'redate', cardIds }));
}
