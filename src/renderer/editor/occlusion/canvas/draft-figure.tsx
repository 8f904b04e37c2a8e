import type { Box } from '../../../../domain/occlusion/bounds.ts';
import { shapeBetween } from '../../../../domain/occlusion/draw.ts';
import type { Tool } from '../tools.ts';
import { MaskFigure, pixels } from './mask-figure.tsx';
import type { DrawnSoFar } from './use-drawing.ts';
import type { Size } from './use-view.ts';

/** What is not there yet: the shape being drawn, the crosshair, the box that selects. */
export function DraftFigure(props: {
  readonly tool: Tool;
  readonly draft: DrawnSoFar;
  readonly marquee: Box | undefined;
  readonly size: Size;
}) {
  const { tool, draft, marquee, size } = props;
  const { points, cursor } = draft;
  const [first] = points;
  const isBox = tool === 'rect' || tool === 'ellipse';
  return (
    <g className="occlusion-draft">
      {isBox && first && cursor && (
        <MaskFigure shape={shapeBetween(tool, first, cursor, 0)} size={size} />
      )}
      {tool === 'polygon' && first && (
        <polyline points={pixels(cursor ? [...points, cursor] : points, size)} />
      )}
      {points.map(({ x, y }, at) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: corners are only ever added at the end
          key={at}
          cx={x * size.width}
          cy={y * size.height}
          r={at === 0 ? 7 : 4}
          data-first={at === 0 || undefined}
        />
      ))}
      {marquee && (
        <rect
          className="occlusion-marquee"
          x={marquee.left * size.width}
          y={marquee.top * size.height}
          width={marquee.width * size.width}
          height={marquee.height * size.height}
        />
      )}
      {cursor && draft.isByKeys && tool !== 'select' && (
        <g className="occlusion-crosshair">
          <Crosshair x={cursor.x * size.width} y={cursor.y * size.height} />
        </g>
      )}
    </g>
  );
}

/** Drawn twice, dark on light, so that it shows on any picture. */
function Crosshair({ x, y }: { readonly x: number; readonly y: number }) {
  const arms = `M${x - 16} ${y}H${x - 3}M${x + 3} ${y}H${x + 16}M${x} ${y - 16}V${y - 3}M${x} ${y + 3}V${y + 16}`;
  return (
    <>
      <path className="occlusion-crosshair-ground" d={arms} />
      <path className="occlusion-crosshair-line" d={arms} />
    </>
  );
}
