import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** What is being done while nothing else can be shown. */
export const DOING = {
  carrying: t`Your cards are carried to a safer place`,
  'working-out': t`Your cards are worked out anew from what you did`,
} as const;
/** What a start that takes long has no answer from yet. */
export const WAITING = {
  windows: t`The browser has not said yet whether another window writes to these cards.`,
  database: t`The browser has not opened the database yet.`,
  journal: t`The journal has not answered yet; it is waited for half a minute.`,
  deck: t`The deck of Rounds is being loaded.`,
} as const;
/** While another window has not opened the cards yet. */
export const ALREADY_OPEN = {
  what: t`Rounds is already open in another window or tab.`,
  kept: t`Your cards are safe there; nothing was opened twice.`,
  todo: t`Go on in the other window; when it is closed, this one goes on by itself.`,
};
/** Whatever went wrong before the first screen. */
export function couldNotStart(error: unknown): Problem {
  return {
    what: t`Rounds could not start (${error instanceof Error ? error.message : String(error)}).`,
    kept: t`Everything saved before is kept.`,
    todo: t`Check that the disk has space, then try again.`,
  };
}
