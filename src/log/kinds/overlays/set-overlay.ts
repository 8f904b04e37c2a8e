import { checkedOverlay } from '../../../domain/overlay/check-overlay.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { overlay as overlayShape } from '../../overlay-shapes.ts';
import { object } from '../../shapes.ts';

/** An exam, a break or a catch-up, new or in place of itself. No card changes (EXAM-1). */
export const setOverlayKind = defineKind({
  name: 'set-overlay',
  version: 1,
  shape: object({ overlay: overlayShape }),
  word: t`exam or break`,
  about: ({ overlay }) => ({ name: overlay.name }),
  reach: ({ overlay }) => ({ overlayIds: [overlay.id], withoutNotes: true }),
  effects({ overlay }, _stamp, rows) {
    const checked = checkedOverlay(overlay);
    if (!checked.ok) return checked;
    const before = rows.overlays.get(overlay.id);
    return ok({ changes: [{ table: 'overlays', key: overlay.id, before, after: overlay }] });
  },
});
