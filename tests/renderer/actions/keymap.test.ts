import { expect, test } from 'vitest';
import {
  actionOfChord,
  actionOfChords,
  DEFAULT_KEYMAP,
  defaultKeymap,
  keymapFrom,
} from '../../../src/renderer/actions/keymap.ts';
import { ACTIONS } from '../../../src/renderer/actions/registry.ts';
import { chordOf, chordsOf } from '../../../src/renderer/kit/keys/chord.ts';

interface Press extends KeyboardEventInit {
  readonly altGraph?: boolean;
}

function press({ altGraph = false, ...init }: Press): KeyboardEvent {
  return new KeyboardEvent('keydown', { ...init, modifierAltGraph: altGraph });
}

function actionFor(init: Press, isMac = false) {
  return actionOfChords(chordsOf(press(init), isMac), defaultKeymap(isMac));
}

test('[KEYS-1] the keys are those that Anki users know', () => {
  expect(actionFor({ key: ' ', code: 'Space' })).toBe('reveal');
  expect(actionFor({ key: 'Enter', code: 'Enter' })).toBe('reveal');
  expect(actionFor({ key: '1', code: 'Digit1' })).toBe('again');
  expect(actionFor({ key: '4', code: 'Numpad4' })).toBe('easy');
  expect(actionFor({ key: 'u', code: 'KeyU' })).toBe('undo');
  expect(actionFor({ key: 'z', code: 'KeyZ', ctrlKey: true })).toBe('undo');
  expect(actionFor({ key: 'e', code: 'KeyE' })).toBe('edit');
  expect(actionFor({ key: '-', code: 'Minus' })).toBe('bury-card');
  expect(actionFor({ key: '=', code: 'Equal' })).toBe('bury-note');
  expect(actionFor({ key: '@', code: 'Digit2', shiftKey: true })).toBe('suspend-card');
  expect(actionFor({ key: '!', code: 'Digit1', shiftKey: true })).toBe('suspend-note');
  expect(actionFor({ key: '*', code: 'Digit8', shiftKey: true })).toBe('mark');
  expect(actionFor({ key: '*', code: 'NumpadMultiply' })).toBe('mark');
  expect(actionFor({ key: '7', code: 'Digit7', ctrlKey: true })).toBe('flag-7');
  expect(actionFor({ key: 'i', code: 'KeyI' })).toBe('info');
  expect(actionFor({ key: 'd', code: 'KeyD' })).toBe('decks');
  expect(actionFor({ key: 's', code: 'KeyS' })).toBe('begin');
  expect(actionFor({ key: 'r', code: 'KeyR' })).toBe('replay');
  expect(actionFor({ key: 't', code: 'KeyT' })).toBe('insights');
  expect(actionFor({ key: 'A', code: 'KeyA', shiftKey: true })).toBe('auto-advance');
  expect(actionFor({ key: '?', code: 'Slash', shiftKey: true })).toBe('keys');
  expect(actionFor({ key: 'D', code: 'KeyD', ctrlKey: true, shiftKey: true })).toBe('set-due');
  expect(actionFor({ key: 'n', code: 'KeyN', ctrlKey: true, altKey: true })).toBe('forget');
});

test('[KEYS-1] every action has a key', () => {
  for (const isMac of [false, true]) {
    const without = Object.entries(defaultKeymap(isMac)).filter(([, keys]) => keys.length === 0);
    expect(without).toEqual([]);
  }
  expect(actionFor({ key: 'N', code: 'KeyN', shiftKey: true })).toBe('more-new');
  expect(actionFor({ key: 'S', code: 'KeyS', shiftKey: true })).toBe('study-ahead');
  expect(actionFor({ key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true })).toBe('export');
});

test('[KEYS-1] no key does two things', () => {
  for (const isMac of [false, true]) {
    const all = Object.values(defaultKeymap(isMac)).flat();
    expect(all.length).toBeGreaterThan(ACTIONS.length);
    expect(new Set(all).size).toBe(all.length);
  }
});

test('[KEYS-3] @ is @ on a German keyboard (AltGr+Q), = and * where Shift gives them', () => {
  const at = { key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, altGraph: true };
  expect(actionFor(at)).toBe('suspend-card');
  expect(actionFor({ key: '=', code: 'Digit0', shiftKey: true })).toBe('bury-note');
  expect(actionFor({ key: '*', code: 'BracketRight', shiftKey: true })).toBe('mark');
  expect(actionFor({ key: '?', code: 'Minus', shiftKey: true })).toBe('keys');
});

test('[KEYS-3] digits with Ctrl count by their place where the layout gives a sign (French)', () => {
  expect(actionFor({ key: '&', code: 'Digit1', ctrlKey: true })).toBe('flag-1');
});

const ctrl = (key: string, code: string) => ({ key, code, ctrlKey: true });
test.each<[string, string | undefined, Press]>([
  ['Ctrl+Z on QWERTZ', 'undo', ctrl('z', 'KeyY')],
  ['Ctrl+Y on QWERTZ', 'redo', ctrl('y', 'KeyZ')],
  ['Ctrl+Shift+Z on QWERTZ', 'redo', { ...ctrl('Z', 'KeyY'), shiftKey: true }],
  ['Ctrl+Z on AZERTY', 'undo', ctrl('z', 'KeyW')],
  ['Ctrl+W on AZERTY', undefined, ctrl('w', 'KeyZ')],
  ['Ctrl+Z on Dvorak', 'undo', ctrl('z', 'Slash')],
  ['Ctrl+; on Dvorak, where Z is elsewhere', undefined, ctrl(';', 'KeyZ')],
  ['Ctrl+F on Dvorak', 'find', ctrl('f', 'KeyY')],
  ['Ctrl+З on Russian', 'undo', ctrl('я', 'KeyZ')],
  ['У on Russian', 'edit', { key: 'у', code: 'KeyE' }],
  ['Ctrl+Shift+В on Russian', 'set-due', { ...ctrl('В', 'KeyD'), shiftKey: true }],
  ['Ctrl+Ζ on Greek', 'undo', ctrl('ζ', 'KeyZ')],
  ['Ctrl+ז on Hebrew', 'undo', ctrl('ז', 'KeyZ')],
  ['ק on Hebrew', 'edit', { key: 'ק', code: 'KeyE' }],
  ['ئ on Arabic', 'undo', ctrl('ئ', 'KeyZ')],
  ['two letters of one Arabic key', 'library', { key: 'لا', code: 'KeyB' }],
  ['an Arabic digit', 'good', { key: '٣', code: 'Digit3' }],
  ['an accented letter on a Latin layout', undefined, { key: 'é', code: 'KeyE' }],
  ['a digit of AZERTY without Shift', 'hard', { key: 'é', code: 'Digit2' }],
  ['a digit of AZERTY with Shift', 'hard', { key: '2', code: 'Digit2', shiftKey: true }],
  ['a sign of AZERTY that means something', 'bury-card', { key: '-', code: 'Digit6' }],
  ['an accent that waits for its letter', undefined, { key: 'Dead', code: 'KeyE' }],
  ['the same with Ctrl', 'undo', ctrl('Dead', 'KeyZ')],
  [
    '€ by AltGr+E',
    undefined,
    { key: '€', code: 'KeyE', ctrlKey: true, altKey: true, altGraph: true },
  ],
  ['CapsLock', 'edit', { key: 'E', code: 'KeyE' }],
])('[KEYS-3] %s: %s', (_, action, init) => {
  expect(actionFor(init)).toBe(action);
});

test('[KEYS-3] Option on a Mac writes signs, and is a modifier with Command', () => {
  expect(actionFor({ key: '@', code: 'KeyL', altKey: true }, true)).toBe('suspend-card');
  expect(actionFor({ key: 'Dead', code: 'KeyN', altKey: true, metaKey: true }, true)).toBe(
    'forget',
  );
  expect(actionFor({ key: 'ƒ', code: 'KeyF', altKey: true, metaKey: true }, true)).toBe('replace');
});

test('[KEYS-3] a key that a person has given by its own letter keeps its meaning', () => {
  const keymap = keymapFrom({ info: ['я'] });
  expect(actionOfChords(chordsOf(press({ key: 'я', code: 'KeyZ' }), false), keymap)).toBe('info');
  expect(chordOf(press({ key: 'я', code: 'KeyZ', ctrlKey: true }), false)).toBe('mod+z');
});

test('[KEYS-6] a key of an input method is no command, with either sign of it', () => {
  for (const sign of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(actionFor({ key: 'Enter', code: 'Enter', ...sign })).toBeUndefined();
    expect(actionFor({ key: 'z', code: 'KeyZ', ctrlKey: true, ...sign })).toBeUndefined();
  }
});

test('[KEYS-3] Command on a Mac, Ctrl elsewhere; the other one is left to the system', () => {
  expect(actionFor({ key: 'z', code: 'KeyZ', metaKey: true }, true)).toBe('undo');
  expect(actionFor({ key: 'z', code: 'KeyZ', ctrlKey: true }, true)).toBeUndefined();
  expect(actionFor({ key: 'u', code: 'KeyU', metaKey: true }, false)).toBeUndefined();
});

test('a modifier alone, and a letter with an unexpected one, do nothing', () => {
  expect(
    chordOf(press({ key: 'Shift', code: 'ShiftLeft', shiftKey: true }), false),
  ).toBeUndefined();
  expect(actionFor({ key: 'Q', code: 'KeyQ', ctrlKey: true, shiftKey: true })).toBeUndefined();
  expect(actionFor({ key: 'u', code: 'KeyU', altKey: true })).toBeUndefined();
});

test('[KEYS-1] redo has the keys of each system', () => {
  const redo = { key: 'Z', code: 'KeyZ', shiftKey: true };
  const y = { key: 'y', code: 'KeyY' };
  expect(actionFor({ ...redo, ctrlKey: true })).toBe('redo');
  expect(actionFor({ ...y, ctrlKey: true })).toBe('redo');
  expect(actionFor({ ...redo, metaKey: true }, true)).toBe('redo');
  expect(actionFor({ ...y, metaKey: true }, true)).toBeUndefined();
});

test('[KEYS-1] a key that a person gave to something is not taken by an action that is newer', () => {
  const keymap = keymapFrom({ why: ['mod+shift+z'], undo: [';'] });
  expect(keymap).toEqual({
    ...DEFAULT_KEYMAP,
    why: ['mod+shift+z'],
    undo: [';'],
    redo: DEFAULT_KEYMAP.redo.filter((chord) => chord !== 'mod+shift+z'),
  });
  expect(actionOfChord('mod+shift+z', keymap)).toBe('why');
});

test('[KEYS-1] Ctrl+K, which marking had, is the palette’s where nobody gave it to something else', () => {
  const { palette: _, ...older } = { ...DEFAULT_KEYMAP, mark: ['*', 'mod+k'], info: ['j'] };
  expect(keymapFrom(older)).toEqual({ ...DEFAULT_KEYMAP, info: ['j'] });
  const given = keymapFrom({ ...older, mark: ['mod+k'] });
  expect([given.mark, given.palette]).toEqual([['mod+k'], []]);
});
