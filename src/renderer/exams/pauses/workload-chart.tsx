import { useId } from 'react';
import type { WorkloadWithOverlay } from '../../../domain/exam/exam-planner.ts';
import type { Pause } from '../../../domain/overlay/pauses.ts';
import { usePixels } from '../../kit/hooks/use-pixels.ts';
import { date } from '../../kit/text/format.ts';
import { useWidth } from '../../kit/hooks/use-width.ts';

/** Bars: the days with the break or catch-up. A stepped line: without it. Each named on itself. */
export function WorkloadChart(props: {
  readonly days: readonly WorkloadWithOverlay[];
  readonly what: 'break' | 'catch-up';
  readonly pause: Pause | undefined;
  readonly words: string;
}) {
  const { days, what, pause } = props;
  const { ref, width } = useWidth<HTMLElement>(640);
  const rem = usePixels(1);
  const hatchId = useId();
  const height = 11 * rem;
  const top = 1.8 * rem;
  const base = height - 1.6 * rem;
  const step = width / days.length;
  const gap = step > 8 ? Math.min(5, step * 0.25) : step > 4 ? 1 : 0;
  const most = Math.max(1, ...days.flatMap((day) => [day.minutesBefore, day.minutesAfter]));
  const y = (value: number): number => base - (value / most) * (base - top);
  const breakDays = pause?.kind === 'break' ? pause : undefined;
  const inBreak = ({ studyDay }: WorkloadWithOverlay): boolean =>
    breakDays !== undefined && breakDays.fromDay <= studyDay && studyDay <= breakDays.toDay;

  return (
    <figure className="pause-chart" ref={ref}>
      <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={props.words}>
        <defs>
          <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse">
            <path className="pause-hatch" d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" />
          </pattern>
        </defs>
        {days.map(
          (day, index) =>
            inBreak(day) && (
              <rect
                key={day.studyDay}
                x={index * step}
                width={step}
                y={top}
                height={base - top}
                fill={`url(#${hatchId})`}
              />
            ),
        )}
        <line className="pause-grid" x1={0} x2={width} y1={base} y2={base} />
        {days.map((day, index) => (
          <rect
            key={day.studyDay}
            className="pause-bar"
            x={index * step + gap / 2}
            width={Math.max(1, step - gap)}
            y={y(day.minutesAfter)}
            height={base - y(day.minutesAfter)}
          />
        ))}
        <path className="pause-without-edge" d={steps(days, step, y)} />
        <path className="pause-without" d={steps(days, step, y)} />
        <Labels days={days} what={what} step={step} rem={rem} width={width} y={y} />
        {dated(days, step, rem).map((index) => (
          <text
            key={index}
            className="pause-label"
            x={index === 0 ? 0 : (index + 0.5) * step}
            y={base + 1.2 * rem}
            textAnchor={index === 0 ? 'start' : 'middle'}
          >
            {index === 0
              ? 'today'
              : date(days[index]?.studyDay ?? 0, { day: 'numeric', month: 'short' })}
          </text>
        ))}
      </svg>
      <figcaption className="small soft">
        Minutes of reviews a day. Bars: with the {what}. Line: without it.
        {breakDays && ' Hatched: the break.'}
      </figcaption>
    </figure>
  );
}

/**
 * The heaviest day of each of the two, named where it is; both in one where the names would cover
 * each other.
 */
function Labels(props: {
  readonly days: readonly WorkloadWithOverlay[];
  readonly what: string;
  readonly step: number;
  readonly rem: number;
  readonly width: number;
  readonly y: (minutes: number) => number;
}) {
  const { days, what, step, rem, width, y } = props;
  const [before, after] = [days.map((d) => d.minutesBefore), days.map((d) => d.minutesAfter)];
  const labelAt = (index: number, minutes: number, text: string): Label => {
    const length = text.length * 0.52 * rem;
    // Beside the line where it passes over the bar, so that it does not cross the words.
    const isUnderLine = minutes < (before[index] ?? 0) && (index + 1) * step + length < width;
    const middle = isUnderLine ? (index + 1) * step + 6 + length / 2 : (index + 0.5) * step;
    const from = Math.max(0, Math.min(middle - length / 2, width - length));
    return { text, from, to: from + length, y: y(minutes) - 0.45 * rem };
  };
  const [mostBefore, mostAfter] = [Math.max(...before), Math.max(...after)];
  const without = `${Math.round(mostBefore)} min without`;
  const withIt = `${Math.round(mostAfter)} min with the ${what}`;
  const one = labelAt(before.indexOf(mostBefore), mostBefore, without);
  const two = labelAt(after.indexOf(mostAfter), mostAfter, withIt);
  const areApart = Math.abs(one.y - two.y) > 1.1 * rem || one.to < two.from || two.to < one.from;
  const both = labelAt(
    before.indexOf(mostBefore),
    Math.max(mostBefore, mostAfter),
    `${without}, ${Math.round(mostAfter)} with the ${what}`,
  );
  return (areApart ? [one, two] : [both]).map((label) => (
    <text key={label.text} className="pause-label pause-label-strong" x={label.from} y={label.y}>
      {label.text}
    </text>
  ));
}

interface Label {
  readonly text: string;
  /** Where it begins and about where it ends. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** The outline of the days without. */
function steps(
  days: readonly WorkloadWithOverlay[],
  step: number,
  y: (minutes: number) => number,
): string {
  return days
    .map((day, index) => {
      const height = y(day.minutesBefore).toFixed(1);
      const move = index === 0 ? `M0,${height}` : `V${height}`;
      return `${move}H${((index + 1) * step).toFixed(1)}`;
    })
    .join('');
}

/** The days with a date below them: today, then as many as there is room for. */
function dated(days: readonly WorkloadWithOverlay[], step: number, rem: number): number[] {
  const every = Math.max(1, Math.ceil((4.6 * rem) / step));
  const chosen = [0];
  for (let index = every; index < days.length; index += every) {
    if ((days.length - index - 0.5) * step >= 1.6 * rem) chosen.push(index);
  }
  return chosen;
}
