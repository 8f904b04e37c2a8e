import { t } from '../kernel/texts.ts';

/** An item of Rounds' own in the native menu. `&` is before the letter that Alt finds it by. */
export interface NativeItem {
  /** As the system writes menu items: each word with a capital, '…' where a question follows. */
  readonly label: string;
  readonly menu: 'app' | 'file' | 'study' | 'help';
  /** As Electron writes keys. Only what every program has: a key of the page is its own. */
  readonly accelerator?: string;
  /** Set apart from the items before it. */
  readonly isApart?: boolean;
}

/**
 * What of Rounds' own the native menu lists, in its order, by the id of the action that is done.
 * Plain data, since main draws the menu and the page does what is chosen.
 */
export const NATIVE_MENU = {
  settings: { label: t`Settings…`, menu: 'app', accelerator: 'CmdOrCtrl+,' },
  add: { label: t`Add Notes…`, menu: 'file', accelerator: 'CmdOrCtrl+N' },
  import: { label: t`Import a File…`, menu: 'file', accelerator: 'CmdOrCtrl+O' },
  export: { label: t`Export…`, menu: 'file' },
  today: { label: t`Today`, menu: 'study' },
  begin: { label: t`Begin Reviews`, menu: 'study' },
  library: { label: t`Library`, menu: 'study' },
  exams: { label: t`Exams`, menu: 'study' },
  insights: { label: t`Insights`, menu: 'study' },
  decks: { label: t`Decks`, menu: 'study' },
  undo: { label: t`Undo Last Change`, menu: 'study', isApart: true },
  redo: { label: t`Redo Last Change`, menu: 'study' },
  palette: { label: t`Do Anything…`, menu: 'study', isApart: true },
  help: { label: t`Rounds Help`, menu: 'help' },
  keys: { label: t`Keyboard Shortcuts`, menu: 'help' },
} as const satisfies Readonly<Record<string, NativeItem>>;

/** What the native menu can ask of the page. */
export type MenuCommand = keyof typeof NATIVE_MENU;
export const menuCommands = Object.keys(NATIVE_MENU) as readonly MenuCommand[];
