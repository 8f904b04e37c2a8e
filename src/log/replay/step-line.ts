import type { Reach } from '../../domain/collection/rows.ts';
import type { CardId, DeviceId, OperationId } from '../../kernel/ids.ts';
import { inLogOrder, type Stamp } from '../envelope.ts';
import { onlyCardOf } from './collection-view.ts';
import { type LaterStep, MOST_LATER_STEPS } from './standing.ts';

/** A step in force, as a snapshot keeps it. */
export interface LineStep extends LaterStep {
  readonly id: OperationId;
  readonly logicalMillis: number;
}

/** Of older steps than these it is not known what they saw. */
const MOST_REACHES = 2 * MOST_LATER_STEPS;

/**
 * The steps in force, in log order, and what each device could do again. Undos are no steps. In
 * columns: a log has a million steps, and nearly none of them is ever looked at again.
 */
export class StepLine {
  readonly #ids: OperationId[] = [];
  readonly #devices: DeviceId[] = [];
  readonly #millis: number[] = [];
  /** What the newest steps saw; the last of them belongs to the last step. */
  #reaches: (Reach | CardId)[] = [];
  readonly #takenBack: Map<DeviceId, OperationId[]>;

  constructor(
    steps: Iterable<LineStep> = [],
    takenBack: Iterable<readonly [DeviceId, readonly OperationId[]]> = [],
  ) {
    for (const step of steps) this.#insert(this.#ids.length, step, step.reach);
    this.#takenBack = new Map([...takenBack].map(([device, ids]) => [device, [...ids]]));
  }

  get length(): number {
    return this.#ids.length;
  }

  add(stamp: Stamp, reach: Reach): void {
    this.#ids.push(stamp.id);
    this.#devices.push(stamp.deviceId);
    this.#millis.push(stamp.logicalMillis);
    this.#reaches.push((reach.withoutNotes ? onlyCardOf(reach) : undefined) ?? reach);
    if (this.#reaches.length > 2 * MOST_REACHES) this.#reaches = this.#reaches.slice(-MOST_REACHES);
    if (this.#takenBack.size > 0) this.#takenBack.delete(stamp.deviceId);
  }

  /** The place of a step in force, looked for from the end. */
  find(id: OperationId): number | undefined {
    const place = this.#ids.lastIndexOf(id);
    return place < 0 ? undefined : place;
  }

  /** The place at which a step that was taken back would stand. */
  placeFor(stamp: Pick<Stamp, 'id' | 'logicalMillis'>): number {
    let place = this.#ids.length;
    while (place > 0 && inLogOrder(this.#at(place - 1), stamp) > 0) place--;
    return place;
  }

  /** The steps after `place`; more of them than may be passed over are not listed. */
  after(place: number): readonly LaterStep[] {
    const end = Math.min(this.#ids.length, place + 3 + MOST_LATER_STEPS);
    return Array.from({ length: Math.max(0, end - place - 1) }, (_, at) =>
      this.#at(place + 1 + at),
    );
  }

  takeOut(place: number, by: DeviceId, id: OperationId): void {
    const reachAt = this.#reachPlace(place);
    if (reachAt >= 0) this.#reaches.splice(reachAt, 1);
    for (const column of [this.#ids, this.#devices, this.#millis]) column.splice(place, 1);
    const own = this.#takenBack.get(by);
    if (own) own.push(id);
    else this.#takenBack.set(by, [id]);
  }

  putBack(place: number, stamp: Stamp, reach: Reach, by: DeviceId): void {
    this.#insert(place, stamp, reach);
    this.#takenBack.get(by)?.pop();
  }

  lastTakenBack(by: DeviceId): OperationId | undefined {
    return this.#takenBack.get(by)?.at(-1);
  }

  /** For a snapshot: the newest steps, and what could be done again. */
  newest(count: number) {
    const from = Math.max(0, this.#ids.length - count);
    const steps = this.#ids.slice(from).map((_, at) => this.#at(from + at));
    const takenBack = [...this.#takenBack].map(([device, ids]) => [device, [...ids]] as const);
    return { steps, takenBack };
  }

  #at(place: number): LineStep {
    return {
      id: this.#ids[place] as OperationId,
      deviceId: this.#devices[place] as DeviceId,
      logicalMillis: this.#millis[place] as number,
      reach: reachFrom(this.#reaches[this.#reachPlace(place)] ?? ANYTHING),
    };
  }

  #insert(
    place: number,
    { id, deviceId, logicalMillis }: Omit<LineStep, 'reach'>,
    reach: Reach,
  ): void {
    // Counted from the end, so its place among the reaches is found before the line grows.
    const reachAt = this.#reachPlace(place);
    this.#ids.splice(place, 0, id);
    this.#devices.splice(place, 0, deviceId);
    this.#millis.splice(place, 0, logicalMillis);
    if (reachAt >= 0) this.#reaches.splice(reachAt, 0, reach);
  }

  /** Where the reach of the step at `place` stands; below 0: it is not known any more. */
  #reachPlace(place: number): number {
    return place - (this.#ids.length - this.#reaches.length);
  }
}

function reachFrom(kept: Reach | CardId): Reach {
  return typeof kept === 'string' ? { cardIds: [kept], withoutNotes: true } : kept;
}

/** Stands for a reach that is no longer known: it stands in the way of everything. */
const ANYTHING: Reach = { allDecks: true, allOverlays: true };
