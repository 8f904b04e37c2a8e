import type { Room } from './chart.tsx';

/** What a chart says of the value that is looked at: a line there, and words above it. */
export function ChartReading(props: {
  readonly x: number;
  readonly top: number;
  readonly base: number;
  readonly words: string;
  /** Where the words may begin: beside those at the left. */
  readonly left?: number;
  readonly room: Room;
}) {
  const { x, top, base, words, left = 0, room } = props;
  // About as wide as its letters are; kept within the drawing.
  const half = words.length * 0.27 * room.rem;
  const middle = Math.max(left + half, Math.min(room.width - half, x));
  return (
    <g className="chart-reading">
      <line x1={x} x2={x} y1={top} y2={base} />
      <text x={middle} y={top - 0.45 * room.rem} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
