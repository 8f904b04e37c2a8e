import {
  type Change,
  inverseOf,
  type Recounted,
  recountedBack,
} from '../../domain/collection/rows.ts';
import type { Review } from '../../domain/collection/review.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import { type Admitted, admitOperation } from '../door.ts';
import { effectsOf, reachOf } from '../effects.ts';
import type { Sealed, Stamp } from '../envelope.ts';
import type { Operation } from '../operation.ts';
import { REGISTRY, type Registry } from '../registry.ts';
import { type Gap, Numbers } from './numbers.ts';
import { StepLine } from './step-line.ts';
import { CANNOT_REDO, CANNOT_UNDO, LATE, standsInTheWay } from './standing.ts';
import { CollectionView } from './collection-view.ts';

/** What one operation of the log came to. */
export type Outcome =
  | Done
  /** It does not apply: a sign of damage or of two devices at once, shown, never silently dropped. */
  | { readonly is: 'refused'; readonly id: string; readonly why: string }
  | { readonly is: 'deferred'; readonly operation: Sealed; readonly why: string }
  /** The very same operation once more. */
  | { readonly is: 'repeated'; readonly id: OperationId };

/** Something changed. `target`: what an undo took back, or a redo did again. */
export interface Done {
  readonly is: 'applied' | 'undone' | 'redone';
  readonly operation: Operation;
  readonly changes: readonly Change[];
  /** The answer's review; of an undo, the one that no longer counts. */
  readonly review?: Review;
  /** Earlier answers that count otherwise now. */
  readonly recounted?: readonly Recounted[];
  readonly target?: Operation;
}

/** Thrown where a log begun at a snapshot goes back before it: replay from the beginning. */
export class NeedsEarlier extends Error {}

/** What an undo may need of a step. */
interface Kept {
  readonly operation: Operation;
  changes: readonly Change[];
  review?: Review | undefined;
  recounted?: readonly Recounted[] | undefined;
}

export interface ReplayOptions {
  readonly registry?: Registry;
  /**
   * The steps that undos and redos of this log name, if known: only what they changed is kept in
   * memory. Absent: of all.
   */
  readonly wanted?: ReadonlySet<OperationId>;
}

/** Works a log out, one operation after the other, in log order. */
export class LogReplay {
  readonly collection: CollectionView;
  /** Operations taken back, each with the undo that did it. */
  readonly undone = new Map<OperationId, OperationId>();
  readonly refused: { readonly id: string; readonly why: string }[] = [];
  readonly deferred: { readonly operation: Sealed; readonly why: string }[] = [];
  readonly gaps: Gap[] = [];
  /** Of the refused: those that did not pass the door. */
  readonly damaged: { readonly id: string; readonly why: string }[] = [];
  operations = 0;
  readonly #registry: Registry;
  readonly #wanted: ReadonlySet<OperationId> | undefined;
  readonly #kept = new Map<OperationId, Kept>();
  readonly #line: StepLine;
  readonly #deferredIds = new Set<string>();
  readonly #numbers: Numbers;
  readonly #isCut: boolean;

  constructor({ registry = REGISTRY, wanted }: ReplayOptions = {}, start?: ReplayStart) {
    this.#registry = registry;
    this.#wanted = wanted;
    this.collection = start?.collection ?? new CollectionView();
    this.#line = start?.line ?? new StepLine();
    this.#isCut = start?.isCut === true;
    for (const [target, by] of start?.undone ?? []) this.undone.set(target, by);
    for (const kept of start?.kept ?? []) this.#kept.set(kept.operation.id, { ...kept });
    this.#numbers = new Numbers(start?.last, this.gaps);
    for (const { operation, why } of start?.deferred ?? []) this.#defer(operation, why);
  }

  /** An operation as it was stored, copied or received. */
  take(value: unknown): Outcome {
    const admitted: Admitted = admitOperation(value, this.#registry);
    if (admitted.is === 'broken') {
      const damage = { id: admitted.id ?? 'without an id', why: admitted.why };
      this.damaged.push(damage);
      return this.#refuse(damage.id, damage.why);
    }
    const before = this.#numbered(admitted.operation);
    if (before) return before;
    if (admitted.is === 'deferred') return this.#defer(admitted.operation, admitted.why);
    return this.#step(admitted.operation);
  }

  /** An operation that has passed the door already. */
  step(operation: Operation): Outcome {
    return this.#numbered(operation) ?? this.#step(operation);
  }

  #step(operation: Operation): Outcome {
    this.operations++;
    const { body } = operation;
    if (body.kind === 'undo') return this.#undo(operation, body.target);
    if (body.kind === 'redo') return this.#redo(operation, body.target);
    const reach = reachOf(body, this.#registry);
    const result = effectsOf(operation, this.collection.within(reach), this.#registry);
    if (!result.ok) return this.#refuse(operation.id, result.problem.what);
    const { changes, review } = result.value;
    const recounted = this.#inForce(result.value.recounted);
    if (body.kind === 'answer') this.collection.writeAnswer(changes);
    else this.collection.write(changes);
    this.#line.add(operation, reach);
    if (this.#isWanted(operation.id)) {
      this.#kept.set(operation.id, { operation, changes, review, recounted });
    }
    if (recounted) return { is: 'applied', operation, changes, recounted };
    return review
      ? { is: 'applied', operation, changes, review }
      : { is: 'applied', operation, changes };
  }

  /** Of answers that count elsewhere now, those that count at all. */
  #inForce(recounted: readonly Recounted[] | undefined): readonly Recounted[] | undefined {
    return recounted?.filter(({ before }) => !this.undone.has(before.operationId));
  }

  #undo(operation: Operation, target: OperationId): Outcome {
    if (this.#deferredIds.has(target)) return this.#defer(operation, t`an undo of such a step`);
    const place = this.#line.find(target);
    if (place === undefined) {
      if (this.#isCut && !this.undone.has(target)) {
        throw new NeedsEarlier(`whether ${target} is in force is not known here`);
      }
      return this.#refuse(operation.id, t`its target is not there to undo`);
    }
    const kept = this.#keptOf(target);
    const { changes, review, recounted } = kept;
    const { deviceId } = operation;
    if (standsInTheWay(kept.operation.deviceId, deviceId, changes, this.#line.after(place))) {
      return this.#refuse(operation.id, CANNOT_UNDO.what);
    }
    const back = inverseOf(changes);
    this.collection.write(back);
    this.#line.takeOut(place, deviceId, target);
    this.undone.set(target, operation.id);
    const done = { is: 'undone', operation, target: kept.operation, changes: back } as const;
    if (recounted) return { ...done, recounted: recountedBack(recounted) };
    return review ? { ...done, review } : done;
  }

  #redo(operation: Operation, target: OperationId): Outcome {
    if (this.#deferredIds.has(target)) return this.#defer(operation, t`a redo of such a step`);
    const { deviceId, id } = operation;
    if (this.#line.lastTakenBack(deviceId) !== target) return this.#refuse(id, CANNOT_REDO.what);
    const kept = this.#keptOf(target);
    const step = kept.operation;
    const reach = reachOf(step.body, this.#registry);
    const result = effectsOf(step, this.collection.within(reach), this.#registry);
    if (!result.ok) return this.#refuse(id, result.problem.what);
    const place = this.#line.placeFor(step);
    const later = this.#line.after(place - 1);
    if (standsInTheWay(step.deviceId, deviceId, result.value.changes, later)) {
      return this.#refuse(id, CANNOT_REDO.what);
    }
    const { changes, review } = result.value;
    const recounted = this.#inForce(result.value.recounted);
    this.collection.write(changes);
    kept.changes = changes;
    kept.review = review;
    kept.recounted = recounted;
    this.#line.putBack(place, step, reach, deviceId);
    this.undone.delete(target);
    const done = { is: 'redone', operation, target: step, changes } as const;
    if (recounted) return { ...done, recounted };
    return review ? { ...done, review } : done;
  }

  #isWanted(id: OperationId): boolean {
    const wanted = this.#wanted;
    // Of none wanted, no id is looked at: to look at it costs as much as the formulas do.
    return wanted === undefined || (wanted.size > 0 && wanted.has(id));
  }

  #keptOf(id: OperationId): Kept {
    const kept = this.#kept.get(id);
    if (!kept) throw new NeedsEarlier(`what ${id} changed is not known here`);
    return kept;
  }

  /** Repeated and twice-given numbers end here. */
  #numbered(operation: Stamp): Outcome | undefined {
    const { id } = operation;
    switch (this.#numbers.take(operation)) {
      case 'next':
        return undefined;
      case 'repeated':
        return { is: 'repeated', id };
      case 'taken':
        return this.#refuse(id, t`its number was given to another step before it`);
      case 'late':
        return this.#refuse(id, LATE);
    }
  }

  #refuse(id: string, why: string): Outcome {
    this.refused.push({ id, why });
    return { is: 'refused', id, why };
  }

  #defer(operation: Sealed, why: string): Outcome {
    this.deferred.push({ operation, why });
    this.#deferredIds.add(operation.id);
    return { is: 'deferred', operation, why };
  }

  /** What a snapshot needs to go on from here; see snapshot.ts. */
  get standing() {
    const [line, isCut] = [this.#line, this.#isCut];
    return { kept: this.#kept, line, last: this.#numbers.last(), isCut };
  }
}

/** Where a replay begins that does not begin with nothing. */
export interface ReplayStart {
  readonly collection: CollectionView;
  readonly line: StepLine;
  readonly undone: Iterable<readonly [OperationId, OperationId]>;
  readonly kept: Iterable<Kept>;
  readonly last: Iterable<Stamp>;
  /** Whether `line` lacks older steps. */
  readonly isCut?: boolean;
  readonly deferred: Iterable<{ readonly operation: Sealed; readonly why: string }>;
}
