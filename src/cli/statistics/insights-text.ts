import { absenceInWords, type Figure } from '../../domain/statistics/absence.ts';
import { type Calibration, FEWEST_PREDICTED } from '../../domain/statistics/figures/calibration.ts';
import type { Insights } from '../../domain/statistics/insights.ts';
import type { Share } from '../../domain/statistics/figures/share.ts';
import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import { counted } from '../printable.ts';

/** The figures as text: a heading, a few lines. */
export function insightsInText(insights: Insights): string {
  const { asked, search, from, today, cards, notes, answers, leftOut } = insights;
  const left = [
    [leftOut.crammed, 'given while cramming'],
    [leftOut.byHand, 'by hand'],
    [leftOut.ahead, 'dated after today'],
    [leftOut.broken, 'without a sound date'],
  ] as const;
  const out = left.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    `${search === '' ? 'All cards' : search}, ${asked.period} (${dateOf(from)} to ${dateOf(today)})`,
    `${counted(cards, 'card')} of ${counted(notes, 'note')}; ${counted(answers.inPeriod, 'answer')}, ${answers.ever} ever`,
    ...(out.length > 0 ? [`Not counted: ${out.join(', ')}.`] : []),
    ...part('Lately', insights.recent, ({ today: now, week, usualDay }) => [
      `Today ${counted(now.answers, 'answer')} in ${minutes(now.minutes)}, recalled ${share(now.recalled)}`,
      `This week ${counted(week.answers, 'answer')} in ${minutes(week.minutes)}, recalled ${share(week.recalled)}`,
      ...(usualDay
        ? [`A usual day ${usualDay.answers.toFixed(0)} answers, ${minutes(usualDay.minutes)}`]
        : []),
    ]),
    ...part('Calendar', insights.calendar, (calendar) => [
      calendar.studiedDays === 0
        ? 'No day with an answer'
        : `${counted(calendar.studiedDays, 'day')} with an answer of ${calendar.possibleDays}`,
      `Current streak ${counted(calendar.currentStreakDays, 'day')}, longest ${counted(calendar.longestStreak?.days ?? 0, 'day')}`,
    ]),
    ...part('Coming', insights.coming, ({ means, backlog, newPerDay, newLeft, oneMoreNew }) => [
      ...means.map(
        ({ days, withNew, withoutNew }) =>
          `${days} days: ${withNew.reviews.toFixed(1)} reviews and ${minutes(withNew.minutes)} a day, ${minutes(withoutNew.minutes)} without new cards`,
      ),
      `Backlog ${counted(backlog.cards, 'card')}, ${minutes(backlog.minutes)}`,
      `${newPerDay.toFixed(1)} new cards a day, ${newLeft} left; one more a day costs ${minutes(oneMoreNew.minutesPerDay)}`,
    ]),
    ...part('Known', insights.known, ({ expected, learned, byState, stability }) => [
      `${expected.toFixed(0)} of ${counted(learned, 'learned card')} would be recalled now`,
      Object.entries(byState)
        .map(([state, count]) => `${state} ${count}`)
        .join(', '),
      `Stability ${stability.median.toFixed(1)} days in the middle, nine of ten ${stability.low.toFixed(1)} to ${stability.high.toFixed(1)}`,
    ]),
    ...part('True retention', insights.retention, ({ desired, table, inPeriod, bySection }) => [
      `In the period ${share(inPeriod.all)}; ${percent(desired)} was asked for`,
      ...table.map(
        ({ span, young, mature, all }) =>
          `${span}: young ${share(young)}, mature ${share(mature)}, all ${share(all)}`,
      ),
      ...bySection.map(
        ({ deckName, section, all }) =>
          `${deckName}${section === '' ? '' : ` › ${section}`}: ${share(all)}`,
      ),
    ]),
    ...part('Answers', insights.answering, ({ buttons, secondsByButton, leechCount, hardUse }) => [
      ...Object.entries(buttons).map(
        ([kind, counts]) =>
          `${kind}: Again ${counts[0]}, Hard ${counts[1]}, Good ${counts[2]}, Easy ${counts[3]}`,
      ),
      `Seconds in the middle: ${secondsByButton.map(({ median }) => median?.toFixed(1) ?? '–').join(', ')}`,
      `${leechCount} ${leechCount === 1 ? 'leech' : 'leeches'}${hardUse.isSuspected ? '; Hard seems to be used for forgotten' : ''}`,
    ]),
    ...part('Calibration', insights.calibration, ({ exams, ...calibration }) => [
      ...(calibration.reviews < FEWEST_PREDICTED ? tooFew(calibration) : binsOf(calibration)),
      ...exams.map(
        ({ name, achieved, predicted }) =>
          `${name}: mark ${percent(achieved)}, ${predicted === undefined ? 'not predicted' : `${percent(predicted)} predicted`}`,
      ),
    ]),
  ].join('\n');
}

function tooFew({ reviews }: Pick<Calibration, 'reviews'>): string[] {
  return [absenceInWords({ reason: 'too-few-answers', there: reviews, needed: FEWEST_PREDICTED })];
}

function binsOf(calibration: Omit<Calibration, 'exams'>): string[] {
  return [
    `Predicted ${percent(calibration.predicted)}, recalled ${share(calibration.recalled)} of ${counted(calibration.reviews, 'review')}`,
    `Log loss ${calibration.logLoss.toFixed(4)}, RMSE(bins) ${calibration.rmseBins.toFixed(4)}`,
    ...calibration.bins.map(
      ({ from: low, to, predicted, recalled }) =>
        `${percent(low)} to ${percent(to)}: predicted ${percent(predicted)}, recalled ${share(recalled)}`,
    ),
  ];
}

function part<Value>(
  heading: string,
  figure: Figure<Value>,
  lines: (value: Value) => readonly string[],
): string[] {
  const told = figure.is === 'there' ? lines(figure.value) : [absenceInWords(figure.because)];
  return ['', heading, ...told.map((line) => `  ${line}`)];
}

function share({ of, share: part, low, high }: Share): string {
  if (part === undefined) return 'none';
  return `${percent(part)} of ${of} (${percent(low)} to ${percent(high)})`;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1).replace(/\.0$/, '')} %`;
}

function minutes(count: number): string {
  return `${count < 10 ? count.toFixed(1) : count.toFixed(0)} min`;
}

function dateOf(studyDay: number): string {
  return new Date(studyDay * MILLIS_PER_DAY).toISOString().slice(0, 10);
}
