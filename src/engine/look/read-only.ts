import { notNow, type Result } from '../../kernel/problem.ts';
import type { Engine } from '../engine.ts';

/** What every verb is answered while a copy is looked at. */
export const ONLY_A_LOOK: Result<never> = notNow(
  'This is a look at a copy, and nothing in it can be changed.',
  'The copy and your cards are as they were.',
  'Close the look to go on with your own cards.',
);

/** The engine with no verb in it: questions are answered, and everything else is refused (COPY-19). */
export function readOnly(engine: Engine): Engine {
  return { ...engine, run: (async () => ONLY_A_LOOK) as Engine['run'] };
}
