import { expect, test } from 'vitest';
import type { Deck } from '../../../../src/domain/collection/deck.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import type { AtHand } from '../../../../src/renderer/actions/action.ts';
import { DEFAULT_KEYMAP } from '../../../../src/renderer/actions/keymap.ts';
import { type Entry, entriesOf } from '../../../../src/renderer/actions/palette/entries.ts';
import { findable, findEntries } from '../../../../src/renderer/actions/palette/find-entries.ts';
import { ACTIONS } from '../../../../src/renderer/actions/registry.ts';
import { chordLabel } from '../../../../src/renderer/kit/keys/chord.ts';
import { SETTINGS_PARTS } from '../../../../src/renderer/actions/palette/places.ts';

const EVERYTHING = new Proxy({} as AtHand, { get: () => () => {} });

function deck(name: string): Deck {
  return { id: name as DeckId, name, source: '', presetId: 'default', sections: [] };
}

function entries(at: AtHand, decks: readonly string[] = []) {
  const did: string[] = [];
  const say = (what: string) => (more: unknown) => void did.push(`${what} ${String(more)}`);
  const listed = entriesOf(
    at,
    DEFAULT_KEYMAP,
    {
      decks: decks.map(deck),
      searches: [{ id: '1', name: 'Leeches of mine', text: 'tag:leech' }],
    },
    {
      perform: say('perform'),
      goTo: say('go to'),
      study: ({ name }) => say('study')(name),
      search: say('search'),
    },
  );
  return { did, listed };
}

function found(listed: readonly Entry[], typed: string): string[] {
  return findEntries(listed.map(findable), typed).map(({ name }) => name);
}

test('[KEYS-8] every action stands in the palette once, by its name, with its keys, and is done there', () => {
  const { did, listed } = entries(EVERYTHING);
  // All but the palette itself, which is open.
  for (const { id, name } of ACTIONS.filter((action) => action.id !== 'palette')) {
    const [entry, ...others] = listed.filter((each) => each.id === id);
    expect(others, id).toEqual([]);
    expect(entry?.name).toBe(name);
    for (const chord of DEFAULT_KEYMAP[id]) expect(entry?.keys).toContain(chordLabel(chord));
    expect(found(listed, name)[0], name).toBe(name);
    entry?.does();
    expect(did.at(-1)).toBe(`perform ${id}`);
  }
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
});

test('[KEYS-8] what is not possible just now is not listed, and what two keys do is listed once', () => {
  const begin = (): void => {};
  const actions = entries({ begin, reveal: begin, info: undefined }).listed.filter(({ id }) =>
    ACTIONS.some((action) => action.id === id),
  );
  expect(actions.map(({ name }) => name)).toEqual(['Study now']);
});

test('[KEYS-8] places, parts of the settings, saved searches and decks are listed, and lead there', () => {
  const { did, listed } = entries({}, ['Neurology', 'Anatomy']);
  for (const { does } of listed) does();
  expect(did).toContain('go to /exams/new');
  for (const [part] of SETTINGS_PARTS) expect(did).toContain(`go to /settings?at=${part}`);
  expect(did).toContain('search tag:leech');
  expect(did.slice(-2)).toEqual(['study Anatomy', 'study Neurology']);
});

test('[KEYS-8] single settings are found by their words, and are too many to be listed before', () => {
  const { did, listed } = entries({});
  expect(found(listed, '')).not.toContain('New cards a day');
  expect(found(listed, 'new cards')[0]).toBe('New cards a day');
  expect(found(listed, 'retention settings')).toEqual(['Desired retention, %']);
  for (const { does } of findEntries(listed.map(findable), 'day begins')) does();
  expect(did).toEqual(['go to /settings?at=study-options&set=Day+begins+at+%28hour%29']);
});

test('[KEYS-8] words are found in any order and anywhere, and beginnings come first', () => {
  const decks = ['Sensitivity', 'Med::Ménière', 'The insula', 'Zinc'];
  const { listed } = entries(EVERYTHING, decks);
  expect(found(listed, 'ins').slice(0, 2)).toEqual(['Insights', 'Study The insula']);
  expect(found(listed, 'ins').at(-1)).toBe('Day begins at (hour)');
  expect(found(listed, 'NOTE the bury')[0]).toBe('Bury the note until tomorrow');
  expect(found(listed, 'meniere study')).toEqual(['Study Med::Ménière']);
  // What the key or the kind of thing says is found after what the name says.
  expect(found(listed, 'saved search')).toEqual(['Leeches of mine']);
  expect(found(listed, 'ctrl+shift+d')).toEqual(['Set the due date']);
  expect(found(listed, 'deck').slice(0, 1)).toEqual(['Decks']);
  expect(found(listed, 'deck')).toContain('Study Zinc');
  expect(found(listed, 'no such thing at all')).toEqual([]);
  expect(found(listed, '  ')).toHaveLength(listed.filter(({ isFoundOnly }) => !isFoundOnly).length);
});
