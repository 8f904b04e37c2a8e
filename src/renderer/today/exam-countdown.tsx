import { Link } from 'wouter';
import type { DayPlan, ExamLine } from '../../domain/exam/day/day-plan.ts';
import { studyDayOf } from '../../kernel/study-day.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useNow } from '../use-now.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { daysWords, rangeWords } from '../kit/text/recall-words.ts';
import { percent } from '../kit/text/format.ts';
import { inAddress } from '../kit/text/in-address.ts';
import { named } from '../../kernel/named.ts';

/** Exams ahead: days left and predicted recall, a line each, and what changed since yesterday. */
export function ExamCountdown({ exams, studyDay }: Pick<DayPlan, 'exams' | 'studyDay'>) {
  // The study day may be that of the eve still, where days begin late.
  const passed = studyDayOf(useNow(), 0) - studyDay;
  const { first, more } = useFirst(exams, (n) => plural(n, '# more exam'));
  if (exams.length === 0) return null;
  return (
    <section aria-labelledby="exams-ahead" className="countdown">
      <h2 id="exams-ahead" className="soft small">{t`Exams ahead`}</h2>
      <ul>
        {first.map((exam) => (
          <li key={exam.overlayId}>
            <Link href={`/exams/${inAddress(exam.overlayId)}`} className="countdown-line">
              <span className="countdown-name">{named(exam.name)}</span>
              <span className="number">{whenOf(exam.daysLeft - passed)}</span>
              <span className="number soft">{predictedOf(exam)}</span>
            </Link>
            {exam.change && <p className="small soft">{exam.change}</p>}
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function whenOf(days: number): string {
  return days > 1 ? t`in ${plural(days, '# day')}` : daysWords(days);
}

function predictedOf({ predicted, cards }: ExamLine): string {
  if (cards === 0) return t`no cards yet`;
  return t`predicted ${percent(predicted.expected)} (${rangeWords(predicted)})`;
}
