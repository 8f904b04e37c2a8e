import type { Retention } from '../../../../domain/statistics/figures/retention.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { tenths } from '../../../kit/text/format.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { hourSpan, hoursInWords } from '../../words/retention-words.ts';
import { RetentionLine } from './retention-line.tsx';
import { SHARE_COLUMNS, shareCells, shareInWords } from './retention-shares.ts';

/** At which hours of the day more is recalled, and at which less. */
export function RetentionHours({ retention }: { readonly retention: Retention }) {
  const { byHour, desired } = retention;
  return (
    <InsightPicture
      title={t`True retention, by hour of the day`}
      sentence={hoursInWords(retention)}
      table={{
        about: t`true retention by hour of the day`,
        columns: [
          { name: t`Hour` },
          { name: t`Answers` },
          { name: t`Minutes`, say: tenths },
          ...SHARE_COLUMNS,
        ],
        rows: byHour.map((each) => [
          `${each.hour}:00`,
          each.answers,
          each.minutes,
          ...shareCells(each),
        ]),
      }}
    >
      <RetentionLine
        words={t`How much was recalled, by hour of the day.`}
        name={t`True retention by hour`}
        shares={byHour.map(({ all }) => all)}
        desired={desired}
        axis={(index) => `${index}:00`}
        first={0}
        reading={(index) => {
          const each = byHour[index];
          if (!each) return '';
          const span = hourSpan(index).replace('between', 'Between');
          return `${span}: ${shareInWords(each.all)}, ${plural(each.answers, '# answer')}`;
        }}
      />
    </InsightPicture>
  );
}
