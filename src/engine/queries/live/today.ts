import type { TodayView } from '../../../domain/study/today/today.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import { type NotSaved, readNotSaved } from '../../../store/copies/days-not-saved.ts';
import type { DeviceRow, SessionRow } from '../../../store/schema.ts';
import { readOpenSession } from '../../../store/device/session.ts';
import { readDevice } from '../../../store/device/writes.ts';
import { type ReadToday, readToday } from '../../../store/reads/today.ts';
import type { Stored } from '../context.ts';

/** Where study stands on this device. */
export type LiveSession = SessionRow;

export interface LiveToday
  extends Pick<
    ReadToday,
    'isPlanned' | 'isPlannedTomorrow' | 'plannedAhead' | 'clockAhead' | 'lastOperation'
  > {
  readonly view: TodayView;
  readonly session: SessionRow | undefined;
}

/**
 * What today asks for. Cards fall due as `now` goes on. Followed by the device's row, which tells of
 * every write (DeviceRow), and by the session's: the rest is kept, and read without Dexie.
 */
export async function today(
  { store }: Stored,
  { now }: { readonly now: ClockReading },
): Promise<LiveToday> {
  const [device, open] = await Promise.all([readDevice(store), readOpenSession(store)]);
  const view = await readToday(store, now, device);
  const { isPlanned, isPlannedTomorrow, plannedAhead, clockAhead, lastOperation } = view;
  const session = open?.studyDay === view.studyDay ? open : undefined;
  return {
    view,
    session,
    isPlanned,
    isPlannedTomorrow,
    plannedAhead,
    clockAhead,
    lastOperation,
  };
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
