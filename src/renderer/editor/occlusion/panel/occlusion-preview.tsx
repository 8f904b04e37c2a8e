import { useState } from 'react';
import { numbersOfShapes } from '../../../../domain/template/occlusion.ts';
import type { Occlusions } from '../../../../domain/template/occlusion/shapes.ts';
import { t } from '../../../../kernel/texts.ts';
import { Dialog } from '../../../kit/dialog/dialog.tsx';
import type { Size } from '../canvas/use-view.ts';
import { OcclusionFace } from '../occlusion-face.tsx';

/** Front and back of each card that the masks make, one card at a time. */
export function OcclusionPreview(props: {
  readonly imageUrl: string;
  readonly imageName: string;
  readonly size: Size;
  readonly occlusions: Occlusions;
  readonly onClose: () => void;
}) {
  const { onClose, ...picture } = props;
  const slots = numbersOfShapes(props.occlusions.shapes);
  const [at, setAt] = useState(0);
  const slot = slots[at];
  if (slot === undefined) return null;
  const go = (step: number) => setAt((at + step + slots.length) % slots.length);
  return (
    <Dialog title={t`Card ${slot}`} wide onClose={onClose}>
      <div className="occlusion-preview">
        {(['front', 'back'] as const).map((side) => (
          <figure key={side}>
            <figcaption className="small soft">{side === 'front' ? t`Front` : t`Back`}</figcaption>
            <OcclusionFace {...picture} slot={slot} side={side} />
          </figure>
        ))}
      </div>
      <p className="actions occlusion-preview-steps">
        <button
          type="button"
          disabled={slots.length < 2}
          onClick={() => go(-1)}
        >{t`Card before`}</button>
        <button
          type="button"
          data-first
          disabled={slots.length < 2}
          onClick={() => go(1)}
        >{t`Next card`}</button>
        <span className="soft number" role="status">
          {t`${at + 1} of ${slots.length}`}
        </span>
      </p>
    </Dialog>
  );
}
