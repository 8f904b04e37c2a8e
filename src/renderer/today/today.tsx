import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Problem, Result } from '../../kernel/problem.ts';
import type { DayPlan } from '../../domain/exam/day/day-plan.ts';
import type { TodayView } from '../../domain/study/today/today.ts';
import type { Scope } from '../../engine/commands/study/study.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';
import type { StartNotes } from '../app.tsx';
import { useEngine } from '../engine.tsx';
import type { LiveSession, LiveToday } from '../../engine/queries/live/today.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { asked, longDate, minutes, percentOf } from '../kit/text/format.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { comesLater } from '../kit/page/comes-later.tsx';
import { Part } from '../kit/page/part.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useAtHand } from '../actions/use-at-hand.ts';
import { ExamCountdown } from './exam-countdown.tsx';
import { MinutesNow } from './minutes-now.tsx';
import { Notices } from './notices/notices.tsx';
import { hasWork, PlanHero } from './plan-hero.tsx';
import { StudyTable } from './table/study-table.tsx';
import { useDayPlan } from './use-day-plan.ts';
import { WeekStrip } from './week-strip.tsx';
import { useNextCards } from '../next-cards.tsx';
import { useNow } from '../use-now.ts';
import { named } from '../../kernel/named.ts';
import './today.css';

// No first card waits for it.
const BeyondToday = comesLater(async () => (await import('./beyond-today.tsx')).BeyondToday);

/** A copy reads the whole collection: it waits until nobody is about to begin. */
const BEFORE_COPY_MILLIS = 3000;

/** What today asks for, in one glance, and one button to begin. */
export function Today(props: { readonly notes: StartNotes }) {
  const today = useQuery('today', { now: useNow() });
  return (
    <main className="page today">
      {today && <TodayContent today={today} notes={props.notes} />}
    </main>
  );
}

function TodayContent({ today, notes }: { readonly today: LiveToday; readonly notes: StartNotes }) {
  const engine = useEngine();
  const [, goTo] = useLocation();
  const { view, session } = today;
  const live = useDayPlan(today);
  const { plan } = live;
  const isDone = plan ? !hasWork(plan) : cardsLeft(view) === 0;
  const [problem, setProblem] = useState<Problem>();

  // A day's first session is over when its answers are seen here, for longer than a look.
  const isStudied = view.done.answers > 0;
  useEffect(() => {
    if (!isStudied) return;
    const timer = setTimeout(() => void engine.run('makeDailyCopy'), BEFORE_COPY_MILLIS);
    return () => clearTimeout(timer);
  }, [engine, isStudied]);

  async function goOn(begun: Promise<Result<void>>): Promise<void> {
    const result = await begun;
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) goTo('/review');
  }
  const resumed = session && isOfToday(session, today.isPlanned, isDone) ? session : undefined;
  const study = (scope: Scope): void => void goOn(engine.run('beginStudy', scope));
  const beginAnew = (): void => {
    if (plan && hasWork(plan)) void goOn(engine.run('studyPlan', plan));
    else study({});
  };
  const begin = (): void => (resumed ? goTo('/review') : beginAnew());
  const isPlanning = live.isAwaited && plan === undefined;
  const isCram = resumed?.cramId !== undefined;
  const canBegin = isCram || ((resumed !== undefined || !isDone) && !isPlanning);
  const beginHere = canBegin ? begin : undefined;
  useAtHand({ reveal: beginHere, begin: beginHere });
  // A plan has weighed what the day can hold, and a first run has enough before it (TODAY-15).
  const beyond = !today.isPlanned && !view.isFirstRun && view.decks.length > 0 && (
    <Part>
      <BeyondToday view={view} isDone={isDone} />
    </Part>
  );
  // '#/?begin' begins as soon as it is known with what (KEYS-10).
  const isAsked = useSearch() === 'begin' && !isPlanning;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked
  useEffect(() => {
    if (!isAsked) return;
    // So that the way back from the cards does not begin again.
    goTo('/', { replace: true });
    beginHere?.();
  }, [isAsked]);

  return (
    <>
      <header className="hero">
        <p className="soft">{longDate(view.studyDay)}</p>
        {plan ? (
          <>
            <PlanHero plan={plan} />
            {isDone && !isAmidBreak(plan) && <DoneAndNext today={today} />}
          </>
        ) : isPlanning ? (
          <Planning />
        ) : isDone ? (
          <AllDone today={today} />
        ) : (
          <DueNow view={view} />
        )}
      </header>
      {canBegin && (
        <div className="actions today-begin">
          <button type="button" className="primary" onClick={begin}>
            {resumed ? continueLabel(resumed) : t`Begin`}
          </button>
          <span className="soft small for-keyboards">
            {phrase`or press ${<KeyHint action="reveal" />}`}
          </span>
          {isCram && !isDone && (
            <button type="button" onClick={beginAnew}>{t`Study what is due`}</button>
          )}
          {!isDone && beyond}
        </div>
      )}
      {isDone && beyond && <div className="actions today-beyond">{beyond}</div>}
      {plan?.break && !resumed && (
        <p className="actions today-begin">
          <button type="button" onClick={() => study({})}>{t`Study all the same`}</button>
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {live.problem && <ProblemNote problem={live.problem} />}
      {!view.isFirstRun && view.decks.length > 0 && (
        <MinutesNow onStudy={(minutes) => void goOn(engine.run('studyMinutes', minutes))} />
      )}
      {plan && <ExamCountdown exams={plan.exams} studyDay={plan.studyDay} />}
      <Notices today={today} notes={notes} />
      <StudyTable decks={view.decks} isPlanned={today.isPlanned} onStudy={study} />
      <WeekStrip view={view} isPlanned={today.isPlanned || today.plannedAhead.length > 0} />
      <DoneSoFar view={view} isShown={!isDone} />
    </>
  );
}

/** While the plan is being made: a moment. */
function Planning() {
  return (
    <h1 className="figure soft" aria-busy="true">
      {phrase`${begin(<span className="hidden-text" />)}Today: ${END}Planning…`}
    </h1>
  );
}

/**
 * Whether an open session is still what today asks for: one of everything gives way to a plan, and
 * the day's plan to no plan, when an exam or a break was switched on or off since it began. What is
 * ahead waits until today's own cards are done.
 */
function isOfToday(session: LiveSession, isPlanned: boolean, isDone: boolean): boolean {
  const { plan, cramId, deckId, section, cardIds } = session;
  if (plan?.isAhead) return isDone;
  if (plan) return isPlanned || plan.minutesAsked !== undefined;
  const isOfEverything = [cramId, deckId, section, cardIds].every((part) => part === undefined);
  return !(isPlanned && isOfEverything);
}

function continueLabel({ cramId, name, section, plan }: LiveSession): string {
  if (plan?.isAhead) return t`Continue studying ahead`;
  if (cramId !== undefined) return t`Continue cramming ${named(name ?? '')}`.trim();
  return section === undefined ? t`Continue` : t`Continue ${named(section)}`;
}

function DueNow({ view }: { readonly view: TodayView }) {
  const { left } = view.total;
  const kinds = [
    left.review > 0 && t`${thousands(left.review)} to review`,
    left.learning > 0 && t`${thousands(left.learning)} in learning`,
    left.new > 0 && t`${thousands(left.new)} new`,
  ].filter((part) => part !== false);
  return (
    <>
      <h1 className="figure number">
        <span className="hidden-text">{t`Today: `}</span>
        {asked(view.total.minutes, cardsLeft(view))}
      </h1>
      <p className="soft number">{kinds.join(' · ')}</p>
      {view.isFirstRun && view.decks[0] && (
        <p className="first-words">
          {phrase`${plural(view.decks.length, 'Your first deck is ready: {name}.', 'Your decks are ready.', { name: named(view.decks[0].name) })} Read the question, try to recall the answer, ${begin(<span className="for-keyboards" />)}press ${<kbd>{t`Space`}</kbd>}${END}${begin(<span className="for-touch" />)}tap the card${END} to see it, and say how well you knew it${begin(<span className="for-touch" />)} (swipe right for Good, left for Again)${END}. Rounds decides when to ask again.`}
        </p>
      )}
    </>
  );
}

function AllDone({ today }: { readonly today: LiveToday }) {
  const { view } = today;
  return (
    <>
      <h1 className="figure">
        <span className="hidden-text">{t`Today: `}</span>
        {view.decks.length === 0 ? t`No cards yet` : t`All done`}
      </h1>
      {view.decks.length === 0 && (
        <p>
          {phrase`${begin(<Link href="/import" />)}Import a file${END}, and its first cards are ready at once.`}
        </p>
      )}
      {view.decks.length > 0 && <DoneAndNext today={today} />}
    </>
  );
}

/** The break says itself until when nothing comes; on its last day it is worth saying what does. */
function isAmidBreak({ break: pause, studyDay }: DayPlan): boolean {
  return pause !== undefined && pause.toDay > studyDay;
}

/** What today came to, and when the next cards come, whoever planned the days (TODAY-5). */
function DoneAndNext({ today }: { readonly today: LiveToday }) {
  const next = useNextCards(today);
  const { done } = today.view;
  return (
    <>
      {done.answers > 0 && (
        <p className="number">
          {t`${plural(done.answers, '# answer')} in ${minutes(done.minutes)}, ${percentOf(done.recalled, done.answers)} recalled.`}
        </p>
      )}
      {next && <p className="soft number">{next}.</p>}
      {!next && today.plannedAhead.length === 0 && (
        <p className="soft">{t`Nothing is due in the coming week.`}</p>
      )}
    </>
  );
}

/** What was done and how long it has been going on: a fact, not a demand. */
function DoneSoFar({ view, isShown }: { readonly view: TodayView; readonly isShown: boolean }) {
  const { done, streakDays } = view;
  const parts = [
    isShown && done.answers > 0 && t`Today so far: ${plural(done.answers, '# answer')}`,
    isShown && done.answers > 0 && t`${percentOf(done.recalled, done.answers)} recalled`,
    streakDays > 1 && t`${streakDays} days in a row`,
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0) return null;
  return <p className="soft small number done-so-far">{parts.join(' · ')}</p>;
}

function cardsLeft(view: TodayView): number {
  const { left } = view.total;
  return left.new + left.learning + left.review;
}
