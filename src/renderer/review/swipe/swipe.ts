import type { Grade } from '../../../domain/memory/schedule.ts';

/** What a swipe would do, were the card let go now. */
export interface Swipe {
  readonly grade: Extract<Grade, 1 | 3>;
  /** Far enough to be meant. */
  readonly isFar: boolean;
}

/** A finger that stays within this many pixels has gone nowhere yet. */
const SLOP_PIXELS = 10;
/** So many times farther to the side than up or down: else the page is scrolled. */
const SIDEWAYS = 1.5;
/** Of the width that the card has; on a wide screen no hand should have to go farther than the most. */
const FAR_SHARE = 0.28;
const FAR_MOST_PIXELS = 160;
/** From there the system goes back, or shows another program. */
const EDGE_PIXELS = 24;

/** Whether a finger that went `x` and `y` pixels swipes; undefined: it cannot be told yet. */
export function isSideways(x: number, y: number): boolean | undefined {
  if (Math.hypot(x, y) < SLOP_PIXELS) return undefined;
  return Math.abs(x) > SIDEWAYS * Math.abs(y);
}

/** A card of `width` pixels, `x` to the right of its place. */
export function swipeAt(x: number, width: number): Swipe {
  const far = Math.min(FAR_SHARE * width, FAR_MOST_PIXELS);
  return { grade: x < 0 ? 1 : 3, isFar: Math.abs(x) >= far };
}

/** Whether a finger at `x` in a window of `width` pixels is the system's. */
export function isAtEdge(x: number, width: number): boolean {
  return x < EDGE_PIXELS || x > width - EDGE_PIXELS;
}
