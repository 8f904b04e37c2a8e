import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { nodeIo } from '../../src/cli/node-io.ts';
import { EXAMPLE } from '../exchange/example.ts';
import { realPackage, zipOf } from '../support/anki-package.ts';
import { collectionFileOf } from '../support/collection-file.ts';
import expected from '../exchange/anki/fixtures/expected.json';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function inFolder(name: string, content: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), content);
  return folder;
}

/** What `rounds import NAME` prints of a file with this content. */
async function imported(name: string, content: Uint8Array | string, ...options: string[]) {
  const folder = await inFolder(name, content);
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    ...nodeIo(folder, {}),
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
  };
  const code = await run(['import', name, ...options], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function preview(name: string, content: Uint8Array | string) {
  const { code, out } = await imported(name, content, '--dry-run', '--json');
  return { code, ...(JSON.parse(out) as object) };
}

const ELSEWHERE =
  '1 card lies in another deck than most of its note, and is studied with the others.';
const LIMITED =
  '1 deck has limits or a desired retention of its own, and those of its options hold here: “Med::Lung”.';

test('[ANKI-13] packages of Anki’s in numbers', async () => {
  const counts = { notes: expected.notes, cards: expected.cards.length, reviews: expected.reviews };
  for (const name of ['oldest.apkg', 'older.apkg', 'newest.apkg']) {
    expect(await preview(name, realPackage(name))).toEqual({
      code: 0,
      ...counts,
      media: 2,
      types: 4,
      decks: 3,
      problems: [ELSEWHERE, LIMITED],
    });
  }
  expect(await preview('whole.colpkg', realPackage('whole.colpkg'))).toMatchObject({
    ...counts,
    media: 3,
    types: expected.types.length,
    decks: 3,
  });
  // Whatever the file is called.
  expect(await preview('deck.zip', realPackage('newest.apkg'))).toMatchObject(counts);
});

test('[ANKI-13] texts, deck files and collections of ours in numbers', async () => {
  const nothing = { code: 0, reviews: 0, media: 0, problems: [] };
  expect(await preview('words.txt', 'a\tb\nc\td\n')).toEqual({
    ...nothing,
    notes: 2,
    cards: 2,
    types: 1,
    decks: 1,
  });
  const csv = '#separator:comma\n#deck column:1\nA,"The {{c1::x}} and {{c2::y}}"\nB::C,front\n';
  expect(await preview('words.csv', csv)).toEqual({
    ...nothing,
    notes: 2,
    cards: 3,
    types: 2,
    decks: 2,
  });
  const deck = '# T\n- deck: t\n## S\n### a\nThe {{c1::sky}} is {{c2::blue}}.\n- source: B\n';
  for (const name of ['deck.md', 'deck.txt']) {
    expect(await preview(name, deck)).toMatchObject({ notes: 1, cards: 2, types: 1, decks: 1 });
  }
  expect(await preview('mine.rounds', await collectionFileOf(EXAMPLE))).toEqual({
    ...nothing,
    notes: 1,
    cards: 1,
    reviews: 1,
    types: 1,
    decks: 1,
  });
});

test('[ANKI-13] texts in UTF-16, as a spreadsheet writes them, and in old letters', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('ä\tb\n', 'utf16le')]);
  expect(await preview('words.txt', utf16)).toMatchObject({ notes: 1, problems: [] });
  const old = await preview('words.txt', new Uint8Array([0xe4, 9, 98, 10]));
  expect(old).toMatchObject({ notes: 1, problems: [expect.stringContaining('not in UTF-8')] });
});

test('[ANKI-12] a note type that brings a script is named', async () => {
  const front = '<script>alert(1)</script>{{Front}}';
  const { forged } = await import('../support/anki-package.ts');
  const file = await forged((db) => {
    const models = JSON.parse(String(db.selectValue('SELECT models FROM col'))) as Record<
      string,
      { name: string; tmpls: { qfmt: string }[] }
    >;
    for (const { name, tmpls } of Object.values(models)) {
      if (name === 'Basic' && tmpls[0]) tmpls[0].qfmt = front;
    }
    db.exec({ sql: 'UPDATE col SET models = ?', bind: [JSON.stringify(models)] });
  });
  expect(await preview('scripts.apkg', file)).toMatchObject({
    problems: ['1 note type brings scripts, which Rounds never runs: “Basic”.', ELSEWHERE, LIMITED],
  });
});

test('[ANKI-13] in words, and with nothing changed', async () => {
  const { code, out, err } = await imported('a.apkg', realPackage('newest.apkg'), '--dry-run');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('20 cards of 17 notes in 3 decks, 4 note types, 16 reviews, 2 media files');
  expect(out).toContain('This is what would come. Nothing was changed.');
  expect(out).toContain(`Problems: 2\n  ${ELSEWHERE}`);
});

test('[ANKI-14] a file of which nothing can come is exit code 1, with what to do', async () => {
  const other = await imported('a.apkg', zipOf({ 'a.txt': 'x' }), '--dry-run', '--json');
  expect(other.code).toBe(1);
  expect(other.err).toContain('a.apkg: This is no package of Anki’s.');
  expect(JSON.parse(other.out)).toEqual({
    notes: 0,
    cards: 0,
    reviews: 0,
    media: 0,
    types: 0,
    decks: 0,
    problems: [expect.stringContaining('whose name ends in .apkg or .colpkg')],
  });
  const database = await imported('c.anki2', 'SQLite format 3\0 and more', '--dry-run');
  expect(database).toMatchObject({ code: 1, err: expect.stringContaining('This is a database') });
  const binary = await imported('a.txt', new Uint8Array([1, 0, 2]), '--dry-run');
  expect(binary.err).toContain('neither a text nor a file that Rounds knows');
  expect((await imported('a.rounds', zipOf({ 'manifest.json': '{' }), '--dry-run')).code).toBe(1);
});

test('[ANKI-13] called wrongly it says how it is called', async () => {
  expect((await imported('a.txt', 'a')).code).toBe(2);
  expect((await imported('a.txt', 'a', '--dry-run', '--loud')).code).toBe(2);
  const { code, err } = await imported('a.txt', 'a', '--dry-run');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('[ANKI-13] the program itself reads a package that needs SQLite', async () => {
  const folder = await inFolder('a.apkg', realPackage('newest.apkg'));
  const program = join(root, 'scripts/rounds.mjs');
  const args = [program, 'import', 'a.apkg', '--dry-run', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ notes: expected.notes });
});
