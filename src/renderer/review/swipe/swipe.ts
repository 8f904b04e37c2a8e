import type { Grade } from '../../../domain/memory/schedule.ts';

/** What a swipe would do, were the card let go now. */
export interface Swipe {
  readonly grade: Grade;
  /** Past the near line: letting go grades. */
  readonly isMeant: boolean;
  /** Since when the finger lies past the far line, by its own events; absent: it does not. */
  readonly beyondSinceMillis: number | undefined;
}

/** Of each side the grade past the near line, and the one past the far line. */
const LEFT = { near: 1, far: 2 } as const;
const RIGHT = { near: 3, far: 4 } as const;

/** A finger that stays within this many pixels has gone nowhere yet. */
const SLOP_PIXELS = 10;
/** So many times farther to the side than up or down: else the page is scrolled. */
const SIDEWAYS = 1.5;
/** Of the width that the card has; on a wide screen no hand should have to go farther than the most. */
const NEAR_SHARE = 0.28;
const NEAR_MOST_PIXELS = 160;
/** A finger that begins in the middle of a phone gets there just before the glass ends. */
const FAR_SHARE = 0.5;
const FAR_MOST_PIXELS = 280;
/** A finger's tip rolls back as it is lifted: so far it does not come back. */
const ROLL_PIXELS = 12;
/** Past the far line for this long, or the hand was only quick: a flick goes as far as any line. */
const HELD_MILLIS = 150;
/** Where the word stands in the window, by the middle of its usual height: see swipes.css. */
const WORD_SHARE = 0.4;
const WORD_HALF_PIXELS = 35;
/** A fingertip, and what is to be seen beside it. */
const FINGER_PIXELS = 55;
/** From there the system goes back, or shows another program. */
const EDGE_PIXELS = 24;

/** Whether a finger that went `x` and `y` pixels swipes; undefined: it cannot be told yet. */
export function isSideways(x: number, y: number): boolean | undefined {
  if (Math.hypot(x, y) < SLOP_PIXELS) return undefined;
  return Math.abs(x) > SIDEWAYS * Math.abs(y);
}

/**
 * A card of `width` pixels, `x` to the right of its place at `atMillis`; `before`: what was shown of
 * this finger last.
 */
export function swipeAt(x: number, width: number, atMillis: number, before?: Swipe): Swipe {
  const { near, far } = x < 0 ? LEFT : RIGHT;
  const wasFar = before?.grade === far;
  const line = Math.min(FAR_SHARE * width, FAR_MOST_PIXELS) - (wasFar ? ROLL_PIXELS : 0);
  const isBeyond = Math.abs(x) >= line;
  const since = wasFar || before?.grade === near ? before.beyondSinceMillis : undefined;
  const beyondSinceMillis = isBeyond ? (since ?? atMillis) : undefined;
  const isFar = beyondSinceMillis !== undefined && atMillis - beyondSinceMillis >= HELD_MILLIS;
  return {
    grade: isFar ? far : near,
    isMeant: Math.abs(x) >= Math.min(NEAR_SHARE * width, NEAR_MOST_PIXELS),
    beyondSinceMillis,
  };
}

/**
 * What a finger that is lifted grades, `x` to the right at `atMillis`, with `shown` on the screen: what
 * it saw. A screen that was late has changed nothing: neither to what came after, nor to what had not
 * come yet.
 */
export function gradeLetGo(
  shown: Swipe | undefined,
  x: number,
  width: number,
  atMillis: number,
): Grade | undefined {
  const last = swipeAt(x, width, atMillis, shown);
  if (!shown?.isMeant || !last.isMeant) return undefined;
  return shown.grade === last.grade ? last.grade : (x < 0 ? LEFT : RIGHT).near;
}

/** After how long a finger that lies still changes its grade; undefined: it does not. */
export function heldLeftMillis(swipe: Swipe, atMillis: number): number | undefined {
  const { grade, beyondSinceMillis } = swipe;
  if (beyondSinceMillis === undefined || grade === LEFT.far || grade === RIGHT.far)
    return undefined;
  return beyondSinceMillis + HELD_MILLIS - atMillis;
}

/** Whether a finger at `x` in a window of `width` pixels is the system's. */
export function isAtEdge(x: number, width: number): boolean {
  return x < EDGE_PIXELS || x > width - EDGE_PIXELS;
}

/** Whether a finger that goes sideways at `y`, in a window of `height` pixels, would go over the word. */
export function goesOverWord(y: number, height: number): boolean {
  const middle = WORD_SHARE * height + WORD_HALF_PIXELS;
  return Math.abs(y - middle) < WORD_HALF_PIXELS + FINGER_PIXELS;
}
