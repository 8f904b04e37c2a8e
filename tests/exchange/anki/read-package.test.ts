import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { AnkiCollection } from '../../../src/exchange/anki/anki-collection.ts';
import { openAnkiPackage } from '../../../src/exchange/anki/container/open-package.ts';
import { checkedMedia, readAnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { filesIn, forged, realPackage, zipOf } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import expected from './fixtures/expected.json';

const read = async (name: string) =>
  (await readAnkiPackage(bytesOfArray(realPackage(name)), expected.madeAtMillis)).collection;

/** All that is the same in every form; the rest of a row stays as it was written. */
function compared({ types, decks, presets, notes, cards, reviews }: AnkiCollection) {
  const used = new Set(notes.map(({ typeId }) => typeId));
  const float = (value: number) => Number(value.toPrecision(5));
  const named = <Row extends { readonly name: string }>(rows: Iterable<Row>) =>
    [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    types: named([...types.values()].filter(({ id }) => used.has(id))).map(
      ({ raw: _, fields, templates, ...type }) => ({
        ...type,
        fields: fields.map(({ raw: _raw, ...field }) => field),
        templates: templates.map(({ raw: _raw, ...template }) => template),
      }),
    ),
    decks: named([...decks.values()].filter(({ id }) => id !== 1)).map(
      ({ raw: _, newPerDay, reviewsPerDay, desiredRetention, presetId, ...deck }) => ({
        ...deck,
        presetId: deck.isFiltered ? undefined : presetId,
        newPerDay,
        reviewsPerDay,
        desiredRetention: desiredRetention && float(desiredRetention),
      }),
    ),
    presets: named(presets.values())
      .filter(({ name }) => name === 'Exam')
      .map(({ raw: _, weights, desiredRetention, historicalRetention, ...preset }) => ({
        ...preset,
        weights: weights.map(float),
        desiredRetention: float(desiredRetention),
        historicalRetention: float(historicalRetention),
      })),
    notes,
    cards,
    reviews,
  };
}

test('[ANKI-1] the same collection is the same in all three forms, and as a whole collection', async () => {
  const newest = await read('newest.apkg');
  expect(newest).toMatchObject({ container: 'collection.anki21b', schema: 18, problems: [] });
  expect(newest.notes).toHaveLength(expected.notes);
  expect(newest.cards).toHaveLength(expected.cards.length);
  expect(newest.reviews).toHaveLength(expected.reviews);
  const older = await read('older.apkg');
  expect(older).toMatchObject({ container: 'collection.anki21', schema: 11 });
  const oldest = await read('oldest.apkg');
  expect(oldest).toMatchObject({ container: 'collection.anki2', schema: 11 });
  expect(compared(older)).toEqual(compared(newest));
  expect(compared(oldest)).toEqual(compared(newest));
  const whole = await read('whole.colpkg');
  expect([...whole.types.values()].map(({ name }) => name).sort()).toEqual(
    [...expected.types].sort(),
  );
  expect(whole.notes.map(({ guid }) => guid)).toEqual(newest.notes.map(({ guid }) => guid));
});

test('[ANKI-1] the empty database of newer packages is passed over, also where nothing says which counts', async () => {
  const files = filesIn('older.apkg');
  const { meta: _, ...untold } = files;
  const opened = await openAnkiPackage(bytesOfArray(zipOf(untold)));
  expect(opened.container).toBe('collection.anki21');
  const collection = await readAnkiPackage(bytesOfArray(zipOf(untold)), expected.madeAtMillis);
  expect(collection.collection.notes).toHaveLength(expected.notes);
});

test('[ANKI-2] types, decks, options, tags and flags come, and beside each what Anki wrote', async () => {
  const { types, decks, presets, notes, cards, config } = await read('newest.apkg');
  const kinds = [...types.values()].map(({ name, kind }) => [name, kind]);
  expect(Object.fromEntries(kinds)).toMatchObject({
    Basic: 'standard',
    Cloze: 'cloze',
    'Image Occlusion': 'occlusion',
  });
  const names = [...decks.values()].map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Med', 'Med::Heart', 'Med::Lung', 'Cramming now']));
  const lung = [...decks.values()].find(({ name }) => name === 'Med::Lung');
  expect(lung).toMatchObject({ newPerDay: 3, isFiltered: false });
  expect(lung?.desiredRetention).toBeCloseTo(0.85);
  const exam = [...presets.values()].find(({ name }) => name === 'Exam');
  expect(exam).toMatchObject({
    newPerDay: 7,
    reviewsPerDay: 77,
    learningStepsMinutes: [1, 10, 60],
    relearningStepsMinutes: [15],
  });
  expect(exam?.weights).toHaveLength(21);
  expect(exam?.weights[20]).toBeCloseTo(0.17);
  expect(exam?.desiredRetention).toBeCloseTo(0.93);
  expect(notes.find(({ fields }) => fields[0] === 'Systole')?.tags).toEqual(['marked']);
  expect(cards.map(({ flags }) => flags & 7)).toEqual(expect.arrayContaining([0, 1, 2, 7]));
  expect(config.rolloverHour).toBe(4);
  for (const { raw } of [...types.values(), ...decks.values(), ...presets.values()]) {
    expect('protobuf' in raw && raw.protobuf.every((each) => each instanceof Uint8Array)).toBe(
      true,
    );
  }
  const old = await read('older.apkg');
  for (const { raw } of old.types.values()) expect(raw).toHaveProperty('json.flds');
});

test('[ANKI-10] media come with their bytes compared; what is damaged or missing is named', async () => {
  const opened = await openAnkiPackage(bytesOfArray(realPackage('whole.colpkg')));
  const damaged: string[] = [];
  const found: string[] = [];
  for await (const { file, content } of checkedMedia(opened, damaged)) {
    found.push(file.ownName);
    expect(content.length).toBe(file.bytes);
  }
  expect(found.sort()).toEqual(['_style.css', 'flöte.mp3', 'heart.png']);
  expect(damaged).toEqual([]);
  const files = filesIn('oldest.apkg');
  const list = JSON.parse(new TextDecoder().decode(files.media)) as object;
  Object.assign(files, { media: strToU8(JSON.stringify({ ...list, 7: 'gone.png' })) });
  const { problems } = await readAnkiPackage(bytesOfArray(zipOf(files)), expected.madeAtMillis);
  expect(problems).toEqual(['1 file is listed and not there: “gone.png”.']);
});

test('[ANKI-10] a name that not every system can keep is another one here', async () => {
  const files = { ...filesIn('oldest.apkg'), 1: 'x', 2: 'y', 3: 'z' };
  const media = JSON.stringify({ 0: 'heart.png', 1: 'HEART.png', 2: 'what?.png', 3: 'con.png' });
  const opened = await openAnkiPackage(bytesOfArray(zipOf({ ...files, media })));
  const names = opened.media.map(({ ownName }) => ownName);
  expect(names).toEqual(['heart.png', 'HEART-2.png', 'what_.png', 'con_.png']);
});

test('[ANKI-20] the first scheduler’s three buttons are Again, Good and Easy', async () => {
  const buttons = `UPDATE revlog SET ease = 2, type = 2 WHERE id = (SELECT max(id) FROM revlog);
    UPDATE cards SET type = 2, queue = 1 WHERE id = (SELECT max(id) FROM cards)`;
  const second = await forged((db) => db.exec(buttons));
  const first = await forged((db) =>
    db.exec(`${buttons}; UPDATE col SET conf = replace(conf, 'schedVer', 'otherVer')`),
  );
  const found = async (file: Uint8Array) => {
    const { collection } = await readAnkiPackage(bytesOfArray(file), expected.madeAtMillis);
    const { cards, reviews } = collection;
    return { type: cards.at(-1)?.type, ease: [...reviews.ease], types: [...reviews.types] };
  };
  const as = await found(second);
  const was = await found(first);
  expect([as.type, as.ease.at(-1)]).toEqual([2, 2]);
  expect([was.type, was.ease.at(-1)]).toEqual([3, 3]);
  for (const [at, type] of as.types.entries()) {
    const isMoved = [0, 2].includes(type) && [2, 3].includes(as.ease[at] ?? 0);
    expect(was.ease[at]).toBe((as.ease[at] ?? 0) + (isMoved ? 1 : 0));
  }
});
