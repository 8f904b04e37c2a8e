import type { TodayView } from '../../../domain/study/today/today.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import { type NotSaved, readNotSaved } from '../../../store/copies/days-not-saved.ts';
import { type ClockAhead, readClockAhead } from '../../../store/clock/clock-check.ts';
import { readLastOperationId } from '../../../store/media/media-users.ts';
import type { DeviceRow, SessionRow } from '../../../store/schema.ts';
import { readSessionOf } from '../../../store/device/session.ts';
import { readDevice } from '../../../store/device/writes.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import { readToday, type WhetherPlanned } from '../../../store/reads/today.ts';
import type { Stored } from '../context.ts';

/** Where study stands on this device. */
export type LiveSession = SessionRow;

export interface LiveToday extends WhetherPlanned {
  readonly view: TodayView;
  readonly session: SessionRow | undefined;
  readonly clockAhead: ClockAhead | undefined;
  /** Changes with every operation. */
  readonly lastOperation: string | undefined;
}

/**
 * What today asks for. Cards fall due as `now` goes on. Followed by the device's row, which tells of
 * every write (DeviceRow): most is read without Dexie.
 */
export async function today(
  { store }: Stored,
  { now }: { readonly now: ClockReading },
): Promise<LiveToday> {
  const [day] = await Promise.all([readStudyDay(store, now), readDevice(store)]);
  const [lastOperation, view, session, clockAhead] = await Promise.all([
    readLastOperationId(store),
    readToday(store, now),
    readSessionOf(store, day),
    readClockAhead(store, day),
  ]);
  const { isPlanned, isPlannedTomorrow } = view;
  return { view, session, clockAhead, isPlanned, isPlannedTomorrow, lastOperation };
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
