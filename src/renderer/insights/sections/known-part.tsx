import type { Distribution } from '../../../domain/statistics/figures/distribution.ts';
import type { CardsByState, Known } from '../../../domain/statistics/figures/known.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { LineChart } from '../../kit/chart/figures/line-chart.tsx';
import { ValueRows } from '../../kit/chart/figures/value-rows.tsx';
import { roundLevels } from '../../kit/chart/scales.ts';
import { date, interval, percent, shortDate, tenths } from '../../kit/text/format.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { Fold } from '../page-part.tsx';
import {
  difficultyInWords,
  intervalsInWords,
  knownInWords,
  recallInWords,
  stabilityInWords,
  statesInWords,
} from '../words/known-words.ts';
import { DistributionPicture } from './distribution-picture.tsx';
import type { Open } from './open.ts';

/** What is known now and how it grew, cards by state, and how their memories are spread. */
export function KnownPart(props: {
  readonly known: Known;
  readonly today: StudyDay;
  readonly open: Open;
}) {
  const { known, today, open } = props;
  return (
    <>
      {known.learned > 0 && <KnownPicture known={known} today={today} />}
      <StatesPicture states={known.byState} open={open} />
      <Fold title={t`How recall, stability, difficulty and intervals are spread`}>
        <DistributionPicture
          title={t`Intervals`}
          sentence={intervalsInWords(known.interval)}
          distribution={known.interval}
          property="ivl"
          say={days}
          open={open}
        />
        <DistributionPicture
          title={t`Predicted recall today`}
          sentence={recallInWords(known.recall)}
          distribution={known.recall}
          property="r"
          say={percent}
          open={open}
        />
        <DistributionPicture
          title={t`Stability`}
          sentence={stabilityInWords(known.stability)}
          distribution={known.stability}
          property="s"
          say={days}
          open={open}
        />
        <DistributionPicture
          title={t`Difficulty`}
          sentence={difficultyInWords(known.difficulty)}
          distribution={asShares(known.difficulty)}
          property="d"
          say={(share) => tenths(1 + 9 * share)}
          open={open}
        />
        <AddedPicture known={known} />
      </Fold>
    </>
  );
}

function days(value: number): string {
  return interval({ days: Math.max(value < 1 ? 0 : 1, Math.round(value)) });
}

/** Searches have difficulty from 0 to 1; people read it from 1 to 10. */
function asShares(difficulty: Distribution): Distribution {
  const share = (value: number): number => (value - 1) / 9;
  return {
    ...difficulty,
    mean: share(difficulty.mean),
    median: share(difficulty.median),
    low: share(difficulty.low),
    high: share(difficulty.high),
    bins: difficulty.bins.map((bin) => ({ ...bin, from: share(bin.from), to: share(bin.to) })),
  };
}

function KnownPicture({ known, today }: { readonly known: Known; readonly today: StudyDay }) {
  const { overTime } = known;
  const levels = roundLevels(Math.max(1, ...overTime.map(({ learned }) => learned)));
  const isLong = (overTime.at(-1)?.studyDay ?? 0) - (overTime[0]?.studyDay ?? 0) > 300;
  return (
    <InsightPicture
      title={t`Cards known, over time`}
      sentence={knownInWords(known, today)}
      table={{
        about: t`cards known over time`,
        columns: [
          { name: t`Day` },
          { name: t`Known`, say: (value) => thousands(Math.round(value)) },
          { name: t`Learned` },
        ],
        rows: overTime.map(({ studyDay, expected, learned }) => [
          shortDate(studyDay),
          expected,
          learned,
        ]),
      }}
    >
      {overTime.length > 1 && (
        <LineChart
          words={t`Cards known and cards learned, over time.`}
          name={t`Cards known over time`}
          lines={[
            {
              name: t`would be recalled`,
              tone: 'accent',
              shape: 'area',
              values: overTime.map(({ expected }) => expected),
            },
            {
              name: 'learned',
              tone: 'plain',
              shape: 'dashes',
              values: overTime.map(({ learned }) => learned),
            },
          ]}
          levels={levels.map((value) => ({ value, words: thousands(value) }))}
          axis={(index) => {
            const day = overTime[index]?.studyDay ?? today;
            return date(
              day,
              isLong ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' },
            );
          }}
          reading={(index) => {
            const then = overTime[index];
            if (!then) return '';
            return t`${shortDate(then.studyDay)}: ${thousands(Math.round(then.expected))} known of ${thousands(then.learned)}`;
          }}
        />
      )}
    </InsightPicture>
  );
}

/** States in the order of a card's life, each with the search for it. */
const STATES: readonly (readonly [keyof CardsByState, string, string, string?])[] = [
  ['new', t`New`, 'is:new'],
  ['learning', t`Learning`, 'is:learn -is:review'],
  ['relearning', t`Learned again`, 'is:learn is:review'],
  ['young', t`Young`, 'is:review -is:learn prop:ivl<21', 'under 21 days'],
  ['mature', t`Mature`, 'is:review -is:learn prop:ivl>=21', t`21 days or more`],
  ['buried', t`Buried`, 'is:buried'],
  ['suspended', t`Suspended`, 'is:suspended'],
];
const IN_STUDY = '-is:suspended -is:buried';

function StatesPicture({ states, open }: { readonly states: CardsByState; readonly open: Open }) {
  const most = Math.max(1, ...Object.values(states));
  const drawn = STATES.filter(([state]) => states[state] > 0);
  return (
    <InsightPicture
      title={t`Cards by state`}
      sentence={statesInWords(states)}
      table={{
        about: t`cards by state`,
        columns: [{ name: t`State` }, { name: t`Cards` }],
        rows: STATES.map(([state, name]) => [name, states[state]]),
      }}
    >
      <ValueRows
        words={t`Cards by state.`}
        shape="bars"
        from={0}
        to={most}
        rows={drawn.map(([state, name, term, note]) => ({
          key: state,
          name,
          ...(note !== undefined && { note }),
          value: states[state],
          said: thousands(states[state]),
          onOpen: open(
            state === 'suspended'
              ? term
              : state === 'buried'
                ? `${term} -is:suspended`
                : `${term} ${IN_STUDY}`,
          ),
        }))}
      />
    </InsightPicture>
  );
}

function AddedPicture({ known }: { readonly known: Known }) {
  const { added } = known;
  const total = added.reduce((sum, { cards }) => sum + cards, 0);
  return (
    <InsightPicture
      title={t`Cards added`}
      sentence={
        total === 0
          ? t`No card was added in this time.`
          : plural(total, '# card was added in this time.', '# cards were added in this time.')
      }
      table={{
        about: t`cards added`,
        columns: [{ name: t`From` }, { name: t`To` }, { name: t`Cards` }],
        rows: added.map(({ from, to, cards }) => [shortDate(from), shortDate(to), cards]),
      }}
    />
  );
}
