import { Link } from 'wouter';
import type { ExamLine } from '../../domain/exam/day/day-plan.ts';
import type { Exam } from '../../domain/overlay/overlay.ts';
import { t } from '../../kernel/texts.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { percent } from '../kit/text/format.ts';
import { inAddress } from '../kit/text/in-address.ts';
import { RangeTrack } from '../kit/chart/range-track.tsx';
import { examDate } from './exam-times.ts';
import { daysWords, rangeWords } from '../kit/text/recall-words.ts';
import { named } from '../../kernel/named.ts';

interface LineProps {
  readonly exam: Exam;
  readonly daysLeft: number;
}

/** An exam ahead: days left, and predicted recall with its range. */
export function AheadLine({
  exam,
  daysLeft,
  line,
  from,
}: LineProps & {
  readonly line: ExamLine | undefined;
  /** The recall at the left end of every line in the list, so that exams can be compared. */
  readonly from: number;
}) {
  const kept = useQuery('forecasts', { overlayId: exam.id })?.at(-1);
  const shown = line ?? kept;
  return (
    <li className="exam-line">
      <span className="exam-line-days number">{daysWords(daysLeft)}</span>
      <Name exam={exam} />
      {shown && shown.cards > 0 ? (
        <span className="exam-line-recall number">
          <strong>
            {percent(shown.predicted.expected)}
            <span className="hidden-text">{t` predicted recall,`}</span>
          </strong>
          <RangeTrack range={shown.predicted} from={from} />
          <span className="small soft">{t`${rangeWords(shown.predicted)} predicted`}</span>
        </span>
      ) : (
        <span className="exam-line-recall soft small">
          {line ? t`no card in study yet` : t`being worked out…`}
        </span>
      )}
      {line?.change && <span className="exam-line-change small soft number">{line.change}</span>}
    </li>
  );
}

/** An exam that is over: its mark beside what was predicted, or a way to enter it. */
export function OverLine({ exam, daysLeft }: LineProps) {
  const { mark } = exam;
  return (
    <li className="exam-line exam-line-over">
      <span className="exam-line-days soft number">{daysWords(daysLeft)}</span>
      <Name exam={exam} />
      <span className="exam-line-recall number">
        {mark ? (
          <>
            <strong>{percent(mark.achieved)}</strong>
            {mark.predicted !== undefined && (
              <span className="small soft">{t`predicted ${percent(mark.predicted)}`}</span>
            )}
          </>
        ) : (
          <Link href={hrefOf(exam)} className="small">
            {phrase`Enter the mark${begin(<span className="hidden-text" />)} of ${exam.name}${END}`}
          </Link>
        )}
      </span>
    </li>
  );
}

export function OffLine({ exam, daysLeft }: LineProps) {
  return (
    <li className="exam-line exam-line-off soft">
      <span className="exam-line-days number">{daysWords(daysLeft)}</span>
      <Name exam={exam} />
    </li>
  );
}

function Name({ exam }: { readonly exam: Exam }) {
  return (
    <span className="exam-line-name">
      <Link href={hrefOf(exam)}>{named(exam.name)}</Link>
      <span className="small soft number">{examDate(exam.at)}</span>
    </span>
  );
}

function hrefOf({ id }: Exam): string {
  return `/exams/${inAddress(id)}`;
}
