import { t } from '../../kernel/texts.ts';
import type { Action } from './action.ts';

const section = t`In the library`;

export const IN_THE_LIBRARY = [
  {
    id: 'find',
    name: t`Search the library`,
    keys: ['/', 'mod+f'],
    section,
    does: ({ find }) => find,
  },
  {
    id: 'move-to-deck',
    name: t`Move to a deck; choose the deck of a new note`,
    menuName: t`Move to a deck…`,
    keys: ['mod+d'],
    section,
    does: ({ moveToDeck }) => moveToDeck,
  },
  {
    id: 'add-tags',
    name: t`Add tags`,
    menuName: t`Add tags…`,
    keys: ['mod+shift+a'],
    section,
    does: ({ addTags }) => addTags,
  },
  {
    id: 'remove-tags',
    name: t`Take tags off`,
    menuName: t`Take tags off…`,
    keys: ['mod+alt+shift+a'],
    section,
    does: ({ removeTags }) => removeTags,
  },
  {
    id: 'replace',
    name: t`Find and replace`,
    menuName: t`Find and replace…`,
    keys: ['mod+alt+f'],
    section,
    does: ({ replace }) => replace,
  },
  {
    id: 'delete',
    name: t`Delete notes`,
    menuName: t`Delete`,
    isDestructive: true,
    keys: ['mod+delete', 'mod+backspace'],
    section,
    does: ({ deleteNotes }) => deleteNotes,
  },
  {
    id: 'preview',
    name: t`Show or hide the preview`,
    keys: ['mod+shift+p'],
    section,
    does: ({ togglePreview }) => togglePreview,
  },
] as const satisfies readonly Action[];
