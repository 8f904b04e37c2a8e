import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { useShownFrame } from '../../card/enlarge/use-shown-frame.ts';
import { t } from '../../../kernel/texts.ts';
import { GRADE_NAMES } from '../../kit/text/grade-names.ts';
import { followFinger } from './follow-finger.ts';
import { goesOverWord, gradeLetGo, heldLeftMillis, type Swipe, swipeAt } from './swipe.ts';
import './swipes.css';

/** Said where letting go grades: where the other grade of this side is. */
const ON_OR_BACK: Readonly<Record<Grade, string>> = {
  1: t`Farther: Hard`,
  2: t`Back: Again`,
  3: t`Farther: Easy`,
  4: t`Back: Good`,
};

/**
 * The card follows a finger to the side and is graded where it is let go far enough: Again to the
 * left, Good to the right (TOUCH-1), and from half of the card on Hard and Easy (TOUCH-9). Nothing by
 * up and down: these scroll long cards.
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
  const [isWordHigher, setIsWordHigher] = useState(false);
  /** What is shown, as the finger's next event finds it. */
  const shown = useRef<Swipe>(undefined);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A grade of this showing is on its way to the disk. */
  const isGiven = useRef(false);

  function show(now: Swipe | undefined): void {
    clearTimeout(holding.current);
    const before = shown.current;
    shown.current = now;
    if (before?.grade !== now?.grade || before?.isMeant !== now?.isMeant) setSwipe(now);
  }
  function place(x: number): void {
    const { current } = face;
    if (!current) return;
    const isStill = x === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches;
    current.style.setProperty('--swiped', isStill ? '0px' : `${x}px`);
    current.dataset.swiped = x === 0 ? 'back' : 'along';
  }
  const goBack = useEffectEvent((): void => {
    place(0);
    show(undefined);
  });
  const move = useEffectEvent((x: number, atMillis: number): void => {
    if (x === 0) {
      goBack();
      return;
    }
    place(x);
    const width = face.current?.offsetWidth ?? 0;
    const now = swipeAt(x, width, atMillis, shown.current);
    show(now);
    // A finger that lies still tells nothing.
    const leftMillis = heldLeftMillis(now, atMillis);
    if (leftMillis === undefined) return;
    holding.current = setTimeout(
      () => show(swipeAt(x, width, atMillis + leftMillis, now)),
      leftMillis,
    );
  });
  const mayBegin = useEffectEvent((y: number): boolean => {
    if (!isRevealed || isGiven.current) return false;
    setIsWordHigher(goesOverWord(y, window.innerHeight));
    return true;
  });
  const letGo = useEffectEvent((x: number, atMillis: number): void => {
    clearTimeout(holding.current);
    const grade = gradeLetGo(shown.current, x, face.current?.offsetWidth ?? 0, atMillis);
    if (grade === undefined || !isRevealed || isGiven.current) {
      goBack();
      return;
    }
    isGiven.current = true;
    void props.onGrade(grade).finally(() => {
      // The next card is drawn by then; this one stays where it could not be saved.
      requestAnimationFrame(() => {
        isGiven.current = false;
        goBack();
      });
    });
  });

  // With the drawing that shows the answer: from then on it can be swiped.
  useLayoutEffect(() => {
    const around = face.current?.closest('main') ?? face.current;
    if (!around || !isRevealed) return;
    return followFinger([around, ...(card ? [card] : [])], {
      mayBegin,
      onMove: move,
      onLetGo: letGo,
      onDropped: goBack,
    });
  }, [face, card, isRevealed]);

  // Before it is painted: the next card stands in its place from the start.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of each showing anew
  useLayoutEffect(() => {
    const { current } = face;
    if (!current) return;
    current.style.removeProperty('--swiped');
    delete current.dataset.swiped;
    show(undefined);
    return () => clearTimeout(holding.current);
  }, [face, showing, isRevealed]);

  if (!swipe) return null;
  const { grade, isMeant } = swipe;
  return (
    // The grades are buttons too, which say more.
    <div
      className="swipe-word"
      data-grade={isMeant ? grade : undefined}
      data-higher={isWordHigher || undefined}
      aria-hidden="true"
    >
      <p className="swipe-grade">{GRADE_NAMES[grade]}</p>
      <p className="swipe-other small">{isMeant ? ON_OR_BACK[grade] : t`Not yet`}</p>
    </div>
  );
}
