import type { Reach } from '../../domain/collection/rows.ts';
import type { DeviceId, OperationId } from '../../kernel/ids.ts';
import { inLogOrder, type Stamp } from '../envelope.ts';
import { type LaterStep, MOST_LATER_STEPS } from './standing.ts';

interface LineStep extends LaterStep {
  readonly id: OperationId;
  readonly logicalMillis: number;
  reach: Reach;
}

/** The steps in force, in log order, and what each device could do again. Undos are no steps. */
export class StepLine {
  readonly #steps: LineStep[];
  readonly #takenBack: Map<DeviceId, OperationId[]>;

  constructor(
    steps: Iterable<LineStep> = [],
    takenBack: Iterable<readonly [DeviceId, readonly OperationId[]]> = [],
  ) {
    this.#steps = [...steps];
    this.#takenBack = new Map([...takenBack].map(([device, ids]) => [device, [...ids]]));
  }

  add({ id, deviceId, logicalMillis }: Stamp, reach: Reach): void {
    this.#steps.push({ id, deviceId, logicalMillis, reach });
    if (this.#takenBack.size > 0) this.#takenBack.delete(deviceId);
    this.#forgetReaches();
  }

  /** The place of a step in force, looked for from the end. */
  find(id: OperationId): number | undefined {
    const place = this.#steps.findLastIndex((step) => step.id === id);
    return place < 0 ? undefined : place;
  }

  /** The place at which a step that was taken back would stand. */
  placeFor(stamp: Pick<Stamp, 'id' | 'logicalMillis'>): number {
    return this.#steps.findLastIndex((step) => inLogOrder(step, stamp) < 0) + 1;
  }

  /** The steps after `place`; more of them than may be passed over are not listed. */
  after(place: number): readonly LaterStep[] {
    return this.#steps.slice(place + 1, place + 3 + MOST_LATER_STEPS);
  }

  takeOut(place: number, by: DeviceId, id: OperationId): void {
    this.#steps.splice(place, 1);
    this.#takenBack.set(by, [...(this.#takenBack.get(by) ?? []), id]);
  }

  putBack(place: number, { id, deviceId, logicalMillis }: Stamp, reach: Reach, by: DeviceId): void {
    this.#steps.splice(place, 0, { id, deviceId, logicalMillis, reach });
    this.#takenBack.get(by)?.pop();
  }

  lastTakenBack(by: DeviceId): OperationId | undefined {
    return this.#takenBack.get(by)?.at(-1);
  }

  /** For a snapshot: the newest steps, and what could be done again. */
  newest(count: number) {
    return { steps: this.#steps.slice(-count), takenBack: [...this.#takenBack] };
  }

  /** Reaches are asked for among the newest steps alone; the others take memory for nothing. */
  #forgetReaches(): void {
    const old = this.#steps.length - 2 * MOST_LATER_STEPS;
    const step = this.#steps[old];
    if (step) step.reach = ANYTHING;
  }
}

/** Stands for a reach that is no longer known: it stands in the way of everything. */
const ANYTHING: Reach = { allDecks: true, allOverlays: true };
