import type { Answering } from '../../../../domain/statistics/figures/answering.ts';
import type { DaySpan } from '../../../../domain/statistics/period.ts';
import type { StatisticsScope } from '../../../../domain/statistics/scope.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { Fold } from '../../page-part.tsx';
import { leechesInWords, mostFailedInWords } from '../../words/answering-words.ts';
import type { Open } from '../open.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import { ButtonSeconds, SectionSeconds, SlowestCards } from './answer-seconds.tsx';
import { CardRows } from './card-rows.tsx';
import { HardRepair } from './hard-repair.tsx';

/** Which buttons are pressed, how long answers take, and the cards that cost most. */
export function AnsweringPart(props: {
  readonly answering: Answering;
  readonly scope: StatisticsScope;
  /** The period. */
  readonly span: DaySpan;
  readonly open: Open;
}) {
  const { answering, scope, span, open } = props;
  const { leeches, leechCount, mostFailed } = answering;
  return (
    <>
      <HardRepair use={answering.hardUse} scope={scope} span={span} open={open} />
      <AnswerButtons answering={answering} />
      {leechCount > 0 && (
        <InsightPicture
          title={t`Leeches`}
          sentence={leechesInWords(answering)}
          table={failedTable('leeches', leeches)}
        >
          <CardRows
            cards={leeches}
            said={({ lapses }) => plural(lapses, '# lapse')}
            onAll={leechCount > leeches.length ? open('is:leech') : undefined}
          />
        </InsightPicture>
      )}
      <InsightPicture
        title={t`Most failed cards`}
        sentence={mostFailedInWords(answering)}
        table={failedTable(t`most failed cards`, mostFailed)}
      >
        <CardRows
          cards={mostFailed}
          said={({ failed, reviews }) => t`${failed} of ${reviews} failed`}
        />
      </InsightPicture>
      <Fold title={t`How long answers take, and the slowest cards`}>
        <ButtonSeconds answering={answering} />
        <SectionSeconds answering={answering} open={open} />
        <SlowestCards answering={answering} />
      </Fold>
    </>
  );
}

function failedTable(about: string, cards: Answering['mostFailed']) {
  return {
    about,
    columns: [
      { name: t`Card` },
      { name: t`Deck` },
      { name: t`Reviews` },
      { name: t`Failed` },
      { name: t`Lapses` },
      { name: t`Suspended` },
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
