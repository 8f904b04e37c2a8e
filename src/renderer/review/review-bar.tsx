import type { AnswerKind } from '../../domain/collection/review.ts';
import { kindOf } from '../../domain/collection/review.ts';
import type { Next } from '../../operations/study.ts';

/** Above the card: the way out, how far it is, and the few actions worth a button. */
export function ReviewBar(props: {
  readonly next: Extract<Next, { kind: 'card' }>;
  readonly onLeave: () => void;
  readonly actions: {
    readonly undo: () => void;
    readonly edit: () => void;
    readonly more: () => void;
    readonly why: () => void;
  };
}) {
  const { left, answered, showing, time } = props.next;
  const remaining = left.new + left.learning + left.review;
  const budgetMillis = time?.budgetMillis;
  const current = kindOf(showing.card.schedule);
  return (
    <header className="review-bar">
      <progress
        className="hairline"
        max={budgetMillis ?? answered + remaining}
        value={
          budgetMillis === undefined ? answered : Math.min(time?.spentMillis ?? 0, budgetMillis)
        }
        aria-label={
          budgetMillis === undefined ? 'Progress of this session' : 'Time of this session'
        }
      />
      <button type="button" className="quiet" onClick={props.onLeave}>
        Today
      </button>
      <ul className="left-counts small number" aria-label="Cards left">
        <Count name="new" number={left.new} current={current} />
        <Count name="learning" number={left.learning} current={current} />
        <Count name="review" number={left.review} current={current} />
        {time && budgetMillis !== undefined && (
          <li>{timeLeft(budgetMillis - time.spentMillis)} left</li>
        )}
      </ul>
      <div className="review-actions">
        {props.next.planned && (
          <button type="button" className="quiet" onClick={props.actions.why}>
            Why
          </button>
        )}
        <button type="button" className="quiet" onClick={props.actions.undo}>
          Undo
        </button>
        <button type="button" className="quiet" onClick={props.actions.edit}>
          Edit
        </button>
        <button type="button" className="quiet" onClick={props.actions.more}>
          More
        </button>
      </div>
    </header>
  );
}

/** Whole minutes, rounded up: 'less than a minute' only when it is so. */
function timeLeft(millis: number): string {
  return millis < 60_000 ? '<1 min' : `${Math.ceil(millis / 60_000)} min`;
}

function Count(props: {
  readonly name: AnswerKind;
  readonly number: number;
  readonly current: AnswerKind;
}) {
  const isCurrent = props.name === props.current;
  return (
    <li className={isCurrent ? 'current' : undefined} aria-current={isCurrent || undefined}>
      {props.number} {props.name}
    </li>
  );
}
