import type { Action, AtHand } from './action.ts';
import { ANSWERING } from './answering.ts';
import { ANYWHERE } from './anywhere.ts';
import { CARDS_AND_NOTES } from './cards-and-notes.ts';
import { IN_THE_LIBRARY } from './in-the-library.ts';

const ALL = [...ANSWERING, ...CARDS_AND_NOTES, ...IN_THE_LIBRARY, ...ANYWHERE];
export type ActionId = (typeof ALL)[number]['id'];

/** Everything that can be done, in the order of the list of keys. */
export const ACTIONS: readonly (Action & { readonly id: ActionId })[] = ALL;

const BY_ID = new Map<ActionId, Action>(ACTIONS.map((action) => [action.id, action]));

export function actionOf(id: ActionId): Action {
  const action = BY_ID.get(id);
  if (!action) throw new Error(`no action is called ${id}`);
  return action;
}

/** What can be done with what is at hand. */
export function possibleActions(at: AtHand): typeof ACTIONS {
  return ACTIONS.filter((action) => action.does(at) !== undefined);
}
