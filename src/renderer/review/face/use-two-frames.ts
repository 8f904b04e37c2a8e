import { useState } from 'react';
import type { CardFrameProps } from '../../card/card-frame.tsx';

/** One side of a card, as a frame shows it. */
export type FramedSide = Pick<
  CardFrameProps,
  'html' | 'css' | 'card' | 'bodyClass' | 'isFront' | 'decorate'
>;

export interface FrameInUse {
  /** Which of the two: a frame stays where it is in the document, or it would load anew. */
  readonly place: 0 | 1;
  readonly side: FramedSide;
  readonly isAhead: boolean;
}

const NOTHING: FramedSide = { html: '', css: '', isFront: true };

/**
 * Two frames that take turns: one shows `shown`, the other draws `likely` ahead. Where what is shown
 * stands drawn in the other already, that one comes forward as it is. The second frame is there from
 * the first `likely` on, and is emptied when it gives way, so that nothing in it goes on to sound.
 */
export function useTwoFrames(
  shown: FramedSide,
  likely: FramedSide | undefined,
): readonly FrameInUse[] {
  const [turn, setTurn] = useState<{
    readonly front: 0 | 1;
    readonly ahead: FramedSide | undefined;
    readonly isSecondThere: boolean;
  }>({ front: 0, ahead: undefined, isSecondThere: false });
  const isDrawn = turn.ahead !== undefined && isSame(turn.ahead, shown) && likely === undefined;
  const now = {
    front: isDrawn ? other(turn.front) : turn.front,
    ahead: likely,
    isSecondThere: turn.isSecondThere || likely !== undefined,
  };
  const isChanged =
    now.front !== turn.front ||
    now.isSecondThere !== turn.isSecondThere ||
    !(now.ahead && turn.ahead ? isSame(now.ahead, turn.ahead) : now.ahead === turn.ahead);
  if (isChanged) setTurn(now);
  const sideAt = (place: 0 | 1): FrameInUse =>
    place === now.front
      ? { place, side: shown, isAhead: false }
      : { place, side: likely ?? NOTHING, isAhead: true };
  return now.isSecondThere ? [sideAt(0), sideAt(1)] : [sideAt(now.front)];
}

function other(place: 0 | 1): 0 | 1 {
  return place === 0 ? 1 : 0;
}

function isSame(a: FramedSide, b: FramedSide): boolean {
  return (
    a.html === b.html &&
    a.css === b.css &&
    a.bodyClass === b.bodyClass &&
    a.isFront === b.isFront &&
    a.decorate === b.decorate
  );
}
