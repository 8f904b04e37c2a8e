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
  };
}) {
  const { left, answered, showing, cram } = props.next;
  const remaining = left.new + left.learning + left.review;
  const current = kindOf(showing.card.schedule);
  return (
    <header className="review-bar">
      <progress
        className="hairline"
        max={cram ? cram.cards : answered + remaining}
        value={cram ? cram.recalled : answered}
        aria-label={cram ? 'Cards recalled' : 'Progress of this session'}
      />
      <button type="button" className="quiet" onClick={props.onLeave}>
        Today
      </button>
      {cram ? (
        <p className="cram-progress small number">
          <span className="cram-name">Cramming {cram.name}</span>
          <span className="soft">
            {cram.recalled.toLocaleString('en')} of {cram.cards.toLocaleString('en')} recalled
          </span>
        </p>
      ) : (
        <ul className="left-counts small number" aria-label="Cards left">
          <Count name="new" number={left.new} current={current} />
          <Count name="learning" number={left.learning} current={current} />
          <Count name="review" number={left.review} current={current} />
        </ul>
      )}
      <div className="review-actions">
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
