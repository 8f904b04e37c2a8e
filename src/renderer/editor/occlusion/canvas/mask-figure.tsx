import {
  fontSizeOf,
  LINE_HEIGHT,
  linesOfShape,
  pivotOf,
  turnOf,
  uprightBox,
} from '../../../../domain/occlusion/bounds.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import type { Size } from './use-view.ts';

/** A shape's outline in the pixels of a picture of `size`: rectangle, ellipse, polygon or label. */
export function MaskFigure(props: {
  readonly shape: OcclusionShape;
  readonly size: Size;
  readonly className?: string;
}) {
  const { shape, size, className } = props;
  const { width, height } = size;
  const aspect = width / height;
  const box = uprightBox(shape, aspect);
  const pivot = pivotOf(shape, aspect);
  const degrees = turnOf(shape);
  const turn = degrees ? `rotate(${degrees} ${pivot.x * width} ${pivot.y * height})` : undefined;
  const frame = {
    x: box.left * width,
    y: box.top * height,
    width: box.width * width,
    height: box.height * height,
  };
  switch (shape.kind) {
    case 'rect':
      return <rect className={className} {...frame} transform={turn} />;
    case 'ellipse':
      return (
        <ellipse
          className={className}
          cx={(shape.left + shape.rx) * width}
          cy={(shape.top + shape.ry) * height}
          rx={shape.rx * width}
          ry={shape.ry * height}
          transform={turn}
        />
      );
    case 'polygon':
      return <polygon className={className} points={pixels(shape.points, size)} transform={turn} />;
    case 'text': {
      const letters = fontSizeOf(shape) * height;
      return (
        <g className={className} transform={turn}>
          <rect className="occlusion-label-box" {...frame} rx={letters / 6} />
          {linesOfShape(shape).map((line, at) => (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the label
              key={at}
              className="occlusion-label-text"
              x={frame.x + letters * 0.3}
              y={frame.y + letters * (1.05 + at * LINE_HEIGHT)}
              fontSize={letters}
            >
              {line}
            </text>
          ))}
        </g>
      );
    }
  }
}

/** Points as SVG writes them. */
export function pixels(
  points: readonly { readonly x: number; readonly y: number }[],
  { width, height }: Size,
): string {
  return points.map(({ x, y }) => `${round(x * width)},${round(y * height)}`).join(' ');
}

function round(pixel: number): number {
  return Math.round(pixel * 10) / 10;
}
