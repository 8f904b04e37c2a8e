import type { Flag } from '../../../domain/collection/card.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Result } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { apply } from '../../../store/apply.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import type { OnProgress } from '../../../store/write.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { plain } from '../plain.ts';

type Outcome = Promise<Result<Operation>>;
type Cards = readonly CardId[];

export const suspendCards = plain((cardIds: Cards, suspended: boolean) => ({
  kind: 'suspend',
  cardIds,
  suspended,
}));

/** Out of the way until the next study day. */
export function buryCards(deps: Deps, cardIds: Cards, onProgress?: OnProgress): Outcome {
  return inWords(async () => {
    const until = (await readStudyDay(deps.store, deps.clock())) + 1;
    const body = { kind: 'bury', cardIds, until, isByHand: true } as const;
    return apply(deps.store, intentOf(deps, body), onProgress);
  });
}

export const flagCards = plain((cardIds: Cards, flag: Flag) => ({ kind: 'flag', cardIds, flag }));

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
export const rescheduleCards = plain((cardIds: Cards) => ({ kind: 'reschedule', cardIds }));

/** Out of suspension, new cards so many a study day from today on. */
export const releaseCards = plain((cardIds: Cards, newPerDay: number) => ({
  kind: 'release',
  cardIds,
  newPerDay,
}));

/** Back to new; the answers stay in the history. */
export const forgetCards = plain((cardIds: Cards) => ({ kind: 'forget', cardIds }));

/** Cards answered while the clock ran ahead count as answered today. */
export const redateCards = plain((cardIds: Cards) => ({ kind: 'redate', cardIds }));
