import type { StudySettings } from '../../../domain/collection/deck.ts';
import type { KeptRanges } from '../../../domain/study/queue/kept-ranges.ts';
import type { StepDone } from '../../../domain/study/queue/ranges-after.ts';
import type { SessionTotal } from '../../../domain/study/session-total.ts';
import type { KeptCounts } from '../../../store/kept-counts.ts';
import type { RoundsDatabase, SessionRow } from '../../../store/schema.ts';

/** Where a session stood when its last card was asked; holds until something else is written. */
export interface Standing {
  readonly session: SessionRow;
  readonly settings: StudySettings;
  readonly total: SessionTotal;
  /** What its queue was read from; closed. */
  readonly ranges: KeptRanges;
  /** What happened since, of which `ranges` do not know yet. */
  readonly step: StepDone;
  /** As that left them; absent: not known. */
  readonly counts?: KeptCounts | undefined;
  /** See DeviceRow. */
  readonly writes: number;
}

/** One for each database, the newest; taken by whoever goes on with its ranges (ahead.ts). */
export const standingOf = new WeakMap<RoundsDatabase, Standing>();
