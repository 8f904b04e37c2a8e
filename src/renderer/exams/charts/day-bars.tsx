import type { PlannedDay } from '../../../domain/exam/outlook/outlook.ts';
import { t } from '../../../kernel/texts.ts';
import { DayAxis, Hatch, hatchFill } from '../../kit/chart/axes.tsx';
import type { Room } from '../../kit/chart/chart.tsx';
import { stepPath } from '../../kit/chart/svg-paths.ts';
import { isRest } from './coming-days-words.ts';
import { amounts, type Bands, bandsBetween } from '../../kit/chart/scales.ts';

/** Where the days stand, beside the words of their amounts. One day is a bar too, not a wall. */
export function bandsOf(days: readonly PlannedDay[], { width, rem }: Room): Bands {
  const left = 3.4 * rem;
  return bandsBetween(days.length, left, Math.min(width, left + days.length * 6 * rem));
}

/**
 * The drawing of the coming days: a bar a day, the minutes there are as a line over them, and what
 * the ordinary dates ask for, without the exam, as a dotted mark (at the top where it is more).
 */
export function DayBars({
  days,
  room,
}: {
  readonly days: readonly PlannedDay[];
  readonly room: Room;
}) {
  const { rem } = room;
  const bands = bandsOf(days, room);
  const left = bands.edge(0);
  const top = 1.4 * rem;
  const base = room.height - 1.6 * rem;
  const most = Math.max(1, ...days.map((day) => Math.max(day.minutes, day.budgetMinutes)));
  const y = amounts(most, base, top);
  const budget = Math.max(...days.map((day) => day.budgetMinutes));
  const isBudgetApart = y(budget) - y(most) > rem && base - y(budget) > 0.6 * rem;

  return (
    <>
      <Hatch room={room} />
      <text className="chart-text" x={left - 8} y={y(most) + 4} textAnchor="end">
        {t`${Math.round(most)} min`}
      </text>
      {isBudgetApart && (
        <text className="chart-text" x={left - 8} y={y(budget) + 4} textAnchor="end">
          {t`${Math.round(budget)} min`}
        </text>
      )}
      <DayAxis days={days} bands={bands} base={base} room={room} first={t`today`} />
      {days.map((day, index) => (
        <g key={day.studyDay}>
          {isRest(day) ? (
            <rect
              x={bands.bar(index)}
              width={bands.barWidth}
              y={top}
              height={base - top}
              fill={hatchFill(room)}
            />
          ) : (
            <rect
              className={index === 0 ? 'chart-bar chart-bar-next' : 'chart-bar'}
              x={bands.bar(index)}
              width={bands.barWidth}
              y={Math.min(base - 1, y(day.minutes))}
              height={Math.max(1, base - y(day.minutes))}
            />
          )}
          {!isRest(day) && (
            <line
              className="ordinary-mark"
              x1={bands.bar(index)}
              x2={bands.bar(index) + bands.barWidth}
              y1={y(Math.min(most, day.ordinaryMinutes))}
              y2={y(Math.min(most, day.ordinaryMinutes))}
            />
          )}
          {day.isAtRisk && (
            <text className="chart-risk" x={bands.middle(index)} y={top - 6} textAnchor="middle">
              ▲
            </text>
          )}
        </g>
      ))}
      <path
        className="chart-step"
        d={stepPath(
          days.map((day) => (isRest(day) ? undefined : day.budgetMinutes)),
          bands,
          y,
        )}
      />
    </>
  );
}
