import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DuplicateIndex } from '../../../../src/domain/duplicates/duplicate-index.ts';
import { textOfNote } from '../../../../src/domain/duplicates/normal-text.ts';
import type { NoteId } from '../../../../src/kernel/ids.ts';
import { duplicatesAmong } from '../../../../src/domain/library/texts/duplicate-notes.ts';
import { LibraryIndex } from '../../../../src/domain/library/library-index.ts';
import type { Change } from '../../../../src/domain/collection/rows.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import { aRowNote, change, nothingHeld } from '../rows.ts';

const SENTENCES = [
  'Which valve lies at the apex of the heart?',
  'which <b>valve</b> lies at the apex of the heart',
  'Which valve lies at apex of the heart?',
  'Which valve lies at the base of the heart?',
  'Which valve of 4 lies at the apex of the heart?',
  'So which valve lies at the apex of the heart?',
  'Aorta',
  '',
];
const sentences = fc.oneof(fc.constantFrom(...SENTENCES), fc.string({ maxLength: 20 }));

/** Runs the pauses down. */
function nearestIn(index: LibraryIndex, text: string, except: string) {
  const steps = index.nearest(text, except as NoteId);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('[DUPLICATE-4] the library finds the nearest note as an index of those in use built anew does', () => {
  const written = fc.record({
    at: fc.nat(6),
    text: fc.option(sentences, { freq: 6 }),
    archived: fc.constantFrom(false, false, true),
  });
  let similar = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(written, sentences, fc.nat(6)), { minLength: 5, maxLength: 30 }),
      (history) => {
        const held = nothingHeld();
        const index = new LibraryIndex();
        for (const [{ at, text, archived }, asked, self] of history) {
          const note = text === null ? undefined : aRowNote(`n${at}`, [text], { archived });
          const changes: Change[] = [change(held, 'notes', `n${at}`, note)];
          index.change(changes);
          const inUse = [...held.notes.values()].filter((each) => !each.archived);
          const anew = new DuplicateIndex(
            inUse.map(({ id, fields }) => ({ id, text: textOfNote(fields, BASIC) })),
          );
          const found = nearestIn(index, asked, `n${self}`);
          const expected = anew.nearest(asked, `n${self}` as NoteId);
          expect(found?.similarity).toBe(expected?.similarity);
          expect(found?.noteId).not.toBe(`n${self}`);
          if (found && found.similarity < 1) similar++;
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(similar).toBeGreaterThan(30);
});

test('[DUPLICATE-4] the note that says the very same is named before one that only looks it', () => {
  const held = nothingHeld();
  change(held, 'notes', 'a', aRowNote('a', ['ha ha ha ha ha ha ha']));
  change(held, 'notes', 'b', aRowNote('b', ['Ha ha ha ha']));
  change(held, 'notes', 'c', aRowNote('c', ['Lub dub lub dub lub dub']));
  const index = new LibraryIndex();
  index.change(
    [...held.notes].map(
      ([key, after]) => ({ table: 'notes', key, before: undefined, after }) as Change,
    ),
  );
  expect(nearestIn(index, 'ha ha ha ha', 'x')).toEqual({ noteId: 'b', similarity: 1 });
});

test('[DUPLICATE-3] groups of notes in use are listed by the first one’s sort field, the largest first', () => {
  const held = nothingHeld();
  const texts = ['Aorta', 'One heart', 'one  heart', 'aorta', 'AORTA!', 'Alone'];
  texts.forEach((text, at) => {
    change(held, 'notes', `n${at}`, aRowNote(`n${at}`, [text]));
  });
  change(held, 'notes', 'old', aRowNote('old', ['Alone'], { archived: true }));
  const entries = [...held.notes.values()].map((note) => ({
    note,
    type: BASIC,
    sortText: String((note.fields as Record<string, string>).front),
  }));
  expect(
    duplicatesAmong(entries as never, 0.9).map(({ sortField, noteIds }) => [sortField, noteIds]),
  ).toEqual([
    ['Aorta', ['n0', 'n3', 'n4']],
    ['One heart', ['n1', 'n2']],
  ]);
});
