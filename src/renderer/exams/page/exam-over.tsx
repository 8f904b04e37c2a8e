import { useState } from 'react';
import { Link } from 'wouter';
import type { Forecast } from '../../../domain/exam/outlook/forecast.ts';
import { daysUntil, seenFrom } from '../../../domain/overlay/active.ts';
import { type Exam, examDay } from '../../../domain/overlay/overlay.ts';
import { t } from '../../../kernel/texts.ts';
import { useQuery } from '../../live.ts';
import { longDate, percent } from '../../kit/text/format.ts';
import { inAddress } from '../../kit/text/in-address.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { ForecastLine } from '../charts/forecast-line.tsx';
import { examDate } from '../exam-times.ts';
import { daysWords, rangeWords } from '../../kit/text/recall-words.ts';
import { Block } from './block.tsx';
import { DeleteButton } from './exam-buttons.tsx';
import { MarkForm } from './mark-form.tsx';
import { useExamActions } from './use-exam-actions.ts';
import { useNow } from '../../use-now.ts';
import { named } from '../../../kernel/named.ts';

/** An exam from its day on: the mark beside what was predicted, and nothing that asks for more. */
export function ExamOver({ exam }: { readonly exam: Exam }) {
  const now = useNow();
  const day = examDay(seenFrom(exam, now));
  const forecasts = useQuery('forecasts', { overlayId: exam.id }) ?? [];
  const eve = forecasts.filter((each) => each.studyDay < day).at(-1);
  const actions = useExamActions();
  const [isChanging, setChanging] = useState(false);
  const daysLeft = daysUntil(exam, now);
  const isToday = daysLeft === 0;
  const { mark } = exam;
  const isStillAhead = exam.at.atMillis > now.atMillis;
  return (
    <>
      <header className="exam-hero">
        <p className="exam-days figure">{isToday ? t`Today` : daysWords(daysLeft)}</p>
        <h1 className="exam-name">{named(exam.name)}</h1>
        <p className="soft number">{examDate(exam.at)}</p>
        {isToday && isStillAhead && !mark && (
          <p className="verdict">{t`All the best for today.`}</p>
        )}
        {mark && !isChanging ? (
          <>
            <Beside exam={exam} eve={eve} />
            <p className="actions exam-actions">
              <button
                type="button"
                className="quiet"
                onClick={() => setChanging(true)}
              >{t`Change the mark`}</button>
              <DeleteButton exam={exam} actions={actions} />
            </p>
          </>
        ) : (
          <>
            {eve && (
              <p className="number">
                {t`${eve.studyDay === day - 1 ? t`On the eve` : t`On ${longDate(eve.studyDay)}`} ${percent(eve.predicted.expected)} was predicted (${rangeWords(eve.predicted)}).`}
              </p>
            )}
            {!isStillAhead && <MarkForm exam={exam} eve={eve} onDone={() => setChanging(false)} />}
            <p className="actions exam-actions">
              {isStillAhead && (
                <button
                  type="button"
                  onClick={() => actions.cram(exam.cards, exam.name)}
                >{t`Cram`}</button>
              )}
              <DeleteButton exam={exam} actions={actions} />
            </p>
          </>
        )}
        {actions.problem && <ProblemNote problem={actions.problem} />}
      </header>
      <Block title={t`From here on`}>
        <p>{t`Everything is back on the ordinary schedule: this exam’s cards come by the dates they have from your answers, as if there had been no exam.`}</p>
        <p>
          <Link href={`/exams/new?like=${inAddress(exam.id)}`}>{t`Plan another like it`}</Link>
          <span className="soft">{t`, with the same cards and minutes.`}</span>
        </p>
      </Block>
      {forecasts.length > 1 && (
        <Block title={t`What was predicted on the way`}>
          <ForecastLine forecasts={forecasts} />
        </Block>
      )}
    </>
  );
}

/** Predicted and achieved, side by side, and what to make of it. */
function Beside({ exam, eve }: { readonly exam: Exam; readonly eve: Forecast | undefined }) {
  if (!exam.mark) return null;
  const { achieved, predicted } = exam.mark;
  return (
    <>
      <dl className="mark-beside number">
        <div>
          <dt className="soft small">{t`Achieved`}</dt>
          <dd>{percent(achieved)}</dd>
        </div>
        {predicted !== undefined && (
          <div>
            <dt className="soft small">{t`Predicted`}</dt>
            <dd>{percent(predicted)}</dd>
          </div>
        )}
      </dl>
      {predicted !== undefined && <p>{gently(achieved, predicted, eve)}</p>}
    </>
  );
}

/** What is seen as the same, where no range is known: points of 100. */
const CLOSE = 0.05;

function gently(achieved: number, predicted: number, eve: Forecast | undefined): string {
  const low = eve?.predicted.low ?? predicted - CLOSE;
  const high = eve?.predicted.high ?? predicted + CLOSE;
  if (achieved > high) return t`More than was predicted: well done.`;
  if (achieved >= low) return t`About what was predicted.`;
  return t`Less than was predicted. A prediction knows the cards, not the questions asked nor the day you had; what you learned is still there.`;
}
