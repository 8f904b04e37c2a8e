import type { Database } from '@sqlite.org/sqlite-wasm';
import { expect, test } from 'vitest';
import { NO_ROWS, type Rows } from '../../../src/domain/collection/rows.ts';
import { DEFAULT_STUDY_SETTINGS, deckAt } from '../../../src/domain/collection/deck.ts';
import { decide } from '../../../src/engine/import/decide/decide.ts';
import { type Here, NOTHING_HERE } from '../../../src/engine/import/decide/here.ts';
import { DEFAULT_CHOICES } from '../../../src/engine/import/import-look.ts';
import type { Brought } from '../../../src/exchange/incoming/brought.ts';
import { broughtByPackage } from '../../../src/exchange/incoming/of-package.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { forged } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { rowsAfter } from '../../support/effects.ts';
import expected from '../anki/fixtures/expected.json';

const clock = { atMillis: expected.madeAtMillis + 3_600_000, utcOffsetMinutes: 0 };

/** A package whose cards all lie in deck `number`, which is called `name`; its notes are `whose`. */
async function packageIn(number: number, name: string, whose: string): Promise<Brought> {
  const change = (db: Database): void => {
    const decks: Record<string, object> = JSON.parse(
      String(db.selectValue('SELECT decks FROM col')),
    );
    const only = { [number]: { ...decks['1'], id: number, name } };
    db.exec({ sql: 'UPDATE col SET decks = ?', bind: [JSON.stringify(only)] });
    db.exec({ sql: 'UPDATE cards SET did = ?, odid = 0, odue = 0', bind: [number] });
    db.exec({ sql: 'UPDATE notes SET guid = ? || guid', bind: [whose] });
  };
  return broughtByPackage(bytesOfArray(await forged(change)), clock);
}

function hereOf(rows: Rows): Here {
  return {
    ...rows,
    ...{ types: rows.noteTypes, decks: [...rows.decks.values()], answers: new Map() },
    deleted: new Set(),
    settings: rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS,
    media: new Map(),
  };
}

function afterImport(of: Brought, rows: Rows = NO_ROWS): Rows {
  const here = rows === NO_ROWS ? NOTHING_HERE : hereOf(rows);
  return rowsAfter(
    { kind: 'import', ...decide('a.apkg', of, here, DEFAULT_CHOICES).incoming },
    rows,
  );
}

function renamed(rows: Rows, id: string, name: string): Rows {
  const decks = [...rows.decks].map(([key, deck]) =>
    key === id ? ([key, { ...deck, name }] as const) : ([key, deck] as const),
  );
  return { ...rows, decks: new Map(decks) };
}

/** In which deck the notes of a person lie. */
function deckOf(rows: Rows, whose: string): string {
  const ids = [...rows.notes.values()].filter(({ id }) => id.startsWith(`anki-${whose}`));
  const names = new Set(ids.map(({ deckId }) => rows.decks.get(deckId)?.name ?? deckId));
  return [...names].join(', ');
}

test('[ANKI-29] somebody else’s deck of Anki’s own number is a deck of its own, also when it comes again', async () => {
  const mine = renamed(afterImport(await packageIn(1, 'Default', 'mine')), 'anki-1', 'Anatomy');
  const both = afterImport(await packageIn(1, 'Pharmacology', 'theirs'), mine);
  expect([deckOf(both, 'mine'), deckOf(both, 'theirs')]).toEqual(['Anatomy', 'Pharmacology']);
  const theirs = deckAt([...both.decks.values()], 'Pharmacology');
  const later = renamed(both, theirs?.id ?? '', 'Drugs');
  const again = afterImport(await packageIn(1, 'Pharmacology 2', 'theirs'), later);
  expect([...again.decks.values()].map(({ name }) => name)).toEqual(['Anatomy', 'Drugs']);
  expect(deckOf(again, 'theirs')).toBe('Drugs');
  const own = afterImport(await packageIn(1, 'Default', 'mine'), again);
  expect(deckOf(own, 'mine')).toBe('Anatomy');
  expect(own.decks.size).toBe(2);
});

test('[ANKI-29] a deck that was put with one of its name stays there when that is renamed', async () => {
  const file = await packageIn(77, 'Anatomy', 'theirs');
  const [deck] = file.decks;
  if (!deck) throw new Error('no deck');
  const mine = { ...deck, id: 'mine' as DeckId };
  const here = { ...NO_ROWS, decks: new Map([[mine.id, mine]]) };
  const later = renamed(afterImport(file, here), 'mine', 'Year 1');
  const again = afterImport(file, later);
  expect(deckOf(again, 'theirs')).toBe('Year 1');
  expect(again.decks.size).toBe(1);
});

test('[ANKI-29] notes that their author moved to another deck still follow there', async () => {
  const before = afterImport(await packageIn(77, 'Anatomy', 'theirs'));
  const after = afterImport(await packageIn(78, 'Physiology', 'theirs'), before);
  expect(deckOf(after, 'theirs')).toBe('Physiology');
});
