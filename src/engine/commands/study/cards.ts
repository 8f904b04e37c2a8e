import type { Flag } from '../../../domain/collection/card.ts';
import type { CardId, NoteId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Result } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { readAnsweredAhead } from '../../../store/clock/answered-ahead.ts';
import { cardsOfNotes } from '../../../store/reach.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { change } from '../change.ts';
import { plain } from '../plain.ts';

type Outcome = Promise<Result<Operation>>;
type Cards = readonly CardId[];

export const suspendCards = plain((cardIds: Cards, suspended: boolean) => ({
  kind: 'suspend',
  cardIds,
  suspended,
}));

/** Out of the way until the next study day. */
export function buryCards(deps: Deps, cardIds: Cards, watch?: Watch): Outcome {
  return inWords(async () => {
    const until = (await readStudyDay(deps.store, deps.clock())) + 1;
    const body = { kind: 'bury', cardIds, until, isByHand: true } as const;
    return change(deps, body, watch);
  });
}

/** All cards of a note at once, likewise. */
export function buryNote(deps: Deps, noteId: NoteId): Outcome {
  return inWords(async () => buryCards(deps, await cardsOfNote(deps, noteId)));
}

/** All cards of a note at once. */
export function suspendNote(deps: Deps, noteId: NoteId): Outcome {
  return inWords(async () => suspendCards(deps, await cardsOfNote(deps, noteId), true));
}

async function cardsOfNote({ store }: Deps, noteId: NoteId): Promise<Cards> {
  const rows = await cardsOfNotes(store, new Set([noteId]));
  return rows.flatMap(({ id, absent }) => (absent ? [] : [id]));
}

export const flagCards = plain((cardIds: Cards, flag: Flag) => ({ kind: 'flag', cardIds, flag }));

/** Due `days` study days from today; 0 is today. `spreadDays`: at random over so many more. */
export function setCardsDue(
  deps: Deps,
  cardIds: Cards,
  days: number,
  spreadDays = 0,
  watch?: Watch,
): Outcome {
  return inWords(async () => {
    const today: StudyDay = await readStudyDay(deps.store, deps.clock());
    const spread = spreadDays === 0 ? {} : { spreadDays };
    const body = { kind: 'set-due', cardIds, dueDay: today + days, ...spread } as const;
    return change(deps, body, watch);
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

/** Cards answered while the clock ran ahead count as answered today, and so do the answers (CARD-7). */
export function redateCards(deps: Deps, cardIds: Cards, watch?: Watch): Outcome {
  return inWords(async () => {
    const today = await readStudyDay(deps.store, deps.clock());
    const ahead = await readAnsweredAhead(deps.store, cardIds, today);
    return change(deps, { kind: 'redate', cardIds, ...ahead }, watch);
  });
}
