import type { OverlayId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import type { Exam, Overlay } from '../../../domain/overlay/overlay.ts';
import type { Result } from '../../../kernel/problem.ts';
import { apply } from '../../../store/apply.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { plain } from '../plain.ts';
import { overlayProblem } from '../../queries/once/exams.ts';

/** Saves an exam, a break or a catch-up, new or changed. No card changes. */
export async function saveOverlay(deps: Deps, overlay: Overlay): Promise<Result<Operation>> {
  const wrong = await overlayProblem(deps, overlay);
  return wrong ?? apply(deps.store, intentOf(deps, { kind: 'set-overlay', overlay }));
}

/** Switches an exam, a break or a catch-up on or off; off, everything is as without it. */
export const switchOverlay = plain((overlay: Overlay, isOn: boolean) => ({
  kind: 'set-overlay',
  overlay: { ...overlay, isOn },
}));

export const deleteOverlay = plain((overlayId: OverlayId) => ({
  kind: 'delete-overlay',
  overlayId,
}));

/** Keeps the mark of an exam, `achieved` from 0 to 1, beside what was predicted on the eve. */
export const enterMark = plain((exam: Exam, achieved: number, predicted: number | undefined) => ({
  kind: 'set-overlay',
  overlay: { ...exam, mark: { achieved, ...(predicted === undefined ? {} : { predicted }) } },
}));
