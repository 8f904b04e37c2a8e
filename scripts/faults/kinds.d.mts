/** A fault: see kinds.mjs. */
export interface Kind {
  readonly name: string;
  readonly trials: number;
  readonly isQuick?: boolean;
}

export const KINDS: readonly Kind[];
