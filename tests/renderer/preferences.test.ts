import { expect, test } from 'vitest';
import { DEFAULT_KEYMAP } from '../../src/renderer/actions/keymap.ts';
import { preferencesFrom, setPreferences } from '../../src/renderer/preferences.ts';

const DEFAULTS = {
  theme: 'system',
  textSize: 'normal',
  swipesGrade: true,
  keymap: DEFAULT_KEYMAP,
  linkHosts: [],
};

test('what is set holds at once and is what the next start reads', () => {
  const keymap = { ...DEFAULT_KEYMAP, undo: [';'] };
  setPreferences({ theme: 'dark', textSize: 'large', keymap });
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', textSize: 'large' });
  const stored = localStorage.getItem('rounds.preferences');
  expect(preferencesFrom(stored)).toEqual({
    theme: 'dark',
    textSize: 'large',
    swipesGrade: true,
    keymap,
    linkHosts: [],
  });
});

test.each([
  null,
  '',
  'not json',
  '[]',
  'null',
  '{"theme":"pink","keymap":{"undo":[7],"good":"x"}}',
])('a missing or damaged record (%s) gives the defaults', (text) => {
  expect(preferencesFrom(text)).toEqual(DEFAULTS);
});

test('a record of an older Rounds keeps its keys and gets the new actions', () => {
  const { keymap } = preferencesFrom('{"keymap":{"undo":[";"]}}');
  expect(keymap).toEqual({ ...DEFAULT_KEYMAP, undo: [';'] });
});
