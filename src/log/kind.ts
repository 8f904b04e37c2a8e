import type { Effects, Reach, Rows } from '../domain/collection/rows.ts';
import type { CardId, DeckId, NoteId } from '../kernel/ids.ts';
import type { Result } from '../kernel/problem.ts';
import type { Stamp } from './envelope.ts';
import type { Shape } from './shapes.ts';

/** What an operation is about, for the sentence that says what undo takes back. */
export interface About {
  readonly cardIds?: readonly CardId[];
  readonly noteIds?: readonly NoteId[];
  readonly deckIds?: readonly DeckId[];
  /** A name that stands in the body itself: of a search, an exam, a file. */
  readonly name?: string;
  /** What was done exactly, where one word does not say it: 'Good'. */
  readonly detail?: string;
}

/**
 * One kind of operation, all of it: adding a kind means writing one of these in a file of its own
 * and naming it in registry.ts.
 */
export interface Kind<Name extends string = string, Fields = unknown> {
  readonly name: Name;
  /** 1, 2, 3 …; raised when a body of before would be misread. */
  readonly version: number;
  /** The body's shape at this version, besides its `kind`. */
  readonly shape: Shape<Fields>;
  /** A noun for people: 'Undid: answer'. */
  readonly word: string;
  about(body: Fields): About;
  /** The rows that the operation sees. It may change no others. */
  reach(body: Fields): Reach;
  /** What it does to them: a pure function, so that a replay of the log equals the past. */
  effects(body: Body<Name, Fields>, stamp: Stamp, rows: Rows): Result<Effects>;
  /**
   * Notes that the body itself names and that the operation brings, with all their cards: to take
   * it back they are removed, so the log need not say so again. Of those that are here already, the
   * effects must change the row, were it to the same.
   */
  brings?(body: Fields): readonly NoteId[];
  /** By version n: the fields of version n as those of n + 1. */
  readonly upgrade?: Readonly<Record<number, (fields: never) => unknown>>;
}

/** A body: the fields and the kind's name. */
export type Body<Name extends string, Fields> = { readonly kind: Name } & {
  readonly [Field in keyof Fields]: Fields[Field];
};

export type BodyOf<K> = K extends Kind<infer Name, infer Fields> ? Body<Name, Fields> : never;

/** Holds a kind to its types. */
export function defineKind<const Name extends string, Fields>(
  kind: Kind<Name, Fields>,
): Kind<Name, Fields> {
  return kind;
}
