import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { daysUntil, isOver } from '../../domain/overlay/active.ts';
import type { Exam } from '../../domain/overlay/overlay.ts';
import { plural, t } from '../../kernel/texts.ts';
import { OpenCramAnswers } from '../cram/open-answers.tsx';
import type { LiveStudyDay } from '../../engine/queries/live/study.ts';
import { useQuery, useStudyDay } from '../live.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { trackStart } from '../kit/chart/range-track.tsx';
import { AheadLine, OffLine, OverLine } from './exam-lines.tsx';
import { PauseSection } from './pauses/pause-section.tsx';
import { useExamLines } from './use-exam-lines.ts';
import { useNow } from '../use-now.ts';
import '../kit/chart/chart.css';
import './charts/exam-charts.css';
import './exams.css';
import { HelpLink } from '../kit/page/help-link.tsx';

/** All exams: those ahead counting down, those over with their marks, those switched off. */
export function ExamsScreen() {
  const overlays = useQuery('overlays');
  const day = useStudyDay();
  const exams = overlays?.filter((each) => each.kind === 'exam');
  return (
    <main className="page exams charts">
      {exams && day && (
        <>
          {exams.length === 0 ? <NoExams /> : <ExamList exams={exams} day={day} />}
          <OpenCramAnswers />
          <PauseSection />
        </>
      )}
    </main>
  );
}

function NoExams() {
  return (
    <div className="no-exams">
      <h1 className="page-title">{t`Exams`}</h1>
      <p className="no-exams-what">{t`Tell Rounds when your exam is, what it is about, and how many minutes a day you have.`}</p>
      <p>{t`You see at once what that will give: the recall predicted for the day, as a range, and what more or fewer minutes would change. Each day then asks for the cards that help most, and your ordinary dates stay as they are, for after the exam.`}</p>
      <p className="actions">
        <NewExam />
        <HelpLink to="exams" about={t`exams`} />
      </p>
    </div>
  );
}

function NewExam() {
  return <Link href="/exams/new" className="button-like button-like-primary">{t`New exam`}</Link>;
}

function ExamList({ exams, day }: { readonly exams: readonly Exam[]; readonly day: LiveStudyDay }) {
  const { today } = day;
  const now = useNow();
  const left = (exam: Exam): number => daysUntil(exam, now);
  const isPast = (exam: Exam): boolean => isOver(exam, today, now);
  const byDay = [...exams].sort((a, b) => a.at.atMillis - b.at.atMillis);
  const ahead = byDay.filter((exam) => exam.isOn && !isPast(exam));
  const over = byDay.filter(isPast).reverse();
  const off = byDay.filter((exam) => !exam.isOn && !isPast(exam));
  const lines = useExamLines(ahead.length > 0);
  const from = trackStart([...lines.values()].map(({ predicted }) => predicted.low));
  return (
    <>
      <header className="exams-head">
        <h1 className="page-title">{t`Exams`}</h1>
        <NewExam />
      </header>
      {ahead.length > 0 && (
        <section aria-labelledby="ahead">
          <h2 id="ahead" className="hidden-text">{t`Ahead`}</h2>
          <Lines exams={ahead}>
            {(exam) => (
              <AheadLine
                key={exam.id}
                exam={exam}
                daysLeft={left(exam)}
                line={lines.get(exam.id)}
                from={from}
              />
            )}
          </Lines>
        </section>
      )}
      {over.length > 0 && (
        <section aria-labelledby="over">
          <h2 id="over">{t`Over`}</h2>
          <Lines exams={over}>
            {(exam) => <OverLine key={exam.id} exam={exam} daysLeft={left(exam)} />}
          </Lines>
        </section>
      )}
      {off.length > 0 && (
        <section aria-labelledby="off">
          <h2 id="off">{t`Switched off`}</h2>
          <Lines exams={off}>
            {(exam) => <OffLine key={exam.id} exam={exam} daysLeft={left(exam)} />}
          </Lines>
        </section>
      )}
    </>
  );
}

function Lines(props: {
  readonly exams: readonly Exam[];
  readonly children: (exam: Exam) => ReactNode;
}) {
  const { first, more } = useFirst(props.exams, (n) => plural(n, '# more exam'));
  return (
    <>
      <ul className="exam-list">{first.map(props.children)}</ul>
      {more}
    </>
  );
}
