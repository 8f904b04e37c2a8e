import type { OverlayId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Exam, Overlay } from '../../../domain/overlay/overlay.ts';
import type { Result } from '../../../kernel/problem.ts';
import { apply } from '../../../store/apply.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { overlayProblem } from '../../queries/once/exams.ts';

/** Saves an exam, a break or a catch-up, new or changed. No card changes. */
export async function saveOverlay(deps: Deps, overlay: Overlay): Promise<Result<Operation>> {
  const wrong = await overlayProblem(deps, overlay);
  return wrong ?? apply(deps.store, intentOf(deps, { kind: 'set-overlay', overlay }));
}

/** Switches an exam, a break or a catch-up on or off; off, everything is as without it. */
export function switchOverlay(
  deps: Deps,
  overlay: Overlay,
  isOn: boolean,
): Promise<Result<Operation>> {
  return apply(deps.store, intentOf(deps, { kind: 'set-overlay', overlay: { ...overlay, isOn } }));
}

export function deleteOverlay(deps: Deps, overlayId: OverlayId): Promise<Result<Operation>> {
  return apply(deps.store, intentOf(deps, { kind: 'delete-overlay', overlayId }));
}

/** Keeps the mark of an exam, `achieved` from 0 to 1, beside what was predicted on the eve. */
export function enterMark(
  deps: Deps,
  exam: Exam,
  achieved: number,
  predicted: number | undefined,
): Promise<Result<Operation>> {
  const mark = { achieved, ...(predicted === undefined ? {} : { predicted }) };
  return apply(deps.store, intentOf(deps, { kind: 'set-overlay', overlay: { ...exam, mark } }));
}
