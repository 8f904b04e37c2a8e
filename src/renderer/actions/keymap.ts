/** Everything a key can do on the review screen or anywhere. */
export const ACTIONS = {
  reveal: { name: 'Show the answer, then Good', keys: ['space', 'enter'] },
  again: { name: 'Again', keys: ['1'] },
  hard: { name: 'Hard', keys: ['2'] },
  good: { name: 'Good', keys: ['3'] },
  easy: { name: 'Easy', keys: ['4'] },
  undo: { name: 'Undo', keys: ['u', 'mod+z'] },
  edit: { name: 'Edit the note', keys: ['e'] },
  info: { name: 'Card info', keys: ['i'] },
  why: { name: 'Why this card today', keys: ['y'] },
  mark: { name: 'Mark the note', keys: ['*', 'mod+k'] },
  'suspend-card': { name: 'Suspend the card', keys: ['@', 'mod+j'] },
  'suspend-note': { name: 'Suspend the note', keys: ['!'] },
  'bury-card': { name: 'Bury the card until tomorrow', keys: ['-'] },
  'bury-note': { name: 'Bury the note until tomorrow', keys: ['='] },
  'set-due': { name: 'Set the due date', keys: ['mod+shift+d'] },
  forget: { name: 'Forget the card', keys: ['mod+alt+n'] },
  'flag-1': { name: 'Flag red', keys: ['mod+1'] },
  'flag-2': { name: 'Flag orange', keys: ['mod+2'] },
  'flag-3': { name: 'Flag green', keys: ['mod+3'] },
  'flag-4': { name: 'Flag blue', keys: ['mod+4'] },
  'flag-5': { name: 'Flag pink', keys: ['mod+5'] },
  'flag-6': { name: 'Flag turquoise', keys: ['mod+6'] },
  'flag-7': { name: 'Flag purple', keys: ['mod+7'] },
  more: { name: 'More actions', keys: ['m'] },
  add: { name: 'Add notes', keys: ['a'] },
  library: { name: 'Library', keys: ['b'] },
  exams: { name: 'Exams', keys: ['x'] },
  settings: { name: 'Settings', keys: ['o'] },
  today: { name: 'Back to Today', keys: ['escape'] },
  find: { name: 'Search the library', keys: ['/', 'mod+f'] },
  'move-to-deck': { name: 'Move to a deck; choose the deck of a new note', keys: ['mod+d'] },
  'add-tags': { name: 'Add tags', keys: ['mod+shift+a'] },
  'remove-tags': { name: 'Take tags off', keys: ['mod+alt+shift+a'] },
  replace: { name: 'Find and replace', keys: ['mod+alt+f'] },
  delete: { name: 'Delete notes', keys: ['mod+delete', 'mod+backspace'] },
  preview: { name: 'Show or hide the preview', keys: ['mod+shift+p'] },
  keys: { name: 'This list of keys', keys: ['?'] },
} as const;

export type Action = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[];
export type Keymap = Readonly<Record<Action, readonly string[]>>;

export const DEFAULT_KEYMAP: Keymap = Object.fromEntries(
  ACTION_NAMES.map((action) => [action, ACTIONS[action].keys]),
) as unknown as Keymap;

/**
 * A key press as text: 'u', '@', 'space', 'mod+z', 'mod+shift+d'. 'mod' is Ctrl, on a Mac Command.
 * Signs are taken as typed, so that '@' is '@' on every keyboard layout, AltGr or not; letters and
 * digits with 'mod' are taken by their place on the keyboard where the layout gives another sign.
 */
export function chordOf(event: KeyboardEvent, isMac = onMac()): string | undefined {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const altGraph = event.getModifierState('AltGraph');
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(event.key)) return undefined;
  if (isMac ? event.ctrlKey : event.metaKey) return undefined;
  const key = nameOf(event, (mod || event.altKey) && !altGraph);
  const isSign = [...key].length === 1 && key.toLowerCase() === key.toUpperCase();
  const parts = [
    mod && !altGraph && 'mod',
    event.altKey && !altGraph && 'alt',
    event.shiftKey && (!isSign || mod) && 'shift',
    key,
  ];
  return parts.filter((part) => part !== false).join('+');
}

/** The action of `chord` under `keymap`. */
export function actionOf(chord: string, keymap: Keymap): Action | undefined {
  return ACTION_NAMES.find((action) => keymap[action].includes(chord));
}

/** A chord as shown on screen: 'Ctrl+Shift+D', 'Space'. */
export function chordLabel(chord: string, isMac = onMac()): string {
  const plus = chord.endsWith('+') && chord !== '+' ? ['+'] : [];
  const parts = [...chord.replace(/\+\+$/, '').split('+').filter(Boolean), ...plus];
  if (chord === '+') return '+';
  return parts
    .map((part) => {
      if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
      if (part === 'alt') return isMac ? '⌥' : 'Alt';
      return part.length === 1 ? part.toUpperCase() : part[0]?.toUpperCase() + part.slice(1);
    })
    .join(isMac ? ' ' : '+');
}

function nameOf(event: KeyboardEvent, byPlace: boolean): string {
  if (event.key === ' ' || event.code === 'Space') return 'space';
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  if (byPlace && place !== undefined) return place.toLowerCase();
  return event.key.toLowerCase();
}

function onMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
