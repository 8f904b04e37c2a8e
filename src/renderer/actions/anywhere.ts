import { NATIVE_MENU } from '../../platform/native-menu.ts';
import type { Action } from './action.ts';

const section = 'Anywhere';

export const ANYWHERE = [
  {
    id: 'undo',
    name: 'Undo',
    keys: ['u', 'mod+z'],
    section,
    native: NATIVE_MENU.undo,
    does: ({ undo }) => undo,
  },
  {
    id: 'redo',
    name: 'Redo',
    keys: { mac: ['mod+shift+z'], other: ['mod+shift+z', 'mod+y'] },
    section,
    native: NATIVE_MENU.redo,
    does: ({ redo }) => redo,
  },
  {
    id: 'add',
    name: 'Add notes',
    keys: ['a'],
    section,
    native: NATIVE_MENU.add,
    does: ({ goTo }) => goTo && (() => goTo('/add')),
  },
  {
    id: 'import',
    name: 'Import a file',
    keys: ['mod+shift+i'],
    section,
    native: NATIVE_MENU.import,
    does: ({ goTo }) => goTo && (() => goTo('/import')),
  },
  {
    id: 'library',
    name: 'Library',
    keys: ['b'],
    section,
    native: NATIVE_MENU.library,
    does: ({ goTo }) => goTo && (() => goTo('/library')),
  },
  {
    id: 'exams',
    name: 'Exams',
    keys: ['x'],
    section,
    native: NATIVE_MENU.exams,
    does: ({ goTo }) => goTo && (() => goTo('/exams')),
  },
  {
    id: 'settings',
    name: 'Settings',
    keys: ['o'],
    section,
    native: NATIVE_MENU.settings,
    does: ({ goTo }) => goTo && (() => goTo('/settings')),
  },
  {
    id: 'today',
    name: 'Back to Today',
    keys: ['escape'],
    section,
    native: NATIVE_MENU.today,
    does: ({ leave }) => leave,
  },
  {
    id: 'keys',
    name: 'This list of keys',
    keys: ['?'],
    section,
    native: NATIVE_MENU.keys,
    does: ({ showKeys }) => showKeys,
  },
  {
    id: 'begin',
    name: 'Begin reviews',
    keys: [],
    native: NATIVE_MENU.begin,
    does: ({ goTo }) => goTo && (() => goTo('/review')),
  },
  {
    id: 'export',
    name: 'Export',
    menuName: 'Export…',
    keys: [],
    native: NATIVE_MENU.export,
    does: ({ exportNotes }) => exportNotes,
  },
] as const satisfies readonly Action[];
