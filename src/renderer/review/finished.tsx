import { plural, t, thousands } from '../../kernel/texts.ts';
import { PassedOverLine } from '../card/undrawn/passed-over-line.tsx';
import { useEffect, useRef, useState } from 'react';
import type { Next } from '../../engine/commands/study/study.ts';
import type { SessionReport } from '../../engine/queries/once/study/session.ts';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { interval, minutes, percentOf } from '../kit/text/format.ts';
import { useAtHand } from '../actions/use-at-hand.ts';
import { SectionTable } from '../cram/section-table.tsx';
import '../cram/cram.css';
import { Forgotten } from './forgotten.tsx';
import type { ReviewRound } from './use-review.ts';
import { useNextCards } from '../next-cards.tsx';
import { useNow } from '../use-now.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';

/** The end of a session: what was remembered, how long it took, what is next. */
export function Finished(props: {
  readonly review: ReviewRound;
  readonly next: Extract<Next, { kind: 'finished' }>;
  readonly onLeave: () => void;
}) {
  const { summary, cards, nextLearningAtMillis, isTimeUp } = props.next;
  const { report, askAgain } = useReport(cards);
  const now = useNow();
  const today = useQuery('today', { now });
  const heading = useRef<HTMLHeadingElement>(null);
  const waitMinutes =
    nextLearningAtMillis === undefined
      ? undefined
      : Math.max(0, (nextLearningAtMillis - now.atMillis) / MILLIS_PER_MINUTE);
  useEffect(() => heading.current?.focus(), []);
  useAtHand({
    reveal: props.onLeave,
    leave: props.onLeave,
    undo: () => void props.review.turn('undo'),
    redo: () => void props.review.turn('redo'),
  });
  const upcoming = useNextCards(today);
  // Where an exam, a break or a catch-up plans the day, ordinary dates do not say what is left.
  const ordinary = today?.isPlanned ? undefined : today?.view;
  const leftElsewhere = ordinary?.total.left;
  const others = leftElsewhere ? leftElsewhere.new + leftElsewhere.review : 0;

  return (
    <main className="review finished">
      <div className="finished-column">
        <h1 className="figure" tabIndex={-1} ref={heading}>
          {headingOf(summary.answers, isTimeUp ?? false)}
        </h1>
        {summary.answers > 0 && (
          <dl className="results number">
            <div>
              <dt>{t`recalled`}</dt>
              <dd>{percentOf(summary.recalled, summary.answers)}</dd>
            </div>
            <div>
              <dt>{plural(summary.cards, 'card', 'cards')}</dt>
              <dd>{thousands(summary.cards)}</dd>
            </div>
            <div>
              <dt>{plural(summary.answers, 'answer', 'answers')}</dt>
              <dd>{thousands(summary.answers)}</dd>
            </div>
            <div>
              <dt>{t`time`}</dt>
              <dd>{minutesShort(summary.millis)}</dd>
            </div>
          </dl>
        )}
        {upcoming && <p className="finished-next number">{upcoming}.</p>}
        <PassedOverLine cardIds={props.next.passedOver} />
        {isTimeUp && (
          <p>
            {summary.answers > 0
              ? t`The time is used. What the plan did not reach is weighed again tomorrow.`
              : t`Today has no minutes left. If you have more, tell Today how many: it chooses the best of what is left.`}
          </p>
        )}
        {waitMinutes !== undefined && (
          <p>{t`A card you are learning comes back in ${interval({ minutes: Math.ceil(waitMinutes) })}. Wait for it or leave it: it will be the first one next time.`}</p>
        )}
        {waitMinutes === undefined && others > 0 && (
          <p className="soft">{t`${plural(others, '# more card')} on Today, whenever you like.`}</p>
        )}
        <p className="actions">
          <button
            type="button"
            className="primary"
            onClick={props.onLeave}
          >{t`Back to Today`}</button>
          {waitMinutes !== undefined && (
            <button
              type="button"
              onClick={() => void props.review.refresh()}
            >{t`Look again`}</button>
          )}
          {summary.answers > 0 && (
            <button
              type="button"
              className="quiet"
              onClick={() => void props.review.turn('undo')}
            >{t`Undo the last answer`}</button>
          )}
        </p>
        {report && <Forgotten cards={report.forgotten} onSaved={askAgain} />}
        {report && (
          <SectionTable sections={report.sections} caption={t`By section`} heading={t`Recalled`} />
        )}
      </div>
    </main>
  );
}

/** By section, and what was forgotten: there a moment after the rest. */
function useReport(answered: Extract<Next, { kind: 'finished' }>['cards']): {
  readonly report: SessionReport | undefined;
  readonly askAgain: () => void;
} {
  const engine = useEngine();
  const [report, setReport] = useState<SessionReport>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks anew
  useEffect(() => {
    let isGone = false;
    void engine.ask('sessionReport', { answered }).then((found) => {
      if (!isGone && found.ok) setReport(found.value);
    });
    return () => {
      isGone = true;
    };
  }, [engine, answered, turn]);
  return { report, askAgain: () => setTurn((now) => now + 1) };
}

/** '<1 min', '12 min', '1 h 5 min': a figure, not a sentence. */
function minutesShort(millis: number): string {
  const spent = millis / MILLIS_PER_MINUTE;
  if (spent < 1) return '<1 min';
  return minutes(spent).replace(/ minutes?$/, ' min');
}

function headingOf(answers: number, isTimeUp: boolean): string {
  // A day off, or of a break, had none from the first.
  if (answers === 0) return isTimeUp ? t`No time left today` : t`Nothing due here`;
  return isTimeUp ? t`Time’s up` : t`Done`;
}
