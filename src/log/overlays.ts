import { failed, ok, type Result } from '../kernel/problem.ts';
import { checkedOverlay } from '../domain/overlay/check.ts';
import type { OperationBody } from './operation.ts';
import type { Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

/** An exam, a break or a catch-up, new or in place of itself. No card changes (EXAM-1). */
export function effectsOfSetOverlay({ overlay }: Body<'set-overlay'>, rows: Rows): Result<Effects> {
  const checked = checkedOverlay(overlay);
  if (!checked.ok) return checked;
  const before = rows.overlays.get(overlay.id);
  return ok({ changes: [{ table: 'overlays', key: overlay.id, before, after: overlay }] });
}

export function effectsOfDeleteOverlay(
  { overlayId }: Body<'delete-overlay'>,
  rows: Rows,
): Result<Effects> {
  const before = rows.overlays.get(overlayId);
  if (!before) {
    return failed(
      'That exam, break or catch-up is no longer there.',
      'Nothing was changed.',
      'Go on as it is.',
    );
  }
  return ok({ changes: [{ table: 'overlays', key: overlayId, before, after: undefined }] });
}
