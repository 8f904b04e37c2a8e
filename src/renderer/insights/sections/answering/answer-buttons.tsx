import { type Grade, GRADES } from '../../../../domain/memory/schedule.ts';
import type { Answering, ButtonCounts } from '../../../../domain/statistics/figures/answering.ts';
import { t } from '../../../../kernel/texts.ts';
import { BarChart } from '../../../kit/chart/figures/bar-chart.tsx';
import type { Tone } from '../../../kit/chart/tones.ts';
import { percent, percentOfAll } from '../../../kit/text/format.ts';
import { GRADE_NAMES } from '../../../kit/text/grade-names.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { buttonsInWords } from '../../words/answering-words.ts';

const GRADE_TONES: Readonly<Record<Grade, Tone>> = {
  1: 'risk',
  2: 'pale',
  3: 'plain',
  4: 'accent',
};

/** How often each button is pressed, by kind of card. */
export function AnswerButtons({ answering }: { readonly answering: Answering }) {
  const { learning, young, mature } = answering.buttons;
  const kinds: readonly (readonly [string, ButtonCounts])[] = [
    [t`Learning`, learning],
    [t`Young`, young],
    [t`Mature`, mature],
  ];
  const total = (counts: ButtonCounts): number => counts.reduce((sum, each) => sum + each, 0);
  return (
    <InsightPicture
      title={t`Answer buttons`}
      sentence={buttonsInWords(answering)}
      table={{
        about: t`answer buttons`,
        columns: [
          { name: t`Cards` },
          ...GRADES.map((grade) => ({ name: GRADE_NAMES[grade] })),
          { name: t`Not Again`, say: percentOfAll },
        ],
        rows: kinds.map(([name, counts]) => [
          name,
          ...counts,
          total(counts) === 0 ? undefined : 1 - counts[0] / total(counts),
        ]),
      }}
    >
      <BarChart
        words={t`Shares of the answer buttons, for cards being learned, young and mature.`}
        name={t`Answer buttons by kind of card`}
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
