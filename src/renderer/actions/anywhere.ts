import type { Action } from './action.ts';

const section = 'Anywhere';

export const ANYWHERE = [
  {
    id: 'undo',
    name: 'Undo',
    keys: ['u', 'mod+z'],
    section,
    does: ({ undo }) => undo,
  },
  {
    id: 'redo',
    name: 'Redo',
    keys: { mac: ['mod+shift+z'], other: ['mod+shift+z', 'mod+y'] },
    section,
    does: ({ redo }) => redo,
  },
  {
    id: 'begin',
    name: 'Study now',
    keys: ['s'],
    section,
    does: ({ begin }) => begin,
  },
  {
    id: 'add',
    name: 'Add notes',
    keys: ['a'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/add')),
  },
  {
    id: 'import',
    name: 'Import a file',
    keys: ['mod+shift+i'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/import')),
  },
  {
    id: 'library',
    name: 'Library',
    keys: ['b'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/library')),
  },
  {
    id: 'exams',
    name: 'Exams',
    keys: ['x'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/exams')),
  },
  {
    id: 'insights',
    name: 'Insights',
    keys: ['t'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/insights')),
  },
  {
    id: 'decks',
    name: 'Decks',
    keys: ['d'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/deck')),
  },
  {
    id: 'settings',
    name: 'Settings',
    keys: ['o'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/settings')),
  },
  {
    id: 'today',
    name: 'Back to Today',
    keys: ['escape'],
    section,
    does: ({ leave }) => leave,
  },
  {
    id: 'palette',
    name: 'Do anything by its name',
    keys: ['mod+k'],
    section,
    does: ({ showPalette }) => showPalette,
  },
  {
    id: 'keys',
    name: 'This list of keys',
    keys: ['?'],
    section,
    does: ({ showKeys }) => showKeys,
  },
  {
    id: 'export',
    name: 'Export',
    menuName: 'Export…',
    keys: [],
    does: ({ exportNotes }) => exportNotes,
  },
] as const satisfies readonly Action[];
