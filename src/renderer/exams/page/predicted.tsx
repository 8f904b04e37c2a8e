import { type ExamOutlook, verdictOf } from '../../../domain/exam/outlook/outlook.ts';
import { t } from '../../../kernel/texts.ts';
import { percent } from '../../kit/text/format.ts';
import { RangeTrack, trackStart } from '../../kit/chart/range-track.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { rangeWords } from '../../kit/text/recall-words.ts';

/** The one thing that an exam page says: predicted recall on the day, its range, and the verdict. */
export function Predicted(props: {
  readonly outlook: ExamOutlook;
  /** Read out when it changes: where the exam is being written. */
  readonly isLive?: boolean;
}) {
  const { outlook } = props;
  const { predicted, withoutStudy, cards } = outlook;
  const from = trackStart([predicted.low], [withoutStudy]);
  return (
    <div className="predicted" aria-busy={outlook.isRough}>
      {cards > 0 && (
        <>
          <p className="predicted-figure number">
            {percent(predicted.expected)} <span className="soft">{t`predicted recall`}</span>
          </p>
          <RangeTrack range={predicted} tick={withoutStudy} from={from} />
          <p className="range-ends soft small number">
            <span aria-hidden="true">{percent(from)}</span>
            <span>
              {phrase`${rangeWords(predicted)} in four of five cases${outlook.isRough && <span className="first-estimate">{t` · first estimate`}</span>}`}
            </span>
            <span aria-hidden="true">{percent(1)}</span>
          </p>
        </>
      )}
      <p className="verdict number" role={props.isLive ? 'status' : undefined}>
        {inOnePiece(verdictOf(outlook))}
      </p>
    </div>
  );
}

/** A number and its percent sign are never on two lines. */
function inOnePiece(sentence: string): string {
  return sentence.replaceAll(' %', '\u00a0%');
}
