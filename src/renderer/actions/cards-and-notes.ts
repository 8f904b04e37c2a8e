import { FLAG_NAMES, type Flag } from '../../domain/collection/card.ts';
import { t } from '../../kernel/texts.ts';
import type { Action } from './action.ts';

const section = t`Cards and notes`;

export const CARDS_AND_NOTES = [
  {
    id: 'edit',
    name: t`Edit the note`,
    menuName: t`Edit`,
    keys: ['e'],
    section,
    does: ({ edit }) => edit,
  },
  {
    id: 'info',
    name: t`Card info`,
    keys: ['i'],
    section,
    does: ({ info }) => info,
  },
  {
    id: 'mark',
    name: t`Mark the note`,
    menuName: t`Mark`,
    keys: ['*'],
    section,
    does: ({ mark }) => mark,
  },
  {
    id: 'suspend-card',
    name: t`Suspend the card`,
    menuName: t`Suspend`,
    keys: ['@', 'mod+j'],
    section,
    does: ({ suspendCard }) => suspendCard,
  },
  {
    id: 'suspend-note',
    name: t`Suspend the note`,
    keys: ['!'],
    section,
    does: ({ suspendNote }) => suspendNote,
  },
  {
    id: 'bury-card',
    name: t`Bury the card until tomorrow`,
    menuName: t`Bury until tomorrow`,
    keys: ['-'],
    section,
    does: ({ buryCard }) => buryCard,
  },
  {
    id: 'bury-note',
    name: t`Bury the note until tomorrow`,
    keys: ['='],
    section,
    does: ({ buryNote }) => buryNote,
  },
  {
    id: 'set-due',
    name: t`Set the due date`,
    menuName: t`Set due date…`,
    keys: ['mod+shift+d'],
    section,
    does: ({ setDue }) => setDue,
  },
  {
    id: 'forget',
    name: t`Forget the card`,
    menuName: t`Forget`,
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
    name: t`Flag ${FLAG_NAMES[flag].toLowerCase()}`,
    menuName: FLAG_NAMES[flag],
    keys: [`mod+${flag}`],
    section,
    does: ({ flag: give }) => give && (() => give(flag)),
  } as const satisfies Action;
}
