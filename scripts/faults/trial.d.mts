import type { Kind } from './kinds.mjs';

export interface Outcome {
  readonly is: 'survived' | 'lost' | 'impossible';
  readonly why?: string;
  /** What was on screen before Today, or when something was refused. */
  readonly said?: readonly string[];
}

/** Does trials of `kind` in this Chromium, with the program that was built last. */
export function trials(
  executablePath: string,
  kind: Kind,
  first: number,
  count: number,
): AsyncGenerator<Outcome>;
