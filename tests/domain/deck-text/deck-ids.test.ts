import { expect, test } from 'vitest';
import { fileIdOf, isName, nameFrom, ownIdsOf } from '../../../src/domain/deck-text/deck-ids.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';
import { DECK } from '../../support/collection.ts';

const ids = (...names: string[]) => names as NoteId[];

test('[DECK-19] a file that was saved names the notes that a person added, and finds them again', () => {
  const [fact, added, strange] = ids('deck:fact', 'added-1', 'k§7 q');
  if (!fact || !added || !strange) throw new Error('no ids');
  const own = ownIdsOf(DECK, [fact, added, strange]);
  expect(own(fact)).toBe(fact);
  expect(own(`deck:${fileIdOf(DECK, added)}` as NoteId)).toBe(added);
  expect(own(`deck:${fileIdOf(DECK, strange)}` as NoteId)).toBe(strange);
  // A fact that nobody has is new, also where a note of another deck is called so.
  expect(own('deck:unknown' as NoteId)).toBe('deck:unknown');
  expect(own('other:added-1' as NoteId)).toBe('other:added-1');
});

test('[DECK-19] a note of the file keeps its id where one that was added is called like it', () => {
  const own = ownIdsOf(DECK, ids('deck:dose', 'dose'));
  expect(own('deck:dose' as NoteId)).toBe('deck:dose');
});

test('[DECK-19] what no file may hold as an id is written otherwise, and the same each time', () => {
  expect(fileIdOf(DECK, 'deck:dose' as NoteId)).toBe('dose');
  expect(fileIdOf(DECK, 'dose' as NoteId)).toBe('dose');
  const hard = 'k§7 q' as NoteId;
  expect(fileIdOf(DECK, hard)).toMatch(/^note-k-7-q-\d+$/);
  expect(fileIdOf(DECK, hard)).toBe(fileIdOf(DECK, hard));
  expect(fileIdOf(DECK, 'k§7 r' as NoteId)).not.toBe(fileIdOf(DECK, hard));
  const long = 'a'.repeat(200) as NoteId;
  expect(fileIdOf(DECK, long)).toMatch(/^note-a{40}-\d+$/);
  expect(isName(fileIdOf(DECK, long))).toBe(true);
});

test.each([
  ['a', true],
  ['_a', true],
  ['7', true],
  ['é.b-c_d', true],
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
  ['😀'.repeat(64), false],
  ['𝒜'.repeat(64), true],
  [`${'𝒜'.repeat(64)}a`, false],
  ['', false],
  ['.a', false],
  ['-a', false],
  ['a b', false],
  ['a:b', false],
  ['a\nb', false],
])('[DECK-8] whether the id of a deck or fact can be %j', (name, can) => {
  expect(isName(name)).toBe(can);
});

test.each([
  ['The {{c1::dose}} is 300 mg, every 4 weeks', 'the-dose-is-300-mg'],
  ['{{c1,2::Both}} hidden', 'both-hidden'],
  ['  — ¿Qué?  ', 'qué'],
  ['!?…', ''],
  ['', ''],
  [`${'abcdefghij'.repeat(6)}`, 'abcdefghij'.repeat(6).slice(0, 48)],
  [`${'a'.repeat(47)} bcd`, 'a'.repeat(47)],
  [`${'! '.repeat(100)}late`, ''],
  [`${'! '.repeat(98)}late`, 'late'],
])('[DECK-19] an id made of the first words of %j', (text, id) => {
  expect(nameFrom(text)).toBe(id);
});
