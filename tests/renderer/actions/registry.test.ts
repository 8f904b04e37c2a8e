import { expect, test } from 'vitest';
import { menuCommands } from '../../../src/platform/native-menu.ts';
import { type AtHand, SECTIONS } from '../../../src/renderer/actions/action.ts';
import { ACTIONS, actionOf, possibleActions } from '../../../src/renderer/actions/registry.ts';

const idsOf = (actions: typeof ACTIONS): string[] => actions.map(({ id }) => id);

test('[KEYS-5] every action has a name of its own, an id of its own, and something it does', () => {
  expect(ACTIONS.length).toBeGreaterThan(30);
  for (const words of [ACTIONS.map(({ name }) => name), idsOf(ACTIONS)]) {
    expect(words.every((word) => word.trim() !== '')).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  }
  const did: string[] = [];
  // Whatever an action asks for is there, and says that it was asked.
  const everything = new Proxy({} as AtHand, {
    get: (_, what) => () => did.push(String(what)),
  });
  for (const action of ACTIONS) {
    did.length = 0;
    action.does(everything)?.();
    expect(did, action.id).toHaveLength(1);
  }
});

test('[KEYS-5] nothing is possible where nothing is at hand, and what is at hand makes the list', () => {
  expect(possibleActions({})).toEqual([]);
  const graded: number[] = [];
  const at: AtHand = { grade: (grade) => graded.push(grade), edit: () => {} };
  expect(idsOf(possibleActions(at))).toEqual(['again', 'hard', 'good', 'easy', 'edit']);
  for (const { does } of possibleActions(at).slice(0, 4)) does(at)?.();
  expect(graded).toEqual([1, 2, 3, 4]);
});

test('[KEYS-5] each item of the native menu is an action, and every place is among them', () => {
  expect(idsOf(ACTIONS)).toEqual(expect.arrayContaining([...menuCommands]));
  const went: string[] = [];
  for (const id of menuCommands) actionOf(id).does({ goTo: (path) => went.push(path) })?.();
  expect(went.sort()).toEqual([
    '/add',
    '/deck',
    '/exams',
    '/import',
    '/insights',
    '/library',
    '/settings',
  ]);
});

test('[KEYS-5] the list of keys has every action', () => {
  // In the order of the words they stand under, so that a list cut into sections loses none.
  const sections = ACTIONS.map(({ section }) => section);
  expect([...new Set(sections)]).toEqual([...SECTIONS]);
  expect(actionOf('redo').section).toBe('Anywhere');
});
