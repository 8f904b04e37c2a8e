import type { ReviewSchedule, SchedulerOptions } from '../../domain/memory/schedule.ts';
import { forgettingCurve } from '../../domain/memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';
import { interval, percent } from '../kit/text/format.ts';
import { useWidth } from '../kit/hooks/use-width.ts';

const HEIGHT = 180;
const LEFT = 52;
const BOTTOM = 26;
const POINTS = 80;

/** Predicted recall from the last answer to twice the interval, with today and the due day on it. */
export function ForgettingCurve(props: {
  readonly options: SchedulerOptions;
  readonly schedule: ReviewSchedule;
  readonly today: StudyDay;
}) {
  const { options, schedule, today } = props;
  const { ref, width } = useWidth<HTMLElement>(640);
  const elapsed = elapsedDays(schedule.lastReview.studyDay, today);
  const horizon = Math.max(2 * schedule.intervalDays, Math.ceil(elapsed * 1.2), 2);
  const recallAt = (days: number): number => forgettingCurve(options, schedule.memory, days);
  const floor = Math.min(0.5, Math.floor(recallAt(horizon) * 10) / 10);
  const x = (days: number): number => LEFT + (days / horizon) * (width - LEFT - 12);
  const y = (recall: number): number => 8 + ((1 - recall) / (1 - floor)) * (HEIGHT - BOTTOM - 8);
  const line = Array.from({ length: POINTS + 1 }, (_, index) => {
    const days = (horizon * index) / POINTS;
    return `${x(days).toFixed(1)},${y(recallAt(days)).toFixed(1)}`;
  }).join(' ');
  const due = schedule.intervalDays;
  return (
    <figure className="curve" ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`Predicted recall: ${percent(recallAt(elapsed))} today, ${percent(recallAt(due))} on the due day, ${percent(recallAt(horizon))} after ${interval({ days: horizon })}.`}
      >
        {[1, options.desiredRetention, floor].map((recall) => (
          <g key={recall}>
            <line className="curve-grid" x1={LEFT} x2={width} y1={y(recall)} y2={y(recall)} />
            <text className="curve-text" x={LEFT - 8} y={y(recall) + 4} textAnchor="end">
              {percent(recall)}
            </text>
          </g>
        ))}
        <polyline className="curve-line" points={line} />
        <circle className="curve-due" cx={x(due)} cy={y(recallAt(due))} r="4.5" />
        <text className="curve-text" x={x(due) + 8} y={y(recallAt(due)) - 8}>
          due
        </text>
        <circle className="curve-now" cx={x(elapsed)} cy={y(recallAt(elapsed))} r="5.5" />
        <text className="curve-text" x={LEFT} y={HEIGHT - 6}>
          last answer
        </text>
        <text className="curve-text" x={width - 12} y={HEIGHT - 6} textAnchor="end">
          {interval({ days: horizon })} later
        </text>
      </svg>
      <figcaption className="small soft">
        Predicted recall since the last answer. The filled point is today.
      </figcaption>
    </figure>
  );
}
