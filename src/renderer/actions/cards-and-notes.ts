import { FLAG_NAMES, type Flag } from '../../domain/collection/card.ts';
import type { Action } from './action.ts';

const section = 'Cards and notes';

export const CARDS_AND_NOTES = [
  {
    id: 'edit',
    name: 'Edit the note',
    menuName: 'Edit',
    keys: ['e'],
    section,
    does: ({ edit }) => edit,
  },
  {
    id: 'info',
    name: 'Card info',
    keys: ['i'],
    section,
    does: ({ info }) => info,
  },
  {
    id: 'mark',
    name: 'Mark the note',
    menuName: 'Mark',
    keys: ['*'],
    section,
    does: ({ mark }) => mark,
  },
  {
    id: 'suspend-card',
    name: 'Suspend the card',
    menuName: 'Suspend',
    keys: ['@', 'mod+j'],
    section,
    does: ({ suspendCard }) => suspendCard,
  },
  {
    id: 'suspend-note',
    name: 'Suspend the note',
    keys: ['!'],
    section,
    does: ({ suspendNote }) => suspendNote,
  },
  {
    id: 'bury-card',
    name: 'Bury the card until tomorrow',
    menuName: 'Bury until tomorrow',
    keys: ['-'],
    section,
    does: ({ buryCard }) => buryCard,
  },
  {
    id: 'bury-note',
    name: 'Bury the note until tomorrow',
    keys: ['='],
    section,
    does: ({ buryNote }) => buryNote,
  },
  {
    id: 'set-due',
    name: 'Set the due date',
    menuName: 'Set due date…',
    keys: ['mod+shift+d'],
    section,
    does: ({ setDue }) => setDue,
  },
  {
    id: 'forget',
    name: 'Forget the card',
    menuName: 'Forget',
    isDestructive: true,
    keys: ['mod+alt+n'],
    section,
    does: ({ forget }) => forget,
  },
  flagged('flag-1', 1),
  flagged('flag-2', 2),
  flagged('flag-3', 3),
  flagged('flag-4', 4),
  flagged('flag-5', 5),
  flagged('flag-6', 6),
  flagged('flag-7', 7),
] as const satisfies readonly Action[];

function flagged<Id extends string>(id: Id, flag: Flag) {
  return {
    id,
    name: `Flag ${FLAG_NAMES[flag].toLowerCase()}`,
    menuName: FLAG_NAMES[flag],
    keys: [`mod+${flag}`],
    section,
    does: ({ flag: give }) => give && (() => give(flag)),
  } as const satisfies Action;
}
