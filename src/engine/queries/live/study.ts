import { historyIdOf } from '../../../domain/collection/card.ts';
import type { HistoryAnswer } from '../../../domain/collection/review.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import { type CardInFull, readCard } from '../../../store/reads/card-info.ts';
import { readHistory } from '../../../store/reads/answers/history.ts';
import { readLastOperationId } from '../../../store/media/media-users.ts';
import { type CardsSetAside, readSetAside } from '../../../store/reads/set-aside.ts';
import { readStudyDay, readStudySettings } from '../../../store/reads/settings.ts';
import type { Stored } from '../context.ts';

export interface LiveStudyDay {
  readonly today: StudyDay;
  readonly rolloverHour: number;
}

/** The study day that `now` belongs to. */
export async function studyDay(
  { store }: Stored,
  { now }: { readonly now: ClockReading },
): Promise<LiveStudyDay> {
  const [day, { rolloverHour }] = await Promise.all([
    readStudyDay(store, now),
    readStudySettings(store),
  ]);
  return { today: day, rolloverHour };
}

export interface LiveCard extends CardInFull {
  readonly history: readonly HistoryAnswer[];
}

/** A card with all that is shown of it; undefined where it is gone. */
export async function card(
  { store }: Stored,
  { cardId }: { readonly cardId: CardId },
): Promise<LiveCard | undefined> {
  const found = await readCard(store, cardId);
  return found && { ...found, history: await readHistory(store, historyIdOf(found.card)) };
}

/** What the person took out of study; at most `limit` cards of either kind are looked at. */
export async function setAside(
  { store }: Stored,
  { limit }: { readonly limit: number },
): Promise<CardsSetAside> {
  return readSetAside(store, limit);
}

/** Changes with every operation, whoever does it: for what is worked out on demand. '': there is none yet. */
export async function lastOperation({ store }: Stored): Promise<string> {
  return (await readLastOperationId(store)) ?? '';
}
