import { PassedOverLine } from '../card/undrawn/passed-over-line.tsx';
import { useEffect, useRef } from 'react';
import type { Next } from '../../engine/commands/study/study.ts';
import { useQuery } from '../live.ts';
import { count, interval, minutes, percent } from '../kit/text/format.ts';
import { useAtHand } from '../actions/use-at-hand.ts';
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
  const { summary, nextLearningAtMillis, isTimeUp } = props.next;
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
          <dl className="summary number">
            <div>
              <dt>Reviewed</dt>
              <dd>
                {count(summary.cards, 'card')}, {count(summary.answers, 'answer')}
              </dd>
            </div>
            <div>
              <dt>Recalled</dt>
              <dd>{percent(summary.recalled / summary.answers)}</dd>
            </div>
            <div>
              <dt>Time</dt>
              <dd>{minutes(summary.millis / MILLIS_PER_MINUTE)}</dd>
            </div>
            {upcoming && (
              <div>
                <dt>Next</dt>
                <dd>{upcoming}</dd>
              </div>
            )}
          </dl>
        )}
        <PassedOverLine cardIds={props.next.passedOver} />
        {isTimeUp && (
          <p>
            {summary.answers > 0
              ? 'The time is used. What the plan did not reach is weighed again tomorrow.'
              : 'Today’s minutes are used. If you have more, tell Today how many: it chooses the best of what is left.'}
          </p>
        )}
        {waitMinutes !== undefined && (
          <p>
            A card you are learning comes back in {interval({ minutes: Math.ceil(waitMinutes) })}.
            Wait for it or leave it: it will be the first one next time.
          </p>
        )}
        {waitMinutes === undefined && others > 0 && (
          <p className="soft">{count(others, 'more card')} on Today, whenever you like.</p>
        )}
        <p className="actions">
          <button type="button" className="primary" onClick={props.onLeave}>
            Back to Today
          </button>
          {waitMinutes !== undefined && (
            <button type="button" onClick={() => void props.review.refresh()}>
              Look again
            </button>
          )}
          {summary.answers > 0 && (
            <button type="button" className="quiet" onClick={() => void props.review.turn('undo')}>
              Undo the last answer
            </button>
          )}
        </p>
      </div>
    </main>
  );
}

function headingOf(answers: number, isTimeUp: boolean): string {
  if (isTimeUp) return 'Time’s up';
  return answers > 0 ? 'Done' : 'Nothing due here';
}
