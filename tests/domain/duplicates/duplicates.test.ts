import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { DuplicateIndex } from '../../../src/domain/duplicates/duplicate-index.ts';
import { findDuplicates } from '../../../src/domain/duplicates/find-duplicates.ts';
import { normalText, textOfNote } from '../../../src/domain/duplicates/normal-text.ts';
import { shinglesOf } from '../../../src/domain/duplicates/shingles.ts';
import { hasTellingDifference } from '../../../src/domain/duplicates/telling-difference.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';
import { stock } from '../lint/notes.ts';

const idOf = (index: number) => `n${index + 1}` as NoteId;
const notesOf = (...texts: string[]) => texts.map((text, index) => ({ id: idOf(index), text }));
const groupsOf = (similarity: number, ...texts: string[]) =>
  findDuplicates(notesOf(...texts), { similarity });
const nearest = (text: string, ...others: string[]) =>
  new DuplicateIndex(notesOf(...others)).nearest(text)?.similarity ?? 0;

/** Similarity by the definition, with sets. */
function naive(a: string, b: string): number {
  const [x, y] = [normalText(a), normalText(b)];
  if (x === '' || y === '') return 0;
  if (x === y) return 1;
  if (hasTellingDifference(x, y)) return 0;
  const runs = (text: string) => {
    const padded = ` ${text} `;
    const starts = Array.from({ length: Math.max(1, padded.length - 4) }, (_, start) => start);
    return new Set(starts.map((start) => padded.slice(start, start + 5)));
  };
  const [left, right] = [runs(x), runs(y)];
  const shared = [...left].filter((run) => right.has(run)).length;
  return shared / (left.size + right.size - shared);
}

/** Short texts that often come out alike. */
const anyText = fc
  .array(
    fc.constantFrom(
      'which',
      'nerve',
      'nerves',
      'supplies',
      'the',
      'deltoid',
      'biceps',
      'muscle',
      'of',
      'in',
      'left',
      'right',
      'not',
      '2',
      '3',
      'oedema',
      'edema',
      'treatment',
      'a',
      '+',
      '?',
      'Which',
    ),
    { maxLength: 9 },
  )
  .map((words) => words.join(' '));

describe('the same', () => {
  test.each([
    ['case, spaces and punctuation', 'The aorta is  wide.', 'the AORTA is wide!'],
    ['signs written in other ways', 'CO₂ in α-cells', 'CO2 in α‑cells'],
    ['signs and nothing else', '→', ' → '],
    ['signs that nobody sees', 'as\u00adpirin \u200bdose', 'aspirin dose'],
    ['apostrophes', 'Crohn’s ʻileitis', "Crohn's 'ileitis"],
    ['ligatures and micro', 'de\ufb01ne \u00b5g', 'define \u03bcg'],
  ])('[DUPLICATE-1] texts that differ in %s are', (_, a, b) => {
    expect(groupsOf(0.8, a, b)).toEqual([{ kind: 'same', noteIds: ['n1', 'n2'], similarity: 1 }]);
    expect(nearest(a, b)).toBe(1);
  });

  test.each([
    ['pH > 7', 'pH < 7'],
    ['Na↑', 'Na↓'],
    ['T = -5', 'T = 5'],
    ['5%', '5'],
    ['10⁶ cells', '106 cells'],
    ['10<sup>6</sup> cells', '106 cells'],
    ['½ tablet', '12 tablet'],
  ])('[DUPLICATE-1] %s and %s are not', (a, b) => {
    expect(groupsOf(1, a, b)).toEqual([]);
    expect(nearest(a, b)).toBe(0);
  });

  test('[DUPLICATE-1] two pictures under the same words are two notes, and deletions do not count', () => {
    const text = (id: string, fields: Record<string, string>) =>
      textOfNote(fields as FieldTexts, stock(id));
    const first = text('basic', { front: 'What is <b>this</b>?<img src="a.png">' });
    const second = text('basic', { front: 'What is this? <img src="b.png">' });
    expect(groupsOf(0.5, first, second)).toEqual([]);
    expect(
      groupsOf(1, first, text('basic', { front: 'What is this?<img src="a.png">' })),
    ).toHaveLength(1);
    expect(text('cloze', { text: 'The {{c1::aorta::which}} is {{c2::wide}}.' })).toBe(
      'The aorta is wide.',
    );
  });

  test('[DUPLICATE-1] notes without text are in no group', () => {
    expect(groupsOf(0.8, '', ' ', '')).toEqual([]);
    const index = new DuplicateIndex(notesOf('', ''));
    expect([index.size, index.same(''), index.nearest('')]).toEqual([0, [], undefined]);
  });
});

describe('nearly the same', () => {
  test.each([
    [
      'Which nerve supplies the deltoid muscle?',
      'The deltoid muscle: which nerve supplies it?',
      0.6,
    ],
    ['Which nerve supplies the deltoid?', 'Which nerve supplies the deltoid muscle?', 0.75],
    ['What is the treatment of cerebral oedema?', 'What is the treatment of cerebral edema?', 0.7],
    ['What are the causes of acute pancreatitis?', 'What are causes of acute pancreatitis?', 0.8],
  ])('[DUPLICATE-2] %s / %s', (a, b, atLeast) => {
    const [group] = groupsOf(atLeast, a, b);
    expect(group).toMatchObject({ kind: 'similar', noteIds: ['n1', 'n2'] });
    expect(group?.similarity).toBeGreaterThanOrEqual(atLeast);
    expect(group?.similarity).toBeLessThan(1);
  });

  test.each([
    [
      'a main word',
      'Which nerve supplies the deltoid muscle of the arm?',
      'Which nerve supplies the triceps muscle of the arm?',
    ],
    [
      'a number',
      'Which type 1 lesion is seen in the long bones of the leg?',
      'Which type 2 lesion is seen in the long bones of the leg?',
    ],
    [
      'a side',
      'What does a lesion of the left optic tract lead to?',
      'What does a lesion of the right optic tract lead to?',
    ],
    [
      'a negation',
      'Which antibodies cross the human placenta in pregnancy?',
      'Which antibodies do not cross the human placenta in pregnancy?',
    ],
    [
      'a look-alike',
      'What is the first-line treatment of hypertension in adults?',
      'What is the first-line treatment of hypotension in adults?',
    ],
    [
      'a letter',
      'Which disease does a lack of vitamin C lead to in adults?',
      'Which disease does a lack of vitamin D lead to in adults?',
    ],
    [
      'a Roman number',
      'Where does cranial nerve III leave the brain stem?',
      'Where does cranial nerve VI leave the brain stem?',
    ],
  ])('[DUPLICATE-2] not where %s is another', (_, a, b) => {
    expect(groupsOf(0.5, a, b)).toEqual([]);
    expect(nearest(a, b)).toBe(0);
  });

  test('[DUPLICATE-2] similarity is the same either way', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const there = new DuplicateIndex(notesOf(b)).nearest(a, undefined, 0.5)?.similarity;
        const back = new DuplicateIndex(notesOf(a)).nearest(b, undefined, 0.5)?.similarity;
        expect(there).toBe(back);
        const expected = naive(a, b);
        expect(there ?? 0).toBeCloseTo(expected >= 0.5 ? expected : 0, 10);
      }),
      { numRuns: 300 },
    );
  });
});

describe('groups', () => {
  test('[DUPLICATE-3] whoever is similar to one of a group belongs to it, and to no other', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 12 }),
        fc.constantFrom(0.5, 0.7, 0.8, 1),
        (texts, similarity) => {
          const groups = groupsOf(similarity, ...texts);
          const together = (a: number, b: number) =>
            groups.some(({ noteIds }) => noteIds.includes(idOf(a)) && noteIds.includes(idOf(b)));
          const linked = texts.map((text, at) =>
            texts.map((other, to) => at !== to && naive(text, other) >= similarity),
          );
          for (const [middle] of texts.entries()) {
            for (const row of linked) {
              if (row[middle])
                linked[middle]?.forEach((is, to) => {
                  if (is) row[to] = true;
                });
            }
          }
          for (const [a] of texts.entries()) {
            for (const [b] of texts.entries()) {
              if (a !== b) expect(together(a, b)).toBe(linked[a]?.[b]);
            }
          }
          const all = groups.flatMap(({ noteIds }) => noteIds);
          expect(new Set(all).size).toBe(all.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('[DUPLICATE-3] the order in which notes come does not matter to who is with whom', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 10 }), (texts) => {
        const sets = (notes: { id: NoteId; text: string }[]) =>
          findDuplicates(notes, { similarity: 0.7 })
            .map(({ kind, noteIds }) => `${kind} ${[...noteIds].sort().join()}`)
            .sort();
        const notes = notesOf(...texts);
        expect(sets(notes.toReversed())).toEqual(sets(notes));
      }),
    );
  });

  test('[DUPLICATE-3] groups and their notes come in the order given, with the least similarity', () => {
    const groups = groupsOf(
      0.8,
      'spleen',
      'aorta',
      'Which nerve supplies the deltoid?',
      'Aorta.',
      'Which nerve supplies the deltoids?',
      'aorta!',
      'liver',
    );
    expect(groups.map(({ kind, noteIds }) => [kind, noteIds])).toEqual([
      ['same', ['n2', 'n4', 'n6']],
      ['similar', ['n3', 'n5']],
    ]);
  });

  test('[DUPLICATE-3] among very many notes that are much alike the two that belong together are found', () => {
    const parts = [
      'cause',
      'sign',
      'dose',
      'site',
      'gene',
      'test',
      'stage',
      'nerve',
      'vein',
      'drug',
    ];
    const texts = Array.from({ length: 20_000 }, (_, index) => {
      const digits = [...String(index).padStart(5, '0')].map((digit) => parts[Number(digit)]);
      return `What is the ${digits.join(' of ')} of item ${index}?`;
    });
    texts[777] = `${texts[19_000] ?? ''} Say it.`;
    const twins = groupsOf(0.8, ...texts).map(({ noteIds }) => noteIds);
    expect(twins).toEqual([['n778', 'n19001']]);
    expect(groupsOf(0.8, ...texts.map(() => 'the same'))).toHaveLength(1);
  });
});

describe('an index kept up', () => {
  test('[DUPLICATE-4] answers as one built anew, and never with the note itself', () => {
    const change = fc.tuple(fc.nat(6), fc.option(anyText, { nil: undefined }));
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 25 }),
        anyText,
        fc.nat(6),
        (changes, asked, self) => {
          const index = new DuplicateIndex();
          const texts = new Map<NoteId, string>();
          for (const [number, text] of changes) {
            if (text === undefined) {
              index.delete(idOf(number));
              texts.delete(idOf(number));
            } else {
              index.set(idOf(number), text);
              texts.set(idOf(number), text);
            }
          }
          const others = [...texts].filter(
            ([id, text]) => id !== idOf(self) && normalText(text) !== '',
          );
          const same = others
            .filter(([, text]) => normalText(text) === normalText(asked))
            .map(([id]) => id);
          expect(index.same(asked, idOf(self)).sort()).toEqual(same.sort());
          const best = Math.max(0, ...others.map(([, text]) => naive(asked, text)));
          const found = index.nearest(asked, idOf(self));
          expect(found?.similarity ?? 0).toBeCloseTo(best >= 0.8 ? best : 0, 10);
          expect(found?.noteId).not.toBe(idOf(self));
          expect(index.size).toBe(
            [...texts.values()].filter((text) => normalText(text) !== '').length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('[DUPLICATE-4] what was taken out thousands of times is not kept', () => {
    const index = new DuplicateIndex();
    for (let time = 0; time < 5000; time += 1) index.set(idOf(time % 10), `text number ${time}`);
    expect(index.size).toBe(10);
    expect(index.nearest('text number 4999')).toEqual({ noteId: idOf(9), similarity: 1 });
    expect(index.nearest('text number 17')).toBeUndefined();
  });
});

test('[DUPLICATE-2] a text shorter than a shingle has one', () => {
  expect([...shinglesOf('a')]).toHaveLength(1);
  expect(shinglesOf('abcdefgh')).toHaveLength(6);
  expect([...shinglesOf('aaaaaaaaaaaa')]).toHaveLength(3);
});

describe('the index', () => {
  const asked = 'Which nerve supplies the deltoid muscle of the arm?';
  const near = 'Which nerve supplies the deltoid muscle of the arm, then?';
  const nearer = 'Which nerve supplies a deltoid muscle of the arm?';

  test('[DUPLICATE-4] the nearest of several is named, in whatever order they were written', () => {
    const far = 'Which nerve supplies a deltoid muscle, then?';
    const likeness = (...others: string[]) =>
      new DuplicateIndex(notesOf(...others)).nearest(asked, undefined, 0.4)?.similarity ?? 0;
    expect(new Set([near, nearer, far].map((text) => likeness(text))).size).toBe(3);
    for (const [one, other] of [
      [near, nearer],
      [near, far],
      [nearer, far],
    ] as const) {
      const best = Math.max(likeness(one), likeness(other));
      expect([likeness(one, other), likeness(other, one)]).toEqual([best, best]);
    }
  });

  test('[DUPLICATE-2] a word is alike at either end of a text and in the middle of it', () => {
    const all = new Set(shinglesOf('nerve nerve nerve'));
    expect([...shinglesOf('nerve')].filter((run) => !all.has(run))).toEqual([]);
    expect(shinglesOf('x')).toHaveLength(1);
  });

  test('[DUPLICATE-4] a note under a new text, or taken out, is found by the old one no more', () => {
    const index = new DuplicateIndex(notesOf(asked, 'Aorta'));
    index.set(idOf(0), 'Something else');
    expect([index.same(asked), index.nearest(asked), index.size]).toEqual([[], undefined, 2]);
    expect(index.same('something  ELSE')).toEqual(['n1']);
    index.set(idOf(2), 'Aorta');
    expect(index.same('aorta').sort()).toEqual(['n2', 'n3']);
    expect(index.same('aorta', idOf(1))).toEqual(['n3']);
    expect(index.nearest('aorta', idOf(1))).toEqual({ noteId: 'n3', similarity: 1 });
    index.delete(idOf(1));
    index.set(idOf(2), '');
    expect([index.same('aorta'), index.size]).toEqual([[], 1]);
    index.delete(idOf(1));
    expect(index.size).toBe(1);
  });

  test('[DUPLICATE-4] after thousands of changes it finds what it would find anew', () => {
    const index = new DuplicateIndex(notesOf(asked));
    for (let at = 0; at < 3000; at += 1) index.set(idOf(1), `Which muscle is number ${at}`);
    expect(index.size).toBe(2);
    expect(index.nearest(near)).toEqual(new DuplicateIndex(notesOf(asked)).nearest(near));
    expect(index.same('which muscle is number 2999')).toEqual(['n2']);
    expect(index.same('which muscle is number 2998')).toEqual([]);
  });
});
