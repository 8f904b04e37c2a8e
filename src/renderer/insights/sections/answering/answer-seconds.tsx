import { GRADES } from '../../../../domain/memory/schedule.ts';
import type { Answering } from '../../../../domain/statistics/figures/answering.ts';
import { ValueRows } from '../../../kit/chart/figures/value-rows.tsx';
import { count, shortMinutes } from '../../../kit/text/format.ts';
import { GRADE_NAMES } from '../../../kit/text/grade-names.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { seconds, secondsInWords, slowestInWords } from '../../words/answering-words.ts';
import { areOfSeveralDecks, sectionTitle } from '../../words/share-words.ts';
import type { Open } from '../open.ts';
import { sectionRow } from '../section-row.ts';
import { CardRows } from './card-rows.tsx';

/** The median seconds before each button. */
export function ButtonSeconds({ answering }: { readonly answering: Answering }) {
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

/** The median seconds of each section, and where most time went. */
export function SectionSeconds(props: { readonly answering: Answering; readonly open: Open }) {
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
          ...sectionRow(each, hasDecks, props.open),
          note: count(each.answers, 'answer'),
          value: each.median ?? 0,
          said: `${oneDecimal(each.median ?? 0)} s`,
        }))}
      />
    </InsightPicture>
  );
}

/** The cards that take longest to answer. */
export function SlowestCards({ answering }: { readonly answering: Answering }) {
  const { slowest } = answering;
  return (
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
  );
}

function oneDecimal(value: number): string {
  return value.toFixed(1).replace('.0', '');
}
