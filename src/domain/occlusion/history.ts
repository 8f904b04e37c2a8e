/** States that can be gone back to and forward again, oldest first in `past`, next first in `future`. */
export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** What the last change was part of: changes of one kind in a row are one step. */
  readonly run: string | undefined;
}

const MOST_STEPS = 200;

export function historyFrom<State>(now: State): History<State> {
  return { past: [], now, future: [], run: undefined };
}

/**
 * A step to `next`. With a `run` (typing into one field, an arrow key held down) it joins the step
 * before it if that was of the same run.
 */
export function stepped<State>(history: History<State>, next: State, run?: string): History<State> {
  const joins = run !== undefined && run === history.run;
  const past = joins ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now: next, future: [], run };
}

/** `now` changed without a step: what is selected is not worth one. Ends a run. */
export function amended<State>(history: History<State>, now: State): History<State> {
  return { ...history, now, run: undefined };
}

/** One step back; undefined at the beginning. */
export function steppedBack<State>({
  past,
  now,
  future,
}: History<State>): History<State> | undefined {
  const before = past.at(-1);
  if (before === undefined) return undefined;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], run: undefined };
}

/** One step forward; undefined at the newest. */
export function steppedForward<State>({
  past,
  now,
  future,
}: History<State>): History<State> | undefined {
  const [next, ...rest] = future;
  if (next === undefined) return undefined;
  return { past: [...past, now], now: next, future: rest, run: undefined };
}
