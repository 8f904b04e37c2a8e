import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FileFault, inFileWords } from '../../src/exchange/collection-file/bad-file.ts';
import { checkCollectionFile } from '../../src/exchange/collection-file/check-file.ts';
import type { DeviceId } from '../../src/kernel/ids.ts';
import type { Operation } from '../../src/log/operation.ts';
import { A_DECK, anOperation, clozeText, DECK } from '../support/collection.ts';
import { collectionFileOf, inMemory } from '../support/collection-file.ts';
import { anyLog } from '../log/contract/any-log.ts';

const PHONE = 'phone' as DeviceId;
const PICTURE = new TextEncoder().encode('a picture, as far as a file is concerned');
const LOG: readonly Operation[] = [
  anOperation({ kind: 'create-deck', deckId: DECK, name: A_DECK.name, presetId: 'default' }, 0),
  anOperation(
    {
      kind: 'add-notes',
      notes: ['one', 'two'].map((name) => ({
        id: `${DECK}:${name}` as never,
        deckId: DECK,
        noteTypeId: 'cloze' as never,
        fields: { text: clozeText([1, 2]) },
        sections: ['General'],
      })),
    },
    1,
  ),
  anOperation(answer('one/1'), 0, 2, PHONE),
  anOperation(answer('one/2'), 1, 3, PHONE),
  anOperation({ kind: 'undo', target: `phone:${'1'.padStart(10, '0')}` as never }, 2, 4, PHONE),
  anOperation(answer('two/1'), 2, 5),
];

function answer(card: string) {
  const cardId = `${DECK}:${card}` as never;
  return { kind: 'answer', cardId, grade: 3, durationMillis: 5000, repsBefore: 0 } as const;
}

const check = (file: Uint8Array) => inFileWords(() => checkCollectionFile(inMemory(file)));

async function faultOf(file: Uint8Array): Promise<FileFault | 'none'> {
  const checked = await check(file);
  if (checked.ok) return 'none';
  for (const sentence of [checked.problem.what, checked.problem.kept, checked.problem.todo]) {
    expect(sentence).toMatch(/^[\S].*[.]$/s);
  }
  return checked.problem.fault;
}

/** The same zip with some of its files others. */
function changed(file: Uint8Array, change: Record<string, Uint8Array | undefined>): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(file);
  for (const [name, bytes] of Object.entries(change)) {
    if (bytes) files[name] = bytes;
    else delete files[name];
  }
  return zipSync(files);
}

const text = (value: string) => new TextEncoder().encode(value);
const manifestOf = (file: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(unzipSync(file)['manifest.json'])) as Record<string, unknown>;
const withManifest = (file: Uint8Array, more: object) =>
  changed(file, { 'manifest.json': text(JSON.stringify({ ...manifestOf(file), ...more })) });

test('[COPY-1] a file has all steps and counts, in the order of its paths, and is the same twice', async () => {
  const file = await collectionFileOf(LOG, [PICTURE]);
  expect(await collectionFileOf(LOG, [PICTURE])).toEqual(file);
  const checked = await check(file);
  expect(checked).toMatchObject({
    ok: true,
    value: { isSame: true, counts: { cards: 4, notes: 2, reviews: 2, operations: 6, media: 1 } },
  });
  expect(Object.keys(unzipSync(file))).toEqual([
    'journal/device-a/0000000000.jsonl',
    'journal/phone/0000000000.jsonl',
    expect.stringMatching(/^media\/[0-9a-f]{64}$/),
    'manifest.json',
  ]);
});

test('[COPY-1] whatever a log of several devices holds comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog(), async (log) => {
      const checked = await check(await collectionFileOf(log));
      expect(checked).toMatchObject({ ok: true, value: { isSame: true } });
    }),
    { numRuns: 60 },
  );
});

test('[COPY-1] a note of the same few signs, edited often, makes no file that is refused', async () => {
  const [first, second] = LOG as [Operation, Operation];
  const edits = Array.from({ length: 60 }, (_, index) => {
    const fields = { text: clozeText([1, 2]) + '_'.repeat(31_000 - index) };
    const edit = { noteId: `${DECK}:one` as never, fields, sections: ['General'] };
    return anOperation({ kind: 'edit-notes', edits: [edit] } as never, 2 + index, 2 + index);
  });
  expect(await faultOf(await collectionFileOf([first, second, ...edits]))).toBe('none');
});

test('[COPY-1] what comes to another collection than was saved is told', async () => {
  const file = await collectionFileOf(LOG, [], { stateHash: '0123456789abcdef' });
  expect(await check(file)).toMatchObject({ ok: true, value: { isSame: false } });
});

describe('[COPY-2] a file is refused by its name:', () => {
  test('no zip, nothing at all, and a text', async () => {
    expect(await faultOf(new Uint8Array())).toBe('no-collection');
    expect(await faultOf(text('# A deck\n\nof facts'))).toBe('no-collection');
  });

  test('a zip of another program', async () => {
    expect(await faultOf(zipSync({ 'word/document.xml': text('<a/>') }))).toBe('another-program');
    const anki = await check(zipSync({ 'collection.anki21b': text('x'), media: text('{}') }));
    expect(!anki.ok && anki.problem.what).toContain('Anki');
    const own = await collectionFileOf(LOG);
    expect(await faultOf(withManifest(own, { rounds: 'shopping' }))).toBe('another-program');
  });

  test('one of a newer version', async () => {
    expect(await faultOf(withManifest(await collectionFileOf(LOG), { format: 2 }))).toBe('newer');
  });

  test('one that was cut at any place', async () => {
    const file = await collectionFileOf(LOG, [PICTURE]);
    for (let bytes = 4; bytes < file.length; bytes += 37) {
      expect(await faultOf(file.slice(0, bytes)), `${bytes} bytes`).toBe('cut-off');
    }
  });

  test('a byte that was changed is found, or changes nothing', async () => {
    const file = await collectionFileOf(LOG, [PICTURE]);
    const whole = await check(file);
    let found = 0;
    for (let at = 0; at < file.length; at += 3) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const checked = await check(flipped);
      if (checked.ok) expect(checked, `byte ${at}`).toEqual(whole);
      else found++;
    }
    expect(found).toBeGreaterThan(file.length / 5);
  });

  test('a file in it that is missing, another, or beyond its table of contents', async () => {
    const file = await collectionFileOf(LOG, [PICTURE]);
    const path = 'journal/phone/0000000000.jsonl';
    expect(await faultOf(changed(file, { [path]: undefined }))).toBe('damaged');
    expect(await faultOf(changed(file, { [path]: text('another') }))).toBe('damaged');
    const beyond = { 'journal/other/0000000000.jsonl': text('{}') };
    expect(await faultOf(changed(file, beyond))).toBe('damaged');
    expect(await faultOf(withManifest(file, { counts: { cards: 4 } }))).toBe('damaged');
    expect(await faultOf(withManifest(file, { files: [{ path: '../x' }] }))).toBe('damaged');
  });

  test('fewer steps than it counts', async () => {
    const file = await collectionFileOf(LOG);
    const counts = { ...(manifestOf(file).counts as object), operations: 7 };
    expect(await faultOf(withManifest(file, { counts }))).toBe('damaged');
  });
});

describe('[COPY-3] what is made to harm is refused:', () => {
  test.each(['../evil.jsonl', '/etc/passwd', 'journal/../../x', 'journal\\x', 'C:x', 'media/UP'])(
    'a name such as %s',
    async (name) => {
      const file = changed(await collectionFileOf(LOG), { [name]: text('x') });
      expect(await faultOf(file)).toBe('strange-names');
    },
  );

  test('a name that is there twice', async () => {
    const one = 'journal/device-a/0000000000.jsonl';
    const other = 'journal/device-b/0000000000.jsonl';
    const file = changed(await collectionFileOf(LOG), { [other]: text('x') });
    const asText = Array.from(file, (byte) => String.fromCharCode(byte)).join('');
    const doubled = asText.replaceAll(other, one);
    expect(await faultOf(Uint8Array.from(doubled, (letter) => letter.charCodeAt(0)))).toBe(
      'strange-names',
    );
  });

  test('little that unpacks to much, whatever size it claims', async () => {
    const bomb = new Uint8Array(30_000_000);
    const path = 'journal/phone/0000000000.jsonl';
    const file = changed(await collectionFileOf(LOG), { [path]: bomb });
    expect(file.length).toBeLessThan(60_000);
    expect(await faultOf(file)).toBe('too-large');
    const files = (manifestOf(file).files as { path: string }[]).map((each) =>
      each.path === path ? { ...each, bytes: bomb.length } : each,
    );
    expect(await faultOf(withManifest(file, { files }))).toBe('too-large');
    const asManifest = zipSync({ 'manifest.json': new Uint8Array(40_000_000) });
    expect(await faultOf(asManifest)).toBe('too-large');
  });

  test('files that lie in each other', async () => {
    const file = (await collectionFileOf(LOG)).slice();
    const view = new DataView(file.buffer);
    const headers: number[] = [];
    for (let at = 0; at + 46 < file.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) headers.push(at);
    }
    const [first = 0, second = 0] = headers;
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    expect(await faultOf(file)).toBe('damaged');
  });
});
