import { type PointerEvent, useState } from 'react';
import type { CurvePoint } from '../../../domain/exam/outlook.ts';
import { usePixels } from '../../kit/hooks/use-pixels.ts';
import { percent } from '../../kit/text/format.ts';
import { useWidth } from '../../kit/hooks/use-width.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { minutesText, recallAt } from './curve-reading.ts';
import { trackStart } from './range-track.tsx';

/** Minutes a day against predicted recall, with the person's own point on it and any other to try. */
export function MinutesCurve(props: {
  readonly curve: readonly CurvePoint[];
  readonly minutesADay: number;
  readonly expected: number;
  /** Takes other minutes over; absent where they are not being chosen. */
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}) {
  const { curve, minutesADay, expected, onMinutes } = props;
  const { ref, width } = useWidth<HTMLElement>(480);
  const rem = usePixels(1);
  const [tried, setTried] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const most = curve.at(-1)?.minutesADay ?? 0;
  const own = Math.round(minutesADay);
  const shown = Math.min(pointed ?? tried ?? own, Math.ceil(most));

  const left = 3.4 * rem;
  const right = 0.8 * rem;
  const top = 1.5 * rem;
  const bottom = 1.8 * rem;
  const height = 14 * rem;
  const floor = trackStart(curve.map(({ recall }) => recall));
  const x = (minutes: number): number => left + (minutes / most) * (width - left - right);
  const y = (recall: number): number =>
    top + ((1 - recall) / (1 - floor)) * (height - top - bottom);
  const line = curve.map((point) => `${round(x(point.minutesADay))},${round(y(point.recall))}`);
  const middle = Math.round((floor + 1) * 50) / 100;

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - left) / (width - left - right);
    setPointed(Math.round(Math.max(0, Math.min(1, share)) * most));
  }

  return (
    <figure className="chart minutes-curve" ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="img"
        aria-label={inWords(curve, minutesADay, expected)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPointed(undefined)}
      >
        {[1, middle, floor].map((recall) => (
          <g key={recall}>
            <line className="chart-grid" x1={left} x2={width} y1={y(recall)} y2={y(recall)} />
            <text className="chart-text" x={left - 8} y={y(recall) + 4} textAnchor="end">
              {percent(recall)}
            </text>
          </g>
        ))}
        <text className="chart-text" x={left} y={height - 4}>
          0
        </text>
        <text className="chart-text" x={width} y={height - 4} textAnchor="end">
          {minutesText(most)} a day
        </text>
        <polyline className="curve-line" points={line.join(' ')} />
        {shown !== own && (
          <g>
            <line
              className="curve-reading"
              x1={x(shown)}
              x2={x(shown)}
              y1={y(recallAt(curve, shown))}
              y2={height - bottom}
            />
            <circle className="curve-tried" cx={x(shown)} cy={y(recallAt(curve, shown))} r="5" />
          </g>
        )}
        <circle className="curve-own" cx={x(minutesADay)} cy={y(expected)} r="6" />
        <text
          className="curve-label"
          // The curve rises: it is never above left of a point of its own, nor below right of it.
          {...(x(minutesADay) - left > 7 * rem
            ? {
                x: x(minutesADay),
                y: Math.max(0.9 * rem, y(expected) - 0.8 * rem),
                textAnchor: 'end',
              }
            : {
                x: x(minutesADay) + 0.7 * rem,
                y: Math.min(height - bottom - 0.3 * rem, y(expected) + 1.1 * rem),
                textAnchor: 'start',
              })}
        >
          {minutesText(minutesADay)}: {percent(expected)}
        </text>
      </svg>
      <div className="curve-try">
        <input
          type="range"
          aria-label="Other minutes a day, to see what they would give"
          aria-valuetext={`${minutesText(shown)} a day: predicted about ${percent(recallAt(curve, shown))}`}
          min={0}
          max={Math.ceil(most)}
          step={1}
          value={shown}
          onChange={(event) => setTried(Number(event.target.value))}
          style={{ marginInlineStart: left - 8, width: `calc(100% - ${left - 8 + right - 8}px)` }}
        />
        <p className="small soft number" aria-hidden="true">
          {shown === own ? (
            'Slide to see what other minutes would give.'
          ) : (
            <>
              {minutesText(shown)} a day: predicted about{' '}
              <strong>{percent(recallAt(curve, shown))}</strong>
            </>
          )}
        </p>
        {onMinutes && tried !== undefined && tried !== own && (
          <button type="button" className="small" onClick={() => onMinutes(tried)}>
            Take {minutesText(tried)} a day
          </button>
        )}
      </div>
      <ChartTable
        about="minutes a day and predicted recall"
        head={['Minutes a day', 'Predicted recall']}
        rows={curve.map((point) => [
          point.minutesADay === minutesADay
            ? `${minutesText(point.minutesADay)} (as set)`
            : minutesText(point.minutesADay),
          percent(point.recall),
        ])}
      />
    </figure>
  );
}

function inWords(curve: readonly CurvePoint[], own: number, expected: number): string {
  const last = curve.at(-1);
  const first = curve[0];
  return `Minutes a day against predicted recall: ${percent(first?.recall ?? 0)} without study, ${percent(expected)} with ${minutesText(own)} a day as set, ${percent(last?.recall ?? 0)} with ${minutesText(last?.minutesADay ?? 0)}.`;
}

function round(value: number): string {
  return value.toFixed(1);
}
