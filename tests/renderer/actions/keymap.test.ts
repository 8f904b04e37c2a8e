import { expect, test } from 'vitest';
import {
  actionOfChord,
  DEFAULT_KEYMAP,
  defaultKeymap,
  keymapFrom,
} from '../../../src/renderer/actions/keymap.ts';
import { ACTIONS } from '../../../src/renderer/actions/registry.ts';
import { chordOf } from '../../../src/renderer/kit/keys/chord.ts';

interface Press extends KeyboardEventInit {
  readonly altGraph?: boolean;
}

function press({ altGraph = false, ...init }: Press): KeyboardEvent {
  return new KeyboardEvent('keydown', { ...init, modifierAltGraph: altGraph });
}

function actionFor(init: Press, isMac = false) {
  const chord = chordOf(press(init), isMac);
  return chord === undefined ? undefined : actionOfChord(chord, defaultKeymap(isMac));
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
  expect(actionFor({ key: '?', code: 'Slash', shiftKey: true })).toBe('keys');
  expect(actionFor({ key: 'D', code: 'KeyD', ctrlKey: true, shiftKey: true })).toBe('set-due');
  expect(actionFor({ key: 'n', code: 'KeyN', ctrlKey: true, altKey: true })).toBe('forget');
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

test('[KEYS-3] Command on a Mac, Ctrl elsewhere; the other one is left to the system', () => {
  expect(actionFor({ key: 'z', code: 'KeyZ', metaKey: true }, true)).toBe('undo');
  expect(actionFor({ key: 'z', code: 'KeyZ', ctrlKey: true }, true)).toBeUndefined();
  expect(actionFor({ key: 'u', code: 'KeyU', metaKey: true }, false)).toBeUndefined();
});

test('a modifier alone, and a letter with an unexpected one, do nothing', () => {
  expect(
    chordOf(press({ key: 'Shift', code: 'ShiftLeft', shiftKey: true }), false),
  ).toBeUndefined();
  expect(actionFor({ key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true })).toBeUndefined();
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
  const keymap = keymapFrom({ why: ['mod+shift+z'], undo: ['z'] });
  expect(keymap).toEqual({
    ...DEFAULT_KEYMAP,
    why: ['mod+shift+z'],
    undo: ['z'],
    redo: DEFAULT_KEYMAP.redo.filter((chord) => chord !== 'mod+shift+z'),
  });
  expect(actionOfChord('mod+shift+z', keymap)).toBe('why');
});
