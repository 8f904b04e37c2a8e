import { pivotOf, turnOf } from '../../../../domain/occlusion/bounds.ts';
import { type Grip, gripsOf } from '../../../../domain/occlusion/grip.ts';
import { type Sheet, selectedShapes } from '../../../../domain/occlusion/sheet.ts';
import { MOUSE_REACH } from './use-pointers.ts';
import type { Size } from './use-view.ts';

const DRAWN = 10;

/** What the selected shape can be taken hold of by. Where a touch counts is larger than the drawing. */
export function Grips(props: {
  readonly sheet: Sheet;
  readonly size: Size;
  readonly isShown: boolean;
}) {
  const { sheet, size } = props;
  const [shape] = selectedShapes(sheet);
  if (!props.isShown || shape === undefined) return null;
  const aspect = size.width / size.height;
  const reach = { x: MOUSE_REACH / size.width, y: MOUSE_REACH / size.height };
  const pivot = pivotOf(shape, aspect);
  return (
    <g className="occlusion-grips">
      {gripsOf(sheet, aspect, reach).map((grip) => (
        <GripFigure
          key={`${grip.kind} ${grip.kind === 'handle' ? grip.handle : grip.corner}`}
          grip={grip}
          size={size}
          turn={turnOf(shape)}
          isActive={grip.kind === 'corner' && grip.corner === sheet.corner}
        />
      ))}
      {turnOf(shape) !== 0 && <circle cx={pivot.x * size.width} cy={pivot.y * size.height} r={3} />}
    </g>
  );
}

function GripFigure(props: {
  readonly grip: Grip;
  readonly size: Size;
  readonly turn: number;
  readonly isActive: boolean;
}) {
  const { grip, size, turn } = props;
  const x = grip.at.x * size.width;
  const y = grip.at.y * size.height;
  const square = (side: number) => ({
    x: x - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
  });
  return (
    <g
      className="occlusion-grip"
      data-grip={grip.kind === 'handle' ? grip.handle : grip.kind}
      data-active={props.isActive || undefined}
      transform={turn === 0 ? undefined : `rotate(${turn} ${x} ${y})`}
    >
      <rect className="occlusion-grip-reach" {...square(2 * MOUSE_REACH)} />
      {grip.kind === 'handle' ? (
        <rect className="occlusion-grip-figure" {...square(DRAWN)} rx={2} />
      ) : (
        <circle
          className="occlusion-grip-figure"
          cx={x}
          cy={y}
          r={grip.kind === 'corner' ? 6 : 4}
        />
      )}
    </g>
  );
}
