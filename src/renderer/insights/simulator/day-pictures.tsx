import { useMemo } from 'react';
import type { SimulatedDays, Simulation } from '../../../domain/workload/simulator/simulator.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { LineChart } from '../../kit/chart/figures/line-chart.tsx';
import { roundLevels } from '../../kit/chart/scales.ts';
import { shortMinutes } from '../../kit/text/format.ts';
import { dayAndMonth, weekdayDate } from '../../kit/text/day-words.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';

const DAYS_OF_WEEK = 7;

/** Minutes a day, and cards known: each as it is, and as it would be (SIM-6). */
export function DayPictures(props: {
  readonly simulation: Simulation;
  readonly sentence: string;
  /** Nothing is other: one line says it. */
  readonly isSame: boolean;
}) {
  const { simulation, sentence, isSame } = props;
  const { tomorrow } = simulation;
  const isByWeek = simulation.now.minutes.length > 100;
  const [now, changed] = useMemo(
    () => [stretchesOf(simulation.now, isByWeek), stretchesOf(simulation.changed, isByWeek)],
    [simulation, isByWeek],
  );
  const dayOf = (index: number): StudyDay => tomorrow + index * (isByWeek ? DAYS_OF_WEEK : 1);
  const axis = (index: number): string => {
    return index === 0 && !isByWeek ? t`tomorrow` : dayAndMonth(dayOf(index));
  };
  const named = (index: number): string =>
    isByWeek ? t`Week from ${dayAndMonth(dayOf(index))}` : weekdayDate(dayOf(index));
  const reading = (of: (one: Stretch) => string) => (index: number) => {
    const [before, after] = [now[index], changed[index]];
    if (!before || !after) return '';
    return isSame
      ? `${named(index)}: ${of(before)}`
      : t`${named(index)}: ${of(after)}, ${of(before)} as it is`;
  };
  const lines = (of: (one: Stretch) => number) => [
    {
      name: t`as it is`,
      tone: isSame ? ('accent' as const) : ('plain' as const),
      values: now.map(of),
    },
    ...(isSame
      ? []
      : [{ name: t`with the change`, tone: 'accent' as const, values: changed.map(of) }]),
  ];
  const head = (name: string) =>
    isSame
      ? [{ name, say: whole }]
      : [
          { name: t`${name}, as it is`, say: whole },
          { name: t`${name}, changed`, say: whole },
        ];
  const cells = (index: number, of: (one: Stretch) => number): number[] => {
    const [before, after] = [now[index], changed[index]];
    return [before, ...(isSame ? [] : [after])].map((one) => (one ? of(one) : 0));
  };
  const most = (of: (one: Stretch) => number) => Math.max(...now.map(of), ...changed.map(of));
  const firstColumn = { name: isByWeek ? t`Week from` : t`Day` };
  const least = Math.min(most(knownOf) / 2, ...now.map(knownOf), ...changed.map(knownOf));
  return (
    <>
      <InsightPicture
        title={isByWeek ? t`Minutes a day, by week` : t`Minutes a day`}
        sentence={sentence}
        table={{
          about: t`minutes, cards answered and left over, day by day`,
          columns: [
            firstColumn,
            ...head(t`Minutes`),
            ...head(t`Cards answered`),
            ...head(t`New cards`),
            ...head(t`Left over`),
          ],
          rows: now.map((_, index) => [
            axis(index),
            ...cells(index, minutesOf),
            ...cells(index, (one) => one.answers),
            ...cells(index, (one) => one.newCards),
            ...cells(index, (one) => one.waiting),
          ]),
        }}
      >
        <LineChart
          words={t`Minutes a day over the coming days, as it is and with the change.`}
          name={t`Minutes of each day`}
          lines={lines(minutesOf)}
          levels={roundLevels(most(minutesOf)).map((value) => ({
            value,
            words: value === 0 ? '0' : shortMinutes(value),
          }))}
          axis={axis}
          reading={reading((one) => shortMinutes(one.minutes).replace('–', 'nothing'))}
          first={0}
        />
      </InsightPicture>
      <InsightPicture
        title={t`Cards known`}
        sentence={knownInWords(simulation, isSame)}
        table={{
          about: t`cards known, day by day`,
          columns: [firstColumn, ...head(t`Cards known`)],
          rows: now.map((_, index) => [axis(index), ...cells(index, knownOf)]),
        }}
      >
        <LineChart
          words={t`Cards known over the coming days, as it is and with the change.`}
          name={t`Cards known on each day`}
          lines={lines(knownOf)}
          // From the half at most: from nothing both were one line, from the least a step were a leap.
          levels={roundLevels(most(knownOf), true, least).map((value) => ({
            value,
            words: thousands(value),
          }))}
          axis={axis}
          reading={reading((one) => plural(Math.round(one.known), '# card'))}
          first={0}
        />
      </InsightPicture>
    </>
  );
}

/** A day, or the days of a week: means of a day, and how it stands at the end. */
interface Stretch {
  readonly minutes: number;
  readonly answers: number;
  readonly newCards: number;
  readonly waiting: number;
  readonly known: number;
}

const minutesOf = (one: Stretch): number => one.minutes;
const knownOf = (one: Stretch): number => one.known;

function stretchesOf(days: SimulatedDays, isByWeek: boolean): readonly Stretch[] {
  const { length } = days.minutes;
  const each = isByWeek ? DAYS_OF_WEEK : 1;
  return Array.from({ length: Math.ceil(length / each) }, (_, index) => {
    const from = index * each;
    const to = Math.min(length, from + each);
    const mean = (values: Float64Array): number =>
      values.subarray(from, to).reduce((all, value) => all + value, 0) / (to - from);
    return {
      minutes: mean(days.minutes),
      answers: mean(days.answers),
      newCards: mean(days.newCards),
      waiting: days.waiting[to - 1] ?? 0,
      known: days.known[to - 1] ?? 0,
    };
  });
}

function knownInWords({ knownToday, now, changed, cards }: Simulation, isSame: boolean): string {
  const at = (days: SimulatedDays): string => thousands(Math.round(days.known.at(-1) ?? 0));
  const today = t`Of ${plural(cards, '# card')} in study you would recall about ${thousands(Math.round(knownToday))} today`;
  return isSame
    ? t`${today}, and ${at(now)} at the end of these days.`
    : t`${today}, and at the end of these days ${at(changed)} with the change and ${at(now)} as it is.`;
}

function whole(value: number): string {
  return thousands(Math.round(value));
}
