import { historyIdOf } from '../../../domain/collection/card.ts';
import type { HistoryAnswer } from '../../../domain/collection/review.ts';
import type { TodayView } from '../../../domain/study/today/today.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import { type NotSaved, readNotSaved } from '../../../store/copies/days-not-saved.ts';
import { type CardInFull, readCard, readHistory } from '../../../store/reads/card-info.ts';
import { type ClockAhead, readClockAhead } from '../../../store/clock/clock-check.ts';
import { readLastOperationId } from '../../../store/media/media-users.ts';
import { readIsPlanOn } from '../../../store/reads/overlays.ts';
import type { DeviceRow, SessionRow } from '../../../store/schema.ts';
import { readSession } from '../../../store/device/session.ts';
import { type CardsSetAside, readSetAside } from '../../../store/reads/set-aside.ts';
import { readStudyDay, readStudySettings } from '../../../store/reads/settings.ts';
import { readToday } from '../../../store/reads/today.ts';
import type { Stored } from '../context.ts';

/** Where study stands on this device. */
export type LiveSession = SessionRow;

export interface LiveToday {
  readonly view: TodayView;
  readonly session: SessionRow | undefined;
  readonly clockAhead: ClockAhead | undefined;
  /** An exam, a break or a catch-up has a say in what today asks for. */
  readonly isPlanned: boolean;
  /** One will have a say in what tomorrow asks for. */
  readonly isPlannedTomorrow: boolean;
  /** Changes with every operation. */
  readonly lastOperation: string | undefined;
}

/** What today asks for. Cards fall due as `now` goes on. */
export async function today(
  { store }: Stored,
  { now }: { readonly now: ClockReading },
): Promise<LiveToday> {
  const day = await readStudyDay(store, now);
  const [lastOperation, view, session, clockAhead, isPlanned, isPlannedTomorrow] =
    await Promise.all([
      readLastOperationId(store),
      readToday(store, now),
      readSession(store, now),
      readClockAhead(store, day),
      readIsPlanOn(store, now),
      readIsPlanOn(store, now, 1),
    ]);
  return { view, session, clockAhead, isPlanned, isPlannedTomorrow, lastOperation };
}

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

/** Changes with every operation, whoever does it: for what is worked out on demand. */
export async function lastOperation({ store }: Stored): Promise<string | undefined> {
  return readLastOperationId(store);
}

export type { NotSaved };

/** When the collection was last saved outside, and on how many days it was studied since (COPY-14). */
export async function daysNotSaved(
  { store }: Stored,
  { today }: { readonly today: StudyDay },
): Promise<NotSaved> {
  return readNotSaved(store, today);
}

/** The last copy in the folder of the person's own, or why there is none; null: none was tried. */
export async function lastOutside({ store }: Stored): Promise<DeviceRow['outside'] | null> {
  return (await store.device.get('device'))?.outside ?? null;
}
