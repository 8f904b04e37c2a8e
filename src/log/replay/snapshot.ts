import { NO_ROWS, type Rows, TABLE_NAMES } from '../../domain/collection/rows.ts';
import type { DeviceId, OperationId } from '../../kernel/ids.ts';
import { inLogOrder, type Sealed, type Stamp } from '../envelope.ts';
import { StepLine } from './step-line.ts';
import type { Gap } from './numbers.ts';
import { LogReplay, type ReplayOptions, type ReplayStart } from './replay.ts';
import { CollectionView } from './collection-view.ts';

type Kept = ReplayStart['kept'] extends Iterable<infer One> ? One : never;
type NewestSteps = ReturnType<StepLine['newest']>;

/**
 * What a log came to at one moment, so that a replay need not begin at its beginning. Plain data.
 * It can be thrown away at any time: the log alone is the truth.
 */
export interface Snapshot {
  readonly format: 1;
  /** The newest operation that it holds; what comes after that is to be replayed. */
  readonly upTo: Pick<Stamp, 'logicalMillis' | 'id'> | undefined;
  readonly tables: { readonly [Table in keyof Rows]: readonly unknown[] };
  readonly undone: readonly (readonly [OperationId, OperationId])[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  readonly deferred: readonly { readonly operation: Sealed; readonly why: string }[];
  readonly gaps: readonly Gap[];
  /** The last operation of each device. */
  readonly last: readonly Stamp[];
  readonly steps: NewestSteps['steps'];
  /** There are older steps in force that are not among them. */
  readonly isCut?: true;
  readonly takenBack: readonly (readonly [DeviceId, readonly OperationId[]])[];
  readonly kept: readonly Kept[];
}

/** So many steps can be taken back without the log from before the snapshot. */
const NEWEST = 500;

export function snapshotOf(replay: LogReplay): Snapshot {
  const { kept, line, last } = replay.standing;
  const { steps, takenBack } = line.newest(NEWEST);
  const isCut = replay.standing.isCut || line.length > steps.length;
  const wanted = new Set([...steps.map(({ id }) => id), ...takenBack.flatMap(([, ids]) => ids)]);
  const stamps = [...last.values()].sort(inLogOrder);
  const newest = stamps.at(-1);
  const { tables } = replay.collection;
  return {
    format: 1,
    upTo: newest && { logicalMillis: newest.logicalMillis, id: newest.id },
    tables: Object.fromEntries(
      TABLE_NAMES.map((name) => [name, [...tables[name].values()]]),
    ) as unknown as Snapshot['tables'],
    undone: [...replay.undone],
    refused: [...replay.refused],
    deferred: [...replay.deferred],
    gaps: [...replay.gaps],
    last: stamps,
    steps,
    ...(isCut && { isCut }),
    takenBack,
    kept: [...kept.values()].filter(({ operation }) => wanted.has(operation.id)),
  };
}

/**
 * A replay that goes on where `snapshot` ended. It throws NeedsEarlier where the log takes back a
 * step that is older than the snapshot remembers: then the log is replayed from its beginning.
 */
export function replayFrom(snapshot: Snapshot, options: ReplayOptions = {}): LogReplay {
  const rows = Object.fromEntries(
    TABLE_NAMES.map((name) => {
      const own = snapshot.tables[name] as readonly { readonly id: string }[];
      return [name, new Map(own.map((row) => [row.id, row]))];
    }),
  ) as unknown as Rows;
  const replay = new LogReplay(options, {
    collection: new CollectionView({ ...NO_ROWS, ...rows }),
    line: new StepLine(snapshot.steps, snapshot.takenBack),
    undone: snapshot.undone,
    kept: snapshot.kept,
    last: snapshot.last,
    isCut: snapshot.isCut === true,
    deferred: snapshot.deferred,
  });
  replay.refused.push(...snapshot.refused);
  replay.gaps.push(...snapshot.gaps);
  return replay;
}

/** Whether `operation` comes after all that the snapshot holds, so that it can go on from there. */
export function isAfter(
  snapshot: Pick<Snapshot, 'upTo'>,
  operation: Pick<Stamp, 'logicalMillis' | 'id'>,
): boolean {
  return snapshot.upTo === undefined || inLogOrder(snapshot.upTo, operation) < 0;
}
