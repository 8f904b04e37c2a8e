import { t } from '../../../kernel/texts.ts';

/**
 * A key press as text: 'u', '@', 'space', 'mod+z', 'mod+shift+d'. 'mod' is Ctrl, on a Mac Command.
 * What counts is the character, so that Ctrl+Z is undo wherever the layout has its Z, and '@' is '@',
 * AltGr or not. Only where the layout gives no Latin letter or no digit, or Option on a Mac has made
 * another sign of it, does the place of the key count. undefined: a modifier alone, or a key that
 * belongs to an input method.
 */
export function chordOf(event: KeyPress, isMac = onMac()): string | undefined {
  if (isNoKey(event, isMac)) return undefined;
  const mod = isMod(event, isMac);
  const byPlace = (mod || event.altKey || !/^Digit/.test(event.code)) && placeChord(event, isMac);
  return byPlace || literalChord(event, isMac);
}

/**
 * All that a key press can mean, the likeliest first: the sign as typed, then the key by its place.
 * French digits need Shift, and are meant without it where their signs mean nothing.
 */
export function chordsOf(event: KeyPress, isMac = onMac()): readonly string[] {
  if (isNoKey(event, isMac)) return [];
  const chords = [literalChord(event, isMac), placeChord(event, isMac)];
  return [...new Set(chords.filter((chord) => chord !== undefined))];
}

/** What is read of a key press; React's events have it in `nativeEvent`. */
export type KeyPress = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'shiftKey'
  | 'altKey'
  | 'isComposing'
  | 'keyCode'
  | 'getModifierState'
>;

/**
 * Whether a key belongs to an input method, as Enter does that ends a composition: Safari sends that
 * one after the end, with nothing but this number to know it by.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

/** The other system's Ctrl is left to the system. */
function isNoKey(event: KeyPress, isMac: boolean): boolean {
  if (isComposing(event) || MODIFIERS.has(event.key)) return true;
  return isMac ? event.ctrlKey : event.metaKey;
}

function isMod(event: KeyPress, isMac: boolean): boolean {
  return (isMac ? event.metaKey : event.ctrlKey) && !event.getModifierState('AltGraph');
}

/** The chord of the character; none for an accent that waits for its letter. */
function literalChord(event: KeyPress, isMac: boolean): string | undefined {
  if (event.key === 'Dead') return undefined;
  const isSpace = event.key === ' ' || event.code === 'Space';
  const key = isSpace ? 'space' : event.key.toLowerCase();
  const isSign = [...key].length === 1 && key.toLowerCase() === key.toUpperCase();
  const mod = isMod(event, isMac);
  // Option alone makes signs on a Mac, as AltGr does elsewhere: '@' is Option+L on a German one.
  const isWriting = event.getModifierState('AltGraph') || (isMac && isSign && !mod);
  return written(event, { mod, alt: event.altKey && !isWriting, isSign, key });
}

/** The chord of the key's place, where its character is none that a chord can be found by. */
function placeChord(event: KeyPress, isMac: boolean): string | undefined {
  if (event.getModifierState('AltGraph')) return undefined;
  const mod = isMod(event, isMac);
  const isMadeOver = (isMac && event.altKey) || (event.key === 'Dead' && (mod || event.altKey));
  const key = latinPlaceOf(isMadeOver ? { key: FOREIGN, code: event.code } : event);
  return key && written(event, { mod, alt: event.altKey, isSign: false, key });
}

/** Stands for a sign that says nothing of its key. */
const FOREIGN = '\ufffd';

/**
 * The letter or digit of a key on most keyboards, where this layout gives something else there that
 * nobody would have as a letter ('я', 'ש', not 'é') or as a digit ('&', '٣'); else undefined.
 */
export function latinPlaceOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string | undefined {
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
  if (key === 'Dead') return undefined;
  if (digit !== undefined) return /^\d$/.test(key) ? undefined : digit;
  const isForeign = /[^\0-\x7f]/.test(key) && !/\p{Script=Latin}/u.test(key);
  return isForeign ? letter?.toLowerCase() : undefined;
}

function written(
  { shiftKey }: KeyPress,
  { mod, alt, isSign, key }: { mod: boolean; alt: boolean; isSign: boolean; key: string },
): string {
  const parts = [mod && 'mod', alt && 'alt', shiftKey && (!isSign || mod) && 'shift', key];
  return parts.filter((part) => part !== false).join('+');
}

/** Keys that keyboards of another language may call otherwise. */
const KEY_WORDS: Readonly<Record<string, string>> = {
  alt: t`Alt`,
  shift: t`Shift`,
  space: t`Space`,
  enter: t`Enter`,
  escape: t`Escape`,
  backspace: t`Backspace`,
};

/** A chord as shown on screen: 'Ctrl+Shift+D', 'Space'. */
export function chordLabel(chord: string, isMac = onMac()): string {
  const plus = chord.endsWith('+') && chord !== '+' ? ['+'] : [];
  const parts = [...chord.replace(/\+\+$/, '').split('+').filter(Boolean), ...plus];
  if (chord === '+') return '+';
  return parts
    .map((part) => {
      if (part === 'mod') return isMac ? '⌘' : t`Ctrl`;
      if (part === 'alt' && isMac) return '⌥';
      const word = KEY_WORDS[part];
      if (word) return word;
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

/** Whether Command is the key that Ctrl is elsewhere. */
export function onMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
