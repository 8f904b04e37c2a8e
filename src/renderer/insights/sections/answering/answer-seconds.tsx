import { GRADES } from '../../../../domain/memory/schedule.ts';
import type { Answering } from '../../../../domain/statistics/figures/answering.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { ValueRows } from '../../../kit/chart/figures/value-rows.tsx';
import { shortMinutes, tenths } from '../../../kit/text/format.ts';
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
      title={t`Seconds by button`}
      sentence={secondsInWords(answering)}
      table={{
        about: t`seconds by button`,
        columns: [
          { name: t`Button` },
          { name: t`Answers` },
          { name: t`Median`, say: tenths },
          { name: t`Mean`, say: tenths },
          { name: t`Minutes`, say: tenths },
        ],
        rows: GRADES.map((grade) => {
          const each = secondsByButton[grade - 1];
          return [GRADE_NAMES[grade], each?.answers, each?.median, each?.mean, each?.minutes];
        }),
      }}
    >
      <ValueRows
        words={t`The median seconds of an answer, by button.`}
        shape="bars"
        from={0}
        to={most}
        rows={GRADES.map((grade) => {
          const median = secondsByButton[grade - 1]?.median;
          return {
            key: String(grade),
            name: GRADE_NAMES[grade],
            value: median ?? 0,
            said: median === undefined ? '–' : t`${tenths(median)} s`,
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
      title={t`Seconds by section`}
      sentence={
        together
          ? t`Most time went into ${sectionTitle(together, hasDecks)}: ${shortMinutes(together.minutes)}.`
          : ''
      }
      table={{
        about: t`seconds by section`,
        columns: [
          { name: t`Section` },
          { name: t`Answers` },
          { name: t`Median`, say: tenths },
          { name: t`Mean`, say: tenths },
          { name: t`Minutes`, say: tenths },
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
        words={t`The median seconds of an answer, by section, the longest first.`}
        shape="bars"
        from={0}
        to={longestFirst[0]?.median ?? 1}
        rows={longestFirst.map((each) => ({
          ...sectionRow(each, hasDecks, props.open),
          note: plural(each.answers, '# answer'),
          value: each.median ?? 0,
          said: t`${tenths(each.median ?? 0)} s`,
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
      title={t`Slowest cards`}
      sentence={slowestInWords(answering)}
      table={{
        about: t`slowest cards`,
        columns: [
          { name: t`Card` },
          { name: t`Deck` },
          { name: t`Seconds an answer`, say: tenths },
          { name: t`Answers` },
          { name: t`Minutes`, say: tenths },
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
          t`${seconds(meanSeconds)} each, ${shortMinutes(minutes)}`
        }
      />
    </InsightPicture>
  );
}
