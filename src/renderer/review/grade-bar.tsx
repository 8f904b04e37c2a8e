import { useLayoutEffect, useMemo, useRef } from 'react';
import { promised } from '../../domain/balance/balanced.ts';
import { GRADES, type Grade } from '../../domain/memory/schedule.ts';
import { intervalOf } from '../../domain/memory/scheduler.ts';
import type { CardInFull } from '../../engine/commands/study/study.ts';
import { useEngine } from '../engine.tsx';
import { interval } from '../kit/text/format.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { GRADE_NAMES } from '../kit/text/grade-names.ts';
import type { ReviewRound } from './use-review.ts';

/** What a grade leads to while cramming, where there is no date. */
const IN_CRAM: Readonly<Record<Grade, string>> = {
  1: 'soon again',
  2: 'once more',
  3: 'done',
  4: 'done',
};
const GRADE_ACTIONS = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const;

/** At the foot of the card: show the answer; then the four grades, each with what it leads to. */
export function GradeBar(props: {
  readonly showing: CardInFull;
  readonly review: ReviewRound;
  /** Set while cramming, when a grade leads to no date. */
  readonly isCram?: boolean;
}) {
  const { showing, review } = props;
  return review.isRevealed ? (
    <Grades
      showing={showing}
      isCram={props.isCram ?? false}
      onGrade={(grade) => void review.grade(grade)}
    />
  ) : (
    <ShowAnswer key={showing.card.id} onReveal={review.reveal} />
  );
}

function ShowAnswer({ onReveal }: { readonly onReveal: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className="grade-bar">
      <button type="button" className="show-answer" ref={button} onClick={onReveal}>
        Show answer <KeyHint action="reveal" />
      </button>
    </div>
  );
}

function Grades(props: {
  readonly showing: CardInFull;
  readonly isCram: boolean;
  readonly onGrade: (grade: Grade) => void;
}) {
  const { isCram, showing } = props;
  const { clock } = useEngine();
  const good = useRef<HTMLButtonElement>(null);
  const times = useMemo(() => {
    if (isCram) return IN_CRAM;
    const { schedules, moment } = promised(showing, clock());
    const time = (grade: Grade): string => interval(intervalOf(schedules[grade], moment));
    return { 1: time(1), 2: time(2), 3: time(3), 4: time(4) };
  }, [showing, clock, isCram]);
  useLayoutEffect(() => {
    good.current?.focus({ preventScroll: true });
  }, []);

  return (
    <fieldset className="grade-bar">
      <legend className="hidden-text">How well did you know it?</legend>
      {GRADES.map((grade) => (
        <button
          key={grade}
          type="button"
          className="grade"
          data-grade={grade}
          ref={grade === 3 ? good : undefined}
          onClick={() => props.onGrade(grade)}
        >
          <span className="grade-name">{GRADE_NAMES[grade]}</span>
          <span className="grade-time small number">
            {!isCram && <span className="hidden-text">next in </span>}
            {times[grade]}
          </span>
          <KeyHint action={GRADE_ACTIONS[grade]} />
        </button>
      ))}
    </fieldset>
  );
}
