import type { Kind } from './kinds.mjs';

/** Does one trial of `kind` in this Chromium, with the program that was built last. */
export function inTrial(
  executablePath: string,
  kind: Kind,
  number: number,
): Promise<{ readonly is: 'survived' | 'lost' | 'impossible'; readonly why?: string }>;
