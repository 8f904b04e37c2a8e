import { notNow, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Engine } from '../engine.ts';

/** What every verb is answered while a copy is looked at. */
export const ONLY_A_LOOK: Result<never> = notNow(
  t`This is a look at a copy, and nothing in it can be changed.`,
  t`The copy and your cards are as they were.`,
  t`Close the look to go on with your own cards.`,
);

/** The engine with no verb in it: questions are answered, and everything else is refused (COPY-19). */
export function readOnly(engine: Engine): Engine {
  return { ...engine, run: (async () => ONLY_A_LOOK) as Engine['run'] };
}
