import { t } from '../../kernel/texts.ts';
import type { Action } from './action.ts';

const section = t`Anywhere`;

export const ANYWHERE = [
  {
    id: 'undo',
    name: t`Undo`,
    keys: ['u', 'mod+z'],
    section,
    does: ({ undo }) => undo,
  },
  {
    id: 'redo',
    name: t`Redo`,
    keys: { mac: ['mod+shift+z'], other: ['mod+shift+z', 'mod+y'] },
    section,
    does: ({ redo }) => redo,
  },
  {
    id: 'begin',
    name: t`Study now`,
    keys: ['s'],
    section,
    does: ({ begin }) => begin,
  },
  {
    id: 'more-new',
    name: t`More new cards today`,
    keys: [],
    does: ({ moreNew }) => moreNew,
  },
  {
    id: 'study-ahead',
    name: t`Study ahead`,
    keys: [],
    does: ({ studyAhead }) => studyAhead,
  },
  {
    id: 'add',
    name: t`Add notes`,
    keys: ['a'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/add')),
  },
  {
    id: 'import',
    name: t`Import a file`,
    keys: ['mod+shift+i'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/import')),
  },
  {
    id: 'library',
    name: t`Library`,
    keys: ['b'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/library')),
  },
  {
    id: 'exams',
    name: t`Exams`,
    keys: ['x'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/exams')),
  },
  {
    id: 'insights',
    name: t`Insights`,
    keys: ['t'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/insights')),
  },
  {
    id: 'decks',
    name: t`Decks`,
    keys: ['d'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/deck')),
  },
  {
    id: 'settings',
    name: t`Settings`,
    keys: ['o'],
    section,
    does: ({ goTo }) => goTo && (() => goTo('/settings')),
  },
  {
    id: 'today',
    name: t`Back to Today`,
    keys: ['escape'],
    section,
    does: ({ leave }) => leave,
  },
  {
    id: 'palette',
    name: t`Do anything by its name`,
    keys: ['mod+k'],
    section,
    does: ({ showPalette }) => showPalette,
  },
  {
    id: 'keys',
    name: t`This list of keys`,
    keys: ['?'],
    section,
    does: ({ showKeys }) => showKeys,
  },
  {
    id: 'help',
    name: t`Help`,
    keys: ['f1'],
    section,
    does: ({ showHelp }) => showHelp,
  },
  {
    id: 'export',
    name: t`Export`,
    menuName: t`Export…`,
    keys: [],
    does: ({ exportNotes }) => exportNotes,
  },
] as const satisfies readonly Action[];
