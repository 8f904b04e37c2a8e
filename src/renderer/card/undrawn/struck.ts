import { MARKS_KEY, marksFrom, putMarks, type UndrawnMark, undrawnMarks } from './undrawn-marks.ts';

/** Sides with which the program ended, or was slow, and that have not been drawn since. */
const STORAGE_KEY = 'rounds.undrawn-once';
/** Whoever has more of them has another problem. */
const MOST_KEPT = 200;

/**
 * A side with which the program ended, or was slow. Once may be anything: a browser that was killed,
 * a machine that was switched off or asleep. What it is said of for the second time in a row is
 * marked, and returned.
 */
export function strike(sides: readonly UndrawnMark[]): readonly UndrawnMark[] {
  if (sides.length === 0) return sides;
  const before = struck();
  const again = sides.filter((each) => before.some((other) => isSame(each, other)));
  if (again.length > 0) {
    const others = undrawnMarks().filter(({ side }) => !again.some((each) => each.side === side));
    keepMarks([...others, ...again].slice(-MOST_KEPT));
  }
  const all = [...before, ...sides].filter((each) => !again.some((other) => isSame(each, other)));
  keep(STORAGE_KEY, all.slice(-MOST_KEPT));
  return again;
}

/** Lets what `isGone` says be drawn again. */
export function dropMarks(isGone: (mark: UndrawnMark) => boolean): void {
  const marks = undrawnMarks();
  const left = marks.filter((mark) => !isGone(mark));
  if (left.length < marks.length) keepMarks(left);
}

export function keepMarks(now: readonly UndrawnMark[]): void {
  keep(MARKS_KEY, now);
  putMarks(now);
}

/** It is on screen: what was said of it before was no sign of anything. */
export function acquit(side: string): void {
  const before = struck();
  if (before.some((each) => each.side === side && each.reason === 'twice'))
    keep(
      STORAGE_KEY,
      before.filter((each) => each.side !== side),
    );
}

function struck(): readonly UndrawnMark[] {
  return marksFrom(localStorage.getItem(STORAGE_KEY));
}

function keep(key: string, all: readonly UndrawnMark[]): void {
  if (all.length === 0) localStorage.removeItem(key);
  else {
    try {
      localStorage.setItem(key, JSON.stringify(all));
    } catch {
      // A full disk: marks hold until the program is closed, and the next end counts as the first.
    }
  }
}

/** Of one side, or of one card as it is: the same card with another answer typed is another side. */
function isSame(one: UndrawnMark, other: UndrawnMark): boolean {
  if (one.reason !== other.reason) return false;
  if (one.side === other.side) return true;
  const { cardId, content } = one.card ?? {};
  return cardId !== undefined && cardId === other.card?.cardId && content === other.card.content;
}
