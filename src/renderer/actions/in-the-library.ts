import type { Action } from './action.ts';

const section = 'In the library';

export const IN_THE_LIBRARY = [
  {
    id: 'find',
    name: 'Search the library',
    keys: ['/', 'mod+f'],
    section,
    does: ({ find }) => find,
  },
  {
    id: 'move-to-deck',
    name: 'Move to a deck; choose the deck of a new note',
    menuName: 'Move to a deck…',
    keys: ['mod+d'],
    section,
    does: ({ moveToDeck }) => moveToDeck,
  },
  {
    id: 'add-tags',
    name: 'Add tags',
    menuName: 'Add tags…',
    keys: ['mod+shift+a'],
    section,
    does: ({ addTags }) => addTags,
  },
  {
    id: 'remove-tags',
    name: 'Take tags off',
    menuName: 'Take tags off…',
    keys: ['mod+alt+shift+a'],
    section,
    does: ({ removeTags }) => removeTags,
  },
  {
    id: 'replace',
    name: 'Find and replace',
    menuName: 'Find and replace…',
    keys: ['mod+alt+f'],
    section,
    does: ({ replace }) => replace,
  },
  {
    id: 'delete',
    name: 'Delete notes',
    menuName: 'Delete',
    isDestructive: true,
    keys: ['mod+delete', 'mod+backspace'],
    section,
    does: ({ deleteNotes }) => deleteNotes,
  },
  {
    id: 'preview',
    name: 'Show or hide the preview',
    keys: ['mod+shift+p'],
    section,
    does: ({ togglePreview }) => togglePreview,
  },
] as const satisfies readonly Action[];
