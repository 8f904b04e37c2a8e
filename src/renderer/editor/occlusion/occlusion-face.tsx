import { boundsOf } from '../../../domain/occlusion/bounds.ts';
import type { CardSide } from '../../../domain/template/cloze-html.ts';
import { type Mask, masksFor } from '../../../domain/template/occlusion.ts';
import type { Occlusions } from '../../../domain/template/occlusion/shapes.ts';
import { t } from '../../../kernel/texts.ts';
import { MaskFigure } from './canvas/mask-figure.tsx';
import type { Size } from './canvas/use-view.ts';
import { wordsOfMasks } from './words.ts';
import './occlusion-face.css';

/** One side of an occlusion card: the picture with its masks, and the same in words. */
export function OcclusionFace(props: {
  readonly imageUrl: string;
  readonly imageName: string;
  /** The picture's own size in pixels. */
  readonly size: Size;
  readonly occlusions: Occlusions;
  readonly slot: number;
  readonly side: CardSide;
}) {
  const { size } = props;
  const masks = masksFor(props.occlusions, props.slot, props.side);
  return (
    <div className="occlusion-face">
      <img src={props.imageUrl} alt={props.imageName} />
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={faceWords(masks)}
      >
        {masks.map((mask, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mask is its place in the field
          <g key={place} data-state={mask.state}>
            <MaskFigure shape={mask.shape} size={size} />
            {mask.state === 'asked' && <Question mask={mask} size={size} />}
          </g>
        ))}
      </svg>
    </div>
  );
}

function Question({ mask, size }: { readonly mask: Mask; readonly size: Size }) {
  const box = boundsOf(mask.shape, size.width / size.height);
  const [width, height] = [box.width * size.width, box.height * size.height];
  return (
    <text
      className="occlusion-question"
      x={box.left * size.width + width / 2}
      y={box.top * size.height + height / 2}
      fontSize={Math.min(height * 0.8, width, size.height / 12)}
    >
      ?
    </text>
  );
}

/** 'Asked: 1 part. Hidden: 3 parts.' or 'Answer: left optic nerve.' */
function faceWords(masks: readonly Mask[]): string {
  const count = (state: Mask['state']) => masks.filter((mask) => mask.state === state).length;
  const revealed = masks.filter(({ state }) => state === 'revealed');
  const answer = revealed
    .map(({ shape }) => wordsOfMasks(shape) || t`a part without words`)
    .join(', ');
  return [
    answer && t`Answer: ${answer}.`,
    count('asked') > 0 && t`Parts asked for: ${count('asked')}.`,
    count('covered') > 0 && t`Other parts hidden: ${count('covered')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
