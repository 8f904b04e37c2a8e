import { useLayoutEffect, useMemo, useRef } from 'react';
import { schedulerOptions } from '../../domain/collection/deck.ts';
import { type ChosenDays, GRADES, type Grade } from '../../domain/memory/schedule.ts';
import { intervalOf, preview } from '../../domain/memory/scheduler.ts';
import { studyDayOf } from '../../kernel/study-day.ts';
import type { CardInFull } from '../../engine/commands/study/study.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { interval } from '../kit/text/format.ts';
import { KeyHint } from '../actions/key-hint.tsx';
import { GRADE_NAMES } from '../kit/text/grade-names.ts';
import { phrase } from '../kit/text/phrase.ts';
import type { ReviewRound } from './use-review.ts';

/** What a grade leads to while cramming, where there is no date. */
const IN_CRAM: Readonly<Record<Grade, string>> = {
  1: t`soon again`,
  2: t`once more`,
  3: t`done`,
  4: t`done`,
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
      chosenDays={review.chosenDays}
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
        {phrase`Show answer ${<KeyHint action="reveal" />}`}
      </button>
    </div>
  );
}

function Grades(props: {
  readonly showing: CardInFull;
  readonly isCram: boolean;
  readonly chosenDays: ChosenDays | undefined;
  readonly onGrade: (grade: Grade) => void;
}) {
  const { isCram, chosenDays } = props;
  const { card, preset, settings } = props.showing;
  const { clock } = useEngine();
  const good = useRef<HTMLButtonElement>(null);
  const times = useMemo(() => {
    if (isCram) return IN_CRAM;
    const now = clock();
    const moment = { atMillis: now.atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
    const options = schedulerOptions(preset, settings);
    const outcomes = preview(options, card.id, card.schedule, moment, chosenDays);
    const time = (grade: Grade): string => interval(intervalOf(outcomes[grade], moment));
    return { 1: time(1), 2: time(2), 3: time(3), 4: time(4) };
  }, [card, preset, settings, chosenDays, clock, isCram]);
  useLayoutEffect(() => {
    good.current?.focus({ preventScroll: true });
  }, []);

  return (
    <fieldset className="grade-bar">
      <legend className="hidden-text">{t`How well did you know it?`}</legend>
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
            {!isCram && <span className="hidden-text">{t`next in `}</span>}
            {times[grade]}
          </span>
          <KeyHint action={GRADE_ACTIONS[grade]} />
        </button>
      ))}
    </fieldset>
  );
}
