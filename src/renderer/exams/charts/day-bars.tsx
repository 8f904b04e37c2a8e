import type { PlannedDay } from '../../../domain/exam/outlook.ts';
import { date } from '../../kit/text/format.ts';

/**
 * The drawing of the coming days: a bar a day, the minutes there are as a line over them, and what
 * the ordinary dates ask for, without the exam, as a dotted mark (at the top where it is more).
 */
export function DayBars(props: {
  readonly days: readonly PlannedDay[];
  readonly width: number;
  readonly rem: number;
  readonly hatchId: string;
}) {
  const { days, width, rem, hatchId } = props;
  const left = 3.4 * rem;
  const top = 1.4 * rem;
  const base = 11 * rem - 1.6 * rem;
  // One day is a bar too, not a wall.
  const step = Math.min((width - left) / days.length, 6 * rem);
  const gap = step > 10 ? Math.min(6, step * 0.25) : step > 4 ? 1 : 0;
  const most = Math.max(1, ...days.map((day) => Math.max(day.minutes, day.budgetMinutes)));
  const y = (minutes: number): number => base - (minutes / most) * (base - top);
  const x = (index: number): number => left + index * step;
  const labels = labelled(days, step, rem);
  const budget = Math.max(...days.map((day) => day.budgetMinutes));
  const isBudgetApart = y(budget) - y(most) > rem && base - y(budget) > 0.6 * rem;

  return (
    <>
      <defs>
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="chart-hatch" d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" />
        </pattern>
      </defs>
      <text className="chart-text" x={left - 8} y={y(most) + 4} textAnchor="end">
        {Math.round(most)} min
      </text>
      {isBudgetApart && (
        <text className="chart-text" x={left - 8} y={y(budget) + 4} textAnchor="end">
          {Math.round(budget)} min
        </text>
      )}
      <line className="chart-grid" x1={left} x2={width} y1={base} y2={base} />
      {days.map((day, index) => (
        <g key={day.studyDay}>
          {isRest(day) ? (
            <rect
              x={x(index) + gap / 2}
              width={Math.max(1, step - gap)}
              y={top}
              height={base - top}
              fill={`url(#${hatchId})`}
            />
          ) : (
            <rect
              className={index === 0 ? 'day-bar day-bar-today' : 'day-bar'}
              x={x(index) + gap / 2}
              width={Math.max(1, step - gap)}
              y={Math.min(base - 1, y(day.minutes))}
              height={Math.max(1, base - y(day.minutes))}
            />
          )}
          {!isRest(day) && (
            <line
              className="ordinary-mark"
              x1={x(index) + gap / 2}
              x2={x(index) + gap / 2 + Math.max(1, step - gap)}
              y1={y(Math.min(most, day.ordinaryMinutes))}
              y2={y(Math.min(most, day.ordinaryMinutes))}
            />
          )}
          {day.isAtRisk && (
            <text className="chart-risk" x={x(index) + step / 2} y={top - 6} textAnchor="middle">
              ▲
            </text>
          )}
          {labels.has(index) && (
            <text
              className="chart-text"
              x={index === 0 ? x(0) : x(index) + step / 2}
              y={base + 1.2 * rem}
              textAnchor={index === 0 ? 'start' : 'middle'}
            >
              {index === 0 ? 'today' : date(day.studyDay, { day: 'numeric', month: 'short' })}
            </text>
          )}
        </g>
      ))}
      <path className="budget-line" d={budgetPath(days, x, y)} />
    </>
  );
}

/** A day off on which no other exam has minutes either. */
export function isRest({ isOff, budgetMinutes }: PlannedDay): boolean {
  return isOff && budgetMinutes === 0;
}

/** A flat piece over each day that has minutes, with gaps at days off. */
function budgetPath(
  days: readonly PlannedDay[],
  x: (index: number) => number,
  y: (minutes: number) => number,
): string {
  let isDown = false;
  return days
    .map((day, index) => {
      if (isRest(day)) {
        isDown = false;
        return '';
      }
      const height = y(day.budgetMinutes).toFixed(1);
      const start = isDown
        ? `L${x(index).toFixed(1)},${height}`
        : `M${x(index).toFixed(1)},${height}`;
      isDown = true;
      return `${start}H${x(index + 1).toFixed(1)}`;
    })
    .join('');
}

/** The days with a date below them: today, then as many as there is room for. */
function labelled(days: readonly PlannedDay[], step: number, rem: number): ReadonlySet<number> {
  const every = Math.max(1, Math.ceil((4.6 * rem) / step));
  const last = days.length - 1;
  const chosen = new Set<number>([0]);
  for (let index = every; index <= last; index += every) {
    // A label at the right end must not be cut off.
    if ((days.length - index - 0.5) * step >= 1.6 * rem) chosen.add(index);
  }
  return chosen;
}
