import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { useShownFrame } from '../../card/enlarge/use-shown-frame.ts';
import { GRADE_NAMES } from '../../kit/text/grade-names.ts';
import { followFinger } from './follow-finger.ts';
import { type Swipe, swipeAt } from './swipe.ts';
import './swipes.css';

/**
 * The card follows a finger to the side and is graded where it is let go far enough: Again to the
 * left, Good to the right (TOUCH-1). Two grades and not four: up and down scroll long cards.
 */
export function Swipes(props: {
  readonly face: RefObject<HTMLElement | null>;
  /** The showing of a card, the same as long as it lasts. */
  readonly showing: unknown;
  readonly isRevealed: boolean;
  /** Resolves when the grade is kept, or is not. */
  readonly onGrade: (grade: Grade) => Promise<void>;
}) {
  const { face, showing, isRevealed } = props;
  const card = useShownFrame(face)?.document;
  const [swipe, setSwipe] = useState<Swipe>();
  /** A grade of this showing is on its way to the disk. */
  const isGiven = useRef(false);

  const put = useEffectEvent((x: number): void => {
    const { current } = face;
    if (!current) return;
    const isStill = x === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches;
    current.style.setProperty('--swiped', isStill ? '0px' : `${x}px`);
    current.dataset.swiped = x === 0 ? 'back' : 'along';
    setSwipe((before) => {
      const now = x === 0 ? undefined : swipeAt(x, current.offsetWidth);
      return before?.grade === now?.grade && before?.isFar === now?.isFar ? before : now;
    });
  });
  const mayBegin = useEffectEvent(() => isRevealed && !isGiven.current);
  const letGo = useEffectEvent((x: number): void => {
    const width = face.current?.offsetWidth ?? 0;
    const { grade, isFar } = swipeAt(x, width);
    if (!isFar || !isRevealed || isGiven.current) {
      put(0);
      return;
    }
    isGiven.current = true;
    void props.onGrade(grade).finally(() => {
      // The next card is drawn by then; this one stays where it could not be saved.
      requestAnimationFrame(() => {
        isGiven.current = false;
        put(0);
      });
    });
  });

  // With the drawing that shows the answer: from then on it can be swiped.
  useLayoutEffect(() => {
    const around = face.current?.closest('main') ?? face.current;
    if (!around || !isRevealed) return;
    return followFinger([around, ...(card ? [card] : [])], {
      mayBegin,
      onMove: put,
      onLetGo: letGo,
      onDropped: () => put(0),
    });
  }, [face, card, isRevealed]);

  // Before it is painted: the next card stands in its place from the start.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of each showing anew
  useLayoutEffect(() => {
    const { current } = face;
    if (!current) return;
    current.style.removeProperty('--swiped');
    delete current.dataset.swiped;
    setSwipe(undefined);
  }, [face, showing, isRevealed]);

  if (!swipe) return null;
  return (
    <p
      className="swipe-word"
      data-grade={swipe.grade}
      data-far={swipe.isFar || undefined}
      // The grades are buttons too, which say more.
      aria-hidden="true"
    >
      {GRADE_NAMES[swipe.grade]}
    </p>
  );
}
