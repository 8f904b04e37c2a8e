import type { Intent, OperationBody } from '../log/operation.ts';
import type { Result } from '../kernel/problem.ts';
import type { ClockReading } from '../kernel/study-day.ts';
import type { Watch } from '../kernel/watch.ts';
import type { Platform } from '../platform/platform.ts';
import type { RoundsDatabase } from '../store/schema.ts';
import type { Damage } from './damage.ts';
import type { KeptFolder } from './journal/folder/kept-folder.ts';
import type { Missing } from './journal/recovery/missing.ts';
import type { Recovered } from './journal/recovery/recover.ts';
import type { ReadOnly } from './read-only.ts';
import type { Port } from './rpc.ts';
import type { Library, Planner, Writer } from './workers/connect.ts';

/** What commands and queries are given; built once, in main.tsx. */
export interface Deps {
  readonly store: RoundsDatabase;
  readonly clock: () => ClockReading;
  /** A name that was never given before: letters, digits and '-'. */
  readonly newId: () => string;
  readonly platform: Platform;
  /** Search over the whole collection, off the screen's thread. */
  readonly library: Library;
  /** Plans exams and days, off the screen's thread. */
  readonly planner: Planner;
  /** Writes what is large, off the screen's thread. */
  readonly writer: Writer;
  /** Starts what reads files of other programs and writes them; absent where nothing can be imported. */
  readonly startImporter?: () => Port;
  /** Starts what makes files for other programs; absent where nothing can be exported. */
  readonly startExporter?: () => Port;
  /** Why nothing may be written now; absent: there is never a reason. */
  readonly readOnly?: ReadOnly;
  /** The journal in the folder of the person's own; absent: the shell lets none be chosen. */
  readonly folderJournal?: KeptFolder;
  /** Puts steps back off the screen's thread; absent: the page does. */
  readonly putBack?: (missing: Missing, watch?: Watch) => Promise<Result<Recovered>>;
  /** Hears of reads that failed because the database is damaged. */
  readonly damage?: Damage;
}

/** The one place where a body becomes an intent: dated by the clock. */
export function intentOf(
  { clock }: Pick<Deps, 'clock'>,
  body: OperationBody,
  origin: Intent['origin'] = 'person',
): Intent {
  return { body, ...clock(), origin };
}
