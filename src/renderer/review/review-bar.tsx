import type { ReactNode } from 'react';
import type { AnswerKind } from '../../domain/collection/review.ts';
import { kindOf } from '../../domain/collection/review.ts';
import type { Next } from '../../engine/commands/study/study.ts';
import { t, thousands } from '../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { named } from '../../kernel/named.ts';

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
  /** The reason for the card is on screen. */
  readonly isWhyShown: boolean;
  /** The time of the card at hand, where it is wanted. */
  readonly timer: ReactNode;
}) {
  const { left, showing, time, cram } = props.next;
  const budgetMillis = time?.budgetMillis;
  const current = kindOf(showing.card.schedule);
  return (
    <header className="review-bar">
      <progress className="hairline" {...progressOf(props.next)} />
      <button type="button" className="quiet" onClick={props.onLeave}>{t`Today`}</button>
      {cram ? (
        <p className="cram-progress small number">
          <span className="cram-name">{t`Cramming ${named(cram.name)}`}</span>
          <span className="soft">
            {t`${thousands(cram.recalled)} of ${thousands(cram.cards)} recalled`}
          </span>
          {props.timer && <span className="answer-timer soft">{props.timer}</span>}
        </p>
      ) : (
        <ul className="left-counts small number" aria-label={t`Cards left`}>
          <Count kind="new" left={t`${thousands(left.new)} new`} current={current} />
          <Count kind="learning" left={t`${thousands(left.learning)} learning`} current={current} />
          <Count kind="review" left={t`${thousands(left.review)} review`} current={current} />
          {time && budgetMillis !== undefined && (
            <li>{t`${timeLeft(budgetMillis - time.spentMillis)} left`}</li>
          )}
          {props.timer && <li className="answer-timer">{props.timer}</li>}
        </ul>
      )}
      <div className="review-actions">
        {props.next.planned && (
          <button
            type="button"
            className="quiet"
            aria-expanded={props.isWhyShown}
            onClick={props.actions.why}
          >{t`Why`}</button>
        )}
        <button type="button" className="quiet" onClick={props.actions.undo}>{t`Undo`}</button>
        <button type="button" className="quiet" onClick={props.actions.edit}>{t`Edit`}</button>
        <button type="button" className="quiet" onClick={props.actions.more}>{t`More`}</button>
      </div>
    </header>
  );
}

/** Time where the session has a limit of it, recalled cards while cramming, else cards. */
function progressOf({ left, answered, time, cram }: Extract<Next, { kind: 'card' }>) {
  if (cram) return { max: cram.cards, value: cram.recalled, 'aria-label': t`Cards recalled` };
  if (time?.budgetMillis !== undefined) {
    const { budgetMillis: max, spentMillis } = time;
    return { max, value: Math.min(spentMillis, max), 'aria-label': t`Time of this session` };
  }
  const max = answered + left.new + left.learning + left.review;
  return { max, value: answered, 'aria-label': t`Progress of this session` };
}

/** Whole minutes, rounded up: 'less than a minute' only when it is so. */
function timeLeft(millis: number): string {
  return millis < MILLIS_PER_MINUTE ? t`<1 min` : t`${Math.ceil(millis / MILLIS_PER_MINUTE)} min`;
}

function Count(props: {
  readonly kind: AnswerKind;
  readonly left: string;
  readonly current: AnswerKind;
}) {
  const isCurrent = props.kind === props.current;
  return (
    <li className={isCurrent ? 'current' : undefined} aria-current={isCurrent || undefined}>
      {props.left}
    </li>
  );
}
