import { expect, test } from 'vitest';
import { mediaNamesIn, mediaNamesInCss } from '../../../src/domain/template/html/media-in-html.ts';
import { isSafeMediaName } from '../../../src/domain/media/name.ts';
import { broughtByPackage } from '../../../src/exchange/incoming/of-package.ts';
import { changedDatabase, filesIn, zipOf } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import expected from './fixtures/expected.json';

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };
const escaped = (name: string) =>
  name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const NAMES = [
  ...['a b.png', '100%.png', 'a%20c.png', '50%25.png', 'a#b.png', 'a?b.png', '?'],
  ...['e\u0301.png', '한글.png', '😀.png', '.hidden.png', '...png', 'CON.png', 'aux', 'lpt1.mp3'],
  ...['UPPER.PNG', 'upper.png', 'Upper.png', 'end.', ' begin.png', 'tab\there.png', 'semi;x.png'],
  ...[
    'quote".png',
    "it's.png",
    'amp&amp;.png',
    'less<b>.png',
    'ab:c.png',
    'star*.png',
    'pipe|.png',
  ],
  ...[`${'x'.repeat(251)}.png`, 'é'.repeat(125), `${'漢'.repeat(80)}.png`, 'no-ending', 'x.tar.gz'],
  ...['[in].mp3', 'zero\u200bwidth.png', 'right\u202eleft.png', '_style.css', '%.png', '%zz.png'],
];

/** A package whose notes refer to files of these names, one each, by `written`. */
async function packageOf(names: readonly string[], written: (name: string) => string) {
  const files = filesIn('oldest.apkg');
  const database = await changedDatabase(files['collection.anki2'] ?? new Uint8Array(), (db) => {
    const ids = db.selectValues('SELECT id FROM notes ORDER BY id');
    const all = names.map(written).join(' ');
    db.exec({
      sql: 'UPDATE notes SET flds = ? WHERE id = ?',
      bind: [`Q ${all}\x1f${all}`, ids[0]] as never,
    });
  });
  const list = JSON.stringify(Object.fromEntries(names.map((name, at) => [String(at), name])));
  const own = Object.fromEntries(
    names.map((_, at) => [String(at), new TextEncoder().encode(at === 0 ? '' : `file ${at}`)]),
  );
  const bytes = zipOf({ 'collection.anki2': database, media: list, ...own });
  return broughtByPackage(bytesOfArray(bytes), clock);
}

test.each<[string, (name: string) => string]>([
  ['as it is', (name) => `<img src="${escaped(name)}">`],
  ['with percent signs', (name) => `<img src="${encodeURIComponent(name)}">`],
  ['in single quotes', (name) => `<img src='${escaped(name).replaceAll("'", '&#39;')}'>`],
])('[ANKI-55] notes that write an unusual name %s find their file', async (_, written) => {
  const brought = await packageOf(NAMES, written);
  expect(brought.media).toHaveLength(NAMES.length);
  const given = new Set<string>(brought.media.map(({ name }) => name));
  expect(given.size).toBe(NAMES.length);
  for (const name of given) expect([name, isSafeMediaName(name)]).toEqual([name, true]);
  const fields = brought.notes.flatMap((note) => Object.values(note.fields));
  const named = mediaNamesIn(fields.find((field) => field.startsWith('Q <')) ?? '');
  expect(named.filter((name) => !given.has(name))).toEqual([]);
  expect(named).toHaveLength(NAMES.length);
  // Each finds its own, in the list's order.
  const contents = await Promise.all(
    named.map(async (name) => {
      const file = brought.media.find((each) => each.name === name);
      return new TextDecoder().decode(await file?.read());
    }),
  );
  expect(contents).toEqual(NAMES.map((_, at) => (at === 0 ? '' : `file ${at}`)));
});

test('[ANKI-55] templates and styles follow a file as notes do', async () => {
  const files = filesIn('oldest.apkg');
  const css = '.card { background: url("_b%20c?.png"); src: url(_d*.woff2) }';
  const front = '<img src="_a?.png"><video poster=\'_b%20c?.png\'></video>{{Front}}';
  const database = await changedDatabase(files['collection.anki2'] ?? new Uint8Array(), (db) => {
    const types = JSON.parse(String(db.selectValue('SELECT models FROM col'))) as Record<
      string,
      { css: string; tmpls: { qfmt: string }[] }
    >;
    for (const type of Object.values(types)) {
      type.css = css;
      for (const template of type.tmpls) template.qfmt = front;
    }
    db.exec({ sql: 'UPDATE col SET models = ?', bind: [JSON.stringify(types)] });
  });
  const list = { 0: '_a?.png', 1: '_b c?.png', 2: '_d*.woff2' };
  const { types } = await broughtByPackage(
    bytesOfArray(
      zipOf({ 'collection.anki2': database, media: JSON.stringify(list), 0: '', 1: '', 2: '' }),
    ),
    clock,
  );
  for (const type of types) {
    expect(mediaNamesInCss(type.css)).toEqual(['_b c_.png', '_d_.woff2']);
    for (const { front: side } of type.templates) {
      expect(mediaNamesIn(side)).toEqual(['_a_.png', '_b c_.png']);
    }
  }
});

test('[ANKI-56] what is listed and not there is named, and what is there and not listed as well', async () => {
  const files = filesIn('oldest.apkg');
  const own = { ...files, media: JSON.stringify({ 0: 'a.png', 5: 'gone.png' }), 1: 'x', 9: 'y' };
  const brought = await broughtByPackage(bytesOfArray(zipOf(own)), clock);
  expect(brought.media.map(({ name }) => name)).toEqual(['a.png']);
  expect(brought.problems).toEqual([
    '1 file is listed and not there: “gone.png”.',
    '2 things in the file are not in its list, and are left out: “1”, “9”.',
  ]);
  const { media: _, ...without } = files;
  const none = await broughtByPackage(bytesOfArray(zipOf(without)), clock);
  expect(none.media).toEqual([]);
  expect(none.problems).toEqual([
    '2 things in the file are not in its list, and are left out: “0”, “1”.',
  ]);
  expect(none.notes).toHaveLength(expected.notes);
});
