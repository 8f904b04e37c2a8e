import { useState } from 'react';
import type { Room } from './chart.tsx';
import type { DayBands } from './scales.ts';

/** Which day the pointer is over, if over any. */
export function usePointedDay(bandsOf: (room: Room) => DayBands): {
  readonly pointed: number | undefined;
  readonly onPoint: (x: number | undefined, room: Room) => void;
} {
  const [pointed, setPointed] = useState<number>();
  return {
    pointed,
    onPoint: (x, room) => setPointed(x === undefined ? undefined : bandsOf(room).at(x)),
  };
}

/** What a chart says of the place under the pointer: a line there, and words above it. */
export function ChartReading(props: {
  readonly x: number;
  readonly top: number;
  readonly base: number;
  readonly words: string;
  readonly room: Room;
}) {
  const { x, top, base, words, room } = props;
  // About as wide as its letters are; kept within the drawing.
  const half = words.length * 0.26 * room.rem;
  const middle = Math.max(half, Math.min(room.width - half, x));
  return (
    <g className="chart-reading">
      <line x1={x} x2={x} y1={top} y2={base} />
      <text x={middle} y={top - 0.4 * room.rem} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
