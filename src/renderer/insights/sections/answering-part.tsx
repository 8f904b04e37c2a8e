import { useState } from 'react';
import type { Answering, ButtonCounts } from '../../../domain/statistics/figures/answering.ts';
import type { DaySpan } from '../../../domain/statistics/period.ts';
import type { StatisticsScope } from '../../../domain/statistics/scope.ts';
import { BarChart } from '../../kit/chart/figures/bar-chart.tsx';
import { ValueRows } from '../../kit/chart/figures/value-rows.tsx';
import type { Tone } from '../../kit/chart/tones.ts';
import { count, percent, shortMinutes } from '../../kit/text/format.ts';
import { GRADE_NAMES } from '../../kit/text/grade-names.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { useTurnStep } from '../../steps/steps.tsx';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { Fold } from '../page-part.tsx';
import {
  buttonsInWords,
  leechesInWords,
  mostFailedInWords,
  seconds,
  secondsInWords,
  slowestInWords,
} from '../words/answering-words.ts';
import { areOfSeveralDecks, sectionTitle } from '../words/share-words.ts';
import { CardRows } from './card-rows.tsx';
import { HardWarning } from './hard-warning.tsx';
import type { Open } from './open.ts';
import { RegradeDialog } from './regrade-dialog.tsx';

/** Which buttons are pressed, how long answers take, and the cards that cost most. */
export function AnsweringPart(props: {
  readonly answering: Answering;
  readonly scope: StatisticsScope;
  /** The period. */
  readonly span: DaySpan;
  readonly open: Open;
}) {
  const { answering, scope, span, open } = props;
  const { leeches, leechCount, mostFailed, slowest } = answering;
  return (
    <>
      <HardUse use={answering.hardUse} scope={scope} span={span} open={open} />
      <ButtonsPicture answering={answering} />
      {leechCount > 0 && (
        <InsightPicture
          title="Leeches"
          sentence={leechesInWords(answering)}
          table={failedTable('leeches', leeches)}
        >
          <CardRows
            cards={leeches}
            said={({ lapses }) => count(lapses, 'lapse')}
            onAll={leechCount > leeches.length ? open('is:leech') : undefined}
          />
        </InsightPicture>
      )}
      <InsightPicture
        title="Most failed cards"
        sentence={mostFailedInWords(answering)}
        table={failedTable('most failed cards', mostFailed)}
      >
        <CardRows
          cards={mostFailed}
          said={({ failed, reviews }) => `${failed} of ${reviews} failed`}
        />
      </InsightPicture>
      <Fold title="How long answers take, and the slowest cards">
        <SecondsPicture answering={answering} />
        <SectionSecondsPicture answering={answering} open={open} />
        <InsightPicture
          title="Slowest cards"
          sentence={slowestInWords(answering)}
          table={{
            about: 'slowest cards',
            columns: [
              { name: 'Card' },
              { name: 'Deck' },
              { name: 'Seconds an answer', say: oneDecimal },
              { name: 'Answers' },
              { name: 'Minutes', say: oneDecimal },
            ],
            rows: slowest.map(({ text, deckName, meanSeconds, answers, minutes }) => [
              text,
              deckName,
              meanSeconds,
              answers,
              minutes,
            ]),
          }}
        >
          <CardRows
            cards={slowest}
            said={({ meanSeconds, minutes }) =>
              `${seconds(meanSeconds)} each, ${shortMinutes(minutes)}`
            }
          />
        </InsightPicture>
      </Fold>
    </>
  );
}

/** The warning, and the way to put right what was answered. */
function HardUse(props: {
  readonly use: Answering['hardUse'];
  readonly scope: StatisticsScope;
  readonly span: DaySpan;
  readonly open: Open;
}) {
  const { use, scope, span, open } = props;
  const [isOpen, setOpen] = useState(false);
  /** What was done; it stays when the warning goes. */
  const [done, setDone] = useState<string>();
  const turnStep = useTurnStep();
  const announce = useAnnounce();
  return (
    <>
      {use.isSuspected && (
        <HardWarning
          use={use}
          onOpen={open(`rated:${span.to - span.from + 1}:2`)}
          onRepair={() => setOpen(true)}
        />
      )}
      {done && (
        <p className="insights-done" data-unsaved>
          {done}{' '}
          <button
            type="button"
            onClick={() => {
              setDone(undefined);
              void turnStep('undo');
            }}
          >
            Undo
          </button>
        </p>
      )}
      {isOpen && (
        <RegradeDialog
          scope={scope}
          span={span}
          onClose={() => setOpen(false)}
          onDone={(said) => {
            setOpen(false);
            setDone(said);
            announce(`${said} Undo takes that back.`, 'quietly');
          }}
        />
      )}
    </>
  );
}

function failedTable(about: string, cards: Answering['mostFailed']) {
  return {
    about,
    columns: [
      { name: 'Card' },
      { name: 'Deck' },
      { name: 'Reviews' },
      { name: 'Failed' },
      { name: 'Lapses' },
      { name: 'Suspended' },
    ],
    rows: cards.map(({ text, deckName, reviews, failed, lapses, isSuspended }) => [
      text,
      deckName,
      reviews,
      failed,
      lapses,
      isSuspended ? 'yes' : 'no',
    ]),
  };
}

const GRADES = [1, 2, 3, 4] as const;
const GRADE_TONES: Readonly<Record<(typeof GRADES)[number], Tone>> = {
  1: 'risk',
  2: 'pale',
  3: 'plain',
  4: 'accent',
};

function ButtonsPicture({ answering }: { readonly answering: Answering }) {
  const { learning, young, mature } = answering.buttons;
  const kinds: readonly (readonly [string, ButtonCounts])[] = [
    ['Learning', learning],
    ['Young', young],
    ['Mature', mature],
  ];
  const total = (counts: ButtonCounts): number => counts.reduce((sum, each) => sum + each, 0);
  return (
    <InsightPicture
      title="Answer buttons"
      sentence={buttonsInWords(answering)}
      table={{
        about: 'answer buttons',
        columns: [
          { name: 'Cards' },
          ...GRADES.map((grade) => ({ name: GRADE_NAMES[grade] })),
          { name: 'Not Again', say: percent },
        ],
        rows: kinds.map(([name, counts]) => [
          name,
          ...counts,
          total(counts) === 0 ? undefined : 1 - counts[0] / total(counts),
        ]),
      }}
    >
      <BarChart
        words="Shares of the answer buttons, for cards being learned, young and mature."
        name="Answer buttons by kind of card"
        series={GRADES.map((grade) => ({
          name: GRADE_NAMES[grade],
          tone: GRADE_TONES[grade],
          values: kinds.map(([, counts]) =>
            total(counts) === 0 ? 0 : (counts[grade - 1] ?? 0) / total(counts),
          ),
        }))}
        axis={(index) => kinds[index]?.[0]}
        level={percent}
        isWhole={false}
        bandRem={16}
        reading={(index) => {
          const [name, counts] = kinds[index] ?? ['', learning];
          const parts = GRADES.map((grade) => `${GRADE_NAMES[grade]} ${counts[grade - 1] ?? 0}`);
          return `${name}: ${parts.join(', ')}`;
        }}
        first={0}
      />
    </InsightPicture>
  );
}

function SecondsPicture({ answering }: { readonly answering: Answering }) {
  const { secondsByButton } = answering;
  const most = Math.max(1, ...secondsByButton.map(({ median }) => median ?? 0));
  return (
    <InsightPicture
      title="Seconds by button"
      sentence={secondsInWords(answering)}
      table={{
        about: 'seconds by button',
        columns: [
          { name: 'Button' },
          { name: 'Answers' },
          { name: 'Median', say: oneDecimal },
          { name: 'Mean', say: oneDecimal },
          { name: 'Minutes', say: oneDecimal },
        ],
        rows: GRADES.map((grade) => {
          const each = secondsByButton[grade - 1];
          return [GRADE_NAMES[grade], each?.answers, each?.median, each?.mean, each?.minutes];
        }),
      }}
    >
      <ValueRows
        words="The median seconds of an answer, by button."
        shape="bars"
        from={0}
        to={most}
        rows={GRADES.map((grade) => {
          const median = secondsByButton[grade - 1]?.median;
          return {
            key: String(grade),
            name: GRADE_NAMES[grade],
            value: median ?? 0,
            said: median === undefined ? '–' : `${oneDecimal(median)} s`,
          };
        })}
      />
    </InsightPicture>
  );
}

function SectionSecondsPicture(props: { readonly answering: Answering; readonly open: Open }) {
  const { secondsBySection } = props.answering;
  const hasDecks = areOfSeveralDecks(secondsBySection);
  const longestFirst = secondsBySection
    .filter(({ median }) => median !== undefined)
    .sort((a, b) => (b.median ?? 0) - (a.median ?? 0));
  if (longestFirst.length < 2) return null;
  const together = [...longestFirst].sort((a, b) => b.minutes - a.minutes)[0];
  return (
    <InsightPicture
      title="Seconds by section"
      sentence={
        together
          ? `Most time went into ${sectionTitle(together, hasDecks)}: ${shortMinutes(together.minutes)}.`
          : ''
      }
      table={{
        about: 'seconds by section',
        columns: [
          { name: 'Section' },
          { name: 'Answers' },
          { name: 'Median', say: oneDecimal },
          { name: 'Mean', say: oneDecimal },
          { name: 'Minutes', say: oneDecimal },
        ],
        rows: longestFirst.map((each) => [
          sectionTitle(each, hasDecks),
          each.answers,
          each.median,
          each.mean,
          each.minutes,
        ]),
      }}
    >
      <ValueRows
        words="The median seconds of an answer, by section, the longest first."
        shape="bars"
        from={0}
        to={longestFirst[0]?.median ?? 1}
        rows={longestFirst.map((each) => ({
          key: `${each.deckName} ${each.section}`,
          name: sectionTitle(each, hasDecks),
          note: count(each.answers, 'answer'),
          value: each.median ?? 0,
          said: `${oneDecimal(each.median ?? 0)} s`,
          onOpen: props.open(each.search),
        }))}
      />
    </InsightPicture>
  );
}

function oneDecimal(value: number): string {
  return value.toFixed(1).replace('.0', '');
}
