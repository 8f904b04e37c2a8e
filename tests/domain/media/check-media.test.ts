import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoteId } from '../../../src/kernel/ids.ts';
import {
  checkMedia,
  type MediaToCheck,
  OVERSIZED_BYTES,
} from '../../../src/domain/media/check-media.ts';
import type { MediaFile, MediaName } from '../../../src/domain/media/media-file.ts';
import { isSafeMediaName } from '../../../src/domain/media/name.ts';

function file(id: string, more: Partial<MediaFile> = {}): MediaFile {
  return {
    id: id as MediaName,
    sha256: `sha of ${id}`,
    bytes: 100,
    type: 'image/png',
    addedAtMillis: 0,
    ...more,
  };
}

/** Notes by id with the names they refer to; every content is there unless `lost`. */
function check(
  files: readonly MediaFile[],
  notes: Readonly<Record<string, readonly string[]>> = {},
  more: { readonly elsewhere?: readonly string[]; readonly lost?: readonly string[] } = {},
) {
  return checkMedia({
    files,
    references: Object.entries(notes).map(([noteId, names]) => ({
      noteId: noteId as NoteId,
      names,
    })),
    elsewhere: new Set(more.elsewhere),
    contents: new Set(files.map(({ sha256 }) => sha256).filter((sha) => !more.lost?.includes(sha))),
  });
}

test('[MEDIA-9] a collection in order has empty lists', () => {
  expect(check([file('a.png'), file('b.png')], { one: ['a.png', 'b.png', 'a.png'] })).toEqual({
    fileCount: 2,
    bytes: 200,
    missing: [],
    unused: [],
    oversized: [],
    broken: [],
    duplicates: [],
    misnamed: [],
  });
  expect(check([])).toMatchObject({ fileCount: 0, bytes: 0, missing: [] });
});

test('[MEDIA-9] missing: a name that is referred to, with the notes, once each', () => {
  const { missing } = check([], { one: ['b.png', 'b.png', 'a.png'], two: ['b.png'] });
  expect(missing).toEqual([
    { name: 'a.png', noteIds: ['one'], isElsewhere: false },
    { name: 'b.png', noteIds: ['one', 'two'], isElsewhere: false },
  ]);
  expect(check([], {}, { elsewhere: ['_logo.png'] }).missing).toEqual([
    { name: '_logo.png', noteIds: [], isElsewhere: true },
  ]);
});

test.each([
  ['Foo.PNG', 'foo.png'],
  ['foo bar.png', 'foo_bar.png'],
  ['foo%20bar.png', 'foo bar.png'],
  ['foo\u00a0 bar.png', 'foo bar.png'],
  ['images/foo.png', 'foo.png'],
  ['foo.jpeg', 'foo.JPG'],
  ['a:b.png', 'a_b.png'],
  ['ﬁlm.png', 'film.png'],
])(
  '[MEDIA-10] for the missing %j, %j is likely to be meant, and is then not unused',
  (name, there) => {
    const { missing, unused } = check([file(there), file('other.png')], { one: [name] });
    expect(missing).toMatchObject([{ name, instead: there }]);
    expect(unused.map(({ id }) => id)).toEqual(['other.png']);
  },
);

test('[MEDIA-10] nothing is guessed where two different files might be meant, or none', () => {
  const alike = [file('Foo.png'), file('FOO.png')];
  expect(check(alike, { one: ['foo.png'] }).missing[0]).not.toHaveProperty('instead');
  const same = alike.map((each) => ({ ...each, sha256: 'same' }));
  expect(check(same, { one: ['foo.png'] }).missing[0]?.instead).toBe('FOO.png');
  expect(check([file('fool.png')], { one: ['foo.png'] }).missing[0]).not.toHaveProperty('instead');
});

test('[MEDIA-9] accents written apart or together name the same file', () => {
  for (const [there, written] of [
    ['é.png', 'e\u0301.png'],
    ['e\u0301.png', 'é.png'],
  ]) {
    const { missing, unused } = check([file(there ?? '')], { one: [written ?? ''] });
    expect([missing, unused]).toEqual([[], []]);
  }
});

test('[MEDIA-9] unused: referred to by no note, template, styling or half-written note', () => {
  const files = [file('note.png'), file('css.png'), file('_kept.png'), file('nobody.png')];
  const { unused } = check(files, { one: ['note.png'] }, { elsewhere: ['css.png'] });
  expect(unused.map(({ id }) => id)).toEqual(['nobody.png']);
});

test('[MEDIA-9] oversized: above 5 MB, the largest first', () => {
  const sizes = { a: OVERSIZED_BYTES, b: OVERSIZED_BYTES + 1, c: OVERSIZED_BYTES * 3 };
  const files = Object.entries(sizes).map(([id, bytes]) => file(id, { bytes }));
  expect(check(files).oversized.map(({ id }) => id)).toEqual(['c', 'b']);
});

test('[MEDIA-9] broken: known, but its content is gone, with the notes it is missed in', () => {
  const { broken } = check(
    [file('a.png'), file('b.png')],
    { one: ['a.png'] },
    {
      lost: ['sha of a.png'],
    },
  );
  expect(broken).toEqual([{ file: file('a.png'), noteIds: ['one'] }]);
});

test('[MEDIA-9] duplicates: one content under several names, its space counted once', () => {
  const files = [file('a.png'), file('c.png', { sha256: 'x' }), file('b.png', { sha256: 'x' })];
  const { duplicates, bytes } = check(files);
  expect(duplicates.map((same) => same.map(({ id }) => id))).toEqual([['b.png', 'c.png']]);
  expect(bytes).toBe(200);
});

test('[MEDIA-9] misnamed: a name that is not safe, the safe one it would get, and its notes', () => {
  const files = [
    file('CON.png'),
    file('a:b.png', { sha256: '0123456789' }),
    file('A_B.png'),
    file('x"y.ttf', { type: '?' }),
  ];
  const { misnamed } = check(files, { one: ['a:b.png'] }, { elsewhere: ['x"y.ttf'] });
  expect(misnamed.map((each) => [each.file.id, each.to, each.noteIds, each.isElsewhere])).toEqual([
    ['CON.png', 'CON_.png', [], false],
    ['a:b.png', 'a_b-01234567.png', ['one'], false],
    ['x"y.ttf', 'x_y.ttf', [], true],
  ]);
});

const anyName = fc.constantFrom(
  ...['a.png', 'A.png', 'a b.png', 'a_b.png', 'a%20b.png', 'é.png', 'e\u0301.png', 'x/y.png'],
  ...['CON.png', '_c.png', 'd.jpg', 'd.jpeg', 'e<.png', 'e_.png', '', '__proto__', 'constructor'],
);
const anyMedia: fc.Arbitrary<MediaToCheck> = fc.record({
  files: fc.uniqueArray(
    fc
      .tuple(anyName, fc.constantFrom('1', '2', '3'))
      .map(([name, sha]) => file(name, { sha256: sha.repeat(64) })),
    { selector: ({ id }) => id },
  ),
  references: fc
    .array(fc.array(anyName, { maxLength: 5 }), { maxLength: 6 })
    .map((notes) => notes.map((names, index) => ({ noteId: `note ${index}` as NoteId, names }))),
  elsewhere: fc.array(anyName, { maxLength: 3 }).map((names) => new Set(names)),
  contents: fc.subarray(['1', '2', '3']).map((shas) => new Set(shas.map((sha) => sha.repeat(64)))),
});

test('[MEDIA-9] the lists say what looking at every reference one by one would say', () => {
  fc.assert(
    fc.property(anyMedia, (media) => {
      const found = checkMedia(media);
      const isThere = (name: string) =>
        media.files.some(({ id }) => id.normalize('NFC') === name.normalize('NFC'));
      const written = [...media.references.flatMap(({ names }) => names), ...media.elsewhere].map(
        (name) => name.normalize('NFC'),
      );
      const absent = new Set(written.filter((name) => !isThere(name)));
      expect(new Set(found.missing.map(({ name }) => name))).toEqual(absent);
      for (const { name, noteIds, isElsewhere, instead } of found.missing) {
        expect(noteIds.length > 0 || isElsewhere).toBe(true);
        expect(new Set(noteIds).size).toBe(noteIds.length);
        if (instead !== undefined) expect(isThere(instead)).toBe(true);
        expect(isThere(name)).toBe(false);
      }
      // Nothing that anything refers to is called unused.
      for (const { id } of found.unused) {
        expect(written).not.toContain(id.normalize('NFC'));
        expect(found.missing.some(({ instead }) => instead === id)).toBe(false);
      }
      const targets = found.misnamed.map(({ to }) => to);
      expect(targets.every(isSafeMediaName)).toBe(true);
      const after = [...media.files.map(({ id }) => id), ...targets].map((id) => id.toLowerCase());
      const own = media.files.map(({ id }) => id.toLowerCase());
      expect(new Set(after).size).toBe(new Set(own).size + targets.length);
    }),
    { numRuns: 300 },
  );
});
