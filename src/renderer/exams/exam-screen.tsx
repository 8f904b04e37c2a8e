import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { isOver } from '../../domain/overlay/active.ts';
import type { Exam } from '../../domain/overlay/overlay.ts';
import type { LiveStudyDay } from '../../engine/queries/live/study.ts';
import { t } from '../../kernel/texts.ts';
import { useQuery, useStudyDay } from '../live.ts';
import { useTurnStep } from '../steps/steps.tsx';
import { ExamAhead } from './page/exam-ahead.tsx';
import { ExamOver } from './page/exam-over.tsx';
import { useNow } from '../use-now.ts';
import { named } from '../../kernel/named.ts';
import '../kit/chart/chart.css';
import './charts/exam-charts.css';
import './exam.css';

/** An exam: what the minutes will give until its day, and from then on what became of it. */
export function ExamScreen({ id }: { readonly id: string }) {
  // What was said and typed of one exam is none of another's.
  return <OneExam key={id} id={id} />;
}

function OneExam(props: { readonly id: string }) {
  const overlays = useQuery('overlays');
  const day = useStudyDay();
  const exam = overlays?.find((each) => each.kind === 'exam' && each.id === props.id);
  const last = useRef<Exam>(undefined);
  if (exam?.kind === 'exam') last.current = exam;
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another exam is other buttons
  useEffect(() => {
    // What was pressed went with what it did: switched off, marked, deleted or brought back.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [exam]);
  return (
    <main className="page exam-page charts" ref={main} tabIndex={-1}>
      {overlays && day && (
        <ThisExam exam={exam as Exam | undefined} last={last.current} day={day} />
      )}
    </main>
  );
}

function ThisExam(props: {
  readonly exam: Exam | undefined;
  /** As it was before it was deleted here. */
  readonly last: Exam | undefined;
  readonly day: LiveStudyDay;
}) {
  const { exam, day } = props;
  const now = useNow();
  if (!exam) return <Gone last={props.last} />;
  return isOver(exam, day.today, now) ? <ExamOver exam={exam} /> : <ExamAhead exam={exam} />;
}

function Gone({ last }: { readonly last: Exam | undefined }) {
  const turnStep = useTurnStep();
  const undo = () => turnStep('undo');
  return (
    <div className="exam-gone">
      <h1 className="page-title">
        {last ? t`“${named(last.name)}” is deleted` : t`There is no such exam here`}
      </h1>
      <p>
        {last
          ? t`Your cards and their dates are exactly as they would be without it.`
          : t`It may have been deleted. Your cards are as they were.`}
      </p>
      <p className="actions">
        {last && <button type="button" onClick={() => void undo()}>{t`Bring it back`}</button>}
        <Link href="/exams" className="button-like">{t`All exams`}</Link>
      </p>
    </div>
  );
}
