import type { StudySettings } from '../../../domain/collection/deck.ts';
import type { KeptRanges } from '../../../domain/study/queue/kept-ranges.ts';
import { momentOf } from '../../../domain/study/queue/queue.ts';
import type { StepDone } from '../../../domain/study/queue/ranges-after.ts';
import type { SessionTotal } from '../../../domain/study/session-total.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { writesOf } from '../../../store/device/writes.ts';
import type { DeviceRow, RoundsDatabase, SessionRow } from '../../../store/schema.ts';

/** Where a session stood when its last card was asked; holds until something else is written. */
export interface Standing {
  readonly session: SessionRow;
  readonly settings: StudySettings;
  readonly total: SessionTotal;
  /** What its queue was read from; closed. */
  readonly ranges: KeptRanges;
  /** What happened since, of which `ranges` do not know yet. */
  readonly step: StepDone;
  /** See DeviceRow. */
  readonly writes: number;
}

const standingOf = new WeakMap<RoundsDatabase, Standing>();

export function keepStanding(db: RoundsDatabase, standing: Standing): void {
  standingOf.set(db, standing);
}

/** What was kept, where it still holds; once, because its ranges go on with whoever takes it. */
export function takeStanding(
  db: RoundsDatabase,
  device: DeviceRow,
  now: ClockReading,
): Standing | undefined {
  const kept = standingOf.get(db);
  standingOf.delete(db);
  if (!kept || kept.writes !== writesOf(device)) return undefined;
  return momentOf(now, kept.settings).today === kept.session.studyDay ? kept : undefined;
}
