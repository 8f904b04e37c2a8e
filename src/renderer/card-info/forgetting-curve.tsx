import type { ReviewSchedule, SchedulerOptions } from '../../domain/memory/schedule.ts';
import { forgettingCurve } from '../../domain/memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { Levels, recallLevels } from '../kit/chart/axes.tsx';
import { Chart, type Room } from '../kit/chart/chart.tsx';
import { linePath } from '../kit/chart/svg-paths.ts';
import { along, recalls } from '../kit/chart/scales.ts';
import { interval, percent } from '../kit/text/format.ts';

const POINTS = 80;

/** Predicted recall from the last answer to twice the interval, with today and the due day on it. */
export function ForgettingCurve(props: {
  readonly options: SchedulerOptions;
  readonly schedule: ReviewSchedule;
  readonly today: StudyDay;
}) {
  const { options, schedule, today } = props;
  const due = schedule.intervalDays;
  const elapsed = elapsedDays(schedule.lastReview.studyDay, today);
  const horizon = Math.max(2 * due, Math.ceil(elapsed * 1.2), 2);
  const recallAt = (days: number): number => forgettingCurve(options, schedule.memory, days);
  // A round recall below the end of the curve, so that the curve has the room.
  const floor = Math.min(0.8, Math.floor(recallAt(horizon) * 10) / 10);
  const levels = [...new Set([1, options.desiredRetention, floor])];

  function draw({ width, height, rem }: Room) {
    const left = 3.6 * rem;
    const { place: x } = along([0, horizon], [left, width - 12]);
    const y = recalls(floor, height - 1.8 * rem, 8);
    const at = (days: number) => [x(days), y(recallAt(days))] as const;
    const line = Array.from({ length: POINTS + 1 }, (_, index) => at((horizon * index) / POINTS));
    const [dueX, dueY] = at(due);
    const [nowX, nowY] = at(elapsed);
    return (
      <>
        <Levels at={recallLevels(levels)} y={y} left={left} right={width} />
        <path className="chart-line chart-line-next" d={linePath(line)} />
        <circle className="chart-open" cx={dueX} cy={dueY} r="4.5" />
        <text className="chart-label" x={dueX + 8} y={dueY - 8}>{t`due`}</text>
        <circle className="chart-next" cx={nowX} cy={nowY} r="6" />
        <text className="chart-text" x={left} y={height - 4}>{t`last answer`}</text>
        <text className="chart-text" x={width - 12} y={height - 4} textAnchor="end">
          {t`${interval({ days: horizon })} later`}
        </text>
      </>
    );
  }
  return (
    <Chart
      words={t`Predicted recall: ${percent(recallAt(elapsed))} today, ${percent(recallAt(due))} on the due day, ${percent(recallAt(horizon))} after ${interval({ days: horizon })}.`}
      heightRem={12.5}
      draw={draw}
    >
      <figcaption className="small soft">{t`Predicted recall since the last answer. The filled point is today.`}</figcaption>
    </Chart>
  );
}
