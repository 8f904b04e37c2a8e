import type { Spans } from './spans.ts';

/** Which rows are chosen, by their places in a listing, and where the focus is. */
export interface Selection {
  readonly chosen: Spans;
  /** The row with the focus. */
  readonly cursor: number;
  /** Rows are chosen from here to where Shift leads. */
  readonly anchor: number;
}

/** How a row is gone to: alone, up to it, or leaving what is chosen as it is. */
export type Going = 'alone' | 'extend' | 'keep';

export interface SelectionControl extends Selection {
  goTo(place: number, going: Going): void;
  toggle(place: number): void;
  chooseAll(): void;
  chooseNone(): void;
}
