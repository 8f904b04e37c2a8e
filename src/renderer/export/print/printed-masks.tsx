import type { Mask } from '../../../domain/template/occlusion.ts';

/** Masks over a picture, in fractions of it, as paper has them: black on white. */
export function PrintedMasks({ masks }: { readonly masks: readonly Mask[] }) {
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {masks.map((mask, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the masks of a card never move
        <Shape key={at} mask={mask} />
      ))}
    </svg>
  );
}

function Shape({ mask: { shape, state } }: { readonly mask: Mask }) {
  const className = `printed-${state}`;
  switch (shape.kind) {
    case 'rect':
      return (
        <rect
          className={className}
          x={shape.left}
          y={shape.top}
          width={shape.width}
          height={shape.height}
        />
      );
    case 'ellipse':
      return (
        <ellipse
          className={className}
          cx={shape.left + shape.rx}
          cy={shape.top + shape.ry}
          rx={shape.rx}
          ry={shape.ry}
        />
      );
    case 'polygon':
      return (
        <polygon
          className={className}
          points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      );
    case 'text':
      // Words would be stretched with the picture.
      return null;
  }
}
