import { memo } from 'react';
import { boundsOf } from '../../../../domain/occlusion/bounds.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import { shapeName } from '../words.ts';
import { MaskFigure } from './mask-figure.tsx';
import type { Size } from './use-view.ts';

/** How many colours groups have; told apart by number first. As in occlusion.css. */
const HUES = 6;
/** Pixels. */
const CHIP = 20;
const LOW = 48;

/** One mask on the picture: its shape, its card number, and its name for whoever cannot see it. */
export const MaskGroup = memo(function MaskGroup(props: {
  readonly shape: OcclusionShape;
  readonly place: number;
  readonly size: Size;
  readonly isSelected: boolean;
  /** The card it is asked on together with others, if any. */
  readonly group: number | undefined;
  readonly isPointed: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly onFocus: (place: number) => void;
  readonly onPress: (place: number) => void;
}) {
  const { shape, place, size, isSelected } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand in SVG
    <g
      role="button"
      tabIndex={props.isStop ? 0 : -1}
      aria-pressed={isSelected}
      aria-label={shapeName(shape)}
      className="occlusion-mask"
      data-place={place}
      data-pointed={props.isPointed || undefined}
      data-kind={shape.kind}
      data-hue={props.group === undefined ? undefined : props.group % HUES}
      onFocus={() => props.onFocus(place)}
      // A pointer's click is handled as a gesture; this one comes from a screen reader or by voice.
      onClick={(event) => event.detail === 0 && props.onPress(place)}
    >
      {shape.kind !== 'text' && (
        <MaskFigure shape={shape} size={size} className="occlusion-mask-edge" />
      )}
      <MaskFigure shape={shape} size={size} className="occlusion-mask-face" />
      {!shape.numbers.includes(0) && <Chip shape={shape} size={size} />}
    </g>
  );
});

/**
 * The card number on ground of its own, so that it reads on any picture: in the middle of the mask,
 * or beside a low one, where it does not cover what the mask is to cover.
 */
function Chip({ shape, size }: { readonly shape: OcclusionShape; readonly size: Size }) {
  const box = boundsOf(shape, size.width / size.height);
  const isLow = box.height * size.height < LOW;
  const text = shape.numbers.join(', ');
  const width = Math.max(CHIP, 10 + text.length * 7);
  const middle = (box.left + box.width / 2) * size.width;
  const beside = Math.max(box.left * size.width - width / 2 + 5, width / 2 - 10);
  const x = isLow ? beside : middle;
  const y = (box.top + box.height / 2) * size.height;
  return (
    <g>
      <rect
        className="occlusion-chip-ground"
        x={x - width / 2}
        y={y - CHIP / 2}
        width={width}
        height={CHIP}
        rx={CHIP / 2}
      />
      <text className="occlusion-chip-number" x={x} y={y}>
        {text}
      </text>
    </g>
  );
}
