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
  const key = keyNameOf(event, (mod || event.altKey) && !altGraph);
  const isSign = [...key].length === 1 && key.toLowerCase() === key.toUpperCase();
  const parts = [
    mod && !altGraph && 'mod',
    event.altKey && !altGraph && 'alt',
    event.shiftKey && (!isSign || mod) && 'shift',
    key,
  ];
  return parts.filter((part) => part !== false).join('+');
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

/** Chords for aria-keyshortcuts: 'Control+Shift+C'; undefined for none. */
export function spokenChords(chords: readonly string[] = []): string | undefined {
  return chords.length === 0 ? undefined : chords.map(spokenChord).join(' ');
}

function spokenChord(chord: string): string {
  return chord
    .split('+')
    .map((part) => {
      if (part === 'mod') return onMac() ? 'Meta' : 'Control';
      return `${part[0]?.toUpperCase()}${part.slice(1)}`;
    })
    .join('+');
}

function keyNameOf(event: KeyboardEvent, byPlace: boolean): string {
  if (event.key === ' ' || event.code === 'Space') return 'space';
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  if (byPlace && place !== undefined) return place.toLowerCase();
  return event.key.toLowerCase();
}

/** Whether Command is the key that Ctrl is elsewhere. */
export function onMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
