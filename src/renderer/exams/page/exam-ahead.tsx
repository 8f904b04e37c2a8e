import type { Exam } from '../../../domain/overlay/overlay.ts';
import { daysUntil } from '../../../domain/overlay/active.ts';
import { t } from '../../../kernel/texts.ts';
import { ExamReadiness } from '../../cram/exam-readiness.tsx';
import { useQuery } from '../../live.ts';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { ForecastLine } from '../charts/forecast-line.tsx';
import { examDate } from '../exam-times.ts';
import { daysWords } from '../../kit/text/recall-words.ts';
import { useExamLines } from '../use-exam-lines.ts';
import { useOutlook } from '../use-outlook.ts';
import { Block } from './block.tsx';
import { ExamButtons } from './exam-buttons.tsx';
import { OutlookFigures } from './outlook-figures.tsx';
import { Predicted } from './predicted.tsx';
import { useExamActions } from './use-exam-actions.ts';
import { useNow } from '../../use-now.ts';
import { named } from '../../../kernel/named.ts';

/** An exam that is still ahead: countdown and curve first, then sections, days and what is missing. */
export function ExamAhead({ exam }: { readonly exam: Exam }) {
  const { outlook, problem, isWorking } = useOutlook(exam);
  const line = useExamLines(exam.isOn).get(exam.id);
  const forecasts = useQuery('forecasts', { overlayId: exam.id }) ?? [];
  const actions = useExamActions();
  const daysLeft = daysUntil(exam, useNow());
  return (
    <>
      <header className="exam-hero">
        <p className="exam-days figure number">{daysWords(daysLeft)}</p>
        <h1 className="exam-name">{named(exam.name)}</h1>
        <p className="soft number">{examDate(exam.at)}</p>
        {outlook && <Predicted outlook={outlook} />}
        {!outlook && !problem && <p className="soft predicted-awaited">{t`Being worked out…`}</p>}
        {outlook && <ExamReadiness cardIds={outlook.cardIds} />}
        {line?.change && <p className="exam-change number">{line.change}</p>}
        {!exam.isOn && (
          <p className="note">{t`This exam is switched off: no day asks for its cards, and every date is as without it.`}</p>
        )}
        <ExamButtons exam={exam} actions={actions} />
        {actions.problem && <ProblemNote problem={actions.problem} />}
        {problem && <ProblemNote problem={problem} />}
      </header>
      {outlook && (
        <>
          <OutlookFigures outlook={outlook} isWorking={isWorking} today={line?.today} />
          {forecasts.length > 1 && (
            <Block title={t`Predictions so far`}>
              <ForecastLine forecasts={forecasts} />
            </Block>
          )}
        </>
      )}
    </>
  );
}
