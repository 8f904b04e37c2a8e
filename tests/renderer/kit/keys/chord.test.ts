import { expect, test } from 'vitest';
import { chordLabel, spokenChords } from '../../../../src/renderer/kit/keys/chord.ts';

test('a chord is shown as people write it', () => {
  expect(chordLabel('mod+shift+d', false)).toBe('Ctrl+Shift+D');
  expect(chordLabel('mod+z', true)).toBe('⌘ Z');
  expect(chordLabel('space', false)).toBe('Space');
  expect(chordLabel('-', false)).toBe('-');
  expect(chordLabel('+', false)).toBe('+');
  expect(chordLabel('mod++', false)).toBe('Ctrl++');
});

test('a chord is said as aria-keyshortcuts wants it', () => {
  expect(spokenChords(['mod+shift+c', 'f7'])).toMatch(/^(Control|Meta)\+Shift\+C F7$/);
  expect(spokenChords([])).toBeUndefined();
});
