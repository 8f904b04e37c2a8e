import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { object, overlayId as overlayIdShape } from '../../shapes.ts';

export const deleteOverlayKind = defineKind({
  name: 'delete-overlay',
  version: 1,
  shape: object({ overlayId: overlayIdShape }),
  word: t`removal of an exam or break`,
  about: () => ({}),
  reach: ({ overlayId }) => ({ overlayIds: [overlayId], withoutNotes: true }),
  effects({ overlayId }, _stamp, rows) {
    const before = rows.overlays.get(overlayId);
    if (!before) {
      return failed(
        t`That exam, break or catch-up is no longer there.`,
        t`Nothing was changed.`,
        t`Go on as it is.`,
      );
    }
    return ok({ changes: [{ table: 'overlays', key: overlayId, before, after: undefined }] });
  },
});
