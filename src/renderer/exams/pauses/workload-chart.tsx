import type { WorkloadWithOverlay } from '../../../domain/exam/overlay-workload.ts';
import type { Pause } from '../../../domain/overlay/pauses.ts';
import { t } from '../../../kernel/texts.ts';
import { DayAxis, Hatch, hatchFill } from '../../kit/chart/axes.tsx';
import { Chart, type Room } from '../../kit/chart/chart.tsx';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { stepPath } from '../../kit/chart/svg-paths.ts';
import { amounts, type Bands, bandsBetween, type Scale } from '../../kit/chart/scales.ts';
import { shortMinutes } from '../../kit/text/format.ts';
import { weekdayDate } from '../../kit/text/day-words.ts';
import { phrase } from '../../kit/text/phrase.ts';

type What = 'break' | 'catch-up';

/** Bars: the days with the break or catch-up. A stepped line: without it. Each named on itself. */
export function WorkloadChart(props: {
  readonly days: readonly WorkloadWithOverlay[];
  readonly what: What;
  readonly pause: Pause | undefined;
  readonly words: string;
}) {
  const { days, what, pause } = props;
  return (
    <Chart
      words={props.words}
      heightRem={11}
      draw={(room) => <Drawing days={days} what={what} pause={pause} room={room} />}
    >
      <figcaption className="small soft">
        {phrase`Minutes of reviews a day. Bars: with the ${what}. Line: without it.${pause?.kind === 'break' && t` Hatched: the break.`}`}
      </figcaption>
      <ChartTable
        about={t`minutes of reviews, day by day`}
        head={[t`Day`, t`Without`, t`With the ${what}`]}
        rows={days.map((day) => [
          weekdayDate(day.studyDay),
          shortMinutes(day.minutesBefore),
          shortMinutes(day.minutesAfter),
        ])}
      />
    </Chart>
  );
}

function Drawing(props: {
  readonly days: readonly WorkloadWithOverlay[];
  readonly what: What;
  readonly pause: Pause | undefined;
  readonly room: Room;
}) {
  const { days, what, pause, room } = props;
  const top = 1.8 * room.rem;
  const base = room.height - 1.6 * room.rem;
  const bands = bandsBetween(days.length, 0, room.width);
  const most = Math.max(1, ...days.flatMap((day) => [day.minutesBefore, day.minutesAfter]));
  const y = amounts(most, base, top);
  const without = stepPath(
    days.map((day) => day.minutesBefore),
    bands,
    y,
  );
  const inBreak = ({ studyDay }: WorkloadWithOverlay): boolean =>
    pause?.kind === 'break' && pause.fromDay <= studyDay && studyDay <= pause.toDay;
  return (
    <>
      <Hatch room={room} />
      {days.map(
        (day, index) =>
          inBreak(day) && (
            <rect
              key={day.studyDay}
              x={bands.edge(index)}
              width={bands.step}
              y={top}
              height={base - top}
              fill={hatchFill(room)}
            />
          ),
      )}
      {days.map((day, index) => (
        <rect
          key={day.studyDay}
          className="chart-bar"
          x={bands.bar(index)}
          width={bands.barWidth}
          y={y(day.minutesAfter)}
          height={base - y(day.minutesAfter)}
        />
      ))}
      <DayAxis days={days} bands={bands} base={base} room={room} first={t`today`} />
      <path className="chart-step-edge" d={without} />
      <path className="chart-step" d={without} />
      <Labels days={days} what={what} bands={bands} room={room} y={y} />
    </>
  );
}

/**
 * The heaviest day of each of the two, named where it is; both in one where the names would cover
 * each other.
 */
function Labels(props: {
  readonly days: readonly WorkloadWithOverlay[];
  readonly what: What;
  readonly bands: Bands;
  readonly room: Room;
  readonly y: Scale;
}) {
  const { days, what, bands, y } = props;
  const { rem, width } = props.room;
  const [before, after] = [days.map((d) => d.minutesBefore), days.map((d) => d.minutesAfter)];
  const labelAt = (index: number, minutes: number, text: string): Label => {
    const length = text.length * 0.52 * rem;
    // Beside the line where it passes over the bar, so that it does not cross the words.
    const isUnderLine = minutes < (before[index] ?? 0) && bands.edge(index + 1) + length < width;
    const middle = isUnderLine ? bands.edge(index + 1) + 6 + length / 2 : bands.middle(index);
    const from = Math.max(0, Math.min(middle - length / 2, width - length));
    return { text, from, to: from + length, y: y(minutes) - 0.45 * rem };
  };
  const [mostBefore, mostAfter] = [Math.max(...before), Math.max(...after)];
  const without = t`${shortMinutes(mostBefore)} without`;
  const withIt = t`${shortMinutes(mostAfter)} with the ${what}`;
  const one = labelAt(before.indexOf(mostBefore), mostBefore, without);
  const two = labelAt(after.indexOf(mostAfter), mostAfter, withIt);
  const areApart = Math.abs(one.y - two.y) > 1.1 * rem || one.to < two.from || two.to < one.from;
  const both = labelAt(
    before.indexOf(mostBefore),
    Math.max(mostBefore, mostAfter),
    t`${without}, ${withIt}`,
  );
  return (areApart ? [one, two] : [both]).map((label) => (
    <text key={label.text} className="chart-label" x={label.from} y={label.y}>
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
